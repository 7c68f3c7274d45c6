"""Which files a run is about: the named ones, and the documents in the named folders."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plainletter.documents import READERS
from plainletter.documents.signatures import ENDINGS
from plainletter.errors import ConfigError

STDIN = "-"
_PICTURES = frozenset((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".zip"))
# Files that hold documents, which cannot be read yet: in a folder they are named as not read, never passed over.
UNREAD = frozenset(ENDINGS) - _PICTURES


@dataclass(frozen=True, slots=True)
class Files:
    """Paths in the order in which they are checked, and how many other files of each ending the folders hold."""

    paths: tuple[str, ...]
    passed_over: Mapping[str, int]


def find_files(paths: Iterable[str]) -> Files:
    """Expand folders, A to Z, without hidden files; a file that is named twice is checked once.

    Raises:
        ConfigError: a path is empty.
    """
    found: dict[str, str] = {}
    passed_over: Counter[str] = Counter()
    for path in paths:
        if not path:
            raise ConfigError("a path is empty; name a file or a folder, or - for standard input")
        for inside in _walk(path) if _is_folder(path) else [path]:
            if inside == path or _is_document(inside):
                found.setdefault(inside if inside == STDIN else os.path.realpath(inside), inside)
            else:
                passed_over[Path(inside).suffix.lower() or "no ending"] += 1
    return Files(tuple(found.values()), passed_over)


def _is_folder(path: str) -> bool:
    try:
        return path != STDIN and Path(path).is_dir()
    except OSError:  # a name that is too long: reading it will say so
        return False


def _walk(folder: str) -> Iterator[str]:
    seen: set[str] = set()
    unread: list[str] = []
    for parent, folders, names in os.walk(folder, followlinks=True, onerror=lambda error: unread.append(error.filename)):
        real = os.path.realpath(parent)
        if real in seen:  # a link back to a folder above
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.normpath(Path(parent) / name) for name in sorted(names) if not name.startswith("."))
    # A folder that may not be opened is not read, and said so: as a path it has the ending of a document.
    yield from (f"{path}/*.txt" for path in unread)


def _is_document(path: str) -> bool:
    suffix = Path(path).suffix.lower()
    return bool(suffix) and (suffix in READERS or suffix in UNREAD)
