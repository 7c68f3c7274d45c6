"""What the writer of a document has allowed with a reason: left alone, and reported when nothing there needed it.

A comment ``plainletter: allow RULE -- REASON`` holds for the words that it is attached to, else for the paragraph in which it
stands or whose line it ends, else for the next one; ``allow-file`` holds for the whole document. RULE is a rule or a
category, or several with commas.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from plainletter.checking.judging import Judged
from plainletter.checking.prose import Prose
from plainletter.documents import Document
from plainletter.documents.document import Remark
from plainletter.findings import Finding, Severity, Suggestion, Suppressed
from plainletter.lexicon.entry import Category, Entry

CATEGORY: Final = "allow"
CONTEXT: Final = "allowed"
WHY: Final = "Whoever reads the text after you must see why this wording stays."
SOURCE: Final = "plainletter"
KIND: Final = Category(CATEGORY, "Comments that allow wording", "reading", "warning", WHY)
_ADVICE: Final = Suggestion("reword", "Write plainletter: allow RULE -- REASON, or take the comment out.")
_FORM: Final = re.compile(
    r"plainletter:\s*(?P<verb>\S*)\s*(?P<rules>.*?)\s*(?:(?:--+|–|—)\s*(?P<reason>.*))?", re.IGNORECASE | re.DOTALL
)

_LINE_END: Final = re.compile(r"[\r\n]")


def _entry(name: str, severity: Severity, why: str) -> Entry:
    return Entry(
        f"{CATEGORY}/{name}",
        CATEGORY,
        severity,
        why,
        SOURCE,
        terms=("plainletter: …",),
        flags=(),
        passes=(),
        suggestions=(_ADVICE,),
    )


UNCLEAR, NO_REASON, UNKNOWN, UNUSED = (
    _entry("unclear", "warning", "A comment to plainletter that it does not understand allows nothing."),
    _entry("no-reason", "warning", WHY),
    _entry("unknown-rule", "warning", "A comment that names a rule which does not exist allows nothing."),
    _entry("unused", "note", "A comment that nothing needs any more hides the next slip."),
)
ENTRIES: Final = (UNCLEAR, NO_REASON, UNKNOWN, UNUSED)


@dataclass(frozen=True, slots=True)
class Allowance:
    """One comment that allows ``rules`` (rules or categories) between two code points of the text."""

    remark: Remark
    rules: frozenset[str]
    reason: str
    start: int
    end: int

    def covers(self, rule: str, start: int, end: int) -> bool:
        """Tell whether a match of ``rule`` at ``start:end`` is allowed."""
        named = rule in self.rules or rule.partition("/")[0] in self.rules
        return named and start < self.end and self.start < end


def allowances_of(document: Document, known: Collection[str]) -> tuple[list[Allowance], list[Finding]]:
    """Return what the remarks of a document allow, and a finding for each that is not understood.

    ``known`` holds the names of all rules and categories.
    """
    allowed: list[Allowance] = []
    faults: list[Finding] = []
    for remark in document.remarks:
        form = _FORM.fullmatch(remark.words)
        verb = form["verb"].lower() if form else ""
        rules = frozenset(form["rules"].replace(",", " ").split()) if form else frozenset()
        if form is None or verb not in ("allow", "allow-file") or not rules:
            faults.append(_finding(UNCLEAR, document, remark, "This comment is not understood."))
        elif not form["reason"]:
            faults.append(_finding(NO_REASON, document, remark, "This comment gives no reason, so nothing is allowed by it."))
        elif strange := sorted(rules.difference(known)):
            faults.append(_finding(UNKNOWN, document, remark, _unknown(strange[0], known)))
        else:
            reach = (0, len(document.text)) if verb == "allow-file" else _reach(document, remark)
            allowed.append(Allowance(remark, rules, " ".join(form["reason"].split()), *reach))
    return allowed, faults


def allow(
    document: Document,
    judged: Iterable[Judged],
    findings: Iterable[Finding],
    prose: Prose,
    known: Collection[str],
    keeps: Callable[[str], bool],
) -> tuple[list[Judged], list[Finding], list[Suppressed]]:
    """Clear what the remarks of a document allow, of matches and of findings told by code.

    Returns the matches, each with its fate; the findings that stay, with one for each remark that is not understood or that
    nothing needed; and those that were cleared. ``keeps`` tells whether a rule is in force.
    """
    allowances, faults = allowances_of(document, known)
    used: set[Remark] = set()

    def allowance(rule: str, start: int, end: int) -> Allowance | None:
        found = next((one for one in allowances if one.covers(rule, start, end)), None)
        if found is not None:
            used.add(found.remark)
        return found

    fates: list[Judged] = []
    for fate in judged:
        span = prose.source_span(fate.scene.start, fate.scene.end)
        by = None if fate.context else allowance(fate.scene.entry.rule, *span)
        fates.append(Judged(fate.scene, CONTEXT, by.reason) if by else fate)
    kept: list[Finding] = []
    cleared: list[Suppressed] = []
    for one in findings:
        by = allowance(one.rule, one.start, one.end)
        if by is None:
            kept.append(one)
        else:
            cleared.append(Suppressed(one.rule, one.category, one.start, one.end, one.text, CONTEXT, by.reason))
    idle = [one for one in allowances if one.remark not in used and any(map(keeps, one.rules))]
    unused = (_finding(UNUSED, document, one.remark, "Nothing here needs this comment.") for one in idle)
    return fates, [*kept, *faults, *unused], cleared


def _reach(document: Document, remark: Remark) -> tuple[int, int]:
    """Return the stretch of the text that a remark is about."""
    before: tuple[int, int] | None = None
    for block in document.blocks:
        if any(start < remark.end and remark.start < end for start, end in block.spans):
            return remark.start, remark.end
        reach = block.spans[0][0], block.spans[-1][1]
        if reach[1] > remark.start:  # around the remark, or the next one after it
            ends_line = before and not _LINE_END.search(document.text, before[1], remark.start)
            return before if before and ends_line and reach[0] > remark.start else reach
        before = reach
    return before or (remark.start, remark.end)


def _finding(entry: Entry, document: Document, remark: Remark, message: str) -> Finding:
    return Finding(
        rule=entry.rule,
        category=CATEGORY,
        severity=entry.severity,
        start=remark.start,
        end=remark.end,
        text=document.text[remark.start : remark.end],
        message=message,
        why=entry.why,
        source=entry.source,
        suggestions=entry.suggestions,
    )


def _unknown(name: str, known: Collection[str]) -> str:
    close = get_close_matches(name, known, n=1, cutoff=0.6)
    return "This comment names a rule that does not exist" + (f": did you mean {close[0]}?" if close else ".")
