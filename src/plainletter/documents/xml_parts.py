"""The XML inside a package, parsed so that it can neither fetch, nor grow, nor nest beyond sense."""

from __future__ import annotations

from typing import Final

from lxml import etree

from plainletter.errors import DocumentError

#: Elements within elements. Word and LibreOffice write some 30 in a table in a text box in a table.
DEEPEST: Final = 200
#: Tags and attributes of one part, some 2,500 pages of a letter: its tree takes at most 560 MB.
MOST_SIGNS: Final = 2_500_000

_TOO_DEEP: Final = etree.XPath("boolean(" + "/*" * (DEEPEST + 1) + ")")


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Parse one part and return its root; ``name`` begins the sentence of an error ("letter.docx").

    Nothing is fetched, comments and processing instructions are dropped, and text keeps its blanks. Raises DocumentError for
    XML that is not well formed (characters that XML forbids among it), has a document type declaration, is too large, or
    nests deeper than ``DEEPEST``.
    """
    if data.count(b"<") + data.count(b"=") > MOST_SIGNS:
        raise DocumentError(f"{name} is too large: split it into smaller files.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise DocumentError(_reason(name, data, error)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentError(_forbidden(name))
    if _TOO_DEEP(root):
        raise DocumentError(_nested(name))
    return root


def _reason(name: str, data: bytes, error: Exception) -> str:
    if "depth" in str(error):
        return _nested(name)
    if b"<!DOCTYPE" in data:
        return _forbidden(name)
    return f"{name} is damaged: a part of it is not well-formed XML, so open it in the program that wrote it and save it again."


def _nested(name: str) -> str:
    return f"{name} nests deeper than {DEEPEST} levels: save its text in a new document and try again."


def _forbidden(name: str) -> str:
    return f"{name} declares a document type (DTD), which no letter needs: do not trust it, and ask for a new copy."
