"""PDF: the words as they stand on the pages, in reading order, read by a process of its own that has little time and memory."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from plainletter.documents.document import Block, Document, Place
from plainletter.documents.doubts import doubts_of_text
from plainletter.documents.letter_parts import mark_letter_parts
from plainletter.documents.pdf_lines import Line
from plainletter.documents.pdf_paragraphs import Paragraph, paragraphs_of
from plainletter.documents.reading import shown
from plainletter.errors import DocumentError

SECONDS: Final = 10  # for the first answer, and for each page
SECONDS_IN_ALL: Final = 100
_UNREADABLE: Final = 0.3  # of the glyphs of a document

HIDDEN = "It holds words that a reader does not see ({}): they were checked too."
NO_TEXT = "{} holds no text, only pictures of it: have its words read (OCR) or ask for the document that it was made from."
_ERRORS: Final = {
    "damaged": "{} is damaged: save it again from the program that wrote it.",
    "locked": "{} is locked with a password: save a copy without one.",
    "large": "{} unpacks to more than 100 MB: save it again with smaller pictures, or split it.",
    "memory": "{} needs more memory than a document should: save it again from the program that wrote it, or split it.",
}


@dataclass(slots=True)
class _Pages:
    """What the child has told of a document."""

    lines: list[tuple[int, list[Line]]] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    sight: dict[str, int] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Child:
    """The process that opens PDFs, kept for the next one."""

    process: subprocess.Popen[bytes]
    owner: int

    def lines(self, path: Path) -> Iterator[dict[str, Any]]:
        """Yield the answers about one file; TimeoutError where it takes too long, EOFError where the process has ended."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(str(path.absolute())).encode() + b"\n")
        self.process.stdin.flush()
        end = time.monotonic() + SECONDS_IN_ALL
        while True:
            answer = json.loads(self._line(min(SECONDS, end - time.monotonic())))
            yield answer
            if "end" in answer or "error" in answer:
                return

    def _line(self, seconds: float) -> bytes:
        assert self.process.stdout is not None
        end = time.monotonic() + seconds
        timer = threading.Timer(max(0.0, seconds), self.process.kill)  # ends the wait on every system; Windows selects no pipes
        timer.start()
        line = self.process.stdout.readline()
        timer.cancel()
        if line.endswith(b"\n"):
            return line
        raise TimeoutError if time.monotonic() >= end else EOFError


_CHILD: list[_Child] = []  # one at most; a process that was forked starts its own


def read_pdf_file(path: Path) -> Document:
    """Read a PDF into a Document; its places are pages and the paragraphs on them.

    Raises DocumentError, in one sentence, when the file is no PDF, is damaged or locked, holds no text, or takes more time or
    memory than a letter should.
    """
    with path.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            raise DocumentError(
                f"{shown(path)} is not a PDF, whatever its name says: open it in the program that wrote it and save it again."
            )
    pages = _pages(path)
    if len(pages.broken) * 2 >= len(pages.lines) + len(pages.empty) + len(pages.broken) and pages.broken:
        raise DocumentError(f"{shown(path)} is damaged: {_listed(pages.broken)} could not be read, so save it again.")
    paragraphs = [*paragraphs_of(pages.lines), *(Paragraph("furniture", text, 0) for text in pages.fields)]
    if not any(sign.isalnum() for paragraph in paragraphs for sign in paragraph.text):
        raise DocumentError(NO_TEXT.format(shown(path)))
    if pages.sight.get("unmapped", 0) > _UNREADABLE * pages.sight.get("glyphs", 1):
        raise DocumentError(
            f"{shown(path)} uses fonts that do not say which letters they draw, so nothing of it can be checked: "
            "ask for the document that it was made from."
        )
    return _document(path, paragraphs, [*pages.notices, *_notices(pages)])


def _pages(path: Path) -> _Pages:
    pages = _Pages()
    try:
        for answer in _child().lines(path):
            _take(answer, pages, path)
    except TimeoutError:
        _stop()
        raise DocumentError(
            f"{shown(path)} takes too long to read: save it again from the program that wrote it, or split it."
        ) from None
    except (EOFError, OSError, ValueError):
        _stop()
        raise DocumentError(
            f"{shown(path)} is damaged or needs more memory than a document should: save it again from the program that wrote it."
        ) from None
    return pages


def _take(answer: dict[str, Any], pages: _Pages, path: Path) -> None:
    if "error" in answer:
        if answer["error"] == "memory":
            _stop()
        raise DocumentError(_ERRORS.get(answer["error"], _ERRORS["damaged"]).format(shown(path)))
    if answer.get("broken"):
        pages.broken.append(answer["page"])
    elif "page" in answer:
        lines = [Line(*values) for values in answer["lines"]]
        if lines:
            pages.lines.append((answer["page"], lines))
        elif answer["pictures"]:
            pages.empty.append(answer["page"])
        for name, count in answer["sight"].items():
            pages.sight[name] = pages.sight.get(name, 0) + count
    elif "end" in answer:
        pages.notices, pages.fields = answer["notices"], answer["words"]


def _notices(pages: _Pages) -> Iterator[str]:
    from plainletter.documents.pdf_structure import COVERED

    sight = pages.sight
    ways = [
        name
        for name, key in (("drawn invisibly", "invisible"), ("white", "white"), ("off the page", "outside"))
        if sight.get(key)
    ]
    if ways:
        yield HIDDEN.format(", ".join(ways))
    if sight.get("covered") and COVERED not in pages.notices:
        yield COVERED
    if sight.get("unmapped"):
        yield "Some of its letters are in a font that does not say what they are: they were not checked."
    if pages.empty and pages.lines:
        yield f"There is no text on {_listed(pages.empty)}, only pictures: what they show was not checked."
    if pages.broken:
        yield f"It is damaged: {_listed(pages.broken)} could not be read."


def _listed(numbers: list[int]) -> str:
    shown_numbers = ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")
    return f"{'page' if len(numbers) == 1 else 'pages'} {shown_numbers}"


def _document(path: Path, paragraphs: list[Paragraph], notices: list[str]) -> Document:
    text, blocks, places = "", [], []
    pieces: list[str] = []
    start = count = page = 0
    for paragraph in paragraphs:
        count = count + 1 if paragraph.page == page else 1
        page = paragraph.page
        end = start + len(paragraph.text)
        if paragraph.text.strip():
            blocks.append(Block(paragraph.kind, ((start, end),)))
            places.append(Place(start, page, count if page else 0, "" if page else "form field or note"))
            pieces.append(paragraph.text)
            start = end + 2
    text = "\n\n".join(pieces)
    told = tuple(dict.fromkeys([*notices, *doubts_of_text(text)]))
    return Document(text, mark_letter_parts(text, blocks), str(path), "pdf", "", told, tuple(places))


def _child() -> _Child:
    if _CHILD and (_CHILD[0].owner != os.getpid() or _CHILD[0].process.poll() is not None):
        _stop()
    if not _CHILD:
        command = [sys.executable, "-m", "plainletter.documents.pdf_child"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603  # our own module
        _CHILD.append(_Child(process, os.getpid()))
        atexit.register(_stop)
    return _CHILD[0]


def _stop() -> None:
    for child in _CHILD:
        if child.owner == os.getpid():
            child.process.kill()
            child.process.wait()
        for pipe in (child.process.stdin, child.process.stdout):
            with suppress(OSError):  # what was not sent to a process that has ended
                if pipe is not None:
                    pipe.close()
    _CHILD.clear()
