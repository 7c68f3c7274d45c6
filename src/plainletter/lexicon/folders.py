"""Where plainletter's own words and templates lie: in the installed package, or in the checkout."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType

from plainletter.errors import LexiconError

_PACKAGE = Path(__file__).resolve().parent.parent
LOCALE = "en-GB"
GROUP = "plainletter.lexicons"


def shipped_folder(name: str) -> Path:
    """Return the folder ``name`` (``lexicons`` or ``letter_templates``) that ships with plainletter.

    Raises:
        LexiconError: the folder is in neither place, so the installation is not whole.
    """
    for folder in (_PACKAGE / name, _PACKAGE.parent.parent / name):
        if (folder / LOCALE).is_dir():
            return folder / LOCALE
    raise LexiconError(f"plainletter's own {name} are missing; install plainletter again")


@cache
def installed_folders() -> tuple[Path, ...]:
    """Return the lexicon folders that other installed packages offer as entry points of the group ``plainletter.lexicons``.

    An entry point names a folder or file (a text or a Path), or a package in whose folder the lexicons lie.

    Raises:
        LexiconError: an entry point cannot be loaded or names no folder.
    """
    return tuple(_folder_of(point) for point in sorted(entry_points(group=GROUP), key=lambda point: point.name))


def _folder_of(point: EntryPoint) -> Path:
    try:
        found = point.load()
        return Path(found.__path__[0] if isinstance(found, ModuleType) else found)
    except Exception as error:
        raise LexiconError(
            f"the installed lexicon {point.name} ({point.value}) cannot be used ({type(error).__name__}); "
            "mend or uninstall the package that offers it"
        ) from None


def lexicon_files(folder: Path) -> tuple[Path, ...]:
    """Return the lexicon files of a folder, A to Z, or the file itself if ``folder`` is one.

    Raises:
        LexiconError: there is no such folder, or no .toml file in it.
    """
    if folder.is_file():
        return (folder,)
    if not folder.is_dir():
        raise LexiconError(f"{folder}: there is no such lexicon folder; check the path in your settings")
    files = tuple(sorted(path for path in folder.glob("*.toml") if path.is_file()))
    if not files:
        raise LexiconError(f"{folder}: there is no .toml file in this lexicon folder")
    return files
