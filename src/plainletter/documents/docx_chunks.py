"""What Word takes in from other parts: whole documents (``w:altChunk``), charts and diagrams."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Final

from plainletter.documents.document import Block, BlockKind
from plainletter.documents.docx_file import Link, WordFile
from plainletter.documents.docx_names import name
from plainletter.errors import DocumentError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PAGES: Final = (".html", ".htm", ".xhtml")


def words_of_chunk(word: WordFile, link: Link | None, doubts: dict[str, None]) -> Iterator[tuple[BlockKind, str]]:
    """Yield kind and words of the blocks of an inserted document, where it is a web page or plain text."""
    ending = "" if link is None else posixpath.splitext(link.target)[1].lower()
    if link is None or link.external or ending not in (*_PAGES, ".txt") or link.target not in word.package:
        doubts["unread chunk"] = None
        return
    try:
        text, blocks = _read(word.package.read(link.target), ending)
    except DocumentError:
        doubts["unread chunk"] = None
        return
    for block in blocks:
        words = "".join(text[start:end] for start, end in block.spans)
        yield block.kind, " ".join((unescape(words) if ending in _PAGES else words).split())


def _read(data: bytes, ending: str) -> tuple[str, tuple[Block, ...]]:
    from plainletter.documents.reading import read_bytes

    document = read_bytes(data, format="html" if ending in _PAGES else "plain")
    return document.text, document.blocks


def words_of_chart(word: WordFile, link: Link | None) -> Iterator[str]:
    """Yield the lines of words in a chart or a diagram."""
    if link is None or link.external or link.target not in word.package:
        return
    for element in word.package.xml(link.target).iter("{*}p", "{*}v"):
        words = " ".join("".join(_texts(element)).split())
        if words and not words.replace(".", "").isdigit():
            yield words


def _texts(element: Element) -> Iterator[str]:
    return (part.text or "" for part in element.iter() if name(part) in ("a:t", "c:v"))
