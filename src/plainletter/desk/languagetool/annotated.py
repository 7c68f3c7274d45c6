"""A text as an editor sends it, mark-up and all, and the prose in it that is checked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an editor's text: ``written`` as it stands there, ``prose`` as it is read.

    The two are one for words. Mark-up is read as nothing, or as what stands for it: a line end for ``<br>``.
    """

    written: str
    prose: str
    markup: bool = False


@dataclass(frozen=True, slots=True)
class Annotated:
    """The pieces of a text. ``written`` and ``prose`` are those of all pieces, joined; offsets are code points."""

    pieces: tuple[Piece, ...]
    written: str = field(init=False)
    prose: str = field(init=False)
    _written_starts: tuple[int, ...] = field(init=False, repr=False)
    _prose_starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        for name, texts in (("written", [p.written for p in self.pieces]), ("prose", [p.prose for p in self.pieces])):
            object.__setattr__(self, name, "".join(texts))
            object.__setattr__(self, f"_{name}_starts", tuple(accumulate(map(len, texts), initial=0))[:-1])

    def stretch(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a stretch of the prose is written; None where none of it is words of the writer.

        A stretch that begins or ends in what stands for mark-up begins or ends with the mark-up.
        """
        first, last = self._at(start), self._at(max(start, end - 1))
        if all(piece.markup or not piece.prose for piece in self.pieces[first : last + 1]):
            return None
        begin = self._written_starts[first] + (0 if self.pieces[first].markup else start - self._prose_starts[first])
        past = len(self.pieces[last].written) if self.pieces[last].markup else end - self._prose_starts[last]
        return begin, self._written_starts[last] + past

    def is_words(self, start: int, end: int) -> bool:
        """Tell whether a stretch of the prose is written in one piece, without mark-up in it."""
        first = self._at(start)
        return first == self._at(max(start, end - 1)) and not self.pieces[first].markup

    def _at(self, offset: int) -> int:
        # The last of the pieces that start here is the one that is not empty, unless the text ends.
        return bisect_right(self._prose_starts, offset) - 1


def plain(text: str) -> Annotated:
    """Return a text without mark-up."""
    return Annotated((Piece(text, text),))


def annotated(pieces: Iterable[Piece]) -> Annotated:
    """Return a text of pieces; of none at all it is the empty text."""
    return Annotated(tuple(pieces) or (Piece("", ""),))
