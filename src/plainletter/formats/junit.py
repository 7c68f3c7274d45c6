"""JUnit XML, as Jenkins and GitLab show it: each file is a suite, each finding a test that failed.

A note is a test that was skipped: it is seen, and no build stops for it. A file that was not read is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plainletter.findings import Finding
from plainletter.formats.escaping import relative, xml_attribute, xml_text
from plainletter.formats.places import Spots, spots_of
from plainletter.formats.results import Checked, NotRead, Options, Result, Tally
from plainletter.formats.wording import explained


def render(results: Iterable[Result], tally: Tally, options: Options) -> Iterator[str]:
    """Yield the report, a suite at a time."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="plainletter">'
    for result in results:
        yield _unread(result) if isinstance(result, NotRead) else _suite(result)
    yield "</testsuites>"


def _suite(checked: Checked) -> str:
    spots, findings = spots_of(checked), checked.report.findings
    path = xml_attribute(relative(checked.path))
    cases = [_case(finding, spots, path) for finding in findings] or [f'  <testcase name="plain words" classname={path}/>']
    notes = sum(finding.severity == "note" for finding in findings)
    said = xml_text("\n".join(checked.report.notices))
    told = [f"  <system-out>{said}</system-out>"] if said else []
    return "\n".join([_head(path, len(cases), failures=len(findings) - notes, skipped=notes), *cases, *told, " </testsuite>"])


def _unread(unread: NotRead) -> str:
    path = xml_attribute(relative(unread.path))
    error = f'<error type="not-read" message={xml_attribute(unread.reason)}/>'
    case = f'  <testcase name="can be read" classname={path}>{error}</testcase>'
    return "\n".join([_head(path, 1, errors=1), case, " </testsuite>"])


def _head(path: str, tests: int, failures: int = 0, errors: int = 0, skipped: int = 0) -> str:
    return f' <testsuite name={path} tests="{tests}" failures="{failures}" errors="{errors}" skipped="{skipped}">'


def _case(finding: Finding, spots: Spots, path: str) -> str:
    name = xml_attribute(f"{finding.rule} at {spots.at(finding.start)}")
    tag = "skipped" if finding.severity == "note" else "failure"
    message, more = xml_attribute(finding.message), xml_text("\n".join(explained(finding)))
    body = f'<{tag} type="{finding.severity}" message={message}>{more}</{tag}>'
    return f"  <testcase name={name} classname={path}>{body}</testcase>"
