"""One finding per problem: overlapping matches merge, repeats of a word collapse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from plainletter.findings import SEVERITIES, Finding

UNLISTED = "unfamiliar"  # the category whose rules stand for any number of words
_ONCE = "jargon"  # words of this group are found once, at their first mention


def merge_overlaps(findings: Iterable[Finding], groups: Mapping[str, str]) -> list[Finding]:
    """Keep the most severe, then wording before jargon, then the longest of overlapping findings; it names the others."""

    def weight(finding: Finding) -> tuple[int, bool, int, bool, str]:
        wording = groups.get(finding.category) != _ONCE
        vague = finding.category == "double_meaning"  # a term that says it outright comes before a word that may mean it
        return -SEVERITIES.index(finding.severity), not wording, finding.start - finding.end, vague, finding.rule

    kept: list[Finding] = []
    places: list[tuple[int, int, int]] = []  # start, end and index of what is kept: sorted, and none overlaps another
    for finding in sorted(findings, key=weight):
        after = bisect_left(places, (finding.end, 0, 0))
        if after and places[after - 1][1] > finding.start:
            winner = places[after - 1][2]
            names = dict.fromkeys([*kept[winner].merged, finding.rule])
            names.pop(kept[winner].rule, None)
            kept[winner] = replace(kept[winner], merged=tuple(names))
            if finding.category == UNLISTED and groups.get(kept[winner].category) == _ONCE:
                low = places[after - 2][1] if after > 1 else 0
                kept[winner] = _widened(kept[winner], finding, low)
                places[after - 1] = (kept[winner].start, kept[winner].end, winner)
        else:
            places.insert(after, (finding.start, finding.end, len(kept)))
            kept.append(finding)
    return sorted(kept, key=lambda finding: (finding.start, finding.end))


def _widened(finding: Finding, phrase: Finding, low: int) -> Finding:
    """Return a finding of jargon on the whole phrase that it is part of; what drops in takes the phrase's other words along."""
    start, end = max(low, min(finding.start, phrase.start)), max(finding.end, phrase.end)
    before = phrase.text[start - phrase.start : finding.start - phrase.start] if start < finding.start else ""
    start += len(before) - len(before.lstrip())
    before = before.lstrip()
    after = phrase.text[finding.end - phrase.start :] if phrase.end > finding.end else ""
    fitted = tuple(
        replace(one, text=f"{before}{one.text}{after}", end=None if one.end is None else end) if one.kind == "swap" else one
        for one in finding.suggestions
    )
    return replace(finding, start=start, end=end, text=f"{before}{finding.text}{after}", suggestions=fitted)


def collapse_repeats(findings: Iterable[Finding], groups: Mapping[str, str], rules: Collection[str] = ()) -> list[Finding]:
    """Keep the first finding of each word of jargon, and of each of these ``rules``, and count the others in it."""
    first: dict[str, int] = {}
    kept: list[Finding] = []
    for finding in findings:
        once = groups.get(finding.category) == _ONCE or finding.rule in rules
        # A rule of code finds many words, each of which is met for the first time once.
        name = f"{finding.rule} {finding.text.lower().removesuffix('s')}" if finding.category == UNLISTED else finding.rule
        if once and name in first:
            place = first[name]
            kept[place] = replace(kept[place], count=kept[place].count + 1)
            continue
        for met in (name, *(rule for rule in finding.merged if groups.get(rule.partition("/")[0]) == _ONCE)):
            first.setdefault(met, len(kept))
        kept.append(finding)
    return kept
