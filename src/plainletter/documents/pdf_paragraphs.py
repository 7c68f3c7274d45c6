"""From the lines of pages to paragraphs: where one ends, which belong together over a page, and which are running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from plainletter.documents.document import BlockKind
from plainletter.documents.lines import role_of
from plainletter.documents.pdf_hyphens import Hyphens, hyphens_of
from plainletter.documents.pdf_lines import Line

_BULLET: Final = re.compile(r"\s*(?:[•◦▪‣●○■□➢✓·–—*-]|\(?(?:\d{1,2}|[a-z])[.)])\s+")
_DIGITS: Final = re.compile(r"\d+")
_PAGE_NUMBER: Final = re.compile(r"(?i)(?:page\s*)?[-–]?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\s*[-–]?")
_EDGE_LINES: Final = 3  # at the top and at the bottom of a page, among which a running head is looked for


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text without line breaks, its kind, and the page it begins on, counted from 1."""

    kind: BlockKind
    text: str
    page: int


@dataclass(slots=True)
class _Open:
    """A paragraph that grows line by line."""

    page: int
    lines: list[Line]
    left: float
    bullet: bool = False


def paragraphs_of(pages: Sequence[tuple[int, Sequence[Line]]]) -> list[Paragraph]:
    """Return the paragraphs of pages, each given with its number. Lines that stand on most pages come once, as furniture."""
    running = _running(pages)
    told: set[str] = set()
    hyphens = hyphens_of([line.text for _, lines in pages for line in lines])
    heads: list[Paragraph] = []
    groups: list[_Open] = []
    for number, lines in pages:
        kept = []
        for place, line in enumerate(lines):
            name = _name(line.text)
            if (name in running and _is_at_edge(place, len(lines))) or (
                place in (0, len(lines) - 1) and len(pages) > 1 and _PAGE_NUMBER.fullmatch(line.text)
            ):
                if name not in told:
                    heads.append(Paragraph("furniture", line.text, number))
                told.add(name)
            else:
                kept.append(line)
        groups += _joined(groups, _grouped(kept, number))
    usual = _usual_size(groups)
    body = [_paragraph(group, usual, hyphens) for group in groups]
    return sorted([*heads, *body], key=lambda one: one.page) if heads else body


def _running(pages: Sequence[tuple[int, Sequence[Line]]]) -> frozenset[str]:
    if len(pages) < 3:
        return frozenset()
    names: Counter[str] = Counter()
    for _, lines in pages:
        names.update({_name(line.text) for place, line in enumerate(lines) if _is_at_edge(place, len(lines))})
    return frozenset(name for name, count in names.items() if count >= max(3, len(pages) // 2))


def _is_at_edge(place: int, count: int) -> bool:
    return place < _EDGE_LINES or place >= count - _EDGE_LINES


def _name(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.lower().split()))


def _grouped(lines: Sequence[Line], page: int) -> list[_Open]:
    groups: list[_Open] = []
    columns: dict[int, float] = {}
    for line in lines:
        columns[line.region] = max(line.right, columns.get(line.region, line.right))
    for line in lines:
        bullet = _BULLET.match(line.text) is not None
        if groups and not bullet and _goes_on(groups[-1], line, columns[line.region]):
            groups[-1].lines.append(line)
            groups[-1].left = min(groups[-1].left, line.left)
        else:
            groups.append(_Open(page, [line], line.left, bullet))
    return groups


def _goes_on(group: _Open, line: Line, column: float) -> bool:
    """Tell whether a line belongs to the paragraph above it, in a column whose right edge is ``column``."""
    last = group.lines[-1]
    if line.region != last.region:
        return _breaks_off(last.text) and line.text[:1].islower()
    if abs(line.size - last.size) > 0.12 * last.size or line.bold != last.bold:
        return False
    if line.top - last.bottom > 0.55 * max(line.size, line.bottom - line.top) or line.top < last.top:
        return False
    if line.left - group.left > 0.9 * line.size and not group.bullet:
        return False
    first = line.text.split(" ", 1)[0]
    room = column - last.right
    fits = room > (len(first) + 1) * 0.5 * line.size and room > 0.12 * (column - line.left)
    starts = last.text[-1:] in ".!?:," or not line.text[:1].islower()
    return not (fits and (starts or room > 0.4 * (column - line.left)))


def _joined(groups: list[_Open], fresh: list[_Open]) -> list[_Open]:
    """Add to the last paragraph of the page before what goes on from it; return the paragraphs that are new."""
    if (
        groups
        and fresh
        and not fresh[0].bullet
        and fresh[0].lines[0].text[:1].islower()
        and _breaks_off(groups[-1].lines[-1].text)
    ):
        groups[-1].lines += fresh[0].lines
        return fresh[1:]
    return fresh


def _breaks_off(text: str) -> bool:
    return text.rstrip()[-1:] not in (".", "!", "?", ":", "")


def _usual_size(groups: Iterable[_Open]) -> float:
    sizes = Counter(round(line.size, 1) for group in groups for line in group.lines for _ in range(len(line.text) // 20 + 1))
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _paragraph(group: _Open, usual: float, hyphens: Hyphens) -> Paragraph:
    text = "".join(hyphens.mended([(line.text, line.soft) for line in group.lines]))
    bullet = _BULLET.match(text) if group.bullet else None
    text = text[bullet.end() :] if bullet else text
    return Paragraph(_kind(group, text, usual), text, group.page)


def _kind(group: _Open, text: str, usual: float) -> BlockKind:
    first = group.lines[0]
    if group.bullet:
        return "list_item"
    large = first.size > 1.15 * usual or all(line.bold for line in group.lines)
    if large and len(text) < 150 and text[-1:] not in ".;,":
        return "heading"
    role, _ = role_of(text) if len(group.lines) == 1 else ("text", 0)
    if role == "salutation":
        return "salutation"
    return "furniture" if role in ("reference", "place", "address", "valediction") else "paragraph"
