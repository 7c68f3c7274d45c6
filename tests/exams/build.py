"""Makes letters.jsonl from letters.md, or another exam from its source, where the marks stand in the text.

usage: python tests/exams/build.py [letters | held_out]

A document begins with ``## id | service | kind | genre | doc_type``; its text follows, without the line ends around it.
``[[category|phrase|reason]]`` is a problem, ``[[category/info|phrase|reason]]`` a contested one,
``{{phrase|trap}}`` wording that is innocent here for the reason that ``trap`` names.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
HEADER = re.compile(r"^## (.+)$", re.MULTILINE)
MARK = re.compile(r"\[\[([^|\[\]{}]+)\|([^|\[\]{}]+)\|([^|\[\]{}]+)\]\]|\{\{([^|\[\]{}]+)\|([^|\[\]{}]+)\}\}")
FIELDS = ("id", "service", "kind", "genre", "doc_type")
LEFT_OVER = re.compile(r"\[\[|\]\]|\{\{|\}\}|\|")


def documents(source: str) -> Iterator[dict[str, object]]:
    """Yield each document with its marks as offsets: 0-based code points of its text, end-exclusive.

    Raises:
        ValueError: a header has not five fields, or a mark is not closed.
    """
    _, *parts = HEADER.split(source)
    for header, marked in zip(parts[::2], parts[1::2], strict=True):
        row: dict[str, object] = dict(zip(FIELDS, header.split(" | "), strict=True))
        text, spans, traps = unmarked(marked.strip())
        if LEFT_OVER.search(text):
            raise ValueError(f"{row['id']}: a mark is not closed; write [[category|phrase|reason]] or {{{{phrase|trap}}}}")
        yield {**row, "text": text, "spans": spans, "traps": traps}


def unmarked(marked: str) -> tuple[str, list[dict[str, object]], list[dict[str, object]]]:
    """Return the text without marks, the problems, and the innocent phrases."""
    text, last = "", 0
    spans: list[dict[str, object]] = []
    traps: list[dict[str, object]] = []
    for match in MARK.finditer(marked):
        category, problem, reason, innocent, trap = match.groups()
        text += marked[last : match.start()]
        start, phrase, last = len(text), problem or innocent, match.end()
        text += phrase
        place: dict[str, object] = {"start": start, "end": len(text)}
        if innocent:
            traps.append({**place, "trap": trap, "text": phrase})
        else:
            name, _, severity = category.partition("/")
            spans.append(
                {**place, "category": name, "text": phrase, "reason": reason, **({"severity": severity} if severity else {})}
            )
    return text + marked[last:], spans, traps


def as_lines(rows: Iterator[dict[str, object]]) -> str:
    """Return one JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    source = HERE / f"{sys.argv[1] if len(sys.argv) > 1 else 'letters'}.md"
    lines = as_lines(documents(source.read_text(encoding="utf-8")))
    source.with_suffix(".jsonl").write_text(lines, encoding="utf-8")
