"""The report as one page: each text with its findings marked and explained, to filter, to print and to pass on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup

from plainletter.findings import SEVERITIES, Finding, Report, Score, Suppressed
from plainletter.formats.escaping import one_line
from plainletter.formats.highlights import Mark, marked, paragraphs
from plainletter.formats.places import Spots, spots_of
from plainletter.formats.results import Checked, NotRead, Options, Result, Tally
from plainletter.formats.wording import counted, instead, measure_name, target_of, verdict

_DATA: Final = Path(__file__).parent.parent / "data"
_LEVELS: Final = tuple(reversed(SEVERITIES))
_FILTERS: Final = 64  # categories that have a box to hide them by: a style stands in the head, before they are known
_SHORT: Final = 900  # code points: so much of a text stays in view while its notes are read
_ABSENT: Final = "presence"  # findings of this category are about the whole text: they stand before it, and mark nothing

Values = dict[str, Any]


@dataclass(slots=True)
class Groups:
    """The categories met so far, each with the class that its findings have on the page, and how often it came."""

    ids: dict[str, str] = field(default_factory=dict)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def of(self, finding: Finding) -> str:
        """Count a finding; return the class of its category."""
        self.counts[finding.category, finding.severity] += 1
        number = len(self.ids)
        return self.ids.setdefault(finding.category, f"g{number}" if number < _FILTERS else "")


def render(results: Iterable[Result], tally: Tally, options: Options) -> Iterator[str]:
    """Yield the page in pieces, a document at a time; it loads nothing and runs no script."""
    page, groups = _page(), Groups()
    style = Markup((_DATA / "report.css").read_text(encoding="utf-8"))  # noqa: S704  # our own file
    yield page.head(style, [f"g{number}" for number in range(_FILTERS)])
    for number, result in enumerate(results, 1):
        if isinstance(result, NotRead):
            path, reason = result.path, result.reason
            yield page.unread(path, reason[len(path) :] if reason.startswith(path) else f": {reason}")
        else:
            yield page.document(_document(result, f"d{number}", groups, options))
    yield page.tail(_run(tally, groups))


@lru_cache(maxsize=1)
def _page() -> Any:  # noqa: ANN401  # the macros of a template have no types
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_DATA),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Whatever is put in is made harmless here, once; what is HTML already was made so before.
        finalize=lambda value: one_line(value) if type(value) is str else value,
    )
    return environment.get_template("report.html.jinja").module


def _document(checked: Checked, id_: str, groups: Groups, options: Options) -> Values:
    report, spots = checked.report, spots_of(checked)
    notes = [_note(finding, number, groups.of(finding), spots) for number, finding in enumerate(report.findings, 1)]
    placed = [(finding, note) for finding, note in zip(report.findings, notes, strict=True) if note["anchored"]]
    return {
        "id": id_,
        "path": checked.path,
        "type": report.doc_type,
        "words": counted(report.words, "word"),
        "counts": _counts(report),
        "notices": report.notices,
        "scores": [_score(score) for score in report.scores],
        "clean": not notes,
        "whole": [note for note in notes if not note["anchored"]],
        "rows": list(_rows(checked.text, placed, id_)),
        "left_alone": [_left_alone(match, spots) for match in report.suppressed] if options.suppressed else [],
    }


def _rows(text: str, placed: Iterable[tuple[Finding, Values]], id_: str) -> Iterator[Values]:
    """Yield the paragraphs, each with the notes on the findings that begin in it."""
    waiting = sorted(placed, key=lambda item: (item[0].start, item[1]["number"]), reverse=True)
    begun: list[Mark] = []
    for start, end in paragraphs(text):
        notes = []
        while waiting and waiting[-1][0].start < end:
            finding, note = waiting.pop()
            notes.append(note)
            begun.append(Mark(*_visible(finding), note["number"], finding.severity, note["group"]))
        begun = [mark for mark in begun if mark.end > start]
        yield {"html": marked(text, start, end, begun, id_), "notes": notes, "short": end - start < _SHORT}


def _visible(finding: Finding) -> tuple[int, int]:
    """Return the stretch of a finding without white space at its ends, which may lie between two paragraphs."""
    words = finding.text
    return finding.start + len(words) - len(words.lstrip()), finding.end - len(words) + len(words.rstrip())


def _note(finding: Finding, number: int, group: str, spots: Spots) -> Values:
    anchored = finding.category != _ABSENT and bool(finding.text.strip())
    return {
        "number": number,
        "group": group,
        "severity": finding.severity,
        "anchored": anchored,
        "message": finding.message,
        "why": finding.why,
        "instead": [instead(suggestion) for suggestion in finding.suggestions],
        "source": finding.source,
        "rule": finding.rule,
        "times": f", {finding.count} times" if finding.count > 1 else "",
        "spot": _where(finding, spots) if anchored else "",
    }


def _where(match: Finding | Suppressed, spots: Spots) -> str:
    spot = spots.at(match.start)
    return f"line {spot.line}" if spot.place is None else str(spot)


def _counts(report: Report) -> str:
    numbers = Counter(finding.severity for finding in report.findings)
    return ", ".join(counted(numbers[level], level) for level in _LEVELS if numbers[level]) or "nothing to change"


def _score(score: Score) -> Values:
    return {
        "name": measure_name(score.measure),
        "value": f"{score.value:.1f}",
        "passed": score.passed,
        "verdict": verdict(score),
    }


def _left_alone(match: Suppressed, spots: Spots) -> str:
    return f"{_where(match, spots)}: “{' '.join(match.text.split())}” ({match.rule}): {match.reason}"


def _run(tally: Tally, groups: Groups) -> Values:
    """Return what the summary says of the whole run."""
    passed_over = ", ".join(f"{number} {ending}" for ending, number in sorted(tally.passed_over.items()))
    return {
        "any": tally.files > 0,
        "files": counted(tally.files, "document"),
        "words": counted(tally.words, "word"),
        "levels": [(level, counted(tally.findings[level], level)) for level in _LEVELS],
        "not_read": counted(len(tally.not_read), "file") if tally.not_read else "",
        "one_unread": len(tally.not_read) == 1,
        "passed_over": f"In the folders were other files, which are no documents: {passed_over}." if passed_over else "",
        "groups": [
            {"id": id_, "name": name.replace("_", " "), "counts": [groups.counts[name, level] for level in _LEVELS]}
            for name, id_ in sorted(groups.ids.items())
        ],
        "ease": [
            {
                "name": measure_name(ease.measure),
                "mean": f"{ease.mean:.1f}",
                "target": target_of(ease.measure, ease.target),
                "met": f"{ease.met:,} of {ease.documents:,}",
            }
            for ease in tally.ease.values()
        ],
        "too_short": f" Too short to score: {counted(tally.too_short, 'document')}." if tally.too_short else "",
    }
