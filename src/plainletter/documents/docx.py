"""Word files (.docx, .docm, .dotx): the words that Word shows, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from plainletter.documents.document import Block, Document, Place, Remark
from plainletter.documents.docx_comments import Comment, comments_of, is_remark
from plainletter.documents.docx_file import open_word
from plainletter.documents.docx_kinds import settled
from plainletter.documents.docx_notices import notices_of
from plainletter.documents.docx_walk import Walker, WordBlock
from plainletter.documents.doubts import doubts_of_text
from plainletter.errors import DocumentError

BETWEEN: Final = "\n\n"


def read_docx_file(path: Path) -> Document:
    """Read a Word file as Word shows it with all changes accepted; what is not read is said in ``notices``.

    ``places`` count the body's paragraphs that are not empty. Comments that begin with "plainletter:" are remarks at the words
    that they are attached to. Raises DocumentError for what is no Word file, is damaged or hostile, or holds no text.
    """
    word = open_word(path)
    walker = Walker(word)
    texts: list[str] = []
    blocks: list[Block] = []
    places: list[Place] = []
    ranges = _Ranges()
    for start, block in placed(walker.blocks()):
        texts.append(block.text)
        end = start + len(block.text)
        blocks.append(Block(block.kind, ((start + block.body, end),)))
        places.append(Place(start, paragraph=block.paragraph, part=block.part))
        ranges.add(block, start)
    if not blocks:
        raise DocumentError(
            f"{word.package.title} holds no text, only pictures or nothing: it cannot be checked. Save it from the program that "
            "wrote it, or have the scan read (OCR) first."
        )
    text = BETWEEN.join(texts)
    notices = (*doubts_of_text(text), *notices_of(word, walker.doubts))
    remarks = tuple(ranges.remarks(comments_of(word), text))
    return Document(text, tuple(settled(text, blocks, places)), str(path), "docx", "utf-8", notices, tuple(places), remarks)


def placed(blocks: Iterable[WordBlock]) -> Iterator[tuple[int, WordBlock]]:
    """Yield each block with the code point of the document's text at which it starts."""
    start = 0
    for block in blocks:
        yield start, block
        start += len(block.text) + len(BETWEEN)


class _Ranges:
    """Where comments begin and end in the document's text, by their ids."""

    def __init__(self) -> None:
        self._starts: dict[str, int] = {}
        self._ends: dict[str, int] = {}
        self._blocks: dict[str, tuple[int, int]] = {}

    def add(self, block: WordBlock, start: int) -> None:
        """Take the marks of a block that starts at this code point."""
        for mark in block.marks:
            if mark.kind == "commentReference":
                self._blocks.setdefault(mark.id, (start, start + len(block.text)))
            else:
                known = self._starts if mark.kind == "commentRangeStart" else self._ends
                known.setdefault(mark.id, start + mark.offset)

    def remarks(self, comments: Iterable[Comment], text: str) -> Iterator[Remark]:
        """Yield the comments that speak to plainletter; one without a range speaks of its whole paragraph."""
        for comment in comments:
            if is_remark(comment.words):
                start, end = self._starts.get(comment.id), len(text[: self._ends.get(comment.id)].rstrip())
                if start is None or start >= end:
                    start, end = self._blocks.get(comment.id, (0, 0))
                yield Remark(start, end, comment.words)
