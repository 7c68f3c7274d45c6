"""What must be said about a Word file beside its findings: what was not read, and what a reader would not see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from plainletter.documents.docx_file import WordFile, links_of
from plainletter.documents.docx_names import child, name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SENTENCES: Final[dict[str, str]] = {
    "inserted": "It holds tracked changes: words that were put in were checked.",
    "deleted": "It holds tracked changes: words that were deleted were not checked, and they are still in the file.",
    "comments": "It holds comments: they were checked too.",
    "unseen": "It holds text that a reader does not see (hidden, very small, or in the colour of the page): it was checked too.",
    "blacked": "It holds words under black marking: they are still in the file, and they were checked too.",
    "fallback": "It shows other words in other programs: both were checked.",
    "field words": "It holds words inside field codes: they were not checked.",
    "unended field": "It holds a field that does not end: all the words around it were checked.",
    "active field": "It holds a field that runs another program (DDE): remove it before you send the file.",
    "fetching field": "It holds a field that takes in another file: that file was not opened.",
    "sub-document": "It takes in another document: that document was not checked.",
    "embedded text": "It holds an inserted document, which programs may show in different ways.",
    "unread chunk": "It holds an inserted document that was not checked: open it in Word and save it again.",
    "macros": "It holds macros: they were not checked.",
    "template": "It fetches its template from another place: remove that before you send the file.",
    "embedded": "It holds embedded files, such as a spreadsheet: they were not checked.",
    "properties": "Its properties (such as title or author) were not checked.",
    "variables": "It holds data that no page shows (variables or XML data): they were not checked.",
    "glossary": "It holds building blocks that no page shows: they were not checked.",
}
_MACROS: Final = re.compile(r"vbaProject\.bin$|vbaData\.xml$|/activeX/", re.IGNORECASE)
_EMBEDDED: Final = re.compile(r"/embeddings/", re.IGNORECASE)
_GLOSSARY: Final = re.compile(r"/glossary/document\d*\.xml$", re.IGNORECASE)
#: Properties that Word fills in itself, and that say nothing about a person.
_OWN: Final = frozenset(
    "Template TotalTime Pages Words Characters Application DocSecurity Lines Paragraphs ScaleCrop LinksUpToDate "
    "CharactersWithSpaces SharedDoc HyperlinksChanged AppVersion HeadingPairs TitlesOfParts revision created modified "
    "lastPrinted language".split()
)


def notices_of(word: WordFile, doubts: Iterable[str]) -> tuple[str, ...]:
    """Return the sentences for what a walk met (``doubts``) and for what else is in the file."""
    met = {*doubts, *_doubts_of_parts(word)}
    return tuple(sentence for doubt, sentence in _SENTENCES.items() if doubt in met)


def _doubts_of_parts(word: WordFile) -> Iterator[str]:
    for part in word.package.names:
        if _MACROS.search(part):
            yield "macros"
        elif _EMBEDDED.search(part):
            yield "embedded"
        elif _GLOSSARY.search(part):
            yield "glossary"
        elif part.startswith("docProps/") and part.endswith(".xml") and _has_properties(word.package.xml(part)):
            yield "properties"
        elif part.startswith("customXml/item") and "Props" not in part and word.package.read(part).strip():
            yield "variables"
    settings = next((link.target for link in word.links if link.kind == "settings" and not link.external), None)
    if settings is not None and settings in word.package:
        yield from _doubts_of_settings(word, settings)


def _doubts_of_settings(word: WordFile, part: str) -> Iterator[str]:
    root = word.package.xml(part)
    if child(root, "docVars") is not None:
        yield "variables"
    if any(link.external and link.kind == "attachedTemplate" and _is_far(link.target) for link in links_of(word.package, part)):
        yield "template"


def _is_far(address: str) -> bool:
    """Whether an address is not on the writer's own disk, as that of Word's usual template is."""
    return not re.match(r"file:///[A-Za-z]:|[A-Za-z]:[\\/]", address)


def _has_properties(root: Element) -> bool:
    return any(_local(element) not in _OWN and (element.text or "").strip() for element in _leaves(root))


def _leaves(root: Element) -> Iterator[Element]:
    for element in root:
        if _local(element) not in _OWN:
            yield from element.iter()


def _local(element: Element) -> str:
    return name(element).rpartition(":")[2]
