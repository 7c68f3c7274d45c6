"""The walk through a web page, tag by tag, that collects its words into blocks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final, NamedTuple

from plainletter.documents.document import Block
from plainletter.documents.html_elements import (
    APART,
    CLOSED_BY,
    INLINE,
    LEFT_OUT,
    VOID,
    Frame,
    framed,
    shown_attributes,
    values_of,
)
from plainletter.documents.html_tokens import Attribute, Token, attributes_of, referenced, tokens_of
from plainletter.documents.letter_parts import mark_letter_parts
from plainletter.documents.line_runs import Piece, blocks_of_pieces

#: Open elements that divide, one in the other: browsers stop at 512.
_DEEP: Final = 500
#: Deeper elements are not told apart any more, so that memory stays flat.
_DEEPEST: Final = 50_000
_ROOTS: Final = frozenset(("html", "body"))
_HEAD: Final = frozenset(("title", "meta"))
#: A reference mark in superscript is no part of the word before it.
_NOTE_MARK: Final = re.compile(r"(?:<a\b[^<>]*>)?\s*[\[(]?[\d*\u2020\u2021]")
#: What a comment that is a sentence does not have: code, or a word and a colon for a program.
_CODE: Final = re.compile(r"[<>{}()=;/\\_|]|\A\W*[\w-]+\s*:|-{3}")
_FEWEST_SMALL: Final = 2
_FEWEST_WORDS: Final = 4

_NOTICES: Final[Mapping[str, str]] = {
    "hidden": "It holds text that a browser hides: it was checked too.",
    "conditional": "It holds text that only some e-mail programs show (conditional comments): it was checked too.",
    "comment": "It holds comments, which go out with the page: only whole sentences in them were checked.",
    "unclosed": "A comment in it is never closed, so browsers hide the rest: it was checked too.",
    "code": "Code in it was not checked.",
    "foreign": "Parts of it in another language were not checked.",
    "language": "It says that it is in another language than English: it was checked as English.",
    "frame": "A page inside the page (a frame) was not checked.",
    "deep": f"Its tags nest deeper than {_DEEP} levels, so browsers may show it otherwise.",
    "shell": "All but a line for browsers without scripts is written by a script, and was not checked: "
    "open it in a browser and save the page as text.",
}  # fmt: skip


class Page(NamedTuple):
    """The blocks of a page in the order of the file; ``has_words`` is false when they are all of its head."""

    blocks: tuple[Block, ...]
    notices: tuple[str, ...]
    has_words: bool


def walk(text: str) -> Page:
    """Read a page; its blocks and what must be said about it."""
    walker = _Walker(text)
    for token in tokens_of(text):
        walker.take(token)
    return walker.page()


class _Walker:
    """The state of a walk: which elements are open, and the words since the last division, innermost flow last."""

    __slots__ = ("_blocks", "_body", "_flows", "_frames", "_notes", "_open", "_outside", "_remote", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._blocks: list[Block] = []
        self._notes: set[str] = set()
        self._frames = [Frame("", "paragraph")]
        self._open: dict[str, list[int]] = {}
        self._flows: list[list[Piece]] = [[]]
        self._body = 0
        self._outside = 0  # blocks of the body that are not in a noscript element
        self._remote = False

    def page(self) -> Page:
        self._close_to(1)
        self._divide()
        if self._body and not self._outside and self._remote:
            self._notes.add("shell")
        blocks = mark_letter_parts(self._text, sorted(self._blocks, key=lambda block: block.spans))
        return Page(blocks, tuple(said for note, said in _NOTICES.items() if note in self._notes), self._body > 0)

    def take(self, token: Token) -> None:
        if token.kind == "open":
            self._start(token)
        elif token.kind == "close":
            self._end(token.name)
        elif token.kind == "comment":
            self._comment(token)
        elif token.kind == "mark":
            self._mark(token)
        else:
            self._words(token)

    def _words(self, token: Token) -> None:
        frame = self._frames[-1]
        if frame.left_out or frame.foreign:
            if not self._text[token.start : token.end].isspace():
                self._notes.update(_reasons(frame))
            return
        whole = token.kind == "reference"
        if whole and _is_invisible(unescape(self._text[token.start : token.end])):
            return
        if frame.hidden and not self._text[token.start : token.end].isspace():
            self._notes.add("hidden")
        self._flows[-1] += _without_nuls(self._text, Piece(token.start, token.end, whole, frame.lines))

    def _comment(self, token: Token) -> None:
        start, end = token.start + 4, max(token.start + 4, self._text.rfind("--", token.start, token.end))
        words = self._text[start:end].strip()
        if "plainletter:" in words.lower() or len(words.split()) < 2:
            return
        self._notes.add("comment")
        if _is_sentence(words):
            self._add([Piece(start, end)], Frame("", "furniture"))

    def _mark(self, token: Token) -> None:
        if token.end - token.start == 4 and self._text.startswith("<!--", token.start):
            self._notes.add("unclosed")
            self._divide()
        elif self._text.startswith("<!--[if", token.start) and not self._text.startswith("<!-->", token.end):
            self._notes.add("conditional")

    def _start(self, token: Token) -> None:
        name = token.name
        places = _attributes(self._text, token)
        attributes = values_of({key: self._text[place.start : place.end] for key, place in places.items()})
        self._close_implied(name)
        if name == "br":
            self._flows[-1].append(Piece(token.start, token.end, breaks=True))
            return
        frame = framed(self._frames[-1], name, attributes, len(self._frames))
        if name == "sup" and _NOTE_MARK.match(self._text, token.end):
            frame = frame._replace(flow=True)
        if name in _ROOTS and frame.foreign:
            self._notes.add("language")
            frame = frame._replace(foreign=False)
        if name not in INLINE and not frame.flow:
            self._divide()
        self._look_at(frame, attributes)
        self._read_attributes(frame, attributes, places)
        if name in VOID or (self._text[token.end - 2] == "/" and (name in LEFT_OUT or name in ("title", "textarea"))):
            return
        if len(self._frames) < _DEEPEST:
            self._open.setdefault(name, []).append(len(self._frames))
            self._frames.append(frame)
            if frame.flow:
                self._flows.append([])

    def _look_at(self, frame: Frame, attributes: Mapping[str, str]) -> None:
        """Note what an opening tag says about the page."""
        if frame.name == "script" and "src" in attributes:
            self._remote = True
        if frame.name == "iframe" and attributes.get("srcdoc"):
            self._notes.add("frame")
        if frame.divider == len(self._frames) == _DEEP:
            self._notes.add("deep")

    def _read_attributes(self, frame: Frame, attributes: Mapping[str, str], places: Mapping[str, Attribute]) -> None:
        if frame.left_out or frame.foreign:
            return
        for name in shown_attributes(frame.name, attributes):
            place = places[name]
            pieces = [Piece(t.start, t.end, t.kind == "reference") for t in referenced(self._text, place.start, place.end)]
            self._add(pieces, frame._replace(kind="furniture"))

    def _close_implied(self, name: str) -> None:
        if name in INLINE or name in APART or name == "br":
            return
        for closed in CLOSED_BY.get(name, ()):
            bound = self._frames[-1].list if closed in ("li", "dt", "dd") else self._frames[-1].wall
            self._close_last(closed, bound)
        self._close_last("p", self._frames[-1].wall)

    def _end(self, name: str) -> None:
        if name == "br":
            return
        top = self._frames[-1]
        bound = top.divider if name in INLINE else 0 if name in ("table", "html", "body") else top.wall
        self._close_last(name, bound)
        if name not in INLINE and not top.flow:
            self._divide()

    def _close_last(self, name: str, bound: int) -> None:
        """Close the innermost open element of a name, and all in it, unless it stands outside the bound."""
        places = self._open.get(name)
        if places and places[-1] >= max(bound, 1):
            self._close_to(places[-1])

    def _close_to(self, place: int) -> None:
        while len(self._frames) > place:
            frame = self._frames[-1]
            if frame.flow or frame.name not in INLINE:
                self._divide()
            if frame.flow:
                self._flows.pop()
            self._frames.pop()
            self._open[frame.name].pop()

    def _divide(self) -> None:
        pieces = self._flows[-1]
        if pieces:
            self._flows[-1] = []
            self._add(pieces, self._frames[-1])

    def _add(self, pieces: list[Piece], frame: Frame) -> None:
        found = blocks_of_pieces(self._text, frame.kind, pieces)
        self._blocks += found
        if found and frame.name not in _HEAD:
            self._body += 1
            self._outside += "noscript" not in self._open or not self._open["noscript"]


def _attributes(text: str, token: Token) -> dict[str, Attribute]:
    if token.end - token.start <= len(token.name) + 3:
        return {}
    places: dict[str, Attribute] = {}
    for attribute in attributes_of(text, token):
        places.setdefault(attribute.name, attribute)
    return places


def _reasons(frame: Frame) -> list[str]:
    if frame.left_out:
        return ["code"] if frame.name not in ("script", "style", "xml") else []
    return ["foreign"]


def _without_nuls(text: str, piece: Piece) -> Iterator[Piece]:
    """The piece without the NUL characters in it, which browsers drop."""
    start = piece.start
    while (nul := text.find("\0", start, piece.end)) >= 0:
        if start < nul:
            yield piece._replace(start=start, end=nul)
        start = nul + 1
    if start < piece.end:
        yield piece._replace(start=start)


def _is_sentence(words: str) -> bool:
    """Say whether a comment reads like a sentence, and not like a note to the people who make the page."""
    parts = words.split()
    small = sum(part[0].islower() for part in parts[1:])
    return len(parts) >= _FEWEST_WORDS and small >= _FEWEST_SMALL and words[0].isupper() and not _CODE.search(words)


def _is_invisible(sign: str) -> bool:
    return all(unicodedata.category(letter) == "Cf" for letter in sign)
