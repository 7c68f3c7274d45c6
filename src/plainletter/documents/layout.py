"""How the lines of a letter hang together: where it is wrapped, where it is a note, what goes on with the line above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from plainletter.documents.lines import Line, Role

#: Narrower lines are lists or verse; wider ones are whole paragraphs.
_NARROWEST: Final = 40
_WIDEST: Final = 130
_SLACK: Final = 20

_FIRST_WORD: Final = re.compile(r"\S{1,80}")
_LETTER: Final = re.compile(r"[^\W_]")
_CLOSERS: Final = "\"'”’)]*_"

#: A line that ends with one of these has not ended.
_OPEN_END: Final = re.compile(
    r"""(?:^|\s)(?:a|an|and|are|at|been|by|can|could|dr|for|from|had|has|have|he|her|his|i|in|is|it|miss|mr|mrs|ms|my|not|of|on|or
    |our|prof|she|that|the|their|they|this|to|was|we|were|which|who|will|with|would|you|your)\.?$""",
    re.IGNORECASE | re.VERBOSE,
)

#: "PC: chest pain", "O/E NAD", "Allergies: none known": shorthand that says one thing a line.
_LABEL: Final = re.compile(r"[A-Za-z][A-Za-z/&.'() -]{0,30}:\s+\S|[A-Za-z/&]{1,8}\s?=\s?\S")
_SHORTHAND: Final = re.compile(
    r"(?:[a-z]/[a-z]|adm|bg|bp|dhx?|dx|fhx?|gcs|hopc|hpc|hr|hx|imp|ix|mse|nad|nbm|obs|pc|pmhx?|pshx?|pt|rr|rx|sats|shx?|tx)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of one text with the two facts that decide what belongs together.

    ``width`` is the column where the writer's program wrapped lines, 0 when it did not. ``notes`` holds the indexes of
    the lines in groups that are clinical shorthand, where each line is a statement of its own.
    """

    text: str
    lines: list[Line]
    width: int
    notes: frozenset[int]


def lay_out(text: str, lines: list[Line]) -> Layout:
    """Measure ``lines``, which are the lines of ``text``."""
    return Layout(text, lines, _width(lines), frozenset(_notes(text, lines)))


def groups(lines: list[Line]) -> Iterator[range]:
    """The indexes of lines that stand together without a blank line between them."""
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].first:
            yield range(start, index)
            start = index


def words_of(layout: Layout, index: int) -> str:
    """The visible text of one line."""
    line = layout.lines[index]
    return layout.text[line.start : line.end]


def ending_of(layout: Layout, index: int) -> str:
    """The last sign of a line, leaving out closing quotes and brackets."""
    line = layout.lines[index]
    tail = layout.text[max(line.start, line.end - 8) : line.end]
    return (tail.rstrip(_CLOSERS) or tail)[-1]


def starts_small(layout: Layout, index: int) -> bool:
    """Say whether the first letter or digit of a line's words is a small letter."""
    line = layout.lines[index]
    letter = _LETTER.search(layout.text, line.body, line.end)
    return letter is not None and letter.group().islower()


def is_full(layout: Layout, index: int) -> bool:
    """Say whether the first word of the next line had no room at the end of this one."""
    if not layout.width or index + 1 >= len(layout.lines):
        return False
    following = layout.lines[index + 1]
    word = _FIRST_WORD.match(layout.text, following.body)
    return _column(layout.lines[index]) + 1 + (len(word.group()) if word else 0) > layout.width


def goes_on(layout: Layout, index: int) -> bool:
    """Say whether the words of line ``index`` go on with the sentence or paragraph of the line above."""
    above = index - 1
    ending = ending_of(layout, above)
    small = starts_small(layout, index)
    if index in layout.notes:
        return small and ending not in ".!?:;" and (is_full(layout, above) or _column(layout.lines[above]) >= 60)
    if ending in ".!?:" or _LABEL.match(layout.text, layout.lines[index].start, layout.lines[index].end):
        return is_full(layout, above)
    return small or ending in ",-–—(/&" or _ends_open(layout, above) or is_full(layout, above)


def _ends_open(layout: Layout, index: int) -> bool:
    line = layout.lines[index]
    return _OPEN_END.search(layout.text[max(line.start, line.end - 12) : line.end]) is not None


def _column(line: Line) -> int:
    """The column where a line ends."""
    return line.indent + line.end - line.start


def _width(lines: list[Line]) -> int:
    """The column where lines were wrapped by hand or by a program, 0 when they were not."""
    columns = sorted(
        _column(line) for line, following in pairwise(lines) if not following.first and (line.role, following.role) in _FLOWING
    )
    if not columns:
        return 0
    width = columns[len(columns) * 19 // 20]
    near = sum(column > width - _SLACK for column in columns)
    return width if _NARROWEST <= width <= _WIDEST and near * 2 >= len(columns) else 0


#: The roles of a line and of the next that may be one sentence.
_FLOWING: Final[frozenset[tuple[Role, Role]]] = frozenset(
    (("text", "text"), ("greeting", "text"), ("bullet", "text"), ("dash", "text"), ("number", "text"), ("quote", "quote"))
)


def _notes(text: str, lines: list[Line]) -> Iterator[int]:
    for group in groups(lines):
        plain = [index for index in group if lines[index].role == "text"]
        terse = sum(is_terse(text, lines[index]) for index in plain)
        if terse >= 2 and terse * 10 >= len(plain) * 3:
            yield from group


def is_terse(text: str, line: Line) -> bool:
    """Say whether a line begins like clinical shorthand: a label or a known abbreviation."""
    return any(pattern.match(text, line.start, line.end) for pattern in (_LABEL, _SHORTHAND))
