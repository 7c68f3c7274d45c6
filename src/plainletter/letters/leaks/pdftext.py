"""The text layer of a PDF as a screen reader has it: as it was written, not as the glyphs lie on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

_PAIRS = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


def logical_pages(reader: PdfReader) -> Iterator[str]:
    """Yield the text of each page with ActualText in place of its glyphs, and reversed runs turned round.

    Line ends are not marked in a PDF, so words may run together there.

    Raises:
        KeyError: a font has no table of its letters, so nothing is known about the text.
    """
    for page in reader.pages:
        yield _logical(page, reader)


def _logical(page: PageObject, reader: PdfReader) -> str:
    fonts = page["/Resources"]["/Font"]  # type: ignore[index]
    maps = {name: _letters(font["/ToUnicode"].get_data().decode()) for name, font in fonts.items()}
    letters: dict[str, str] = {}
    spans: list[tuple[str, str | None, int]] = []
    texts: list[str] = []
    for operands, operator in ContentStream(page["/Contents"], reader).operations:
        if operator == b"Tf":
            letters = maps[operands[0]]
        elif operator in (b"BDC", b"BMC"):
            spans.append((operands[0], operands[1].get("/ActualText") if operator == b"BDC" else None, len(texts)))
        elif operator == b"EMC":
            kind, actual, start = spans.pop()
            if actual is not None:
                texts[start:] = [actual]
            elif kind == "/ReversedChars":
                texts[start:] = texts[start:][::-1]
        elif operator in (b"Tj", b"TJ"):
            shown = operands[0] if operator == b"TJ" else operands
            glyphs = b"".join(one.original_bytes for one in shown if hasattr(one, "original_bytes"))
            texts += [letters[glyphs[at : at + 2].hex().upper()] for at in range(0, len(glyphs), 2)]
    return "".join(texts)


def _letters(table: str) -> dict[str, str]:
    """Return glyph -> letters from a font's ToUnicode table."""
    found: dict[str, str] = {}
    for section in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        found |= {glyph.upper(): bytes.fromhex(code).decode("utf-16-be") for glyph, code in _PAIRS.findall(section)}
    return found
