"""Which files a run is about: the named ones, and the documents in the named folders."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from plainletter.cli.ignored import Ignored
from plainletter.cli.settings import Settings, spec_of
from plainletter.documents import READERS
from plainletter.documents.signatures import ENDINGS
from plainletter.errors import ConfigError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STDIN = "-"
_NO_LETTERS = frozenset((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".zip", ".csv"))
# Files that hold documents, which cannot be read: in a folder they are named as not read, never passed over.
UNREAD = frozenset(ENDINGS) - _NO_LETTERS
EXCLUDED, IGNORED = "excluded by the settings", "ignored by Git"


@dataclass(frozen=True, slots=True)
class Files:
    """Paths in the order in which they are checked, and how many other files of each ending the folders hold."""

    paths: tuple[str, ...]
    passed_over: Mapping[str, int]


@dataclass(slots=True)
class _Search:
    settings: Settings
    exclude: GitIgnoreSpec | None
    passed_over: Counter[str] = field(default_factory=Counter)

    def walk(self, folder: str) -> Iterator[str]:
        """Yield the documents in a folder, A to Z, without hidden files and without what is excluded or ignored by Git."""
        ignored = Ignored() if self.settings.gitignore else None
        seen: set[str] = set()
        unread: list[str] = []
        for parent, folders, names in os.walk(folder, followlinks=True, onerror=lambda error: unread.append(error.filename)):
            real = os.path.realpath(parent)
            if real in seen:  # a link back to a folder above
                folders.clear()
                continue
            seen.add(real)
            folders[:] = [name for name in _visible(folders) if not self._is_left_out(Path(parent) / name, ignored, folder=True)]
            for name in _visible(names):
                path = os.path.normpath(Path(parent) / name)
                if self._is_left_out(Path(path), ignored, folder=False):
                    continue
                if _is_document(path):
                    yield path
                else:
                    self.passed_over[Path(path).suffix.lower() or "no ending"] += 1
        yield from unread  # a folder that may not be opened is not read, and said so

    def is_excluded(self, path: str | Path, *, folder: bool = False) -> bool:
        """Tell whether the settings exclude a path, and count it; a folder counts once, whatever it holds."""
        if self.exclude is None:
            return False
        place = self.settings.relative(str(path))
        excluded = self.exclude.match_file(f"{place}/" if folder else place)
        if excluded:
            self.passed_over[EXCLUDED] += 1
        return excluded

    def _is_left_out(self, path: Path, ignored: Ignored | None, *, folder: bool) -> bool:
        if ignored is None or not ignored.covers(path, folder=folder):
            return self.is_excluded(path, folder=folder)
        self.passed_over[IGNORED] += 1
        return True


def find_files(paths: Iterable[str], settings: Settings | None = None, *, force_exclude: bool = False) -> Files:
    """Expand folders, without what the settings exclude or Git ignores; a file that is named twice is checked once.

    A file that is named is checked even if it is excluded, unless ``force_exclude``.

    Raises:
        ConfigError: a path is empty.
    """
    settings = settings or Settings()
    search = _Search(settings, spec_of(settings.exclude) if settings.exclude else None)
    found: dict[str, str] = {}
    for path in paths:
        if not path:
            raise ConfigError("a path is empty; name a file or a folder, or - for standard input")
        if _is_folder(path):
            inside: Iterable[str] = search.walk(path)
        else:
            inside = [] if force_exclude and path != STDIN and search.is_excluded(path) else [path]
        for file in inside:
            real = file if file == STDIN else os.path.realpath(file)
            if real not in found or (Path(found[real]).is_symlink() and not Path(file).is_symlink()):
                found[real] = file  # by its own name rather than by a link's
    return Files(tuple(found.values()), search.passed_over)


def _visible(names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if not name.startswith((".", "~$")))


def _is_folder(path: str) -> bool:
    try:
        return path != STDIN and Path(path).is_dir()
    except OSError:  # a name that is too long: reading it will say so
        return False


def _is_document(path: str) -> bool:
    suffix = Path(path).suffix.lower()
    return bool(suffix) and (suffix in READERS or suffix in UNREAD)
