"""Between code points, in which findings count, and the lines and units of an editor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lsprotocol import types

from plainletter.formats.places import Lines, lines_of

# How an editor counts within a line -> the codec whose units those are, and the bytes of one unit.
_UNITS: Final = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@dataclass(frozen=True, slots=True)
class Positions:
    """The way from offsets (code points) to positions in an editor and back; ``codec`` and ``size`` are of its units."""

    lines: Lines
    codec: str
    size: int

    def position(self, offset: int) -> types.Position:
        """Return the position of an offset."""
        line, column = self.lines.place(offset)
        start = self.lines.starts[line - 1]
        before = self.lines.text[start : start + column - 1]
        return types.Position(line - 1, len(before.encode(self.codec, "surrogatepass")) // self.size)

    def range(self, start: int, end: int) -> types.Range:
        """Return the range of a stretch, end-exclusive."""
        return types.Range(self.position(start), self.position(end))

    def offset(self, position: types.Position) -> int:
        """Return the offset of a position; one behind the end of its line, or of the text, is that end."""
        if position.line >= len(self.lines.starts):
            return len(self.lines.text)
        before = self.lines.line(position.line + 1).encode(self.codec, "surrogatepass")[: position.character * self.size]
        return self.lines.starts[position.line] + len(before.decode(self.codec, "ignore"))

    def stretch(self, wanted: types.Range) -> tuple[int, int]:
        """Return the first and last offset of a range."""
        return self.offset(wanted.start), self.offset(wanted.end)


def positions_in(text: str, encoding: str) -> Positions:
    """Prepare the positions in a text for an editor that counts in ``encoding``: utf-8, utf-16 or utf-32."""
    return Positions(lines_of(text), *_UNITS[encoding])
