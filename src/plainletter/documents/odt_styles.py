"""What the styles of an OpenDocument text say about a paragraph and about the look of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from plainletter.documents.document import BlockKind
from plainletter.documents.odt_names import full, name, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING: Final = re.compile(r"(?:heading(?:_20_\d+)?|title|subtitle)", re.IGNORECASE)
_QUOTE: Final = re.compile(r"quotations?", re.IGNORECASE)
_TINY: Final = re.compile(r"(?:[01](?:\.\d+)?|2(?:\.0+)?)pt")
#: A style cannot inherit from more styles than this; a longer chain goes in a circle.
_LONGEST: Final = 50
_WHITE: Final = "#ffffff"


@dataclass(frozen=True, slots=True)
class Look:
    """How words look, as far as it can hide them; None is what the surroundings say."""

    hidden: bool | None = None
    tiny: bool | None = None
    colour: str | None = None
    ground: str | None = None

    def over(self, below: Look) -> Look:
        """This look on top of another."""
        return Look(
            below.hidden if self.hidden is None else self.hidden,
            below.tiny if self.tiny is None else self.tiny,
            self.colour or below.colour,
            self.ground or below.ground,
        )

    @property
    def is_unseen(self) -> bool:
        """Whether a reader sees nothing of words that look like this."""
        return bool(self.hidden or self.tiny) or (self.colour is not None and self.colour == (self.ground or _WHITE))


#: The look of words that no style says anything about.
PLAIN: Final = Look()


@dataclass(frozen=True, slots=True)
class Style:
    """One style by itself: what it inherits from, and what its own properties say."""

    parent: str
    outline: str
    look: Look


class Styles:
    """The styles of a file, by their family ("paragraph", "text" …) and name."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles = {(value(e, "style:family"), value(e, "style:name")): _style(e) for e in _elements(roots)}

    def kind(self, style: str) -> BlockKind | None:
        """The kind of block that a paragraph style makes; None for a plain paragraph."""
        for known, found in self._chain("paragraph", style):
            if _HEADING.fullmatch(known) or found.outline not in ("", "0"):
                return "heading"
            if _QUOTE.fullmatch(known):
                return "quote"
        return None

    def look(self, family: str, style: str) -> Look:
        """How the words of a style look."""
        look = Look()
        for _, found in self._chain(family, style):
            look = look.over(found.look)
        return look

    def _chain(self, family: str, style: str) -> Iterator[tuple[str, Style]]:
        for _ in range(_LONGEST):
            found = self._styles.get((family, style))
            if found is None:
                return
            yield style, found
            style = found.parent


def _elements(roots: Iterable[Element]) -> Iterator[Element]:
    return (element for root in roots for element in root.iter(full("style:style")))


def _style(element: Element) -> Style:
    look = Look()
    for part in element:
        if name(part) in ("style:text-properties", "style:paragraph-properties", "style:section-properties"):
            look = _look(part).over(look)
    return Style(value(element, "style:parent-style-name"), value(element, "style:default-outline-level"), look)


def _look(properties: Element) -> Look:
    display, size = value(properties, "text:display"), value(properties, "fo:font-size")
    colour, ground = value(properties, "fo:color").lower(), value(properties, "fo:background-color").lower()
    return Look(
        display == "none" if display else None,
        _TINY.fullmatch(size) is not None if size else None,
        colour or None,
        None if ground in ("", "transparent") else ground,
    )
