"""Which files a run is about: the named ones, and the documents in the named folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plainletter.documents import READERS

STDIN = "-"
# Files that hold documents, which we cannot read yet: in a folder they are named as not read, never passed over.
UNREAD = frozenset((".doc", ".docx", ".odt", ".rtf", ".pdf", ".html", ".htm", ".pages", ".epub", ".pptx", ".ppt"))


@dataclass(frozen=True, slots=True)
class Files:
    """Paths in the order in which they are checked, and how many other files the folders hold."""

    paths: tuple[str, ...]
    passed_over: int


def find_files(paths: Iterable[str]) -> Files:
    """Expand folders, A to Z, without hidden files; a path that is named twice is checked once."""
    found: dict[str, None] = {}
    passed_over = 0
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            for inside in _walk(path):
                if _is_document(inside):
                    found[os.path.normpath(inside)] = None
                else:
                    passed_over += 1
        else:
            found[path if path == STDIN else os.path.normpath(path)] = None
    return Files(tuple(found), passed_over)


def _walk(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield str(Path(parent) / name)


def _is_document(path: str) -> bool:
    suffix = Path(path).suffix.lower()
    return bool(suffix) and (suffix in READERS or suffix in UNREAD)
