"""What one lexicon entry says, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from plainletter.findings import DocType, Severity, Suggestion

Group = Literal["blame", "deficit", "stigma", "power", "jargon", "letter", "reading"]
Inflect = Literal["all", "noun", "verb", "adjective", "none"]
WordClass = Literal["noun", "verb", "adjective"]
Subject = Literal["person", "service", "thing"]


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of problem: ``missed``, ``jargon`` …; several files may share one."""

    id: str
    title: str
    group: Group
    severity: Severity
    why: str
    principles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """Phrases that must, or must not, stand near a match."""

    side: Literal["before", "after", "near"]
    wanted: bool
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One problem: what to look for, why, whose advice, what to say instead, and the sentences that prove it.

    An entry of the group ``letter`` is the other way round: its terms are what a good letter has, ``question`` asks for it.
    """

    rule: str
    category: str
    severity: Severity
    why: str
    source: str
    terms: tuple[str, ...]
    flags: tuple[str, ...]
    passes: tuple[str, ...]
    suggestions: tuple[Suggestion, ...] = ()
    principles: tuple[str, ...] = ()
    doc_types: tuple[DocType, ...] = ()
    contested: str | None = None
    means: tuple[str, ...] = ()
    case_exact: bool = False
    inflect: Inflect = "all"
    word_class: WordClass | None = None
    subject: Subject | None = None
    unless: tuple[str, ...] = ()
    frames: tuple[Frame, ...] = ()
    contexts: tuple[str, ...] = ()
    even_in: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    question: str = ""
    compounds: bool = False
    path: str = ""
    line: int = 0

    @property
    def id(self) -> str:
        """The part of the rule after the category: ``failed-to-attend``."""
        return self.rule.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries in force, the categories that they belong to, and the named sets of words."""

    categories: Mapping[str, Category]
    entries: tuple[Entry, ...]
    sets: Mapping[str, tuple[str, ...]]
