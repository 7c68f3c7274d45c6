"""The words of one OpenDocument paragraph: blanks as the standard has them, and what stands in it but is not part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from plainletter.documents.odt_names import all_text, full, name, value
from plainletter.documents.odt_styles import Look, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: More blanks in a row than this say nothing more, however many a file asks for.
_MOST_BLANKS: Final = 100
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_ASIDE: Final = frozenset(("text:note", "office:annotation", "text:hidden-text", "text:hidden-paragraph"))
_SKIPPED: Final = frozenset(
    ("text:note-citation", "text:ruby-text", "text:tracked-changes", "text:change-end", "office:annotation-end")
)


@dataclass(slots=True)
class Words:
    """The text of a paragraph, and what was met in it.

    ``asides`` are notes, frames, annotations …, each with its place in the text (code points); ``ends`` says where the range of
    an annotation ends, by its name.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    asides: list[tuple[int, Element]] = field(default_factory=list)
    ends: dict[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The words as one string; a line end is ``\\n``."""
        return "".join(self.pieces)

    def add(self, words: str) -> None:
        """Take some characters as they are."""
        if words:
            self.pieces.append(words)
            self.length += len(words)

    def add_collapsed(self, words: str) -> None:
        """Take characters of the file, in which blanks in a row are one blank."""
        collapsed = _BLANKS.sub(" ", words)
        if collapsed.startswith(" ") and (not self.pieces or self.pieces[-1][-1] in " \n\t"):
            collapsed = collapsed[1:]
        self.add(collapsed)


def words_of(paragraph: Element, styles: Styles, look: Look, doubts: set[str]) -> Words:
    """The words of a ``text:p`` or ``text:h`` whose own style looks like ``look``; doubts about them are added."""
    words = Words()
    _walk(paragraph, words, styles, look, doubts)
    return words


def _walk(element: Element, words: Words, styles: Styles, look: Look, doubts: set[str]) -> None:
    _take(element.text, words, look, doubts)
    for part in element:
        _visit(part, words, styles, look, doubts)
        _take(part.tail, words, look, doubts)


def _take(text: str | None, words: Words, look: Look, doubts: set[str]) -> None:
    if text:
        words.add_collapsed(text)
        if look.is_unseen and text.strip():
            doubts.add("unseen")


def _visit(part: Element, words: Words, styles: Styles, look: Look, doubts: set[str]) -> None:
    kind = name(part)
    if kind == "text:s":
        words.add(" " * _count(value(part, "text:c")))
    elif kind == "text:tab":
        words.add("\t")
    elif kind == "text:line-break":
        words.add("\n")
    elif kind in _ASIDE or kind.startswith("draw:"):
        words.asides.append((words.length, part))
    elif kind == "office:annotation-end":
        words.ends[value(part, "office:name")] = words.length
    elif kind == "text:script":
        doubts.add("script")
    elif kind in ("text:change-start", "text:change"):
        doubts.add("changed")
    elif kind not in _SKIPPED:
        if kind in ("text:database-display", "text:dde-connection", "text:execute-macro"):
            doubts.add("fetching")
        own = styles.look("text", value(part, "text:style-name")) if kind in ("text:span", "text:a") else Look()
        _walk(part, words, styles, own.over(look), doubts)


def _count(written: str) -> int:
    return min(int(written), _MOST_BLANKS) if written.isdecimal() and len(written) < 10 else 1 if not written else _MOST_BLANKS


def plain_words(element: Element) -> str:
    """All words of an element on one line."""
    return " ".join(part for found in element.iter(full("text:p"), full("text:h")) for part in all_text(found).split())
