"""What the checker is asked about a letter, and which piece of the case a finding lies in."""

from __future__ import annotations

from plainletter.findings import Finding
from plainletter.letters.case import Case
from plainletter.letters.letter import Letter
from plainletter.letters.reach import is_own

PRESENCE = "presence"
"""The category of what a letter to the client should hold: it is asked of no copy, note or message."""


def is_whole(case: Case, letter: Letter) -> bool:
    """Tell whether a letter speaks to its reader and is whole, so that what is missing in it counts."""
    reader = case.reader(letter.reader)
    return letter.form == "letter" and reader is not None and is_own(case, reader)


def origin_of(letter: Letter, finding: Finding) -> str:
    """Return the id of the piece of the case that a finding lies in, or an empty text for the template's own words."""
    if finding.category == PRESENCE:
        return ""
    return next((origin for start, end, origin in letter.origins() if start < finding.end and finding.start < end), "")
