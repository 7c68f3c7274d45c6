"""What a run over files has to show: each file that was checked, and each that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from plainletter.findings import SEVERITIES, Report, Score, Severity


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was read and checked; ``text`` is what the offsets of its report index."""

    path: str
    text: str
    report: Report


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


@dataclass(slots=True)
class Tally:
    """The run in numbers, full when the last result has passed; ``passed_over`` counts files that are no documents, by ending."""

    passed_over: Mapping[str, int] = field(default_factory=dict)
    files: int = 0
    words: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    not_read: list[NotRead] = field(default_factory=list)
    scores: list[tuple[str, tuple[Score, ...]]] = field(default_factory=list)

    def count(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield the results on, counting them."""
        for result in results:
            if isinstance(result, NotRead):
                self.not_read.append(result)
            else:
                self.files += 1
                self.words += result.report.words
                self.findings.update(finding.severity for finding in result.report.findings)
                self.scores.append((result.path, result.report.scores))
            yield result

    def at_least(self, severity: Severity) -> int:
        """Count the findings of this severity and above."""
        return sum(self.findings[level] for level in SEVERITIES[SEVERITIES.index(severity) :])
