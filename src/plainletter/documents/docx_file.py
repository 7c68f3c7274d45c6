"""A Word file: its parts, and how they lead to one another."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from plainletter.documents.docx_names import name
from plainletter.documents.package import Package, open_package
from plainletter.errors import DocumentError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Link(NamedTuple):
    """A relationship: ``kind`` is the end of its type ("header"), ``target`` a part's name, or an address when ``external``."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class WordFile:
    """An open Word file. ``main`` is the name of the part with the body, ``document`` its tree, ``links`` lead from there."""

    package: Package
    main: str
    document: Element
    links: tuple[Link, ...]

    def parts(self, kind: str) -> Iterator[Element]:
        """Parse the parts to which the main part has a relationship of this kind, each once, in order."""
        for target in dict.fromkeys(link.target for link in self.links if link.kind == kind and not link.external):
            yield self.package.xml(target)

    def part(self, kind: str) -> Element | None:
        """Parse the one part of this kind, if there is one."""
        return next(self.parts(kind), None)

    def target(self, id: str) -> Link | None:
        """Return the relationship of this id of the main part."""
        return next((link for link in self.links if link.id == id), None)


def open_word(path: Path) -> WordFile:
    """Open a .docx, .docm or .dotx; DocumentError as ``open_package``, and when the package is no Word document."""
    package = open_package(path)
    main = next((link.target for link in links_of(package, "") if link.kind == "officeDocument"), None)
    if main is None:
        raise DocumentError(_not_word(package))
    document = package.xml(main)
    if name(document) != "document":
        raise DocumentError(_not_word(package))
    return WordFile(package, main, document, links_of(package, main))


def links_of(package: Package, part: str) -> tuple[Link, ...]:
    """Return the relationships of a part, of the package itself for ``""``; none where it has none."""
    where = name_of_links(part)
    if where not in package:
        return ()
    folder = posixpath.dirname(part)
    known = {name.lower(): name for name in package.names}
    return tuple(_link(element, folder, known) for element in package.xml(where) if isinstance(element.tag, str))


def name_of_links(part: str) -> str:
    """Return the name of the part that holds the relationships of ``part``."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _link(element: Element, folder: str, known: dict[str, str]) -> Link:
    kind = element.get("Type", "").rpartition("/")[2]
    target = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Link(element.get("Id", ""), kind, target, True)
    plain = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
    return Link(element.get("Id", ""), kind, known.get(plain.lower(), plain), False)


def _not_word(package: Package) -> str:
    return f"{package.title} is not a Word document, or is damaged: open it in the program that wrote it and save it as .docx."
