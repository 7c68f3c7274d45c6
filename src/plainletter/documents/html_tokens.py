"""HTML cut into tags, comments, text and character references, each with its place in the file.

Not html.parser: its events have no end and no places of attribute values, and its time grows with the square of the number
of unclosed comments. Here every character is looked at a fixed number of times. What a browser would drop because it is
never closed (a comment, a script, a tag at the end) is text: a reader of the file sees it, and what was not read must not
pass for clean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

TokenKind = Literal["text", "reference", "open", "close", "comment", "mark"]

REFERENCE: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
#: Elements that hold no tags; of the first three the text is not prose.
_RAW: Final = ("script", "style", "iframe", "textarea", "title")
_RAW_END: Final = re.compile(rf"</({'|'.join(_RAW)})(?=[\s/>])", re.IGNORECASE)
_NAME: Final = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_ATTRIBUTE: Final = re.compile(
    r"""[\s/]*(?:(?P<end>>)|(?P<name>[^\s/>][^\s/>=]*)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>]*)))?)"""
)
_COMMENT_END: Final = re.compile(r"--!?>")


class Token(NamedTuple):
    """A piece of the file from ``start`` to ``end``; ``name`` is a tag's, in small letters.

    A "mark" is what is neither text nor tag nor comment: ``<!doctype html>``, ``<?xml … ?>``, the opening of a conditional
    or an unclosed comment.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""


class Attribute(NamedTuple):
    """An attribute's name, in small letters, and where its value stands in the file, without the quotation marks."""

    name: str
    start: int
    end: int


class _Closers(NamedTuple):
    """Where the last of each closing mark stands, so that no search is begun for one that is not there."""

    comment: int
    tag: int
    raw: dict[str, int]


def tokens_of(text: str) -> Iterator[Token]:
    """Cut ``text`` into tokens that cover it without a gap, in time linear in its length."""
    closers = _closers(text)
    place, length = 0, len(text)
    while place < length:
        less = text.find("<", place)
        less = length if less < 0 else less
        yield from referenced(text, place, less)
        if less == length:
            return
        token = _marked(text, less, closers)
        yield token
        place = token.end
        if token.kind == "open" and closers.raw.get(token.name, -1) >= place and text[token.end - 2] != "/":
            closing = next(found for found in _RAW_END.finditer(text, place) if found[1].lower() == token.name)
            yield from referenced(text, place, closing.start())
            place = closing.start()


def referenced(text: str, start: int, end: int) -> Iterator[Token]:
    """Text without tags, with each character reference as a token of its own."""
    if text.find("&", start, end) >= 0:
        for reference in REFERENCE.finditer(text, start, end):
            if start < reference.start():
                yield Token("text", start, reference.start())
            yield Token("reference", *reference.span())
            start = reference.end()
    if start < end:
        yield Token("text", start, end)


def attributes_of(text: str, tag: Token) -> Iterator[Attribute]:
    """The attributes of an opening tag, in order; of one that is there twice, browsers take the first."""
    place = tag.start + 1 + len(tag.name)
    while (found := _ATTRIBUTE.match(text, place, tag.end)) and found["name"] is not None:
        place = found.end()
        value = next((kind for kind in ("double", "single", "bare") if found[kind] is not None), None)
        yield Attribute(found["name"].lower(), *(found.span(value) if value else (place, place)))


def _closers(text: str) -> _Closers:
    raw = {found[1].lower(): found.start() for found in _RAW_END.finditer(text)}
    return _Closers(max(text.rfind("-->"), text.rfind("--!>")), text.rfind(">"), raw)


def _marked(text: str, less: int, closers: _Closers) -> Token:
    """The token that begins with the "<" at ``less``."""
    if text.startswith("<!--", less):
        return _comment(text, less, closers)
    behind = text[less + 1 : less + 2]
    if behind in ("!", "?") or (behind == "/" and not _NAME.match(text, less)):
        end = text.find(">", less) + 1 if closers.tag > less else 0
        return Token("mark", less, end) if end else Token("text", less, less + 1)
    name = _NAME.match(text, less)
    if name is None:
        return Token("text", less, less + 1)
    end = _end_of_tag(text, name.end(), closers)
    # A tag that never ends would hold the rest of the file.
    kind: TokenKind = "close" if behind == "/" else "open"
    return Token(kind, less, end, name[1].lower()) if end else Token("text", less, len(text))


def _comment(text: str, less: int, closers: _Closers) -> Token:
    if text.startswith(("<!-->", "<!--->"), less):
        return Token("comment", less, text.index(">", less) + 1)
    if closers.comment < less + 4:
        return Token("mark", less, less + 4)
    if text.startswith("<!--[if", less):
        return Token("mark", less, text.index(">", less) + 1)
    return Token("comment", less, _COMMENT_END.search(text, less + 4).end())  # type: ignore[union-attr]  # there is a closer


def _end_of_tag(text: str, place: int, closers: _Closers) -> int:
    """Where the tag ends whose name ends at ``place``; 0 where it does not."""
    if closers.tag < place:
        return 0
    while found := _ATTRIBUTE.match(text, place):
        place = found.end()
        if found["end"]:
            return place
    return 0
