"""Drawings and text boxes of a Word file: what is written in them, for which programs, on what ground."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from plainletter.documents.docx_names import child, name
from plainletter.documents.docx_styles import UNKNOWN, colour_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FILLS: Final = ("a:solidFill", "a:gradFill", "a:blipFill", "a:pattFill")


def texts(element: Element, kind: str) -> Iterator[str]:
    """Yield the texts of the elements of this short name below an element."""
    return (found.text or "" for found in element.iter() if name(found) == kind)


def alternatives(element: Element, doubts: dict[str, None]) -> Iterator[Element]:
    """Give what is to be read of an ``mc:AlternateContent``: the first of it, and any other that says something else."""
    said: set[str] = set()
    for alternative in element:
        letters = "".join(_letters(alternative))
        if not said or (letters and letters not in said):
            if said:
                doubts["fallback"] = None
            said.add(letters)
            yield alternative


def _letters(element: Element) -> Iterator[str]:
    """The words below an element without blanks, to compare what two programs would show."""
    if name(element) in ("t", "a:t"):
        yield "".join((element.text or "").split())
    for below in element:
        if name(below) != "mc:Fallback":
            yield from _letters(below)


def fill_around(box: Element) -> str | None:
    """Return the colour behind the words of a text box, as far as its shape says."""
    for above in box.iterancestors():
        if name(above) in ("drawing", "pict", "object", "p"):
            break
        fill = UNKNOWN if above.get("fillcolor") else next(filter(None, map(_fill_in, above)), None)
        if fill is not None:
            return fill
    return None


def _fill_in(part: Element) -> str | None:
    """The colour that the properties of a shape fill it with."""
    if name(part).endswith(":style"):
        return UNKNOWN if (index := child(part, "a:fillRef")) is not None and index.get("idx") != "0" else None
    if not name(part).endswith("spPr"):
        return None
    colour = child(part, "a:solidFill", "a:srgbClr")
    if colour is not None:
        return colour_of(colour.get("val"))
    return UNKNOWN if any(name(element) in _FILLS for element in part) else None
