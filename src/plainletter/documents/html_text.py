"""The text between the tags of HTML that stands inside Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from plainletter.documents.html_elements import INLINE
from plainletter.documents.html_tokens import Token, tokens_of

#: Tags whose text is not prose.
_HIDING: Final = re.compile(r"<(script|style|pre)\b", re.IGNORECASE)
_REVEALING: Final = re.compile(r"</(script|style|pre)\b", re.IGNORECASE)
_EMPTY_LINE: Final = re.compile(r"\n[ \t]*(?=\n)")


class Run(NamedTuple):
    """A visible run of content; ``whole`` is true of a character reference, which stays a run of its own."""

    start: int
    end: int
    whole: bool = False


def hides(tag: str) -> str:
    """The name of an opening tag whose text is not prose ("script"), "" for every other tag."""
    opened = _HIDING.match(tag)
    return opened.group(1).lower() if opened else ""


def reveals(tag: str) -> str:
    """The name of the closing tag that ends what ``hides`` begins, "" for every other tag."""
    closed = _REVEALING.match(tag)
    return closed.group(1).lower() if closed else ""


def html_paragraphs(content: str) -> Iterator[list[Run]]:
    """The paragraphs between the tags of ``content``, each as its visible runs.

    Comments, scripts, styles and preformatted text are left out where they are closed. Where they are not, their words
    are read: a reader of the file sees them, and what was not read must not pass for clean.
    """
    runs: list[Run] = []
    for run in _runs(content):
        if run is not None:
            runs.append(run)
        elif runs:
            yield runs
            runs = []
    if runs:
        yield runs


def _runs(content: str) -> Iterator[Run | None]:
    """The runs of text between tags; None where a paragraph ends."""
    hidden = 0
    last = {found[1].lower(): found.start() for found in _REVEALING.finditer(content)}
    for token in tokens_of(content):
        if token.kind in ("open", "close"):
            if token.kind == "open" and token.start >= hidden and last.get(token.name, -1) >= token.end:
                hidden = _end_of_element(content, token)
            if token.name not in INLINE:
                yield None
        elif token.kind == "mark":
            yield None
        elif token.kind != "comment" and token.start >= hidden:
            yield from _divided(content, token)


def _end_of_element(content: str, tag: Token) -> int:
    """Where the closing tag stands of an element whose text is not prose."""
    closing = re.compile(f"</{tag.name}", re.IGNORECASE).search(content, tag.end)
    return closing.start() if closing else tag.end


def _divided(content: str, token: Token) -> Iterator[Run | None]:
    """Text without tags, divided at empty lines; a character reference stays whole."""
    start = token.start
    for gap in _EMPTY_LINE.finditer(content, start, token.end) if token.kind == "text" else ():
        if start < gap.start():
            yield Run(start, gap.start())
        yield None
        start = gap.end()
    if start < token.end:
        yield Run(start, token.end, token.kind == "reference")
