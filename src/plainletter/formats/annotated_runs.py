"""Where Word comments begin and end: runs are cut at the words, so that each part keeps its formatting."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from plainletter.documents.docx_names import name
from plainletter.documents.docx_runs import Piece, keeps_blanks

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PRESERVE: Final = "{http://www.w3.org/XML/1998/namespace}space"
#: What may stand between a paragraph and its runs, and may hold the ends of comments.
_AROUND: Final = frozenset("hyperlink ins moveTo smartTag customXml sdt sdtContent fldSimple dir bdo".split())


class Stretch(NamedTuple):
    """The first and the last element that a comment embraces; each is a run or stands in the place of one."""

    first: Element
    last: Element


@dataclass(slots=True)
class Cutter:
    """Cuts the runs of a document at the ends of words. First every cut is planned, then ``cut`` is called once."""

    _cuts: dict[Element, set[int]] = field(default_factory=lambda: defaultdict(set))
    _parts: dict[Element, list[tuple[int, Element]]] = field(default_factory=dict)

    def plan(self, pieces: Sequence[Piece], start: int, end: int) -> None:
        """Plan to cut before ``start`` and before ``end``, code points of the block that these pieces make up."""
        first, last = _of(pieces, start), _of(pieces, end - 1)
        self._cuts[first.element].add(_offset(first, start))
        self._cuts[last.element].add(_offset(last, end - 1) + 1)

    def cut(self) -> None:
        """Cut the runs."""
        runs: dict[Element, None] = {}
        for element in self._cuts:
            carrier = carrier_of(element)
            if name(carrier) == "r" and element.getparent() is carrier:
                runs[carrier] = None
        for run in runs:
            self._cut_run(run)

    def stretch(self, pieces: Sequence[Piece], start: int, end: int) -> Stretch:
        """Return what holds the words from ``start`` to ``end`` after the cut."""
        first, last = _of(pieces, start), _of(pieces, end - 1)
        return Stretch(self._holder(first, start), self._holder(last, end - 1))

    def _holder(self, piece: Piece, position: int) -> Element:
        """The run that holds the sign at this position now."""
        offset = _offset(piece, position)
        found = next((part for begin, part in reversed(self._parts.get(piece.element, ())) if begin <= offset), piece.element)
        return carrier_of(found)

    def _cut_run(self, run: Element) -> None:
        """Give what stands behind each cut to a run of its own, of the same look."""
        properties = next((element for element in run if name(element) == "rPr"), None)
        current, last, broken = run, properties, False
        for element in [element for element in run if element is not properties]:
            cuts = self._cuts.get(element, set())
            parts = self._cut_text(element, cuts) if name(element) == "t" else [(0, element)]
            for begin, part in parts:
                if (broken or begin in cuts) and last is not properties:
                    current = _next_run(current, properties)
                broken = False
                if current is not run:
                    current.append(part)
                elif part is not element and last is not None:
                    last.addnext(part)
                last = part
            broken = bool(cuts) and max(cuts) >= (parts[-1][0] + len(parts[-1][1].text or "") if name(element) == "t" else 1)

    def _cut_text(self, element: Element, cuts: set[int]) -> list[tuple[int, Element]]:
        """Divide a text at the cuts within it; a part whose blanks count says so.

        Blanks at the ends that Word drops, because the text does not say that they count, get parts of their own that do not
        say it either.
        """
        text = element.text or ""
        parts = [(0, element)]
        if any(0 < at < len(text) for at in cuts):
            first, last = (0, len(text)) if keeps_blanks(element) else (len(text) - len(text.lstrip()), len(text.rstrip()))
            within = sorted(at for at in {*cuts, first, last} if 0 < at < len(text))
            for begin, end in zip(within, [*within[1:], len(text)], strict=True):
                part = deepcopy(element)
                part.text, part.tail = text[begin:end], None
                parts.append((begin, part))
            element.text = text[: within[0]]
            for begin, part in parts:
                if first <= begin < last and (part.text or "").strip() != part.text:
                    part.set(_PRESERVE, "preserve")
        self._parts[element] = parts
        return parts


def carrier_of(element: Element) -> Element:
    """Return the run that an element stands in, or what stands in the place of a run: the ends of a comment go round it."""
    found = element
    for above in element.iterancestors():
        if name(above) in ("p", "body"):
            return found
        if name(above) not in _AROUND:
            found = above
    return found


def _of(pieces: Sequence[Piece], position: int) -> Piece:
    return pieces[bisect_right(pieces, position, key=lambda piece: piece.start) - 1]


def _offset(piece: Piece, position: int) -> int:
    """Where in the element's own text a position of the block stands."""
    return piece.at + position - piece.start


def _next_run(run: Element, properties: Element | None) -> Element:
    fresh: Element = run.makeelement(run.tag, {str(key): str(found) for key, found in run.attrib.items()})
    if properties is not None:
        fresh.append(deepcopy(properties))
    fresh.tail, run.tail = run.tail, None
    run.addnext(fresh)
    return fresh
