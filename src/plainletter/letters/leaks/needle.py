"""A needle: a word, phrase or number that must not stand in anything that one reader gets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from plainletter.letters.leaks.fold import words_of

NeedleKind = Literal["hint", "word", "phrase", "name", "medicine", "service", "topic", "date", "number", "address", "faint"]


@dataclass(frozen=True, slots=True)
class Needle:
    """What to look for. ``secret`` is the id of the mark, item, person or decision that it belongs to.

    ``words`` are the stems of the phrase in order (the plain words, where ``exact``); ``digits`` are those of a number.
    ``cased``: a name that is also a word ("Mind", "TOP"), which counts only with its capitals. ``outside``: it may stand
    inside, and not where it shows without opening the file. ``shown`` is for the author's screen.
    """

    secret: str
    kind: NeedleKind
    shown: str
    words: tuple[str, ...] = ()
    exact: bool = False
    digits: str = ""
    outside: bool = False
    cased: bool = False


@dataclass(frozen=True, slots=True)
class Leak:
    """A needle that was found: where (the id of a piece of the case, or a layer of a file), and the word as it stands there."""

    secret: str
    place: str
    kind: str
    word: str
    cure: str


def needle(secret: str, kind: NeedleKind, text: str, *, exact: bool = False, cased: bool = False) -> Needle:
    """Return the needle for a phrase; ``exact`` compares whole words instead of stems, as names want it."""
    found = words_of(text)
    return Needle(secret, kind, text, tuple(word.plain if exact else word.stem for word in found), exact, cased=cased)
