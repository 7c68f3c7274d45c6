"""What the checker finds in drafted letters, beside the item that it came from."""

from __future__ import annotations

from collections.abc import Iterator

from plainletter.checking.checker import Checker
from plainletter.findings import Finding
from plainletter.letters.case import Case
from plainletter.letters.delivery import Delivery
from plainletter.letters.letter import Letter
from plainletter.letters.reviewing import PRESENCE, is_whole, origin_of


def told_findings(case: Case, delivery: Delivery) -> Iterator[str]:
    """Yield one line for each finding in each letter: whose letter, which item, what, and what to say instead."""
    whole = Checker("letter", preferences=case.client.words, scores=False)
    words = Checker("letter", preferences=case.client.words, scores=False, ignore=[PRESENCE])
    yield "\nWording (the checker suggests, nothing is changed by machine):"
    nothing = True
    for copy in delivery.copies:
        checker = whole if is_whole(case, copy.letter) else words
        for finding in checker.check(copy.letter.text).findings:
            nothing = False
            yield from _told(copy.reader, copy.letter, finding)
    if nothing:
        yield "  no findings"


def _told(reader: str, letter: Letter, finding: Finding) -> Iterator[str]:
    if finding.category == PRESENCE:
        yield f"  {reader}: {finding.message}"
        return
    place = origin_of(letter, finding) or "template"
    yield f"  {reader}, {place}: {finding.severity} {finding.rule} “{' '.join(finding.text.split())}”"
    for suggestion in finding.suggestions[:1]:
        yield f"      say instead: {suggestion.text}"
