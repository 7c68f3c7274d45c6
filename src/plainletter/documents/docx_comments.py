"""The comments in the margin of a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from plainletter.documents.docx_file import WordFile
from plainletter.documents.docx_names import name, value
from plainletter.documents.remarks import MARK

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: The author of our own comments, which are not checked again.
OURS: Final = "plainletter"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin."""

    id: str
    author: str
    words: str
    element: Element


def comments_of(word: WordFile) -> Iterator[Comment]:
    """Yield the comments of a file in their own order."""
    root = word.part("comments")
    for element in () if root is None else root:
        if name(element) == "comment":
            texts = (part.text or "" if name(part) == "t" else " " for part in element.iter() if name(part) in ("t", "p", "br"))
            yield Comment(value(element, "id") or "", value(element, "author") or "", " ".join("".join(texts).split()), element)


def is_remark(words: str) -> bool:
    """Say whether a comment speaks to plainletter."""
    return words.lower().startswith(MARK)
