"""Visible runs of a file made into blocks, with the kind that their words give them in a letter."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape

from plainletter.documents.document import Block, BlockKind
from plainletter.documents.lines import role_of

Span = tuple[int, int]


def block_of_runs(text: str, kind: BlockKind, runs: Sequence[Span]) -> tuple[Block, ...]:
    """A block of the runs without the blanks at its two ends; none when it is all blank.

    The runs are code points of ``text``, in which character references (``&nbsp;``) are runs of their own. A paragraph may
    turn out to be a letter's salutation or furniture.
    """
    visible = [index for index, (start, end) in enumerate(runs) if unescape(text[start:end]).strip()]
    if not visible:
        return ()
    inner = list(runs[visible[0] : visible[-1] + 1])
    (start, end), behind = inner[0], inner[-1][1]
    inner[0] = (end - len(text[start:end].lstrip()), end)
    inner[-1] = (inner[-1][0], behind - len(text[inner[-1][0] : behind]) + len(text[inner[-1][0] : behind].rstrip()))
    return (Block(_kind_of_runs(text, inner) if kind == "paragraph" else kind, tuple(inner)),)


def _kind_of_runs(text: str, runs: Sequence[Span]) -> BlockKind:
    return "paragraph" if len(runs) > 8 else letter_kind("".join(text[start:end] for start, end in runs))


def letter_kind(words: str) -> BlockKind:
    """The kind of a paragraph: of one line, it may be a letter's salutation or furniture."""
    words = words.strip()
    if "\n" in words or "\r" in words:
        return "paragraph"
    role, _ = role_of(words)
    if role == "salutation":
        return "salutation"
    return "furniture" if role in ("reference", "place", "address", "valediction") else "paragraph"
