"""Where the characters of a piece of Markdown content stand in the file that it was taken from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_LINE_END: Final = re.compile(r"\r\n?|\n")

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
    parts = content.split("\n")
    for number, part in enumerate(parts):
        words = part.lstrip(" \t")
        last = number + 1 == len(parts)
        while number == 0 and line + 1 < len(lines) and not _closes(text, lines[line], words, trimmed=last):
            line += 1
        place = text.rfind(words, *lines[min(line, len(lines) - 1)])
        starts.append(offset)
        places.append(place - len(part) + len(words))
        offset += len(part) + 1
        line += 1
    return Origin(tuple(starts), tuple(places))


def _closes(text: str, line: Span, words: str, *, trimmed: bool) -> bool:
    """Say whether a line ends with some words; blanks behind them may have been ``trimmed``."""
    place = text.rfind(words, *line)
    rest = text[place + len(words) : line[1]]
    return place >= 0 and not (rest.strip() if trimmed else rest)


def origin_of_heading(text: str, line: Span, marks: str, content: str) -> Origin:
    """Find the content of a heading that begins with ``marks`` (``##``) on its one line."""
    start, end = line
    return Origin((0,), (text.index(content, text.index(marks, start, end) + len(marks), end),))


def origins_of_row(text: str, line: Span, contents: Sequence[str]) -> list[Origin]:
    """The cells of one table row, in order; a bar with a backslash does not divide, and its backslash is markup."""
    raw = [content.replace("|", "\\|") for content in contents]
    pieces = _pieces_of_row(text, *line)
    # What stands before the first bar is a quote mark or the like, unless the first cell has no bar before it.
    if not raw[0] or not _holds(text, pieces[0], raw[0], at_end=True) or not _hold(text, pieces[1:], raw[1:]):
        pieces = pieces[1:]
    return [_origin_of_cell(text, piece, cell) for piece, cell in zip(pieces, raw, strict=False)]


def _hold(text: str, pieces: Sequence[Span], cells: Sequence[str]) -> bool:
    return all(_holds(text, piece, cell) for piece, cell in zip(pieces, cells, strict=False))


def _holds(text: str, piece: Span, cell: str, *, at_end: bool = False) -> bool:
    """Say whether a piece of a row is this cell, or ends with it."""
    place = text.rfind(cell, *piece)
    before, behind = text[piece[0] : place], text[place + len(cell) : piece[1]]
    return place >= 0 and not behind.strip() and (at_end or not before.strip())


def _pieces_of_row(text: str, start: int, end: int) -> list[Span]:
    pieces, piece = [], start
    for bar in re.finditer(r"\|", text[start:end]):
        place = start + bar.start()
        if place == start or text[place - 1] != "\\":
            pieces.append((piece, place))
            piece = place + 1
    return [*pieces, (piece, end)]


def _origin_of_cell(text: str, piece: Span, cell: str) -> Origin:
    start = max(piece[0], text.rfind(cell, *piece))
    starts, places, offset, place = [0], [start], 0, start
    for escape in re.finditer(r"\\(?=\|)", cell):
        offset += start + escape.start() - place
        place = start + escape.end()
        starts.append(offset)
        places.append(place)
    return Origin(tuple(starts), tuple(places))
