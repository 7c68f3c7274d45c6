"""Offsets as a person reads them: line and column, and the line itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

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
