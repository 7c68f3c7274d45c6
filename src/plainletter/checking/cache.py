"""The compiled lexicon on disk, so that a check starts fast: words of our lexicons only, never of a client's text."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, fields
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainletter.checking.automaton import Automaton
from plainletter.checking.compiling import Compiled, Wanted, compile_lexicon
from plainletter.findings import Suggestion
from plainletter.lexicon.entry import Category, Entry, Frame, Lexicon
from plainletter.lexicon.folders import lexicon_files, shipped_folder
from plainletter.lexicon.loading import load_lexicon

if TYPE_CHECKING:
    from plainletter.checking.tokens import Tokens

_KEPT = 4
_IN_MEMORY: dict[str, Compiled] = {}
_FORM = "4"  # of the file; raise it when Compiled or Entry changes
# The sentences that prove an entry are a third of a lexicon, and no check needs them.
_LEFT_OUT = ("flags", "passes")
_FIELDS = [field.name for field in fields(Entry) if field.name not in _LEFT_OUT]
_LISTS = {field.name for field in fields(Entry) if str(field.type).startswith("tuple")} - set(_LEFT_OUT)


def compiled_lexicon(extra: Sequence[Path], tokens: Callable[[], Tokens]) -> Compiled:
    """Return the shipped lexicon and the further folders, compiled; from the cache if nothing has changed.

    Raises:
        LexiconError: a file or entry cannot be used.
    """
    fingerprint = _fingerprint([shipped_folder("lexicons"), *extra])
    if fingerprint not in _IN_MEMORY:
        while len(_IN_MEMORY) >= _KEPT:
            _IN_MEMORY.pop(next(iter(_IN_MEMORY)))
        path = _path(fingerprint)
        compiled = _from_disk(path)
        if compiled is None:
            compiled = compile_lexicon(load_lexicon(extra), tokens().nlp)
            with suppress(OSError):  # a read-only home only costs time
                _save(compiled, path)
        _IN_MEMORY[fingerprint] = compiled
    return _IN_MEMORY[fingerprint]


def known_lexicon(extra: Sequence[Path]) -> Lexicon:
    """Return the lexicon without compiling it: from the cache, which is faster to read than TOML, or from its files.

    From the cache, entries come without the sentences that prove them (``flags`` and ``passes``).

    Raises:
        LexiconError: a file or entry cannot be used.
    """
    compiled = _from_disk(_path(_fingerprint([shipped_folder("lexicons"), *extra])))
    return load_lexicon(extra) if compiled is None else compiled.lexicon


def cache_folder() -> Path:
    """Return the folder of the compiled lexicons; PLAINLETTER_CACHE names another one."""
    from platformdirs import user_cache_path

    named = os.environ.get("PLAINLETTER_CACHE")
    return Path(named) if named else user_cache_path("plainletter")


def _path(fingerprint: str) -> Path:
    return cache_folder() / f"lexicon-{fingerprint}.json"


def _from_disk(path: Path) -> Compiled | None:
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand small lists are coming, and none of them is garbage
    try:
        with suppress(OSError, ValueError, KeyError, TypeError):
            return _load(json.loads(path.read_bytes()))
    finally:
        if collecting:
            gc.enable()
    return None


def _fingerprint(folders: Iterable[Path]) -> str:
    digest = hashlib.sha256(f"{_FORM} {version('spacy')}".encode())
    for code in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(str(code.stat().st_size).encode() + b" " + str(code.stat().st_mtime_ns).encode())
    for folder in folders:
        for file in lexicon_files(folder):
            digest.update(f"\n{file} ".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:32]


def _save(compiled: Compiled, path: Path) -> None:
    data = {
        "categories": {name: asdict(category) for name, category in compiled.lexicon.categories.items()},
        "entries": [[getattr(entry, name) for name in _FIELDS] for entry in compiled.lexicon.entries],
        "sets": dict(compiled.lexicon.sets),
        "terms": compiled.terms.dump(),
        "labels": compiled.labels,
        "phrases": compiled.phrases.dump(),
        "frames": {
            number: [[frame.side, frame.wanted, sorted(frame.labels)] for frame in frames]
            for number, frames in compiled.frames.items()
        },
    }
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, suffix=".part", delete=False, encoding="utf-8") as file:
        json.dump(data, file, default=asdict, separators=(",", ":"))
    Path(file.name).replace(path)
    for old in path.parent.glob("lexicon-*.json"):
        if old != path and old.stat().st_mtime < path.stat().st_mtime - 30 * 86400:
            old.unlink(missing_ok=True)


def _load(data: dict[str, Any]) -> Compiled:
    entries = tuple(_entry(dict(zip(_FIELDS, values, strict=True))) for values in data["entries"])
    categories = {
        name: Category(**{**values, "principles": tuple(values["principles"])}) for name, values in data["categories"].items()
    }
    sets = {name: tuple(words) for name, words in data["sets"].items()}
    frames = {
        int(number): tuple(Wanted(side, wanted, frozenset(labels)) for side, wanted, labels in frames)
        for number, frames in data["frames"].items()
    }
    return Compiled(
        Lexicon(categories, entries, sets),
        Automaton.load(data["terms"]),
        tuple((entry, innocent) for entry, innocent in data["labels"]),
        Automaton.load(data["phrases"]),
        frames,
    )


def _entry(values: dict[str, Any]) -> Entry:
    for name in _LISTS:
        values[name] = tuple(values[name])
    values["suggestions"] = tuple(Suggestion(**item) for item in values["suggestions"])
    values["frames"] = tuple(Frame(item["side"], item["wanted"], tuple(item["phrases"])) for item in values["frames"])
    return Entry(**values, flags=(), passes=())
