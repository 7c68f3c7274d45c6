"""SARIF 2.1.0, for code scanning and for editors: one run, with the help of each rule and with fixes for swaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from plainletter.findings import Finding, Suggestion, Suppressed
from plainletter.formats.escaping import address, json_text
from plainletter.formats.fingerprints import fingerprints
from plainletter.formats.places import Spots, spots_of
from plainletter.formats.results import Checked, NotRead, Options, Result, Tally
from plainletter.formats.sarif_rules import Rules, message
from plainletter.formats.wording import instead
from plainletter.version import __version__

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT: Final = "plainletterFinding/v1"
_NEWLINES: Final = ["\r\n", "\n", "\r"]  # as places.py counts lines
_NOT_READ, _NOTICE = "not-read", "notice"

Values = dict[str, Any]


def render(results: Iterable[Result], tally: Tally, options: Options) -> Iterator[str]:
    """Yield the log in pieces, a file at a time; rules and files that were not read come after the results."""
    rules, notices, comma = Rules(), list[Values](), ""
    yield f'{{"$schema": {json_text(SCHEMA)}, "version": "2.1.0", "runs": [{{'
    yield f'"columnKind": "unicodeCodePoints", "newlineSequences": {json_text(_NEWLINES)}, "results": ['
    for result in results:
        yield ""
        if isinstance(result, NotRead):
            notices.append(_notification(_NOT_READ, "error", result.path, result.reason))
            continue
        notices += [_notification(_NOTICE, "note", result.path, notice) for notice in result.report.notices]
        for values in _results(result, rules, options):
            yield comma + json_text(values)
            comma = ","
    yield f'], "tool": {json_text(_tool(rules))},'
    invocation = {"executionSuccessful": not tally.not_read, "toolExecutionNotifications": notices}
    yield f'"invocations": [{json_text(invocation)}]}}]}}'


def _tool(rules: Rules) -> Values:
    notifications = [
        {"id": _NOT_READ, "shortDescription": message("A file was not read, so nothing is known about it.")},
        {"id": _NOTICE, "shortDescription": message("Something about a file that its reader should know.")},
    ]
    driver = {"name": "plainletter", "version": __version__, "language": "en-GB"}
    return {"driver": driver | {"rules": rules.descriptors(), "notifications": notifications}}


def _notification(id_: str, level: str, path: str, text: str) -> Values:
    place = {"physicalLocation": {"artifactLocation": {"uri": address(path)}}}
    return {"descriptor": {"id": id_}, "level": level, "message": message(text), "locations": [place]}


def _results(checked: Checked, rules: Rules, options: Options) -> Iterator[Values]:
    spots, artifact, report = spots_of(checked), {"uri": address(checked.path)}, checked.report
    matches: list[Finding | Suppressed] = [*report.findings, *(report.suppressed if options.suppressed else ())]
    for match, name in zip(matches, fingerprints(matches, checked.text), strict=True):
        values: Values = {
            "ruleId": match.rule,
            "ruleIndex": rules.index(match),
            "locations": [_location(match, spots, artifact)],
            "partialFingerprints": {FINGERPRINT: name},
        }
        yield values | (_found(match, spots, artifact) if isinstance(match, Finding) else _left_alone(match, spots))


def _found(finding: Finding, spots: Spots, artifact: Values) -> Values:
    spot = spots.at(finding.start)
    said = f"{finding.message} {finding.why}"
    values: Values = {"level": finding.severity, "message": message(said if spot.place is None else f"{spot}: {said}")}
    if finding.count > 1:
        values["properties"] = {"timesInDocument": finding.count}
    if spot.place is None:
        fixes = [_fix(finding, one, spots, artifact) for one in finding.suggestions if one.kind == "swap"]
        values |= {"fixes": fixes} if fixes else {}
    return values


def _left_alone(match: Suppressed, spots: Spots) -> Values:
    spot = spots.at(match.start)
    said = f"“{' '.join(match.text.split())}” was left alone: {match.reason}."
    kind = "inSource" if match.context == "allowed" else "external"
    return {
        "level": "note",
        "message": message(said if spot.place is None else f"{spot}: {said}"),
        "suppressions": [{"kind": kind, "status": "accepted", "justification": match.reason}],
    }


def _location(match: Finding | Suppressed, spots: Spots, artifact: Values) -> Values:
    place = spots.at(match.start).place
    if place is not None:
        return {"physicalLocation": {"artifactLocation": artifact}, "logicalLocations": [{"fullyQualifiedName": str(place)}]}
    return {"physicalLocation": {"artifactLocation": artifact, "region": _region(match.start, match.end, spots)}}


def _region(start: int, end: int, spots: Spots) -> Values:
    first, last = spots.at(start), spots.at(end)
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "charOffset": start,
        "charLength": end - start,
    }


def _fix(finding: Finding, swap: Suggestion, spots: Spots, artifact: Values) -> Values:
    start = finding.start if swap.start is None else swap.start
    end = finding.end if swap.end is None else swap.end
    change = {"deletedRegion": _region(start, end, spots), "insertedContent": {"text": swap.text}}
    return {
        "description": message(f"Write: {instead(swap)}"),
        "artifactChanges": [{"artifactLocation": artifact, "replacements": [change]}],
    }
