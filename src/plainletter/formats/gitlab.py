"""GitLab code quality: findings in the merge request, followed from one commit to the next by their fingerprints."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Final

from plainletter.findings import Finding
from plainletter.formats.escaping import json_text, one_line, relative
from plainletter.formats.fingerprints import fingerprints
from plainletter.formats.places import Spot, spots_of
from plainletter.formats.results import Checked, NotRead, Options, Result, Tally

_SEVERITIES: Final = {"error": "major", "warning": "minor", "note": "info"}


def render(results: Iterable[Result], tally: Tally, options: Options) -> Iterator[str]:
    """Yield the report as one JSON array, a finding at a time."""
    yield "["
    comma = ""
    for result in results:
        yield ""
        for issue in [_unread(result)] if isinstance(result, NotRead) else _issues(result):
            yield comma + issue
            comma = ","
    yield "]"


def _issues(checked: Checked) -> Iterator[str]:
    spots, path = spots_of(checked), relative(checked.path)
    names = fingerprints(checked.report.findings, checked.text)
    for finding, name in zip(checked.report.findings, names, strict=True):
        yield _issue(finding, spots.at(finding.start), path, name)


def _issue(finding: Finding, spot: Spot, path: str, name: str) -> str:
    place = f"{spot}: " if spot.place else ""
    line = 1 if spot.place else spot.line
    return _entry(f"{place}{finding.message} {finding.why}", finding.rule, _SEVERITIES[finding.severity], path, line, name)


def _unread(unread: NotRead) -> str:
    return _entry(unread.reason, "not-read", "major", relative(unread.path), 1, "")


def _entry(description: str, check: str, severity: str, path: str, line: int, name: str) -> str:
    # The same words may stand in two files: GitLab shows only one of two entries with the same fingerprint.
    unique = hashlib.sha256(f"{path}\x00{check}\x00{name}".encode("utf-8", "surrogatepass")).hexdigest()
    return json_text(
        {
            "description": one_line(description),
            "check_name": check,
            "fingerprint": unique,
            "severity": severity,
            "location": {"path": path, "lines": {"begin": line}},
        }
    )
