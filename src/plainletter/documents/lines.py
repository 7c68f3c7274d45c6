"""The lines of a plain text, and what each of them is when you look at it alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from plainletter.documents import furniture

#: "dash", "number", "place" and "address" are guesses that the lines around may overrule.
Role = Literal[
    "text", "bullet", "dash", "number", "quote", "salutation", "greeting", "valediction", "reference", "place",
    "address", "rule", "row",
]  # fmt: skip

_MARKER: Final = re.compile(
    r"""
      (?P<quote>(?:>[ \t]?)+(?![ \t]*\d))
    | (?P<bullet>(?:[•‣⁃◦▪▫●○∙■□➢➤►✓✔☐\uf0b7\uf0a7]\s*|[*+·]\s+|o\t\s*)(?=\S))
    | (?P<dash>[-–—](?:\s+(?=\S)(?!\d+\s*[-–]$)|(?=[A-Za-z])))
    | (?P<number>(?:(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+|\((?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})\)\s+|[A-Z]\)\s+)(?=\S)
        | \d{1,2}\.(?=[A-Z][a-z]))
    """,
    re.VERBOSE,
)
_MARKED: Final[dict[str, Role]] = {"quote": "quote", "bullet": "bullet", "dash": "dash", "number": "number"}
_WORDY: Final = re.compile(r"[^\W_]")


class Line(NamedTuple):
    """One line with words in it; all offsets index the whole text.

    ``start`` and ``end`` hold what is visible, ``indent`` counts the blanks before it, ``body`` is where the words
    begin behind a bullet, a number or a quote mark. ``first`` says that a blank line, or nothing, stands above.
    """

    start: int
    end: int
    indent: int
    first: bool
    role: Role
    body: int


def split_lines(text: str) -> list[Line]:
    """Find the lines of ``text`` that are not blank. Every line end counts: LF, CRLF, CR, form feed, U+2028 …"""
    lines: list[Line] = []
    offset, first = 0, True
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            role, marker = role_of(words)
            start = offset + indent
            lines.append(Line(start, start + len(words), indent, first, role, start + marker))
        first = not words or raw[-1] == "\u2029"
        offset += len(raw)
    return lines


def role_of(words: str) -> tuple[Role, int]:
    """Name what a line is on its own, and how many characters of it stand before its words. ``words`` is stripped."""
    mark = _MARKER.match(words)
    if _WORDY.search(words) is None:
        return ("quote", len(words)) if mark and mark.lastgroup == "quote" else ("rule", 0)
    if mark:
        return _MARKED[mark.lastgroup or ""], mark.end()
    greeting = furniture.greeting_length(words)
    if len(words) > furniture.LONGEST:
        return ("greeting", greeting) if greeting else ("text", 0)
    for role, holds in _TESTS:
        if holds(words):
            return role, 0
    return ("greeting", greeting) if greeting else ("text", 0)


_TESTS: Final[tuple[tuple[Role, Callable[[str], bool]], ...]] = (
    ("reference", furniture.is_reference),
    ("salutation", furniture.is_salutation),
    ("valediction", furniture.is_valediction),
    ("place", furniture.is_place),
    ("address", furniture.is_address),
)
