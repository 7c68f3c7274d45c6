"""The notation of terms: ``fail to {attend,turn up}``, ``waste … appointment``, ``<person> is bipolar``."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

CLASSES = ("number", "name", "word")
GAP_WORDS = 4

_PIECE = re.compile(r"\s*(?:(?P<open>\{)|(?P<gap>…|\.\.\.)|<(?P<set>[^<>]*)>|(?P<word>[^\s{}<>,…]+)|(?P<stray>.))")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written; it may stand for its inflections and variants."""

    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A named set of words, or one of the classes ``number``, ``name`` and ``word``."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to ``GAP_WORDS`` words of any kind."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences; an empty one makes the choice optional."""

    options: tuple[tuple[Piece, ...], ...]


Piece = Word | Named | Gap | Choice


def parse_term(term: str, sets: Collection[str]) -> tuple[Piece, ...]:
    """Parse one term into pieces.

    Raises:
        ValueError: one sentence that says what in the term is wrong and what to write.
    """
    if not term.strip():
        raise ValueError("the term is empty")
    pieces = _sequence(term, sets)
    first = pieces[0]
    if _starts_anywhere(first):
        raise ValueError("a term may not start with … or <word>; start it with a word")
    if isinstance(pieces[-1], Gap):
        raise ValueError("a term may not end with …; end it with a word")
    if isinstance(first, Choice) and len(pieces) == 1 and () in first.options:
        raise ValueError("the whole term is optional; take out the empty choice")
    return pieces


def _starts_anywhere(piece: Piece) -> bool:
    if isinstance(piece, Choice):
        return any(_starts_anywhere(option[0]) for option in piece.options if option)
    return isinstance(piece, Gap) or piece == Named("word")


def _sequence(text: str, sets: Collection[str]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    position = 0
    while position < len(text):
        match = _PIECE.match(text, position)
        if match is None:
            break
        position = match.end()
        if match["open"]:
            inside, position = _braces(text, position)
            pieces.append(_choice(inside, sets))
        elif match["gap"]:
            pieces.append(Gap())
        elif match["set"] is not None:
            pieces.append(_named(match["set"], sets))
        elif match["word"]:
            # A hyphen beside braces ("{high,low}-risk") holds words together, as it does inside a word.
            pieces.append(Word(match["word"].strip("-") or match["word"]))
        elif match["stray"] == ",":
            pieces.append(Word(","))
        elif match["stray"].strip():
            raise ValueError(f"“{match['stray']}” stands alone; braces and angle brackets come in pairs")
    return tuple(pieces)


def _braces(text: str, start: int) -> tuple[str, int]:
    depth = 1
    for position in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[position], 0)
        if depth == 0:
            return text[start:position], position + 1
    raise ValueError("an opening { has no closing }")


def _choice(inside: str, sets: Collection[str]) -> Choice:
    options: list[str] = [""]
    depth = 0
    for character in inside:
        depth += {"{": 1, "}": -1}.get(character, 0)
        if character == "," and depth == 0:
            options.append("")
        else:
            options[-1] += character
    if len(options) == 1:
        raise ValueError("braces hold a choice: {this,that}, or {very,} for a word that may be missing")
    return Choice(tuple(_sequence(option, sets) for option in options))


def _named(name: str, sets: Collection[str]) -> Named:
    if name not in sets and name not in CLASSES:
        known = ", ".join(sorted([*sets, *CLASSES]))
        raise ValueError(f"<{name}> is not a set of words; the sets are {known}")
    return Named(name)
