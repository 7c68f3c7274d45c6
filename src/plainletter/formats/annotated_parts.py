"""The parts of a Word package that comments need: their own, its relationship, its content type."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from plainletter.documents.docx_file import WordFile, name_of_links
from plainletter.documents.docx_names import name, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPES: Final = "[Content_Types].xml"
_CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES_URI: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS_URI: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINKS_NAMES: Final[Any] = {None: _LINKS_URI}  # lxml takes None for "no prefix"; its types do not
_LINK_KINDS: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://purl.oclc.org/ooxml/officeDocument/relationships/",
}
_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PROLOG: Final = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*\?>\s*")
_OTHER_ENCODING: Final = re.compile(rb"encoding\s*=\s*[\"'](?!utf-?8[\"'])", re.IGNORECASE)
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def uri_of(word: WordFile) -> str:
    """Return the namespace of Word's own elements in this file."""
    return str(etree.QName(word.document).namespace)


def comments_root(word: WordFile) -> tuple[str, Element]:
    """Return the name and the tree of the part with the comments, a fresh one where the file has none."""
    for link in word.links:
        if link.kind == "comments" and not link.external:
            return link.target, word.package.xml(link.target)
    folder = posixpath.dirname(word.main)
    names = ("comments.xml", *(f"comments{number}.xml" for number in range(1, 10_000)))
    known = {part.lower() for part in word.package.names}
    free = next(part for part in (posixpath.join(folder, base) for base in names) if part.lower() not in known)
    uri = uri_of(word)
    return free, etree.Element(f"{{{uri}}}comments", nsmap={"w": uri})


def next_id(word: WordFile, comments: Element) -> int:
    """Return a number from which no comment of the file has its id."""
    ids = [value(element, "id") or "" for element in comments if name(element) == "comment"]
    ids += [value(element, "id") or "" for element in word.document.iter("{*}commentReference", "{*}commentRangeStart")]
    return max((int(id) for id in ids if id.isdecimal() and len(id) < 10), default=-1) + 1


def serialised(root: Element, original: bytes = b"") -> bytes:
    """Return the bytes of a part in UTF-8, with the declaration that the original has."""
    prolog = _PROLOG.match(original)
    declaration = prolog[0] if prolog and not _OTHER_ENCODING.search(prolog[0]) else _DECLARATION
    return declaration + bytes(etree.tostring(root, encoding="UTF-8"))


def linked(word: WordFile, part: str) -> Iterator[tuple[str, bytes]]:
    """Yield the parts in which a fresh part of comments must be named, as they are with its name."""
    types = word.package.xml(_TYPES)
    etree.SubElement(types, f"{{{_TYPES_URI}}}Override", PartName=f"/{part}", ContentType=_CONTENT_TYPE)
    yield _TYPES, serialised(types, word.package.read(_TYPES))
    where = name_of_links(word.main)
    known = where in word.package
    links = word.package.xml(where) if known else etree.Element(f"{{{_LINKS_URI}}}Relationships", nsmap=_LINKS_NAMES)
    ids = {element.get("Id") for element in links}
    id = next(id for number in range(1, len(ids) + 2) if (id := f"rId{number}") not in ids)
    kind = _LINK_KINDS[uri_of(word)] + "comments"
    target = posixpath.relpath(part, posixpath.dirname(word.main) or ".")
    etree.SubElement(links, f"{{{_LINKS_URI}}}Relationship", Id=id, Type=kind, Target=target)
    yield where, serialised(links, word.package.read(where) if known else b"")


def packed(source: Path, word: WordFile, changed: Mapping[str, bytes]) -> bytes:
    """Return the package of ``source`` with these parts changed or added; every other part has the same bytes."""
    fresh = dict(changed)
    stream = BytesIO()
    with ZipFile(source) as old, ZipFile(stream, "w") as new:
        for entry in old.infolist():
            part = entry.orig_filename.replace("\\", "/")
            info = ZipInfo(entry.orig_filename, entry.date_time)
            info.compress_type, info.external_attr = entry.compress_type, entry.external_attr
            data = fresh.pop(part) if part in fresh else b"" if part.endswith("/") else word.package.read(part)
            new.writestr(info, data)
        for part, data in fresh.items():
            info = ZipInfo(part, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, data)
    return stream.getvalue()
