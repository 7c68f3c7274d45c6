"""OpenDocument texts (.odt, .ott): the words that LibreOffice shows, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from plainletter.documents.document import Block, Document, Place, Remark
from plainletter.documents.doubts import doubts_of_text
from plainletter.documents.letter_parts import mark_letter_parts
from plainletter.documents.odt_names import full, name
from plainletter.documents.odt_walk import OdtBlock, Walker
from plainletter.documents.package import Package, open_package
from plainletter.errors import DocumentError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BETWEEN: Final = "\n\n"
_KIND: Final = b"application/vnd.oasis.opendocument.text"
_SENTENCES: Final[dict[str, str]] = {
    "inserted": "It holds tracked changes: words that were put in were checked.",
    "deleted": "It holds tracked changes: words that were deleted were not checked, and they are still in the file.",
    "changed": "It holds tracked changes.",
    "comments": "It holds comments: they were checked too.",
    "unseen": "It holds text that a reader does not see (hidden, very small, or in the colour of the page): it was checked too.",
    "script": "It holds scripts or macros: they were not checked.",
    "fetching": "It holds a field that takes in something from outside: only the words that it shows now were checked.",
    "linked": "It takes in another document: only the words that it shows now were checked.",
    "embedded": "It holds embedded files, such as a spreadsheet: they were not checked.",
    "properties": "Its properties (such as title or author) were not checked.",
}
#: Properties that say something about a person or a case; the rest is counts and dates.
_TELLING: Final = ("dc:title", "dc:subject", "dc:description", "dc:creator", "meta:initial-creator", "meta:keyword",
                   "meta:user-defined", "meta:printed-by")  # fmt: skip


def read_odt_file(path: Path) -> Document:
    """Read an OpenDocument text as LibreOffice shows it with all changes accepted; what is not read is in ``notices``.

    ``places`` count the body's paragraphs that are not empty. Annotations that begin with "plainletter:" are remarks at the words
    that they are attached to. Raises DocumentError for what is no OpenDocument text, is damaged, encrypted or hostile, or holds
    no text.
    """
    package = open_package(path)
    content = _content(package)
    walker = Walker(content, package.xml("styles.xml") if "styles.xml" in package else None)
    blocks = list(walker.blocks())
    if not blocks:
        raise DocumentError(
            f"{package.title} holds no text, only pictures or nothing: it cannot be checked. Save it from the program that wrote "
            "it, or have the scan read (OCR) first."
        )
    text = _BETWEEN.join(block.text for block in blocks)
    doubts = {*walker.doubts, *_doubts_of_parts(package, content)}
    if doubts & {"inserted", "deleted"}:
        doubts.discard("changed")
    said = tuple(sentence for doubt, sentence in _SENTENCES.items() if doubt in doubts)
    placed = list(_placed(blocks))
    return Document(
        text,
        mark_letter_parts(text, [Block(block.kind, ((start + block.body, start + len(block.text)),)) for start, block in placed]),
        str(path),
        "odt",
        notices=doubts_of_text(text) + said,
        places=tuple(Place(start, paragraph=block.paragraph, part=block.part) for start, block in placed),
        remarks=tuple(_remarks(placed)),
    )


def _content(package: Package) -> Element:
    """The root of the content; DocumentError when there is none, or none that can be read."""
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise DocumentError(f"{package.title} is encrypted: save it without a password and try again.")
    kind = package.read("mimetype").strip() if "mimetype" in package else _KIND
    root = package.xml("content.xml") if "content.xml" in package and kind.startswith(_KIND) else None
    if root is None or next(root.iter(full("office:text")), None) is None:
        raise DocumentError(f"{package.title} is not an OpenDocument text, or is damaged: save it again as .odt and try again.")
    return root


def _placed(blocks: Iterable[OdtBlock]) -> Iterator[tuple[int, OdtBlock]]:
    """Each block with the code point of the document's text at which it starts."""
    start = 0
    for block in blocks:
        yield start, block
        start += len(block.text) + len(_BETWEEN)


def _remarks(placed: Iterable[tuple[int, OdtBlock]]) -> Iterator[Remark]:
    for start, block in placed:
        for begin, end, said in block.remarks:
            yield Remark(start + begin, start + end, said)


def _doubts_of_parts(package: Package, content: Element) -> Iterator[str]:
    for part in package.names:
        if part.startswith(("Basic/", "Scripts/")) and not part.endswith(("script-lc.xml", "script-lb.xml")):
            yield "script"
        elif part.startswith("Object ") or part.startswith("ObjectReplacements/"):
            yield "embedded"
    if next(content.iter(full("script:event-listener")), None) is not None:
        yield "script"
    if "meta.xml" in package and any(_tells(element) for element in package.xml("meta.xml").iter()):
        yield "properties"


def _tells(element: Element) -> bool:
    return name(element) in _TELLING and bool((element.text or "").strip())
