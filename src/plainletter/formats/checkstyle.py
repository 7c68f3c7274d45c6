"""Checkstyle XML 4.3, which most code review tools read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from plainletter.findings import Finding
from plainletter.formats.escaping import relative, xml_attribute
from plainletter.formats.places import Spots, spots_of
from plainletter.formats.results import Checked, NotRead, Options, Result, Tally

_SEVERITIES: Final = {"error": "error", "warning": "warning", "note": "info"}


def render(results: Iterable[Result], tally: Tally, options: Options) -> Iterator[str]:
    """Yield the report, a file at a time."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">'
    for result in results:
        yield _file(result)
    yield "</checkstyle>"


def _file(result: Result) -> str:
    head = f" <file name={xml_attribute(relative(result.path))}>"
    return "\n".join([head, *(_unread(result) if isinstance(result, NotRead) else _errors(result)), " </file>"])


def _unread(unread: NotRead) -> Iterator[str]:
    yield f'  <error severity="error" message={xml_attribute(unread.reason)} source="plainletter.not-read"/>'


def _errors(checked: Checked) -> Iterator[str]:
    spots = spots_of(checked)
    for finding in checked.report.findings:
        yield _error(finding, spots)


def _error(finding: Finding, spots: Spots) -> str:
    spot = spots.at(finding.start)
    at = f'line="{spot.line}" column="{spot.column}" ' if spot.place is None else ""
    message = xml_attribute(f"{finding.message} {finding.why}" if not spot.place else f"{spot}: {finding.message} {finding.why}")
    source = xml_attribute("plainletter." + finding.rule.replace("/", "."))
    return f'  <error {at}severity="{_SEVERITIES[finding.severity]}" message={message} source={source}/>'
