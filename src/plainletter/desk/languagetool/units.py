"""From code points, in which plainletter counts, to the UTF-16 units in which LanguageTool's clients do."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

_WIDE: Final = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Units:
    """Where the characters stand that take two units: emoji, rare Chinese signs, mathematical letters."""

    wide: tuple[int, ...]

    def at(self, offset: int) -> int:
        """Return the offset in UTF-16 units of an offset in code points."""
        return offset + bisect_left(self.wide, offset)

    def between(self, start: int, end: int) -> int:
        """Return the length in UTF-16 units of a stretch."""
        return self.at(end) - self.at(start)


def units_of(text: str) -> Units:
    """Prepare the way from code points of a text to its UTF-16 units."""
    return Units(tuple(match.start() for match in _WIDE.finditer(text)))


def length_of(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text) + sum(1 for _ in _WIDE.finditer(text))
