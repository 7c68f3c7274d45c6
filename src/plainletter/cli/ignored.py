"""What Git ignores: the .gitignore files of a folder and of those above it, up to where the repository begins."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NAME = ".gitignore"


class Ignored:
    """Asks each .gitignore file on the way to a path; the one nearest to it has the last word."""

    def covers(self, path: Path, *, folder: bool) -> bool:
        """Tell whether Git ignores a path. Outside a repository nothing is ignored."""
        whole = path.absolute()
        for parent, spec in _specs(whole.parent):
            place = whole.relative_to(parent).as_posix() + ("/" if folder else "")
            verdict = spec.check_file(place).include
            if verdict is not None:
                return verdict
        return False


@cache
def _specs(folder: Path) -> tuple[tuple[Path, GitIgnoreSpec], ...]:
    """The .gitignore files that hold in a folder, the nearest first."""
    if not _is_in_repository(folder):
        return ()
    own = _spec(folder / _NAME)
    above = () if (folder / ".git").exists() else _specs(folder.parent)
    return ((folder, own), *above) if own is not None else above


@cache
def _is_in_repository(folder: Path) -> bool:
    return (folder / ".git").exists() or (folder != folder.parent and _is_in_repository(folder.parent))


def _spec(path: Path) -> GitIgnoreSpec | None:
    from plainletter.cli.settings import spec_of

    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    kept: list[str] = []
    for line in lines:
        try:
            spec_of((line,))
        except ValueError:  # Git passes over a line without meaning too
            continue
        kept.append(line)
    return spec_of(tuple(kept))
