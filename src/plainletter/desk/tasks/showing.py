"""A checked text as a page shows it, and the copy of a Word file with comments: in a worker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from plainletter.desk.options import CheckOptions
from plainletter.desk.tasks.checking import checker_for, renamed
from plainletter.errors import DocumentError, PlainletterError
from plainletter.findings import SEVERITIES, Finding

if TYPE_CHECKING:
    from plainletter.documents import Document
    from plainletter.findings import Report
    from plainletter.formats.places import Spots

Values = dict[str, Any]
Mark = tuple[Finding, int]
"""A finding and its number on the page."""
_PRESENCE: Final = "presence"


def show_text(text: str, options: CheckOptions) -> Values:
    """Check a text that was pasted."""
    from plainletter.documents.reading import read_text

    return _shown("The text that you pasted", read_text(text), options)


def show_file(path: str, name: str, options: CheckOptions) -> Values:
    """Check a file that its uploader calls ``name``.

    Raises:
        DocumentError: it cannot be read.
    """
    return _shown(name, renamed(path, name), options)


def annotated_file(path: str, name: str, options: CheckOptions) -> bytes:
    """Return a copy of a Word file with the findings as comments.

    Raises:
        DocumentError: it is no Word file, cannot be read, or has no place for a comment.
    """
    from plainletter.formats.annotated import annotate

    if Path(name).suffix.lower() != ".docx":
        raise DocumentError("comments can be put into a Word file (.docx) only; save the text as one and send it again")
    report = checker_for(options).check_document(renamed(path, name))
    target = Path(path).with_name("commented.docx")
    try:
        annotate(Path(path), target, report)
    except PlainletterError as error:
        raise DocumentError(str(error).replace(str(target), name).replace(path, name)) from None
    return target.read_bytes()


def _shown(name: str, document: Document, options: CheckOptions) -> Values:
    from plainletter.formats import Checked
    from plainletter.formats.places import spots_of
    from plainletter.formats.wording import counted, measure_name, verdict

    report = checker_for(options).check_document(document)
    spots = spots_of(Checked(name, document.text, report, document.places))
    levels = Counter(finding.severity for finding in report.findings)
    return {
        "name": name,
        "doc_type": report.doc_type,
        "words": counted(report.words, "word"),
        "counts": ", ".join(counted(levels[one], one) for one in ("error", "warning", "note") if levels[one])
        or "nothing to change",
        "notices": list(report.notices),
        "word_file": Path(name).suffix.lower() == ".docx",
        "findings": [_note(finding, number, spots) for number, finding in enumerate(report.findings, 1)],
        "paragraphs": list(_paragraphs(document.text, report)),
        "categories": [
            {"name": name, "title": name.replace("_", " "), "count": count}
            for name, count in sorted(Counter(finding.category for finding in report.findings).items())
        ],
        "scores": [
            {"name": measure_name(one.measure), "value": f"{one.value:.1f}", "verdict": verdict(one), "passed": one.passed}
            for one in report.scores
        ],
    }


def _note(finding: Finding, number: int, spots: Spots) -> Values:
    from plainletter.formats.wording import instead

    anchored = _anchored(finding)
    spot = spots.at(finding.start)
    return {
        "number": number,
        "rule": finding.rule,
        "category": finding.category,
        "category_title": finding.category.replace("_", " "),
        "severity": finding.severity,
        "message": finding.message,
        "why": finding.why,
        "source": finding.source,
        "times": f"{finding.count} times" if finding.count > 1 else "",
        "instead": [instead(suggestion) for suggestion in finding.suggestions],
        "place": (f"line {spot.line}" if spot.place is None else str(spot)) if anchored else "",
        "anchored": anchored,
    }


def _paragraphs(text: str, report: Report) -> Iterator[list[Values]]:
    """Yield each paragraph in stretches, each with the numbers of the findings that it belongs to."""
    from plainletter.formats.highlights import paragraphs

    marks = [(finding, number) for number, finding in enumerate(report.findings, 1) if _anchored(finding)]
    waiting = sorted(marks, key=lambda mark: mark[0].start, reverse=True)
    begun: list[Mark] = []
    for start, end in paragraphs(text):
        while waiting and waiting[-1][0].start < end:
            begun.append(waiting.pop())
        begun = [mark for mark in begun if mark[0].end > start]
        yield list(_stretches(text, start, end, begun))


def _stretches(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Values]:
    edges = {start, end, *(edge for finding, _ in marks for edge in (finding.start, finding.end) if start < edge < end)}
    waiting = sorted(marks, key=lambda mark: mark[0].start, reverse=True)
    over: list[Mark] = []
    for left, right in pairwise(sorted(edges)):
        while waiting and waiting[-1][0].start <= left:
            over.append(waiting.pop())
        over = [mark for mark in over if mark[0].end >= right]
        worst = max(over, key=lambda mark: SEVERITIES.index(mark[0].severity))[0] if over else None
        yield {
            "text": text[left:right],
            "findings": [number for _, number in over],
            "severity": worst.severity if worst else "",
            "category": worst.category if worst else "",
        }


def _anchored(finding: Finding) -> bool:
    return finding.category != _PRESENCE and bool(finding.text.strip())


def with_kind(options: CheckOptions, doc_type: str) -> CheckOptions:
    """Return the options for a kind of text that a person chose; an empty one leaves the settings as they are."""
    return replace(options, doc_type=doc_type) if doc_type else options
