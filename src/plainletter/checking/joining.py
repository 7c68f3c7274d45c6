"""One finding for one term: jargon that stands right beside other jargon ("serum creatinine")."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from plainletter.findings import SEVERITIES, Finding, Suggestion

LETTERS = "unfamiliar/letters"
_BESIDE = (" ", "-")
_ENDS_OPEN = re.compile(r"\b(?:of|the|to|with|for|in|is|by|on|and|or)$", re.IGNORECASE)


def join_compounds(findings: Iterable[Finding], text: str, compounding: Collection[str]) -> list[Finding]:
    """Join findings of these rules that only a space or a hyphen parts; what drops in still replaces its own words alone.

    ``findings`` stand in order and do not overlap; ``text`` is what their offsets index.
    """
    joined: list[Finding] = []
    for finding in findings:
        before = joined[-1] if joined else None
        if before is not None and _are_one(before, finding, text, compounding):
            joined[-1] = _joined(before, finding, text)
        else:
            joined.append(finding)
    return joined


def _are_one(first: Finding, second: Finding, text: str, compounding: Collection[str]) -> bool:
    # Letters may begin a term ("AV fistula"); letters after a word stand for a thing of their own.
    beside = text[first.end : second.start] in _BESIDE and first.rule in compounding and second.rule in compounding
    return beside and second.rule != LETTERS and _ENDS_OPEN.search(first.text) is None


def _joined(first: Finding, second: Finding, text: str) -> Finding:
    whole = text[first.start : second.end]
    return replace(
        first,
        severity=max(first.severity, second.severity, key=SEVERITIES.index),
        end=second.end,
        text=whole,
        message=first.message.replace(f"“{' '.join(first.text.split())}”", f"“{' '.join(whole.split())}”"),
        suggestions=tuple(dict.fromkeys((*_in_place(first), *_in_place(second)))),
        merged=tuple(dict.fromkeys((*first.merged, second.rule, *second.merged))),
    )


def _in_place(finding: Finding) -> Iterable[Suggestion]:
    """Yield the suggestions of a finding, each swap with the stretch that it replaces."""
    for one in finding.suggestions:
        if one.kind == "swap" and one.start is None:
            yield replace(one, start=finding.start, end=finding.end)
        else:
            yield one
