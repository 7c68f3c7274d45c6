"""What everybody knows about medicines, services and helplines: which secret a word gives away."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plainletter.errors import LexiconError
from plainletter.lexicon.folders import shipped_folder

FILE = "traces/en-GB.toml"
_LISTS = ("tells", "medicines", "services", "numbers", "tests", "faint", "leaks", "innocent")


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter that people keep to themselves, and everything that gives it away.

    ``tells``, ``medicines``, ``services``, ``numbers`` and ``tests`` each give it away alone; two of ``faint`` in one line do.
    ``leaks`` and ``innocent`` are sentences that prove the topic both ways.
    """

    name: str
    tells: tuple[str, ...]
    medicines: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    faint: tuple[str, ...] = ()
    leaks: tuple[str, ...] = ()
    innocent: tuple[str, ...] = ()

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield (kind, word) for everything that gives the topic away alone."""
        for kind in ("tells", "medicines", "services", "numbers", "tests"):
            for word in getattr(self, kind):
                yield kind, word


@cache
def topics() -> tuple[Topic, ...]:
    """Return the shipped topics.

    Raises:
        LexiconError: the file is missing or broken; the message says where.
    """
    return tuple(topics_of(shipped_folder("lexicons").parent / FILE))


def topics_of(path: Path) -> Iterable[Topic]:
    """Read a file of topics.

    Raises:
        LexiconError: it cannot be read, a key is unknown, or a value is no list of texts.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LexiconError(f"{path}: this list of traces is missing; install plainletter again") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise LexiconError(f"{path}: this list of traces cannot be read ({error}); mend the line") from None
    return [_topic(path, name, table) for name, table in data.items()]


def _topic(path: Path, name: str, table: object) -> Topic:
    if not isinstance(table, dict) or not table.get("tells"):
        raise LexiconError(f"{path}, [{name}]: a topic needs tells, a list of words")
    for key, value in table.items():
        if key not in _LISTS:
            raise LexiconError(f"{path}, [{name}]: unknown key {key}; known are {', '.join(_LISTS)}")
        if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
            raise LexiconError(f"{path}, [{name}]: {key} has to be a list of texts")
    return Topic(name, **{key: tuple(value) for key, value in table.items()})
