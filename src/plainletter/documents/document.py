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
class Place:
    """Where the text from ``start`` (a code point) up to the next place stands in a file that is not made of lines.

    ``page`` and ``paragraph`` count from 1, 0 where the format has none; ``part`` names what is outside the body's
    paragraphs ("table 2, row 3", "footnote 1", "header").
    """

    start: int
    page: int = 0
    paragraph: int = 0
    part: str = ""

    def __str__(self) -> str:
        page = f"page {self.page}" if self.page else ""
        paragraph = f"paragraph {self.paragraph}" if self.paragraph else ""
        return ", ".join(word for word in (page, self.part, paragraph) if word) or "the text"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that no reader of the document sees in its prose: ``words``, and what it stands at.

    ``start`` and ``end`` are code points of the document's text: of the comment itself where it is part of the text (HTML,
    Markdown, plain text), else of the words that it is attached to (Word).
    """

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its blocks.

    Of a file that is text (plain, Markdown, HTML) ``text`` is the decoded file, byte-order mark removed, line ends as they
    are; of any other it is what was taken out of it, and ``places`` says where that stands, in order of ``start``.
    """

    text: str
    blocks: tuple[Block, ...]
    path: str | None = None
    format: str = "plain"
    encoding: str = "utf-8"
    notices: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    remarks: tuple[Remark, ...] = ()
