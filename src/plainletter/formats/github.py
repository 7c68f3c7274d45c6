"""Annotations for GitHub Actions: each finding beside its line in the pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from plainletter.findings import SEVERITIES, Finding
from plainletter.formats.escaping import one_line, relative
from plainletter.formats.places import Spots, spots_of
from plainletter.formats.results import NotRead, Options, Result, Tally
from plainletter.formats.wording import counted, explained

_COMMANDS: Final = {"error": "error", "warning": "warning", "note": "notice"}
SHOWN: Final = 10  # annotations of each kind that GitHub shows for a step; it drops the others without a word


def render(results: Iterable[Result], tally: Tally, options: Options) -> Iterator[str]:
    """Yield one workflow command for each finding and each file that was not read, then how many there are."""
    for result in results:
        if isinstance(result, NotRead):
            yield _command("error", {"file": relative(result.path), "title": "not read"}, [result.reason])
            continue
        spots, path = spots_of(result), relative(result.path)
        yield ""
        for finding in result.report.findings:
            yield _annotation(path, finding, spots)
    yield _total(tally)


def _annotation(path: str, finding: Finding, spots: Spots) -> str:
    first, last = spots.at(finding.start), spots.at(finding.end)
    values, place = {"file": path}, f"{first}: "
    if first.place is None:
        values |= {"line": str(first.line), "endLine": str(last.line)}
        place = ""
        if first.line == last.line:  # columns of two lines are refused
            values |= {"col": str(first.column), "endColumn": str(last.column)}
    values["title"] = finding.rule
    return _command(_COMMANDS[finding.severity], values, [place + finding.message, *explained(finding)])


def _command(name: str, values: dict[str, str], lines: Iterable[str]) -> str:
    shown = ",".join(f"{key}={_data(value).replace(':', '%3A').replace(',', '%2C')}" for key, value in values.items())
    return f"::{name} {shown}::" + "%0A".join(map(_data, lines))


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _total(tally: Tally) -> str:
    levels = dict(tally.findings)
    levels["error"] = levels.get("error", 0) + len(tally.not_read)
    found = ", ".join(counted(tally.findings[level], level) for level in reversed(SEVERITIES))
    unread = f"; {counted(len(tally.not_read), 'file')} not read" if tally.not_read else ""
    more = f" GitHub shows the first {SHOWN} of each kind." if max(levels.values()) > SHOWN else ""
    return f"plainletter: {counted(tally.files, 'file')} checked: {found}{unread}.{more}"
