"""A paragraph with line breaks in it, divided as a plain text of these lines is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import accumulate
from typing import Final, NamedTuple

from plainletter.documents.document import Block, BlockKind
from plainletter.documents.plain import read_plain
from plainletter.documents.runs import Span, block_of_runs

_BLANKS: Final = re.compile(r"\s+")
_LINE_ENDS: Final = re.compile(r"\r\n?|\n")


class Piece(NamedTuple):
    """A run of the file from ``start`` to ``end``.

    ``whole`` is true of a character reference, which stays a run of its own, ``lines`` where line ends of the file are seen
    (preformatted text), ``breaks`` where the run stands for a line end itself (``<br>``).
    """

    start: int
    end: int
    whole: bool = False
    lines: bool = False
    breaks: bool = False


class _Shown(NamedTuple):
    """What a reader sees of a run: ``words``, and where the run stands in the file; None for a line end that has no place."""

    words: str
    run: Span | None
    whole: bool = False


def blocks_of_pieces(text: str, kind: BlockKind, pieces: Sequence[Piece]) -> list[Block]:
    """The blocks of what stands between two divisions of a page.

    That is one block, unless a paragraph has several lines: these may be a letter's address, salutation, list …, and are
    divided as those of a plain text. A line end that no blank of the file stands for ends a block, so that words stay apart.
    """
    if not any(piece.breaks or (piece.lines and _LINE_ENDS.search(text, piece.start, piece.end)) for piece in pieces):
        return list(block_of_runs(text, kind, list(_joined((piece.start, piece.end, piece.whole) for piece in pieces))))
    shown = _collapsed(part for piece in pieces for part in _parts(text, piece))
    words = "".join(part.words for part in shown)
    starts = list(accumulate((len(part.words) for part in shown), initial=0))
    if kind != "paragraph":
        return [block for runs in _runs(shown, starts, ((0, len(words)),)) for block in block_of_runs(text, kind, runs)]
    return [Block(block.kind, tuple(runs)) for block in read_plain(words) for runs in _runs(shown, starts, block.spans)]


def _parts(text: str, piece: Piece) -> Iterator[_Shown]:
    """A piece as its words, its blanks and its line ends."""
    start, end = piece.start, piece.end
    if piece.whole:
        yield _Shown(_BLANKS.sub(" ", unescape(text[start:end])), (start, end), whole=True)
    elif piece.breaks:
        blank = _BLANKS.search(text, start, end)  # "<br />" holds one itself
        yield _Shown("\n", blank.span() if blank else None)
    else:
        for blank in (_LINE_ENDS if piece.lines else _BLANKS).finditer(text, start, end):
            if start < blank.start():
                yield _Shown(text[start : blank.start()], (start, blank.start()))
            yield _Shown("\n" if piece.lines else " ", blank.span())
            start = blank.end()
        if start < end:
            yield _Shown(text[start:end], (start, end))


def _collapsed(parts: Iterable[_Shown]) -> list[_Shown]:
    """The parts without the blanks beside a line end, which take its place in the file if it has none."""
    shown: list[_Shown] = []
    for part in parts:
        before = shown[-1] if shown else None
        if before and before.words == "\n" and part.words == " ":
            shown[-1] = _Shown("\n", before.run or part.run)
        elif before and before.words == " " and part.words == "\n":
            shown[-1] = _Shown("\n", part.run or before.run)
        else:
            shown.append(part)
    return shown


def _runs(shown: Sequence[_Shown], starts: Sequence[int], spans: Iterable[Span]) -> Iterator[list[Span]]:
    """The runs in the file of these spans of the shown text; a new list behind each line end that has no place."""
    found: list[tuple[int, int, bool]] = []
    for start, end in spans:
        for index in range(bisect_right(starts, start) - 1, bisect_left(starts, end)):
            part = shown[index]
            if part.run is not None:
                found.append((*_clipped(part, start - starts[index], end - starts[index]), part.whole))
            elif found:
                yield list(_joined(found))
                found = []
    if found:
        yield list(_joined(found))


def _clipped(part: _Shown, start: int, end: int) -> Span:
    """The run of the characters from ``start`` to ``end`` of a part, as far as it has them."""
    first, last = part.run or (0, 0)
    if part.whole or len(part.words) != last - first:
        return first, last
    return first + max(0, start), first + min(len(part.words), end)


def _joined(runs: Iterable[tuple[int, int, bool]]) -> Iterator[Span]:
    """Runs that touch are joined, but character references stay alone."""
    held: Span | None = None
    for start, end, whole in runs:
        if held and not whole and held[1] == start:
            held = (held[0], end)
            continue
        if held:
            yield held
        held = None if whole else (start, end)
        if whole:
            yield (start, end)
    if held:
        yield held
