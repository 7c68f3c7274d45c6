"""Columns in plain text: tables made of tabs, bars or aligned blanks."""

from __future__ import annotations

import re
from typing import Final

from plainletter.documents.lines import Line, Role

_HINT: Final = re.compile(r"\t|\||\S  +\S")
_GAP: Final = re.compile(r"\s{2,}|\t|\s?\|\s?")
_END: Final = frozenset(".!?:;")


def cells_of(text: str, line: Line) -> list[tuple[int, int]]:
    """The cells of one line as offsets into ``text``; one cell when nothing divides the line."""
    cells: list[tuple[int, int]] = []
    start = line.start
    for gap in _GAP.finditer(text, line.start, line.end):
        if _is_sentence_space(text, gap):
            continue
        if gap.start() > start:
            cells.append((start, gap.start()))
        start = gap.end()
    return [*cells, (start, line.end)] if start < line.end else cells


def find_rows(text: str, lines: list[Line], roles: list[Role]) -> set[int]:
    """The indexes of lines that are rows of a table: two or more together whose cells stand in columns."""
    rows: set[int] = set()
    run: list[tuple[int, list[tuple[int, int]]]] = []
    for index, line in enumerate(lines):
        if line.first:
            rows.update(_table(text, lines, run))
            run = []
        cells = _cells_of_row(text, line) if roles[index] == "text" else []
        if cells:
            run.append((index, cells))
        elif roles[index] != "rule":  # lines under the heads of columns belong to the table
            rows.update(_table(text, lines, run))
            run = []
    rows.update(_table(text, lines, run))
    return rows


def _cells_of_row(text: str, line: Line) -> list[tuple[int, int]]:
    if _HINT.search(text, line.start, line.end) is None:
        return []
    cells = cells_of(text, line)
    return cells if len(cells) > 1 or text[line.start] == "|" else []


def _table(text: str, lines: list[Line], run: list[tuple[int, list[tuple[int, int]]]]) -> list[int]:
    """The indexes of a run of rows if they make a table: divided by tabs or bars, or aligned with a neighbour."""
    if len(run) < 2:
        return []
    columns = [{start - lines[index].start + lines[index].indent for start, _ in cells[1:]} for index, cells in run]
    return [
        index
        for place, (index, _) in enumerate(run)
        if any(mark in text[lines[index].start : lines[index].end] for mark in "\t|")
        or any(columns[place] & columns[near] for near in (place - 1, place + 1) if 0 <= near < len(run))
    ]


def _is_sentence_space(text: str, gap: re.Match[str]) -> bool:
    """Say whether a gap is the two blanks that typists put behind a full stop."""
    return gap.group() == "  " and text[gap.start() - 1] in _END
