"""The glyphs of a PDF page as PDFium finds them: what they stand for, where they stand, and whether a reader can see them."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2.raw as pdfium

from plainletter.documents.pdf_shapes import Shapes

_INVISIBLE: Final = 3  # the text render mode that paints nothing
_WHITE: Final = 245  # of 255, in each colour
_HYPHENS: Final = ("\x02", "\ufffe")  # how PDFium marks a hyphen at the end of a line
_BULLETS: Final = "\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf076\uf02d"  # as fonts of symbols number them


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: points from the left and from the top of the page, turned upright; ``gap`` is true behind a blank.

    ``index`` counts the glyphs of the page; a ligature is several in one place, one behind the other.
    """

    index: int
    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    angle: int
    gap: bool


@dataclass(frozen=True, slots=True)
class Style:
    """What a text object says of its glyphs."""

    name: int | None
    size: float
    bold: bool
    invisible: bool
    white: bool


@dataclass(slots=True)
class Sight:
    """What a reader does not see of a page, in numbers of glyphs; ``unmapped``: the font does not say what they stand for."""

    glyphs: int = 0
    invisible: int = 0
    white: int = 0
    outside: int = 0
    covered: int = 0
    unmapped: int = 0


def glyphs_of(page: Any, shapes: Shapes, sight: Sight) -> Iterator[Glyph]:  # noqa: ANN401  # PDFium's own handle
    """Yield the glyphs of a page in the order of its content, ligatures taken apart, and count in ``sight`` what is hidden."""
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return
    try:
        yield from _read(page, text, shapes, sight)
    finally:
        pdfium.FPDFText_ClosePage(text)


def _read(page: Any, text: Any, shapes: Shapes, sight: Sight) -> Iterator[Glyph]:  # noqa: ANN401
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    left, bottom = _corner(page)
    styles: dict[int | None, Style] = {}
    box, blank, last = pdfium.FS_RECTF(), False, (0.0, 0.0)
    for index in range(max(0, pdfium.FPDFText_CountChars(text))):
        sign = _sign(text, index)
        if not sign.strip():
            blank = True
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text, index, box):
            continue
        style = _style(text, index, styles)
        x0, x1 = box.left - left, box.right - left
        y0, y1 = last = _line_box(height - (box.top - bottom), height - (box.bottom - bottom), last)
        sight.glyphs += 1
        sight.invisible += style.invisible
        sight.outside += not (0 <= x0 + x1 <= 2 * width and 0 <= y0 + y1 <= 2 * height)
        sight.unmapped += _is_unmapped(sign) or pdfium.FPDFText_HasUnicodeMapError(text, index) == 1
        middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        order = shapes.orders.get(style.name, 0)
        sight.white += style.white and not style.invisible and not shapes.back(order, *middle)
        sight.covered += style.name in shapes.orders and shapes.cover(order, *middle)
        angle = round(pdfium.FPDFText_GetCharAngle(text, index) / (3.141592653589793 / 2)) % 4
        yield _upright(index, sign, (x0, x1, y0, y1), (width, height), style, angle, blank)
        blank = False


def _sign(text: Any, index: int) -> str:  # noqa: ANN401
    code = pdfium.FPDFText_GetUnicode(text, index)
    sign = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    if sign in _HYPHENS:
        return "-"
    if sign in _BULLETS:
        return "•"
    return unicodedata.normalize("NFKC", sign) if "\ufb00" <= sign <= "\ufb06" else sign


def _style(text: Any, index: int, known: dict[int | None, Style]) -> Style:  # noqa: ANN401
    thing = pdfium.FPDFText_GetTextObject(text, index)
    name = ctypes.cast(thing, ctypes.c_void_p).value
    if name not in known:
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        pdfium.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(thing) if thing else 0
        white = min(red.value, green.value, blue.value) >= _WHITE
        weight = pdfium.FPDFText_GetFontWeight(text, index)
        known[name] = Style(
            name, pdfium.FPDFText_GetFontSize(text, index), weight >= 600 or _is_bold(text, index), mode == _INVISIBLE, white
        )
    return known[name]


def _is_bold(text: Any, index: int) -> bool:  # noqa: ANN401
    flags, name = ctypes.c_int(), ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text, index, name, 128, flags)
    return b"bold" in name.value.lower()


def _is_unmapped(sign: str) -> bool:
    return any(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or "\u2580" <= char <= "\u259f" or char < " " for char in sign)


def _line_box(top: float, bottom: float, last: tuple[float, float]) -> tuple[float, float]:
    """Return the top and bottom of a glyph; of a flat one (a hyphen that has only its ink) those of the glyph before it."""
    flat = bottom - top < 0.4 * (last[1] - last[0])
    return last if flat and last[0] <= (top + bottom) / 2 <= last[1] else (top, bottom)


def _upright(
    index: int, sign: str, box: tuple[float, float, float, float], page: tuple[float, float], style: Style, angle: int, gap: bool
) -> Glyph:
    """Turn a glyph so that its line runs from left to right."""
    (x0, x1, y0, y1), (width, height) = box, page
    if angle == 3:
        x0, x1, y0, y1 = height - y1, height - y0, x0, x1
    elif angle == 2:
        x0, x1, y0, y1 = width - x1, width - x0, height - y1, height - y0
    elif angle == 1:
        x0, x1, y0, y1 = y0, y1, width - x1, width - x0
    size = y1 - y0 or style.size
    return Glyph(index, sign, x0, x1, y0, y1, size, style.bold, angle, gap)


def _corner(page: Any) -> tuple[float, float]:  # noqa: ANN401
    """Return the left bottom corner of what is shown of a page."""
    a, b, c, d = (ctypes.c_float() for _ in range(4))
    for get in (pdfium.FPDFPage_GetCropBox, pdfium.FPDFPage_GetMediaBox):
        if get(page, a, b, c, d):
            return a.value, b.value
    return 0.0, 0.0
