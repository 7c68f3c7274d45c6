"""The names of OpenDocument elements and attributes, with the short prefixes that its standard uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES: Final[dict[str, str]] = {
    **{f"{_OASIS}{kind}:1.0": kind for kind in ("office", "style", "text", "table", "meta", "script", "form", "presentation")},
    f"{_OASIS}drawing:1.0": "draw",
    f"{_OASIS}xsl-fo-compatible:1.0": "fo",
    f"{_OASIS}svg-compatible:1.0": "svg",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1999/xlink": "xlink",
}
_URIS: Final = {prefix: uri for uri, prefix in _SPACES.items()}


def name(element: Element) -> str:
    """An element's name with its prefix ("text:p"); that of an unknown namespace has none."""
    uri, _, local = str(element.tag)[1:].rpartition("}")
    return f"{_SPACES[uri]}:{local}" if uri in _SPACES else local


def full(short: str) -> str:
    """A prefixed name as lxml has it: ``{urn:…}p`` of "text:p"."""
    prefix, _, local = short.partition(":")
    return f"{{{_URIS[prefix]}}}{local}"


def value(element: Element, attribute: str) -> str:
    """The value of an attribute ("text:style-name"), "" when it is not there."""
    return element.get(full(attribute), "")


def all_text(element: Element) -> str:
    """The text of an element and of all that is in it."""
    return "".join(str(part) for part in element.itertext())
