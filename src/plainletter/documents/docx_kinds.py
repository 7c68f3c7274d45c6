"""What the paragraphs of a Word file are: lines of a letter, items with a typed bullet, or prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from plainletter.documents.document import Block, BlockKind, Place
from plainletter.documents.lines import Role, role_of
from plainletter.documents.plain import read_plain

_WORDY: Final = re.compile(r"[^\W_]")
_LINE: Final = re.compile(r"[^\n]+")
_SHORT: Final = 70  # code points; the lines of an address or a signature
_KINDS: Final[dict[Role, BlockKind]] = {
    "salutation": "salutation",
    "reference": "furniture",
    "place": "furniture",
    "address": "furniture",
    "valediction": "furniture",
    "bullet": "list_item",
    "dash": "list_item",
    "number": "list_item",
}
_ITEMS: Final = ("bullet", "dash", "number")


def settled(text: str, blocks: Sequence[Block], places: Sequence[Place]) -> Iterator[Block]:
    """Yield the blocks of a whole text with the kinds that only their neighbours tell.

    Paragraphs of the body that are a letterhead, a signature or a heading without a style are what they would be in plain text.
    """
    told = {block.spans: block.kind for block in read_plain(text) if block.kind in ("furniture", "heading")}
    for block, place in zip(blocks, places, strict=True):
        plain = block.kind == "paragraph" and not place.part
        yield replace(block, kind=told[block.spans]) if plain and block.spans in told else block


class Part(NamedTuple):
    """A part of a paragraph that is a block of its own; its prose begins at ``body``, behind a typed bullet."""

    kind: BlockKind
    start: int
    body: int
    end: int


class _Line(NamedTuple):
    start: int
    end: int
    role: Role
    marker: int


def divide(text: str, kind: BlockKind) -> Iterator[Part]:
    """Divide the text of a paragraph into its blocks: one, unless typed line breaks in it separate a letter's lines.

    Line ends are "\\n". ``kind`` is what the paragraph's style says; only a plain paragraph is divided. What has no letter and
    no digit is no block.
    """
    lines = [line for found in _LINE.finditer(text) if _WORDY.search(found[0]) for line in _lines(text, found)]
    if not lines:
        return
    if kind != "paragraph":
        yield Part(kind, lines[0].start, lines[0].start, lines[-1].end)
    elif len(lines) > 1 and _is_address(text, lines):
        yield from (Part("furniture", line.start, line.start, line.end) for line in lines)
    elif len(lines) > 1 and "\n" in text:
        yield from _as_plain(text)
    else:
        yield from _by_lines(lines)


def _lines(text: str, found: re.Match[str]) -> Iterator[_Line]:
    """One line, or a greeting and the prose that follows it."""
    words = found[0].strip()
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    role, marker = role_of(words)
    if role == "greeting":
        yield _Line(start, start + len(words[:marker].rstrip()), "salutation", 0)
        yield _Line(start + marker, start + len(words), "text", 0)
    else:
        yield _Line(start, start + len(words), role, marker)


def _is_address(text: str, lines: Sequence[_Line]) -> bool:
    """Whether short lines are an address or a signature: none is a sentence, none an item, and one is known."""
    sentences = (line.end - line.start > _SHORT or text[line.end - 1] in ".!?:;" for line in lines)
    kinds = [_KINDS.get(line.role) for line in lines]
    return "furniture" in kinds and not {"salutation", "list_item"}.intersection(kinds) and not any(sentences)


def _as_plain(text: str) -> Iterator[Part]:
    """The blocks of typed lines, as in a plain text: wrapped prose, items, shorthand that says one thing a line."""
    end = 0
    for block in read_plain(text):
        body = block.spans[0][0]
        start = max(end, text.rfind("\n", 0, body) + 1)
        start += len(text[start:body]) - len(text[start:body].lstrip())
        end = block.spans[-1][1]
        yield Part(block.kind, start, body, end)


def _by_lines(lines: Sequence[_Line]) -> Iterator[Part]:
    for line in lines:
        yield Part(
            _KINDS.get(line.role, "paragraph"),
            line.start,
            line.start + (line.marker if line.role in _ITEMS else 0),
            line.end,
        )
