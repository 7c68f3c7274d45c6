"""Plain text letters: where headings, paragraphs, list items, furniture and tables begin and end."""

from __future__ import annotations

from typing import Final

from plainletter.documents import furniture
from plainletter.documents.columns import cells_of, find_rows
from plainletter.documents.document import Block, BlockKind
from plainletter.documents.layout import (
    Layout,
    ending_of,
    goes_on,
    groups,
    is_full,
    lay_out,
    starts_small,
    words_of,
)
from plainletter.documents.lines import Line, Role, split_lines

_KINDS: Final[dict[Role, BlockKind]] = {
    "text": "paragraph",
    "greeting": "paragraph",
    "bullet": "list_item",
    "dash": "list_item",
    "number": "list_item",
    "quote": "quote",
    "salutation": "salutation",
    "row": "table",
}
_ITEMS: Final[frozenset[Role]] = frozenset(("bullet", "dash", "number"))
_GUESSES: Final[frozenset[Role]] = frozenset(("dash", "number", "place", "address"))

#: How long the lines of an address, a letterhead or a signature can be, and how many there can be.
_SHORT: Final = 70
_HEAD_LINES: Final = 60
_SIGNATURE_LINES: Final = 10


def read_plain(text: str) -> tuple[Block, ...]:
    """Divide a plain text into blocks.

    Hard-wrapped lines are one paragraph, and its one span covers their line ends; the lines of a clinical note are a
    block each. Bullets, numbers and quote marks stand outside the spans. Every other letter and digit is in a span;
    lines without any are left out. Time is linear in the length of the text.
    """
    layout = lay_out(text, split_lines(text))
    roles = _settle(layout)
    blocks: list[Block] = []
    index = 0
    while index < len(layout.lines):
        end = _end_of_block(layout, roles, index)
        blocks.extend(_blocks(layout, roles, index, end))
        index = end
    return tuple(blocks)


def _settle(layout: Layout) -> list[Role]:
    """The role of each line once its neighbours are known."""
    roles: list[Role] = [line.role for line in layout.lines]
    _overrule_guesses(layout, roles)
    _mark_addresses(layout, roles)
    _mark_letterhead(layout, roles)
    _mark_signatures(layout, roles)
    for index in find_rows(layout.text, layout.lines, roles):
        roles[index] = "row"
    return roles


def _overrule_guesses(layout: Layout, roles: list[Role]) -> None:
    """A dash, a number or a date at the start of a line in the middle of a wrapped sentence is part of it."""
    for index, line in enumerate(layout.lines):
        if (
            roles[index] in _GUESSES
            and not line.first
            and roles[index - 1] in ("text", "greeting")
            and ending_of(layout, index - 1) not in ".!?:;"
            and is_full(layout, index - 1)
        ):
            roles[index] = "text"


def _mark_addresses(layout: Layout, roles: list[Role]) -> None:
    """The short lines above a postcode or a street are the rest of the address."""
    for group in groups(layout.lines):
        ends = [index for index in group if roles[index] == "address"]
        above = ends[-1] - 1 if ends else -1
        while above >= group.start and (roles[above] != "text" or _is_short(layout, above)):
            _make_furniture(roles, above)
            above -= 1


def _mark_letterhead(layout: Layout, roles: list[Role]) -> None:
    """Short lines above the salutation are the letterhead and the address."""
    head = roles[:_HEAD_LINES]
    opening = next((index for index, role in enumerate(head) if role in ("salutation", "greeting")), 0)
    for index in range(opening):
        if roles[index] == "text" and _is_short(layout, index) and index not in layout.notes:
            roles[index] = "reference"


def _mark_signatures(layout: Layout, roles: list[Role]) -> None:
    """Short lines below "Yours sincerely", or below a copy list's first line, belong to it."""
    for index, role in enumerate(roles):
        if role == "valediction":
            _mark_below(layout, roles, index, _SIGNATURE_LINES, across=True)
        elif role == "reference" and furniture.is_copy_list(words_of(layout, index)):
            _mark_below(layout, roles, index, _SIGNATURE_LINES, across=False)


def _mark_below(layout: Layout, roles: list[Role], above: int, most: int, *, across: bool) -> None:
    """Make furniture of the short lines below ``above``; ``across`` blank lines too, up to the next prose."""
    for index in range(above + 1, min(above + 1 + most, len(roles))):
        if layout.lines[index].first and (not across or (index > above + 1 and _heads_prose(layout, roles, index))):
            return
        if roles[index] in ("text", "number") and _is_short(layout, index):
            roles[index] = "reference"
        elif roles[index] not in ("reference", "place", "address", "rule"):
            return


def _heads_prose(layout: Layout, roles: list[Role], index: int) -> bool:
    """Say whether a line stands alone above something that is not furniture: a heading, or the prose itself."""
    following = index + 1
    if following >= len(roles) or not layout.lines[following].first:
        return False
    return roles[following] in _KINDS and not _is_short(layout, following)


def _make_furniture(roles: list[Role], index: int) -> None:
    if roles[index] == "text":
        roles[index] = "reference"


def _is_short(layout: Layout, index: int) -> bool:
    """Say whether a line is short and does not end like a sentence."""
    line = layout.lines[index]
    return line.end - line.start <= _SHORT and ending_of(layout, index) not in ".!?;"


def _end_of_block(layout: Layout, roles: list[Role], start: int) -> int:
    """The index behind the last line of the block that begins with line ``start``."""
    end = start + 1
    while end < len(roles) and not layout.lines[end].first and _belongs(layout, roles, start, end):
        end += 1
    return end


def _belongs(layout: Layout, roles: list[Role], start: int, index: int) -> bool:
    """Say whether line ``index`` is still in the block that begins with line ``start``."""
    if roles[start] == "quote":
        return roles[index] == "quote" and _has_words(layout.lines[index]) and goes_on(layout, index)
    if roles[index] != "text" or roles[start] not in ("text", "greeting", *_ITEMS):
        return False
    hangs = roles[start] in _ITEMS or start in layout.notes
    return (hangs and layout.lines[index].indent > layout.lines[start].indent) or goes_on(layout, index)


def _blocks(layout: Layout, roles: list[Role], start: int, end: int) -> list[Block]:
    """The blocks of the lines from ``start`` to ``end``: one, but for table rows and greetings."""
    first, last = layout.lines[start], layout.lines[end - 1]
    role = roles[start]
    if role == "rule" or (end == start + 1 and not _has_words(first)):
        return []
    if role == "row":
        return [Block("table", (cell,)) for cell in cells_of(layout.text, first)]
    if role == "quote":
        return [Block("quote", _quoted(layout.lines[start:end]))]
    prose = Block(_kind(layout, roles, start, end), ((_body(first, role), last.end),))
    if role != "greeting":
        return [prose]
    greeting = layout.text[first.start : first.body].rstrip()
    return [Block("salutation", ((first.start, first.start + len(greeting)),)), prose]


def _body(line: Line, role: Role) -> int:
    """Where the prose of a block's first line begins: behind a marker, unless the line is not a list item after all."""
    return line.body if role in _ITEMS or role == "greeting" else line.start


def _has_words(line: Line) -> bool:
    return line.body < line.end


def _quoted(lines: list[Line]) -> tuple[tuple[int, int], ...]:
    """The runs of quoted lines without their marks; each but the last holds its line end, so that words stay apart."""
    ends = [following.start - following.indent for following in lines[1:]] + [lines[-1].end]
    return tuple((line.body, end) for line, end in zip(lines, ends, strict=True))


def _kind(layout: Layout, roles: list[Role], start: int, end: int) -> BlockKind:
    if roles[start] == "text" and end == start + 1 and _is_heading(layout, roles, start):
        return "heading"
    return _KINDS.get(roles[start], "furniture")


def _is_heading(layout: Layout, roles: list[Role], index: int) -> bool:
    """Say whether a line of its own is a heading: short, not a sentence, and with something below that it heads."""
    below = index + 1
    if below >= len(roles) or starts_small(layout, index):
        return False
    words = words_of(layout, index)
    count = words.count(" ") + 1
    if len(words) > _SHORT or words[-1] in ".,;!" or (words[-1] == ":" and count > 6):
        return False
    line, following = layout.lines[index], layout.lines[below]
    if roles[below] == "rule":
        return not following.first or line.first
    if line.first and following.first:
        return count <= 12
    if index in layout.notes or following.first:
        return False
    return words.isupper() or roles[below] in _ITEMS or _is_longer(layout, index)


def _is_longer(layout: Layout, index: int) -> bool:
    """Say whether the line below is prose: long, or a sentence and longer than this line."""
    line, following = layout.lines[index], layout.lines[index + 1]
    length = following.end - following.start
    return length >= 60 or (ending_of(layout, index + 1) in ".!?" and length > line.end - line.start)
