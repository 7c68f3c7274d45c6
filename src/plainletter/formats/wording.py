"""What every report says in the same words: counts, places, what to say instead, the names of the measures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from plainletter.findings import Finding, Score, Suggestion

_KINDS: Final = {
    "swap": "{}",
    "explain": "keep the word and explain it: {}",
    "reword": "{}",
    "generalise": "more generally: {}",
    "leave_out": "leave it out: {}",
}
_MEASURES: Final = {
    "flesch_reading_ease": "Flesch reading ease",
    "flesch_kincaid_grade": "Flesch-Kincaid grade",
    "smog_index": "SMOG",
    "gunning_fog": "Gunning fog",
    "uk_reading_age": "UK reading age",
}


def instead(suggestion: Suggestion) -> str:
    """Return what a suggestion says."""
    return _KINDS[suggestion.kind].format(suggestion.text)


def explained(finding: Finding) -> Iterator[str]:
    """Yield the lines after the message of a finding: why, what to say instead, and whose advice it is."""
    yield finding.why
    for suggestion in finding.suggestions:
        yield f"Instead: {instead(suggestion)}"
    yield f"Source: {finding.source}"


def measure_name(measure: str) -> str:
    """Return the name of a measure as people know it."""
    return _MEASURES.get(measure, measure)


def target_of(measure: str, target: float) -> str:
    """Return a target in words: "60 or more"."""
    return f"{target:g} {'or more' if measure == 'flesch_reading_ease' else 'or less'}"


def verdict(score: Score) -> str:
    """Return whether a score meets its target, in words."""
    return f"target {target_of(score.measure, score.target)}: {'met' if score.passed else 'not met'}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 file", "2,000 files"."""
    return f"{number:,} {noun if number == 1 else _plural(noun)}"


@lru_cache(maxsize=64)
def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
