"""What a run over files has to show: each file that was checked, and each that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from plainletter.documents.document import Place
from plainletter.findings import SEVERITIES, Report, Score, Severity


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was read and checked; ``text`` is what the offsets of its report index, ``places`` where that stands."""

    path: str
    text: str
    report: Report
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class NotRead:
    """A file about which nothing is known, and why."""

    path: str
    reason: str


Result = Checked | NotRead


@dataclass(frozen=True, slots=True)
class Options:
    """How a report is shown."""

    quiet: bool = False
    suppressed: bool = False
    width: int = 100
    color: bool = False


@dataclass(slots=True)
class Ease:
    """One measure of reading ease over the documents that it could score; ``words`` are theirs."""

    measure: str
    target: float
    documents: int = 0
    met: int = 0
    words: int = 0
    total: float = 0.0

    @property
    def mean(self) -> float:
        """The mean, each document weighing as much as it has words."""
        return self.total / max(1, self.words)

    def add(self, score: Score, words: int) -> None:
        """Count the score of a document of so many words."""
        self.documents += 1
        self.met += score.passed
        self.words += words
        self.total += score.value * words


@dataclass(slots=True)
class Tally:
    """The run in numbers, full when the last result has passed; it grows with the rules that occur, not with the files.

    ``passed_over`` counts files that are no documents, by ending; ``findings`` counts by severity. ``ease`` is by measure;
    where files have targets of their own, ``Ease.target`` is the first one's.
    """

    passed_over: Mapping[str, int] = field(default_factory=dict)
    files: int = 0
    words: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    categories: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    ease: dict[str, Ease] = field(default_factory=dict)
    too_short: int = 0
    not_read: list[NotRead] = field(default_factory=list)

    def count(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield the results on, counting them."""
        for result in results:
            if isinstance(result, NotRead):
                self.not_read.append(result)
            else:
                self._add(result.report)
            yield result

    def _add(self, report: Report) -> None:
        self.files += 1
        self.words += report.words
        for finding in report.findings:
            self.findings[finding.severity] += 1
            self.categories[finding.category] += 1
            self.rules[finding.rule] += 1
        for score in report.scores:
            self.ease.setdefault(score.measure, Ease(score.measure, score.target)).add(score, report.words)
        self.too_short += not report.scores

    def at_least(self, severity: Severity) -> int:
        """Count the findings of this severity and above."""
        return sum(self.findings[level] for level in SEVERITIES[SEVERITIES.index(severity) :])
