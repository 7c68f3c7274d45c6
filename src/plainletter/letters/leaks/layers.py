"""Every layer of a finished file in which words can stand: what is read, and what is only there."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

_PART_TEXT = re.compile(r"<[^>]*>")
_BREAK = re.compile(
    r"<(?:w:p|w:br|w:tab|w:cr|/w:p|/?(?:p|li|h\d|div|br|tr|td|title|ul|ol|header|main|footer|address|section))\b[^>]*>"
)
_ATTRIBUTE = re.compile(r"\b[\w:-]+=(?:\"([^\"]*)\"|'([^']*)')")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


OUTSIDE = ("the file name", "the properties", "the metadata", "docProps/core.xml", "docProps/app.xml", "the title")
"""Layers that show without opening the file."""


class UnreadableError(Exception):
    """A file, or a part of it, that cannot be read: nothing is known about it, so it may not go out."""


def layers(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Yield (layer, text) for everything in a file where a word can stand; the file name is the first.

    Raises:
        UnreadableError: the file cannot be read through.
    """
    yield "the file name", name
    ending = name.rpartition(".")[2]
    try:
        if ending == "docx":
            yield from _docx(data)
        elif ending == "pdf":
            yield from _pdf(data)
        elif ending == "html":
            page = data.decode("utf-8")
            yield "the title", unescape("".join(re.findall(r"<title>(.*?)</title>", page, re.DOTALL)))
            yield from _marked_up("the page", page)
        elif ending == "txt":
            yield "the text", data.decode("utf-8")
        else:
            raise UnreadableError(f"files that end in .{ending} cannot be searched")
    except UnreadableError:
        raise
    except Exception as error:  # whatever a broken file does to a reader, the file may not go out
        raise UnreadableError(f"{ending} could not be read through ({type(error).__name__})") from error


def _docx(data: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield "the document's comment", archive.comment.decode("utf-8", "strict")
        for part in archive.infolist():
            yield "a part name", part.filename
            if part.filename.endswith((".xml", ".rels")):
                yield from _marked_up(part.filename, archive.read(part).decode("utf-8"))
            elif not part.is_dir():
                raise UnreadableError(f"part {part.filename} is of a kind that is not expected in a letter")


def _marked_up(part: str, source: str) -> Iterator[tuple[str, str]]:
    for comment in _COMMENT.findall(source):
        yield f"a comment in {part}", unescape(comment)
    attributes = (unescape(one or other) for one, other in _ATTRIBUTE.findall(source))
    yield f"an attribute in {part}", "\n".join(dict.fromkeys(attributes))
    body = re.sub(r"<style\b.*?</style>", " ", _COMMENT.sub("", source), flags=re.DOTALL)
    yield part, unescape(_PART_TEXT.sub("", _BREAK.sub("\n", body)))


def _pdf(data: bytes) -> Iterator[tuple[str, str]]:
    from pypdf import PdfReader

    from plainletter.letters.leaks.pdftext import logical_pages

    reader = PdfReader(io.BytesIO(data))
    for number, page in enumerate(reader.pages, 1):
        yield f"page {number}", page.extract_text()
        for note in page.get("/Annots") or ():
            yield f"a note on page {number}", _strings(note.get_object())
    for number, text in enumerate(logical_pages(reader), 1):
        yield f"page {number} as it is read out", text
    yield "the properties", "\n".join(str(value) for value in (reader.metadata or {}).values())
    if reader.xmp_metadata is not None:
        yield from _marked_up("the metadata", reader.xmp_metadata.stream.get_data().decode("utf-8"))
    yield "the outline", "\n".join(_titles(reader.outline))
    if reader.attachments:
        raise UnreadableError("it has a file attached")
    yield "the structure", _strings(reader.trailer["/Root"])


def _titles(outline: object) -> Iterator[str]:
    for entry in outline if isinstance(outline, list) else ():
        if isinstance(entry, list):
            yield from _titles(entry)
        else:
            yield str(getattr(entry, "title", ""))


def _strings(thing: object, seen: frozenset[int] = frozenset(), depth: int = 0) -> str:
    """Return the texts in an object of a PDF, such as alternative texts; pages are looked at on their own."""
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, TextStringObject

    if isinstance(thing, IndirectObject):
        if thing.idnum in seen or depth > 60:
            return ""
        return _strings(thing.get_object(), seen | {thing.idnum}, depth + 1)
    if isinstance(thing, TextStringObject):
        return str(thing)
    if isinstance(thing, DictionaryObject):
        inner = (value for key, value in thing.items() if key not in ("/Parent", "/P", "/Pg", "/Pages", "/Dest", "/Font"))
        return "\n".join(filter(None, (_strings(value, seen, depth + 1) for value in inner)))
    if isinstance(thing, ArrayObject):
        return "\n".join(filter(None, (_strings(value, seen, depth + 1) for value in thing)))
    return ""
