"""The letterhead above a letter's salutation and the signature below its valediction, where every line is a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from typing import Final

from plainletter.documents.document import Block
from plainletter.documents.lines import role_of

# As in plain.py, where the lines of a text say the same.
_SHORT: Final = 70
_HEAD_BLOCKS: Final = 60
_SIGNATURE_BLOCKS: Final = 10


def mark_letter_parts(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of ``text`` with the short paragraphs of letterhead and signature as furniture.

    In a text without salutation and valediction nothing changes.
    """
    marked = list(blocks)
    kinds = [block.kind for block in marked[:_HEAD_BLOCKS]]
    for index in range(kinds.index("salutation") if "salutation" in kinds else 0):
        _mark(text, marked, index)
    for index, block in enumerate(blocks):
        if block.kind == "furniture" and role_of(_words(text, block))[0] == "valediction":
            _mark_signature(text, marked, index)
    return tuple(marked)


def _mark_signature(text: str, blocks: list[Block], valediction: int) -> None:
    for index in range(valediction + 1, min(valediction + 1 + _SIGNATURE_BLOCKS, len(blocks))):
        _mark(text, blocks, index)
        if blocks[index].kind != "furniture":
            return


def _mark(text: str, blocks: list[Block], index: int) -> None:
    if blocks[index].kind == "paragraph" and _is_short(_words(text, blocks[index])):
        blocks[index] = replace(blocks[index], kind="furniture")


def _is_short(words: str) -> bool:
    """Say whether every line is short and does not end like a sentence."""
    return all(len(line) <= _SHORT and line[-1] not in ".!?;" for line in map(str.strip, words.splitlines()) if line)


def _words(text: str, block: Block) -> str:
    return unescape("".join(text[start:end] for start, end in block.spans)).strip()
