"""Offsets as a person reads them: line and column, and the line itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from plainletter.documents.document import Place
from plainletter.formats.results import Checked

# Line ends as editors count them; other Unicode separators do not start a new line there.
_LINE_END = re.compile(r"\r\n|\n|\r")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Lines:
    """The starts and ends of the lines of a text, in code points."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both counted from 1; columns are code points."""
        line = bisect_right(self.starts, offset) - 1
        return line + 1, offset - self.starts[line] + 1

    def line(self, number: int) -> str:
        """Return line ``number``, counted from 1, without its line end."""
        return self.text[self.starts[number - 1] : self.ends[number - 1]]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an offset stands: in a file of lines ``line`` and ``column`` (from 1), in any other ``place`` besides.

    There, line and column count in the text that was taken out of the file.
    """

    line: int
    column: int
    place: Place | None = None

    def __str__(self) -> str:
        return f"{self.line}:{self.column}" if self.place is None else str(self.place)


@dataclass(frozen=True, slots=True)
class Spots:
    """The way from an offset of a checked file to its spot."""

    lines: Lines
    places: tuple[Place, ...]
    starts: tuple[int, ...]

    def at(self, offset: int) -> Spot:
        """Return the spot of an offset, in code points."""
        index = bisect_right(self.starts, offset) - 1
        return Spot(*self.lines.place(offset), self.places[max(index, 0)] if self.places else None)


def spots_of(checked: Checked) -> Spots:
    """Prepare the spots of a checked file."""
    return Spots(lines_of(checked.text), checked.places, tuple(place.start for place in checked.places))


def lines_of(text: str) -> Lines:
    """Find the lines of a text."""
    starts, ends = [0], []
    for match in _LINE_END.finditer(text):
        ends.append(match.start())
        starts.append(match.end())
    return Lines(text, tuple(starts), (*ends, len(text)))


def harmless(text: str) -> str:
    """Return the text with control characters made visible, so that it cannot steer a terminal."""
    return _CONTROL.sub("\ufffd", text.replace("\t", " "))
