"""What the checker finds in drafted letters, beside the item that it came from."""

from __future__ import annotations

from collections.abc import Iterator

from plainletter.checking.checker import Checker
from plainletter.findings import Finding
from plainletter.letters.case import Case
from plainletter.letters.delivery import Delivery
from plainletter.letters.letter import Letter


def told_findings(case: Case, delivery: Delivery) -> Iterator[str]:
    """Yield one line for each finding in each letter: whose letter, which item, what, and what to say instead."""
    checker = Checker("letter", preferences=case.client.words, scores=False)
    yield "\nWording (the checker suggests, nothing is changed by machine):"
    nothing = True
    for copy in delivery.copies:
        for finding in checker.check(copy.letter.text).findings:
            nothing = False
            place = origin_of(copy.letter, finding)
            yield f"  {copy.reader}, {place or 'template'}: {finding.severity} {finding.rule} “{finding.text}”"
            for suggestion in finding.suggestions[:1]:
                yield f"      say instead: {suggestion.text}"
    if nothing:
        yield "  no findings"


def origin_of(letter: Letter, finding: Finding) -> str:
    """Return the id of the piece of the case that a finding lies in, or an empty text for the template's own words."""
    return next((origin for start, end, origin in letter.origins() if start < finding.end and finding.start < end), "")
