"""The compiled lexicon on disk, so that a check starts fast: words of our lexicons only, never of a client's text."""

from __future__ import annotations

import gc
import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from plainletter.checking.compiling import Compiled, compile_lexicon
from plainletter.checking.storing import compiled_of, compiled_values, lexicon_of, lexicon_values
from plainletter.lexicon import loading
from plainletter.lexicon.entry import Lexicon
from plainletter.lexicon.folders import installed_folders, lexicon_files, shipped_folder
from plainletter.lexicon.loading import load_lexicon
from plainletter.version import __version__

if TYPE_CHECKING:
    from plainletter.checking.tokens import Tokens

_Value = TypeVar("_Value")
_KEPT = 4
_DAYS = 30
_DIGEST = 32  # bytes of sha256 before the data
_IN_MEMORY: dict[str, Compiled] = {}


def compiled_lexicon(extra: Sequence[Path], tokens: Callable[[], Tokens]) -> Compiled:
    """Return the shipped lexicon and the further folders, compiled; from the cache if nothing has changed.

    Raises:
        LexiconError: a file or entry cannot be used.
    """
    extra = (*installed_folders(), *extra)
    name = fingerprint(extra)
    if name not in _IN_MEMORY:
        while len(_IN_MEMORY) >= _KEPT:
            _IN_MEMORY.pop(next(iter(_IN_MEMORY)))
        path = cache_folder() / f"compiled-{name}.bin"
        compiled = _read(path, compiled_of)
        if compiled is None:
            compiled = compile_lexicon(load_lexicon(extra), tokens().nlp)
            _write(path, compiled_values(compiled))
        _IN_MEMORY[name] = compiled
        return compiled
    return _IN_MEMORY[name]


def known_lexicon(extra: Sequence[Path]) -> Lexicon:
    """Return the lexicon without compiling it: from the cache, which is faster to read than TOML, or from its files.

    Raises:
        LexiconError: a file or entry cannot be used.
    """
    extra = (*installed_folders(), *extra)
    path = cache_folder() / f"entries-{fingerprint(extra)}.bin"
    lexicon = _read(path, lexicon_of)
    if lexicon is None:
        lexicon = load_lexicon(extra)
        _write(path, lexicon_values(lexicon))
    return lexicon


def cache_folder() -> Path:
    """Return the folder of the compiled lexicons; PLAINLETTER_CACHE names another one."""
    from platformdirs import user_cache_path

    named = os.environ.get("PLAINLETTER_CACHE")
    return Path(named) if named else user_cache_path("plainletter")


def fingerprint(extra: Iterable[Path]) -> str:
    """Return a name for the shipped lexicon and these as they are now, and for the code and libraries that use them."""
    digest = hashlib.sha256(f"{__version__} {version('spacy')} {version('lemminflect')} {sys.version}".encode())
    for code in sorted([*Path(__file__).parent.glob("*.py"), *Path(loading.__file__).parent.glob("*.py")]):
        digest.update(str(code.stat().st_size).encode() + b" " + str(code.stat().st_mtime_ns).encode())
    for folder in (shipped_folder("lexicons"), *extra):
        for file in lexicon_files(folder):
            digest.update(f"\n{file} ".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:32]


def _read(path: Path, make: Callable[[dict[str, Any]], _Value]) -> _Value | None:
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand small lists are coming, and none of them is garbage
    try:
        # A file that is missing, cut off or of another form is made anew.
        with suppress(OSError, EOFError, ValueError, KeyError, TypeError, AttributeError):
            data = path.read_bytes()
            # marshal is three times as fast as JSON, but only for bytes that are whole.
            if hashlib.sha256(data[_DIGEST:]).digest() == data[:_DIGEST]:
                return make(marshal.loads(data[_DIGEST:]))  # noqa: S302  # our own file, in a folder of the user's
    finally:
        if collecting:
            gc.enable()
    return None


def _write(path: Path, data: dict[str, Any]) -> None:
    with suppress(OSError):  # a read-only home only costs time
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        packed = marshal.dumps(data)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            file.write(hashlib.sha256(packed).digest() + packed)
        Path(file.name).replace(path)
        for old in (*path.parent.glob("compiled-*.bin"), *path.parent.glob("entries-*.bin")):
            if old.stat().st_mtime < path.stat().st_mtime - _DAYS * 86400:
                old.unlink(missing_ok=True)
