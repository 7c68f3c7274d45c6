"""The text between the tags of HTML that stands inside Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

#: Tags whose text is not prose.
_HIDING: Final = re.compile(r"<(script|style|pre)\b", re.IGNORECASE)
_REVEALING: Final = re.compile(r"</(script|style|pre)\b", re.IGNORECASE)
_TAG: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>|<[!?][^<>]*>")
_REFERENCE: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_EMPTY_LINE: Final = re.compile(r"\n[ \t]*(?=\n)")

#: Tags inside a sentence; every other tag ends a paragraph.
_INLINE: Final = re.compile(
    "a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr",
    re.IGNORECASE,
)


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
    closers = {closed.group(1).lower(): closed.start() for closed in _REVEALING.finditer(content)}
    closers["!--"] = content.rfind("-->")
    place = 0
    while place < len(content):
        less = content.find("<", place)
        less = len(content) if less < 0 else less
        yield from _divided(content, place, less)
        place, ends = _skip(content, less, closers)
        if ends:
            yield None
        elif place == less < len(content):  # a lone "<" is a sign like any other
            yield Run(place, place + 1)
            place += 1


def _skip(content: str, place: int, closers: Mapping[str, int]) -> tuple[int, bool]:
    """Where the tag, comment or hidden element at ``place`` ends, and whether it ends a paragraph.

    ``closers`` holds the last place of each closing mark, so that a search for one that is not there is not begun.
    """
    if content.startswith("<!--", place):
        closed = closers["!--"] >= place + 4
        return (content.index("-->", place + 4) + 3, False) if closed else (place + 4, True)
    name = hides(content[place : place + 8])
    if closers.get(name, -1) > place:
        revealing = re.compile(f"</{name}", re.IGNORECASE).search(content, place)
        place = revealing.start() if revealing else place
    tag = _TAG.match(content, place)
    if tag is None:
        return place, False
    return tag.end(), _INLINE.fullmatch(tag.group(1) or "!") is None


def _divided(content: str, start: int, end: int) -> Iterator[Run | None]:
    """Text without tags, divided at empty lines, with each character reference as a run of its own."""
    for gap in _EMPTY_LINE.finditer(content, start, end):
        yield from _referenced(content, start, gap.start())
        yield None
        start = gap.end()
    yield from _referenced(content, start, end)


def _referenced(content: str, start: int, end: int) -> Iterator[Run]:
    for reference in _REFERENCE.finditer(content, start, end):
        if start < reference.start():
            yield Run(start, reference.start())
        yield Run(*reference.span(), whole=True)
        start = reference.end()
    if start < end:
        yield Run(start, end)
