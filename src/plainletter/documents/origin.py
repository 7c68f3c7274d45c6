"""Where the characters of a piece of Markdown content stand in the file that it was taken from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_LINE_END: Final = re.compile(r"\r\n?|\n")
#: What markdown-it-py takes from both ends of a cell.
_BLANK: Final = (
    " \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Origin:
    """Pieces of content and where each comes from: content from ``starts[i]`` on stands in the file at ``places[i]``.

    The pieces are in order; between the end of one and the start of the next, the file may hold markup.
    """

    starts: tuple[int, ...]
    places: tuple[int, ...]


def line_spans(text: str, start: int = 0) -> list[Span]:
    """The lines of ``text`` from ``start`` on as offsets, without their line ends (LF, CRLF or CR, as Markdown has it)."""
    spans = []
    for match in _LINE_END.finditer(text, start):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, len(text))]


def spans_of(origin: Origin, text: str, content: str, start: int, end: int) -> Iterator[Span]:
    """The runs of the file ``text`` that hold the content from ``start`` to ``end``.

    A line end of the content is one character; in the file it may be CR and LF.
    """
    while start < end:
        piece = bisect_right(origin.starts, start) - 1
        stop = min(end, origin.starts[piece + 1]) if piece + 1 < len(origin.starts) else end
        place = origin.places[piece] + start - origin.starts[piece]
        behind = place + stop - start
        yield place, behind + (content[stop - 1] == "\n" and text.startswith("\r\n", behind - 1))
        start = stop


def origin_of_lines(text: str, lines: Sequence[Span], content: str) -> Origin:
    """Find content that spreads over ``lines`` (each a span of ``text``) behind their quote marks and indents.

    Each line of the content is the end of one line of the file, for parsers cut on the left; at the two ends of the
    content, blanks and blank lines are gone. Blanks that stand for a tab have no place of their own.
    """
    starts, places = [], []
    offset = line = 0
    for number, part in enumerate(content.split("\n")):
        words = part.lstrip(" \t")
        place = text.rfind(words, *lines[min(line, len(lines) - 1)])
        while place < 0 and number == 0 and line + 1 < len(lines):
            line += 1
            place = text.rfind(words, *lines[line])
        starts.append(offset)
        places.append(place - len(part) + len(words))
        offset += len(part) + 1
        line += 1
    return Origin(tuple(starts), tuple(places))


def origin_of_heading(text: str, line: Span, marks: str, content: str) -> Origin:
    """Find the content of a heading that begins with ``marks`` (``##``) on its one line."""
    start, end = line
    return Origin((0,), (text.index(content, text.index(marks, start, end) + len(marks), end),))


def origins_of_row(text: str, line: Span) -> list[Origin]:
    """The cells of one table row, in order; a bar with a backslash does not divide, and its backslash is markup."""
    start, end = line
    pieces = _pieces_of_row(text, start, end)
    if _CONTAINERS.fullmatch(text, *pieces[0]):
        pieces = pieces[1:]
    else:
        prefix = _CONTAINERS.match(text, *pieces[0])
        pieces[0] = (prefix.end() if prefix else pieces[0][0], pieces[0][1])
    return [_origin_of_cell(text, *piece) for piece in pieces]


#: Quote marks and list markers that may stand before the first bar of a table row.
_CONTAINERS: Final = re.compile(r"(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*")


def _pieces_of_row(text: str, start: int, end: int) -> list[Span]:
    pieces, piece = [], start
    for bar in re.finditer(r"\|", text[start:end]):
        place = start + bar.start()
        if place == start or text[place - 1] != "\\":
            pieces.append((piece, place))
            piece = place + 1
    return [*pieces, (piece, end)]


def _origin_of_cell(text: str, start: int, end: int) -> Origin:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip(_BLANK))
    starts, places, offset, place = [0], [start], 0, start
    for escape in re.finditer(r"\\(?=\|)", text[start:end]):
        offset += start + escape.start() - place
        place = start + escape.end()
        starts.append(offset)
        places.append(place)
    return Origin(tuple(starts), tuple(places))
