"""A name for a finding that stays the same while the text around it moves: made of hashes, it gives no words away."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from plainletter.findings import Finding, Suppressed

AROUND = 30  # folded code points before the words that belong to the name
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\r?\n|\r\r")  # what another paragraph says does not count
_WINDOW = 4 * AROUND  # code points of the text from which those are taken: line breaks and indents fold away


def fingerprint(finding: Finding | Suppressed, text: str, occurrence: int = 0) -> str:
    """Return the name of a finding: 64 hexadecimal digits.

    It is the SHA-256 of the rule, the words, up to 30 code points of the paragraph before them, all folded (capitals, line
    ends and compatibility forms do not matter), and of ``occurrence``, which counts findings of the file that are the same in
    all of this, from 0. What is added below, line numbers and the path are not in it. ``text`` is the document's, which the
    finding's offsets index.
    """
    before = _fold(_EMPTY_LINE.split(text[max(0, finding.start - _WINDOW) : finding.start])[-1])[-AROUND:]
    parts = (finding.rule, _fold(finding.text), before, str(occurrence))
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def fingerprints(findings: Iterable[Finding | Suppressed], text: str) -> Iterator[str]:
    """Yield the names of the findings of one file, in order; no two are the same."""
    seen: Counter[str] = Counter()
    for finding in findings:
        name = fingerprint(finding, text)
        yield fingerprint(finding, text, seen[name]) if seen[name] else name
        seen[name] += 1


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
