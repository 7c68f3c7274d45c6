"""The names that Word gives to elements and attributes, in one short spelling for both of its namespaces."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/"
_STRICT_OFFICE: Final = "http://purl.oclc.org/ooxml/officeDocument/"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/"
_STRICT_DRAWING: Final = "http://purl.oclc.org/ooxml/drawingml/"

#: What stands before the local name in the short spelling; Word's own elements have nothing before theirs.
_PREFIXES: Final[dict[str, str]] = {
    W: "",
    _STRICT: "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "urn:schemas-microsoft-com:vml": "v:",
    **{base + "math": "m:" for base in (_OFFICE, _STRICT_OFFICE)},
    **{
        base + name: prefix
        for base in (_DRAWING, _STRICT_DRAWING)
        for name, prefix in {"main": "a:", "chart": "c:", "diagram": "dgm:", "wordprocessingDrawing": "wp:"}.items()
    },
}
_RELATIONSHIPS: Final = (_OFFICE + "relationships", _STRICT_OFFICE + "relationships")


def name(element: Element) -> str:
    """Return ``"p"``, ``"mc:Choice"``, ``"wp:docPr"`` …; ``"?:p"`` for a namespace that is none of Word's."""
    return _short(element.tag)


@lru_cache(maxsize=2048)
def _short(tag: str) -> str:
    uri, _, local = tag.rpartition("}")
    return _PREFIXES.get(uri[1:], "?:") + local


def value(element: Element | None, key: str = "val") -> str | None:
    """Return an attribute of Word's own, ``None`` where there is no such attribute or no element."""
    if element is None:
        return None
    found = element.get(f"{{{W}}}{key}")
    return element.get(f"{{{_STRICT}}}{key}") if found is None else found


def link_of(element: Element, key: str = "id") -> str:
    """Return the id of the relationship that an element names (``r:id``), or nothing."""
    return next((found for uri in _RELATIONSHIPS if (found := element.get(f"{{{uri}}}{key}"))), "")


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first child of that short name, the first child of that one, and so on; ``None`` where one is missing."""
    for step in path:
        if element is None:
            return None
        element = next((found for found in element if name(found) == step), None)
    return element


def is_on(element: Element | None) -> bool:
    """Say whether a switch such as ``<w:vanish/>`` is there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off")
