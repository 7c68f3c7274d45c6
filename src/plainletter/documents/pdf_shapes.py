"""What a PDF page draws besides its letters, in the order in which it is drawn: what lies under words, and what covers them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2.raw as pdfium

_MOST: Final = 50_000  # objects of a page that are looked at
_MOST_SHAPES: Final = 2_000
_DEEPEST: Final = 10  # forms in forms
_DARK: Final = 60  # of 255, in each colour
_PALE: Final = 200
_OPAQUE: Final = 200
_DRAWN: Final = 20  # segments: a path of more may be a drawing or letters as outlines
_MOVE: Final = 2  # FPDF_SEGMENT_MOVETO

_Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled shape or a picture: its place in the order of drawing and its edges in points from the page's origin."""

    order: int
    left: float
    bottom: float
    right: float
    top: float
    pale: bool
    hides: bool

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point is within the edges."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(slots=True)
class Shapes:
    """The shapes of a page, the order of its text objects by address, and whether there is anything that may show words."""

    drawn: list[Shape] = field(default_factory=list)
    covers: list[Shape] = field(default_factory=list)
    orders: dict[int | None, int] = field(default_factory=dict)
    pictures: bool = False

    def cover(self, order: int, x: float, y: float) -> bool:
        """Tell whether a dark shape that is drawn later than ``order`` covers a point."""
        return any(shape.order > order and shape.holds(x, y) for shape in self.covers)

    def back(self, order: int, x: float, y: float) -> bool:
        """Tell whether what lies under a point, drawn before ``order``, is such that white letters can be seen on it."""
        under = [shape for shape in self.drawn if shape.order < order and shape.holds(x, y)]
        return bool(under) and not under[-1].pale


def shapes_of(page: Any) -> Shapes:  # noqa: ANN401  # PDFium's own handle
    """Return what a page draws, forms within it included."""
    shapes = Shapes()
    for order, (thing, matrix) in enumerate(_things(page)):
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            shapes.orders[ctypes.cast(thing, ctypes.c_void_p).value] = order
        elif kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            path = kind == pdfium.FPDF_PAGEOBJ_PATH
            shapes.pictures |= not path or pdfium.FPDFPath_CountSegments(thing) > _DRAWN
            shape = _shape(thing, matrix, order, path)
            if shape and len(shapes.drawn) < _MOST_SHAPES:
                shapes.drawn.append(shape)
                shapes.covers += [shape] if shape.hides else []
    return shapes


def _things(page: Any) -> Iterator[tuple[Any, list[_Matrix]]]:  # noqa: ANN401
    """Yield the objects of a page as they are drawn, with the matrices of the forms they are in, the innermost first."""
    count = pdfium.FPDFPage_CountObjects(page)
    waiting = [(pdfium.FPDFPage_GetObject(page, index), list[_Matrix]()) for index in reversed(range(min(_MOST, count)))]
    left = _MOST
    while waiting and left:
        thing, matrices = waiting.pop()
        left -= 1
        yield thing, matrices
        if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_FORM and len(matrices) < _DEEPEST:
            inner = [_matrix(thing), *matrices]
            parts = range(min(left, pdfium.FPDFFormObj_CountObjects(thing)))
            waiting += [(pdfium.FPDFFormObj_GetObject(thing, index), inner) for index in reversed(parts)]


def _matrix(thing: Any) -> _Matrix:  # noqa: ANN401
    values = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, values)
    return values.a, values.b, values.c, values.d, values.e, values.f


def _shape(thing: Any, matrices: list[_Matrix], order: int, path: bool) -> Shape | None:  # noqa: ANN401
    pale = hides = False
    if path:
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        if not pdfium.FPDFPath_GetDrawMode(thing, mode, stroke) or not mode.value:
            return None
        if not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha) or alpha.value <= _OPAQUE:
            return None
        colours = red.value, green.value, blue.value
        pale, hides = min(colours) > _PALE, max(colours) < _DARK and _is_one_piece(thing)
    a, b, c, d = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(thing, a, b, c, d):
        return None
    corners = [(x, y) for x in (a.value, c.value) for y in (b.value, d.value)]
    for m in matrices:
        corners = [(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]) for x, y in corners]
    across, up = zip(*corners, strict=True)
    tall = max(up) - min(up) > 5  # points; a line under words is no cover
    return Shape(order, min(across), min(up), max(across), max(up), pale, hides and tall)


def _is_one_piece(path: Any) -> bool:  # noqa: ANN401
    """Tell whether a path is one closed outline; a frame has two and covers nothing within."""
    count = pdfium.FPDFPath_CountSegments(path)
    moves = (pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(path, index)) == _MOVE for index in range(count))
    return bool(count <= _DRAWN and sum(moves) == 1)
