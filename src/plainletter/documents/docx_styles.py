"""What a Word file's styles say about a paragraph and about the look of its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from plainletter.documents.document import BlockKind
from plainletter.documents.docx_names import child, is_on, name, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: A fill of which we cannot tell the colour (a picture, a shape, a table's own style).
UNKNOWN: Final = "?"
_WHITE: Final = "FFFFFF"
_BLACK: Final = "000000"
_TINY: Final = 4  # half-points
_NEAR: Final = 16  # of 255, in each of red, green and blue
_HIGHLIGHTS: Final = {"black": _BLACK, "white": _WHITE}
_HEX: Final = re.compile("[0-9A-Fa-f]{6}")
_HEADING: Final = re.compile(r"heading \d|title|subtitle|toc heading")
_FURNITURE: Final = re.compile(r"toc \d|header|footer|closing|signature|date|inside address|envelope (?:address|return)")
_QUOTES: Final = ("quote", "intense quote", "block text")


class Look(NamedTuple):
    """What is set about the look of words; ``None`` where nothing is. ``size`` is in half-points, colours are RRGGBB."""

    hidden: bool | None = None
    colour: str | None = None
    fill: str | None = None
    size: int | None = None

    def over(self, below: Look) -> Look:
        """This look, and ``below`` where this one says nothing."""
        return Look(
            below.hidden if self.hidden is None else self.hidden,
            below.colour if self.colour is None else self.colour,
            below.fill if self.fill is None else self.fill,
            below.size if self.size is None else self.size,
        )

    @property
    def unseen(self) -> bool:
        """Whether a reader does not see such words: hidden, as tiny as dust, or in the colour of what is behind them."""
        behind = self.fill or _WHITE
        same = self.colour is not None and behind != UNKNOWN and _is_near(self.colour, behind)
        return bool(self.hidden) or (self.size is not None and self.size <= _TINY) or (same and not self.blacked)

    @property
    def blacked(self) -> bool:
        """Whether the words are black on black, as they are when somebody blacks them out."""
        return (
            self.fill is not None
            and self.fill != UNKNOWN
            and _is_near(self.fill, _BLACK)
            and (self.colour is None or _is_near(self.colour, _BLACK))
        )


PLAIN: Final = Look()


@dataclass(frozen=True, slots=True)
class Style:
    """One style with what it inherits. ``kind`` is ``None`` where the style does not decide what a paragraph is."""

    kind: BlockKind | None = None
    numbered: bool = False
    look: Look = PLAIN


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a file by id; ``default`` is that of paragraphs which name none."""

    known: dict[str, Style]
    default: Style
    shaded_tables: frozenset[str] = frozenset()

    def get(self, id: str | None) -> Style:
        """Return the style of this id, the default where there is none."""
        return self.known.get(id or "", self.default)


def styles_of(root: Element | None) -> Styles:
    """Read the part of the styles; without one every style is empty."""
    if root is None:
        return Styles({}, Style())
    base = look_of(child(root, "docDefaults", "rPrDefault", "rPr"))
    raw = {value(element, "styleId") or "": element for element in root if name(element) == "style"}
    known = {id: _resolved(id, raw, base) for id in raw}
    default = next((id for id, style in raw.items() if _is_default(style)), "")
    shaded = frozenset(id for id, style in raw.items() if value(style, "type") == "table" and _is_shaded(style))
    return Styles(known, known.get(default, Style(look=base)), shaded)


def look_of(properties: Element | None) -> Look:
    """Read the look from the properties of a run (``w:rPr``)."""
    if properties is None:
        return PLAIN
    found = {name(element): element for element in properties}
    hidden = is_on(found["vanish"]) if "vanish" in found else None
    size = value(found.get("sz"))
    fill = _HIGHLIGHTS.get(highlight, UNKNOWN) if (highlight := value(found.get("highlight"))) not in (None, "none") else None
    return Look(hidden, _colour(found.get("color")), fill or fill_of(found.get("shd")), _size(size))


def fill_of(shading: Element | None) -> str | None:
    """Return the colour of a shading (``w:shd``), ``UNKNOWN`` where only the theme knows it, ``None`` for none."""
    fill = colour_of(value(shading, "fill"))
    if fill is not None:
        return fill
    return UNKNOWN if value(shading, "themeFill") or value(shading) == "solid" else None


def colour_of(written: str | None) -> str | None:
    """Return a colour as RRGGBB, ``None`` for none and for "auto"."""
    return written.upper() if written is not None and _HEX.fullmatch(written) else None


def _colour(element: Element | None) -> str | None:
    colour = colour_of(value(element))
    if colour is not None:
        return colour
    return _WHITE if value(element, "themeColor") in ("background1", "light1") else None


def _size(size: str | None) -> int | None:
    return int(size) if size and size.isdecimal() and len(size) < 6 else None


def _is_near(colour: str, other: str) -> bool:
    return all(abs(int(colour[at : at + 2], 16) - int(other[at : at + 2], 16)) <= _NEAR for at in (0, 2, 4))


def _resolved(id: str, raw: dict[str, Element], base: Look) -> Style:
    """The style of this id with all that it is based on; a circle of styles ends where it closes."""
    kind: BlockKind | None = None
    numbered: bool | None = None
    look = Look()
    seen: set[str] = set()
    while id in raw and id not in seen:
        seen.add(id)
        style = raw[id]
        paragraph = child(style, "pPr")
        kind = kind or _kind(style, paragraph)
        numbered = is_numbered(paragraph) if numbered is None else numbered
        look = look.over(look_of(child(style, "rPr"))).over(Look(fill=fill_of(child(paragraph, "shd"))))
        id = value(child(style, "basedOn")) or ""
    return Style(kind, bool(numbered), look.over(base))


def _kind(style: Element, paragraph: Element | None) -> BlockKind | None:
    called = (value(child(style, "name")) or "").lower()
    if _HEADING.fullmatch(called) or is_outlined(paragraph):
        return "heading"
    if called == "salutation":
        return "salutation"
    return "furniture" if _FURNITURE.fullmatch(called) else "quote" if called in _QUOTES else None


def is_outlined(paragraph: Element | None) -> bool:
    """Say whether the properties of a paragraph (``w:pPr``) put it into the document's outline; level 9 is body text."""
    return value(child(paragraph, "outlineLvl")) in tuple("012345678")


def is_numbered(paragraph: Element | None) -> bool | None:
    """Say whether the properties of a paragraph make it an item of a list; ``None`` where they do not speak of it."""
    numbering = child(paragraph, "numPr")
    return None if numbering is None else value(child(numbering, "numId")) != "0"


def _is_default(style: Element) -> bool:
    return value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on")


def _is_shaded(style: Element) -> bool:
    return any(name(element) == "shd" and fill_of(element) not in (None, _WHITE) for element in style.iter())


def kind_of(style: Style, properties: Element | None) -> BlockKind:
    """Return what a paragraph of this style is; its own properties (``w:pPr``) come before the style's."""
    if style.kind == "heading" or is_outlined(properties):
        return "heading"
    numbered = is_numbered(properties)
    if style.numbered if numbered is None else numbered:
        return "list_item"
    return style.kind or "paragraph"
