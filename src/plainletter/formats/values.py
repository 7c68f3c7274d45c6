"""The values of a report under the names that programs rely on; JSON, a line or a document at a time, is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plainletter.findings import SEVERITIES, Finding, Score, SentenceScore, Suggestion, Suppressed
from plainletter.formats.places import Spots
from plainletter.formats.results import Checked, NotRead, Tally
from plainletter.lexicon import Entry

Values = dict[str, Any]


def document_values(checked: Checked) -> Values:
    """Return what is said of the document as a whole."""
    report = checked.report
    return {
        "path": checked.path,
        "doc_type": report.doc_type,
        "words": report.words,
        "notices": list(report.notices),
    }


def finding_values(finding: Finding, spots: Spots) -> Values:
    """Return a finding, with ``line`` and ``column`` in a file of lines, in any other with its ``place``."""
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "start": finding.start,
        "end": finding.end,
        **place_values(finding, spots),
        "text": finding.text,
        "message": finding.message,
        "why": finding.why,
        "source": finding.source,
        "principles": list(finding.principles),
        "suggestions": [suggestion_values(suggestion) for suggestion in finding.suggestions],
        "merged": list(finding.merged),
        "count": finding.count,
    }


def suppressed_values(match: Suppressed, spots: Spots) -> Values:
    """Return a match that was left alone, and why it was."""
    return {
        "rule": match.rule,
        "category": match.category,
        "start": match.start,
        "end": match.end,
        **place_values(match, spots),
        "text": match.text,
        "context": match.context,
        "reason": match.reason,
    }


def place_values(match: Finding | Suppressed, spots: Spots) -> Values:
    """Return where a finding starts. In a place, ``page`` and ``paragraph`` are 0 where the format has none."""
    spot = spots.at(match.start)
    if spot.place is None:
        return {"line": spot.line, "column": spot.column}
    return {"place": {"page": spot.place.page, "paragraph": spot.place.paragraph, "part": spot.place.part}}


def suggestion_values(suggestion: Suggestion) -> Values:
    """Return a suggestion; ``start`` and ``end`` only where it replaces more than the finding's own words."""
    values: Values = {"kind": suggestion.kind, "text": suggestion.text}
    if suggestion.start is not None:
        values |= {"start": suggestion.start, "end": suggestion.end}
    return values


def score_values(score: Score) -> Values:
    """Return a score of the whole text."""
    return {
        "measure": score.measure,
        "value": score.value,
        "target": score.target,
        "passed": score.passed,
        "unit": score.unit,
        "source": score.source,
    }


def sentence_values(sentence: SentenceScore) -> Values:
    """Return how hard a sentence is."""
    return {
        "start": sentence.start,
        "end": sentence.end,
        "difficulty": sentence.difficulty,
        "hard_words": list(sentence.hard_words),
    }


def rule_values(entry: Entry) -> Values:
    """Return what is to be known of a rule."""
    return {
        "rule": entry.rule,
        "category": entry.category,
        "severity": entry.severity,
        "terms": list(entry.terms),
        "why": entry.why,
        "source": entry.source,
        "packs": list(entry.packs),
        "principles": list(entry.principles),
        "suggestions": [suggestion_values(suggestion) for suggestion in entry.suggestions],
    }


def unread_values(unread: NotRead) -> Values:
    """Return a file that was not read."""
    return {"path": unread.path, "reason": unread.reason}


def summary_values(tally: Tally) -> Values:
    """Return the run in numbers."""
    return {
        "files": tally.files,
        "words": tally.words,
        "findings": {level: tally.findings[level] for level in SEVERITIES},
        "categories": dict(sorted(tally.categories.items())),
        "reading_ease": dict(_ease_values(tally)),
        "too_short": tally.too_short,
        "passed_over": dict(tally.passed_over),
    }


def _ease_values(tally: Tally) -> Iterator[tuple[str, Values]]:
    for name, ease in tally.ease.items():
        values = {"mean": round(ease.mean, 1), "target": ease.target, "documents": ease.documents, "met": ease.met}
        yield name, values
