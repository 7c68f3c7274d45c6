"""What the elements of a web page do to its words: which divide, which hide, which are read out of the flow."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Final, NamedTuple

from plainletter.documents.document import BlockKind

#: Elements inside a sentence; every other element, a made-up one too, divides paragraphs.
INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label map mark nobr output picture q rb"
    " ruby s samp slot small source span strike strong sub sup time track tspan tt u var wbr".split()
)
#: Elements inside a sentence whose own words are not part of it.
APART: Final = frozenset("audio button canvas iframe math meter object progress rp rt select svg textarea video".split())
VOID: Final = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
#: Elements whose text is not prose.
LEFT_OUT: Final = frozenset(("script", "style", "code", "xml"))

_LISTS: Final = frozenset(("ul", "ol", "dl", "menu"))
_WALLS: Final = APART | {"table", "td", "th", "caption", "template", "marquee"}
_CELLS: Final = ("td", "th")
_ROWS: Final = ("td", "th", "tr")
_OPTIONS: Final = ("option",)
_TERMS: Final = ("dt", "dd")

#: What an opening tag closes that was not closed by hand; every other dividing element closes a paragraph.
CLOSED_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "li": ("li",),
    "dt": _TERMS,
    "dd": _TERMS,
    "td": _CELLS,
    "th": _CELLS,
    "tr": _ROWS,
    "tbody": (*_ROWS, "thead", "tbody", "tfoot"),
    "thead": (*_ROWS, "thead", "tbody", "tfoot"),
    "tfoot": (*_ROWS, "thead", "tbody", "tfoot"),
    "option": _OPTIONS,
    "optgroup": ("option", "optgroup"),
}

_HEADINGS: Final = frozenset(("title", "h1", "h2", "h3", "h4", "h5", "h6"))
_FURNITURE: Final = frozenset(("nav", "header", "footer", "address", "button", "option", "optgroup", "menu"))
_FURNITURE_ROLES: Final = frozenset(("navigation", "banner", "contentinfo", "button", "menu", "toolbar"))
_ITEMS: Final = frozenset(("li", "dt", "dd"))

#: Attributes whose values are read aloud or shown.
READ_ALOUD: Final = frozenset(
    ("alt", "title", "placeholder", "label", "aria-label", "aria-description", "aria-placeholder", "aria-valuetext")
)
_SHOWN_INPUTS: Final = frozenset(("", "text", "search", "button", "submit", "reset"))
_DESCRIPTIONS: Final = frozenset(
    ("description", "og:title", "og:description", "og:image:alt", "twitter:title", "twitter:description")
)

_HIDING: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:[;!]|$)"
    r"|font-size\s*:\s*(?:0(?:\.\d+)?|1(?:\.\d+)?(?=p))(?:p[xt]|em|rem|%)?\s*(?:[;!]|$)"
    r"|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,}"
)
_COLOUR: Final = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)")
_GROUND: Final = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)")
_WHITE: Final = re.compile(r"white|#f{3}|#f{6}|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\)")


class Frame(NamedTuple):
    """An open element, and what holds for the words in it.

    ``divider``, ``wall`` and ``list`` are places among the open elements: of the innermost one that divides, that shuts what
    is outside off from closing tags, and that is a list. ``flow`` says that its words are collected apart, ``layout`` that
    its table only arranges the page.
    """

    name: str
    kind: BlockKind
    left_out: bool = False
    foreign: bool = False
    hidden: bool = False
    lines: bool = False
    flow: bool = False
    layout: bool = False
    divider: int = 0
    wall: int = 0
    list: int = 0


def framed(parent: Frame, name: str, attributes: Mapping[str, str], place: int) -> Frame:
    """The frame of an element that opens inside ``parent`` as the open element number ``place``."""
    hidden = parent.hidden or is_hidden(attributes)
    foreign = _is_foreign(parent, attributes)
    apart = name in APART or (name in INLINE and (hidden, foreign) != (parent.hidden, parent.foreign))
    return Frame(
        name,
        _kind(parent, name, _role(attributes)),
        parent.left_out or name in LEFT_OUT,
        foreign,
        hidden,
        parent.lines or name in ("pre", "textarea", "listing", "xmp"),
        apart,
        _role(attributes) in ("presentation", "none") if name == "table" else parent.layout,
        parent.divider if name in INLINE and not apart else place,
        place if name in _WALLS else parent.wall,
        place if name in _LISTS or name in _WALLS else parent.list,
    )


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Say whether an element's own attributes keep its words from the eye."""
    if "hidden" in attributes:
        return True
    style = attributes.get("style", "").lower()
    if not style:
        return False
    colour, ground = _COLOUR.search(style), _GROUND.search(style)
    same = colour is not None and ground is not None and _plain(colour[1]) == _plain(ground[1])
    return same or _HIDING.search(style) is not None


def _plain(colour: str) -> str:
    return _WHITE.sub("white", colour.strip())


def _is_foreign(parent: Frame, attributes: Mapping[str, str]) -> bool:
    language = attributes.get("lang", attributes.get("xml:lang", "")).strip().lower()
    return not language.startswith("en") if language else parent.foreign


def _role(attributes: Mapping[str, str]) -> str:
    return attributes.get("role", "").strip().lower()


def _kind(parent: Frame, name: str, role: str) -> BlockKind:
    inherited = parent.kind
    if name in _HEADINGS or role == "heading":
        return "heading"
    if name in _FURNITURE or role in _FURNITURE_ROLES:
        return "furniture"
    if inherited in ("furniture", "table"):
        return inherited
    if name in _CELLS and not parent.layout:
        return "table"
    if name == "blockquote" or inherited == "quote":
        return "quote"
    return "list_item" if name in _ITEMS else inherited


def shown_attributes(name: str, attributes: Mapping[str, str]) -> list[str]:
    """The names of the attributes of an element whose values are read by people."""
    shown = [attribute for attribute in attributes if attribute in READ_ALOUD]
    kind = attributes.get("type", "").strip().lower()
    if name == "input" and kind in _SHOWN_INPUTS and "value" in attributes:
        shown.append("value")
    described = attributes.get("name", attributes.get("property", "")).strip().lower()
    if name == "meta" and described in _DESCRIPTIONS and "content" in attributes:
        shown.append("content")
    return shown


def values_of(raw: Mapping[str, str]) -> dict[str, str]:
    """Attribute values with their character references resolved."""
    return {name: unescape(value) if "&" in value else value for name, value in raw.items()}
