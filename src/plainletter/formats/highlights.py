"""The text of a document with its findings marked in it, a paragraph at a time, as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from plainletter.findings import Severity
from plainletter.formats.escaping import one_line

# Atomic: a single "\r\n" is not two line ends, and a long run of spaces is walked through once.
_BLANK = re.compile(r"(?>\r\n|\r|\n)(?:[ \t]*+(?>\r\n|\r|\n))+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LONG = 80  # code points: a longer mark is underlined only, so that the page stays calm


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text, in code points, with the number of its finding and how it looks."""

    start: int
    end: int
    number: int
    severity: Severity
    group: str


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the paragraphs of a text start and end: what stands between blank lines."""
    start = 0
    for blank in _BLANK.finditer(text):
        if text[start : blank.start()].strip():
            yield start, blank.start()
            start = blank.end()
    if text[start:].strip():
        yield start, len(text)


def marked(text: str, start: int, end: int, marks: Sequence[Mark], document: str) -> Markup:
    """Return ``text[start:end]`` as HTML with its marks, each followed by the number that leads to its note.

    ``marks`` are those that touch the stretch; they may overlap. ``document`` is what the ids of the document begin with.
    """
    edges = sorted({start, end, *(edge for mark in marks for edge in (mark.start, mark.end) if start < edge < end)})
    waiting = sorted(marks, key=lambda mark: mark.start, reverse=True)
    around: list[Mark] = []
    pieces = []
    for left, right in pairwise(edges):
        while waiting and waiting[-1].start <= left:
            around.append(waiting.pop())
        around = [mark for mark in around if mark.end >= right]
        inner = Markup("\n").join(map(one_line, _LINE_END.split(text[left:right])))
        for mark in sorted(around, key=lambda mark: mark.end - mark.start):  # the longest is outermost
            inner = _wrap(inner, mark, left, right, document)
        pieces.append(inner)
    return Markup("").join(pieces)


def _wrap(inner: Markup, mark: Mark, left: int, right: int, document: str) -> Markup:
    look = f"{mark.severity} {mark.group}"
    id_ = Markup(' id="{}t{}"').format(document, mark.number) if left == mark.start else ""
    shape = " long" if mark.end - mark.start > _LONG else ""
    html = Markup('<mark class="{}{}"{}>{}</mark>').format(look, shape, id_, inner)
    return html + _link(mark, document) if right == mark.end else html


def _link(mark: Mark, document: str) -> Markup:
    return Markup('<a class="number {0} {1}" href="#{2}n{3}" aria-label="{3}, {0}">{3}</a>').format(
        mark.severity, mark.group, document, mark.number
    )
