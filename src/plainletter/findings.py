"""The values that a check returns: plain, frozen, and free of spaCy objects."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["note", "warning", "error"]
SuggestionKind = Literal["swap", "explain", "reword", "generalise", "leave_out"]
DocType = Literal["letter", "outreach", "note", "guidance"]

SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")
DOC_TYPES: tuple[DocType, ...] = ("letter", "outreach", "note", "guidance")
SUGGESTION_KINDS: tuple[SuggestionKind, ...] = ("swap", "explain", "reword", "generalise", "leave_out")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to write instead.

    ``kind`` is ``swap`` (drops straight in), ``explain`` (goes in brackets after the word), ``reword``
    (the sentence needs rebuilding), ``generalise`` (say it more generally) or ``leave_out``.
    ``start`` and ``end``, where they are given, are the stretch of the document's text that a swap replaces instead of the
    finding's own: the article before it changes too.
    """

    kind: SuggestionKind
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem in a text.

    ``start`` and ``end`` are 0-based code points in the document's text, end-exclusive:
    ``text[start:end]`` is ``finding.text``. ``merged`` names other rules that overlapped here,
    ``count`` says how often the same problem stands in the document.
    """

    rule: str
    category: str
    severity: Severity
    start: int
    end: int
    text: str
    message: str
    why: str
    source: str
    principles: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    merged: tuple[str, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A match that a context cleared: what was matched, where, and why it was left alone."""

    rule: str
    category: str
    start: int
    end: int
    text: str
    context: str
    reason: str


@dataclass(frozen=True, slots=True)
class Score:
    """One measure of the whole text. ``value`` is finite; ``passed`` says whether it meets ``target``.

    ``measure`` is the stable name (``flesch_reading_ease``), ``unit`` says what the number counts.
    """

    measure: str
    value: float
    target: float
    passed: bool
    unit: str
    source: str


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """How hard one sentence is: ``difficulty`` from 1 (easy) to 6 (hard), and the words that make it so."""

    start: int
    end: int
    difficulty: float
    hard_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a check has to say about one text."""

    doc_type: DocType
    findings: tuple[Finding, ...]
    scores: tuple[Score, ...] = ()
    sentences: tuple[SentenceScore, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    words: int = 0
    notices: tuple[str, ...] = field(default=())
