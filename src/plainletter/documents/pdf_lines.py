"""From the glyphs of a page to its lines in reading order: words by the gaps between glyphs, columns by the gutters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from plainletter.documents.pdf_glyphs import Glyph

_WORD_GAP: Final = 0.17  # of the size of the type
_PART_GAP: Final = 0.75
_CELL_GAP: Final = 1.6
_SAME: Final = 0.4  # of its width: a glyph drawn twice to look bold stands that near to itself
_NARROWEST: Final = 0.14  # of the width of the page: what is narrower is no column
_FEWEST: Final = 2  # lines in a column
_FEWEST_BY_NARROW: Final = 4  # where the gutter is narrower than the gap between cells
_SHORTEST: Final = 7  # characters of a line there, on average
_DEEPEST: Final = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column: points from the left and the top; ``soft``: its last hyphen is not part of the word.

    ``region`` counts the columns and the stretches between them in reading order.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    soft: bool
    region: int


@dataclass(frozen=True, slots=True)
class _Run:
    """Glyphs on one line without a wide gap."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: float


def lines_of(glyphs: Iterable[Glyph], width: float) -> list[Line]:
    """Return the lines of a page ``width`` points wide; text that is turned comes after the upright text."""
    lines: list[Line] = []
    by_angle = sorted(glyphs, key=lambda glyph: glyph.angle)
    for _, turned in groupby(by_angle, key=lambda glyph: glyph.angle):
        runs = [run for row in _rows(list(turned)) for run in _runs(row)]
        regions = list(_regions(runs, width, 0))
        first = lines[-1].region + 1 if lines else 0
        for number, region in enumerate(regions):
            lines += [_line(row, first + number) for row in _rows_of_runs(region)]
    return lines


def _rows(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Group glyphs that stand on one line, each from left to right."""
    rows: list[tuple[float, float, list[Glyph]]] = []
    for glyph in sorted(glyphs, key=lambda one: (one.top + one.bottom) / 2):
        middle = (glyph.top + glyph.bottom) / 2
        if rows and rows[-1][0] - 0.5 <= middle <= rows[-1][1] and _overlaps(rows[-1][2][-1], glyph):
            rows[-1][2].append(glyph)
        else:
            rows.append((glyph.top, glyph.bottom - 0.25 * (glyph.bottom - glyph.top), [glyph]))
    for _, _, row in rows:
        yield _once(sorted(row, key=lambda one: one.left))


def _overlaps(one: Glyph, other: Glyph) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.4 * min(one.bottom - one.top, other.bottom - other.top)


def _once(row: list[Glyph]) -> list[Glyph]:
    """Leave out glyphs that are drawn again in nearly the same place."""
    kept: list[Glyph] = []
    for glyph in row:
        near = _SAME * (glyph.right - glyph.left)
        if not any(
            other.text == glyph.text and abs(other.left - glyph.left) < near and abs(other.index - glyph.index) > 2
            for other in kept[-4:]
        ):
            kept.append(glyph)
    return kept


def _runs(row: Sequence[Glyph]) -> Iterator[_Run]:
    held: list[Glyph] = []
    widest = 2.5 * _pitch(row) or _PART_GAP * row[0].size
    for glyph in row:
        if held and glyph.left - held[-1].right > widest:
            yield _run(held)
            held = []
        held.append(glyph)
    if held:
        yield _run(held)


def _run(glyphs: Sequence[Glyph]) -> _Run:
    pitch = _pitch(glyphs)
    pieces = [glyphs[0].text]
    for before, glyph in pairwise(glyphs):
        gap = glyph.left - before.right
        if pitch:
            blank = glyph.left - before.left > 1.5 * pitch
        else:
            blank = gap > _WORD_GAP * glyph.size or (glyph.gap and gap > -0.3 * glyph.size)
        pieces.append(f" {glyph.text}" if blank else glyph.text)
    size = sorted(glyph.size for glyph in glyphs)[len(glyphs) // 2]
    edges = glyphs[0].left, glyphs[-1].right, min(glyph.top for glyph in glyphs), max(glyph.bottom for glyph in glyphs)
    return _Run("".join(pieces), *edges, size, sum(glyph.bold for glyph in glyphs) / len(glyphs))


def _pitch(glyphs: Sequence[Glyph]) -> float:
    """Return the even distance at which letters are set one by one ("s u f f e r s", a typewriter's), 0 if they are not."""
    if len(glyphs) < 6:
        return 0.0
    steps = sorted(after.left - before.left for before, after in pairwise(glyphs))
    pitch = steps[len(steps) // 2]
    gaps = sorted(after.left - before.right for before, after in pairwise(glyphs))
    if gaps[len(gaps) // 2] < 0.1 * glyphs[0].size:
        return 0.0
    even = sum(abs(step - pitch) < 0.03 * pitch for step in steps)
    return pitch if even > 0.6 * len(steps) else 0.0


def _regions(runs: list[_Run], width: float, depth: int) -> Iterator[list[_Run]]:
    """Cut a page into columns, and where no gutter goes all the way down, into what is above and below a gap first."""
    if depth < _DEEPEST and len(runs) >= 2 * _FEWEST:
        gutter = _gutter(runs, width)
        if gutter is not None:
            yield from _regions([run for run in runs if run.right <= gutter], width, depth + 1)
            yield from _regions([run for run in runs if run.right > gutter], width, depth + 1)
            return
        cut = _cut(runs, width)
        if cut is not None:
            yield from _regions([run for run in runs if run.bottom <= cut], width, depth + 1)
            yield from _regions([run for run in runs if run.bottom > cut], width, depth + 1)
            return
    if runs:
        yield runs


def _gutter(runs: Sequence[_Run], width: float) -> float | None:
    """Return the left edge of the widest upright gap that has a column on each side, None if there is none."""
    best: tuple[float, float] | None = None
    reached = min(run.right for run in runs)
    for run in sorted(runs, key=lambda one: one.left):
        gap = run.left - reached
        fewest = _FEWEST if gap > _CELL_GAP * run.size else _FEWEST_BY_NARROW
        if gap > _PART_GAP * run.size and (best is None or gap > best[0]) and _is_between_columns(runs, reached, width, fewest):
            best = gap, reached
        reached = max(reached, run.right)
    return best[1] if best else None


def _is_between_columns(runs: Sequence[_Run], edge: float, width: float, fewest: int) -> bool:
    sides = [run for run in runs if run.right <= edge], [run for run in runs if run.right > edge]
    rows = [list(_rows_of_runs(side)) for side in sides]
    if any(len(side) < fewest for side in rows):
        return False
    return all(map(_flows, rows)) or not any(map(_is_narrow, sides, rows, (width, width)))


def _is_narrow(side: Sequence[_Run], rows: Sequence[Sequence[_Run]], width: float) -> bool:
    wide = max(run.right for run in side) - min(run.left for run in side)
    return wide < _NARROWEST * width or sum(len(run.text) for run in side) < _SHORTEST * len(rows)


def _flows(rows: Sequence[Sequence[_Run]]) -> bool:
    """Tell whether the lines of a side are sentences that go over line ends."""
    goes_on = (above[-1].text[-1:] not in ".:!?" and below[0].text[:1].islower() for above, below in pairwise(rows))
    return rows[-1][-1].text.endswith((".", "!", "?")) and any(goes_on)


def _cut(runs: Sequence[_Run], width: float) -> float | None:
    """Return where a page can be cut across so that a part of it has columns; None where that gains nothing."""
    ordered = sorted(runs, key=lambda one: one.top)
    reached, gaps = ordered[0].bottom, []
    for run in ordered[1:]:
        if run.top > reached + 0.2 * run.size:
            gaps.append((run.top - reached, reached))
        reached = max(reached, run.bottom)
    for _, edge in sorted(gaps, reverse=True)[:12]:
        above, below = [run for run in runs if run.bottom <= edge], [run for run in runs if run.bottom > edge]
        if any(len(part) >= 2 * _FEWEST and _gutter(part, width) is not None for part in (above, below)):
            return edge
    return None


def _rows_of_runs(runs: Iterable[_Run]) -> Iterator[list[_Run]]:
    """Group the runs of a region that stand side by side (a bullet and its text, the cells of a row)."""
    rows: list[list[_Run]] = []
    for run in sorted(runs, key=lambda one: (one.top + one.bottom) / 2):
        last = rows[-1][-1] if rows else None
        if last and min(last.bottom, run.bottom) - max(last.top, run.top) > 0.5 * min(last.size, run.size):
            rows[-1].append(run)
        else:
            rows.append([run])
    for row in rows:
        yield sorted(row, key=lambda one: one.left)


def _line(row: Sequence[_Run], region: int) -> Line:
    text = row[0].text
    for before, run in pairwise(row):
        text += ("  " if run.left - before.right > _CELL_GAP * run.size else " ") + run.text
    widest = max(row, key=lambda run: len(run.text))
    edges = row[0].left, row[-1].right, min(run.top for run in row), max(run.bottom for run in row)
    soft = text.endswith("\u00ad")
    return Line(text.replace("\u00ad", ""), *edges, widest.size, widest.bold > 0.6, soft, region)
