"""The process that opens PDFs: it reads what may be hostile, so it has little memory and is ended when it takes too long.

It takes the path of a file on each line of its input, as JSON, and answers with a line of JSON for the document, one for each
page, and one that ends it.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, astuple
from pathlib import Path
from typing import Any, Final

MEMORY: Final = 900_000_000  # bytes of address space beyond what the process starts with
MOST_PAGES: Final = 20_000
UNPACKED: Final = 100_000_000  # bytes
_PART: Final = 1 << 20
_STREAM: Final = re.compile(rb"stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78][\x01\x5e\x9c\xda])")
_BAD_PAGES: Final = 50  # one after the other: the document claims more pages than it has


def main() -> None:
    """Answer until the input ends."""
    _limit_memory()
    for line in sys.stdin.buffer:
        try:
            for answer in _read(Path(json.loads(line))):
                _tell(answer)
        except MemoryError:
            _tell({"error": "memory"})
        except Exception as error:
            _tell({"error": "damaged", "kind": type(error).__name__})


def _tell(answer: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
    sys.stdout.buffer.flush()


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))


def _read(path: Path) -> Iterator[dict[str, Any]]:
    import pypdfium2.raw as pdfium

    from plainletter.documents.pdf_structure import structure_of

    data = path.read_bytes()
    if _unpacks_to_more(data, UNPACKED):
        yield {"error": "large"}
        return
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        failure = pdfium.FPDF_GetLastError()
        locked = failure in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        yield {"error": "locked" if locked else "damaged"}
        return
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count > MOST_PAGES * 100_000:
            count = MOST_PAGES
        yield {"pages": min(count, MOST_PAGES)}
        yield from _pages(document, min(count, MOST_PAGES))
    finally:
        pdfium.FPDF_CloseDocument(document)
    structure = structure_of(data)
    yield {"end": True, "notices": structure.notices, "words": structure.words}


def _unpacks_to_more(data: bytes, limit: int) -> bool:
    """Tell whether the packed streams of a file hold more than ``limit`` bytes in all, without keeping any of them."""
    left = limit
    for stream in _STREAM.finditer(data):
        unpacker, place = zlib.decompressobj(), stream.end()
        with suppress(zlib.error):
            while left > 0 and not unpacker.eof and place < len(data):
                part = unpacker.decompress(unpacker.unconsumed_tail or data[place : place + _PART], _PART)
                if not unpacker.unconsumed_tail:
                    place += _PART
                left -= len(part)
        if left <= 0:
            return True
    return False


def _pages(document: Any, count: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # PDFium's own handle
    import pypdfium2.raw as pdfium

    from plainletter.documents.pdf_glyphs import Sight, glyphs_of
    from plainletter.documents.pdf_lines import lines_of
    from plainletter.documents.pdf_shapes import shapes_of

    bad = 0
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:
            bad += 1
            if bad > _BAD_PAGES:
                return
            yield {"page": number + 1, "broken": True}
            continue
        bad = 0
        try:
            sight, shapes = Sight(), shapes_of(page)
            lines = lines_of(glyphs_of(page, shapes, sight), pdfium.FPDF_GetPageWidthF(page))
            told = {"pictures": shapes.pictures, "sight": asdict(sight), "lines": [astuple(line) for line in lines]}
            yield {"page": number + 1, **told}
        finally:
            pdfium.FPDF_ClosePage(page)


if __name__ == "__main__":
    main()
