"""A document as the checker sees it: the file's own text, and where its prose stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list_item", "quote", "salutation", "furniture", "table"]


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table cell …: a piece of prose that no sentence crosses.

    ``spans`` are the visible runs, as ``(start, end)`` code-point offsets into the document's text, in
    order and not overlapping. Text between two runs (markup, a link's address) is not prose; two
    runs that touch visually are one word (``**non**-compliant`` is two runs, one word).
    ``furniture`` is letterhead, address, date and reference lines, copy list and the like: it is checked for words, but
    it does not count as sentences to read; nor do ``table`` cells.
    """

    kind: BlockKind
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its blocks. Offsets index ``text``: the decoded file, byte-order mark removed, line ends as they are."""

    text: str
    blocks: tuple[Block, ...]
    path: str | None = None
    format: str = "plain"
    encoding: str = "utf-8"
    notices: tuple[str, ...] = ()
