"""Which suggestions a program may put into a text by itself, and where."""

from __future__ import annotations

import re
from typing import Final

from plainletter.documents import Document
from plainletter.findings import Finding, Suggestion

# A word with two senses may be right as it is, and guides that disagree are for a person to weigh.
_WEIGHED: Final = frozenset(("double_meaning",))
_MARKUP: Final = re.compile(r"[<>&*_`\[\]\\|#~]")


def safe_swap(finding: Finding) -> Suggestion | None:
    """Return the first suggestion of a finding if it drops straight in and nobody has to weigh it, else None."""
    best = finding.suggestions[0] if finding.suggestions else None
    weighed = finding.category in _WEIGHED or "Guides disagree" in finding.why
    return None if best is None or best.kind != "swap" or weighed else best


def stretch_of(finding: Finding, swap: Suggestion) -> tuple[int, int]:
    """Return the stretch of the document's text that a swap replaces, in code points."""
    return finding.start if swap.start is None else swap.start, finding.end if swap.end is None else swap.end


def fits_in(document: Document, start: int, end: int, words: str) -> bool:
    """Tell whether words can replace a stretch: it is visible without a gap, and neither it nor they hold mark-up."""
    seen = any(first <= start and end <= last for block in document.blocks for first, last in block.spans)
    return seen and (document.format == "plain" or _MARKUP.search(document.text[start:end] + words) is None)
