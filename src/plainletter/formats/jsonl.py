"""The report as JSON Lines: one object a line, each with its ``type``, for programs that read while we work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plainletter.formats.escaping import json_text
from plainletter.formats.json import VERSION
from plainletter.formats.places import spots_of
from plainletter.formats.results import Checked, Options, Result, Tally
from plainletter.formats.values import (
    Values,
    document_values,
    finding_values,
    score_values,
    sentence_values,
    summary_values,
    suppressed_values,
    unread_values,
)


def render(results: Iterable[Result], tally: Tally, options: Options) -> Iterator[str]:
    """Yield a line for each document, then one for each of its findings; the last line is the summary."""
    for result in results:
        if isinstance(result, Checked):
            yield from _document(result, options)
        else:
            yield _line("not_read", unread_values(result))
    yield _line("summary", {"version": VERSION, **summary_values(tally), "not_read": len(tally.not_read)})


def _document(checked: Checked, options: Options) -> Iterator[str]:
    report, spots, path = checked.report, spots_of(checked), {"path": checked.path}
    scores = {
        "scores": [score_values(score) for score in report.scores],
        "sentences": [sentence_values(sentence) for sentence in report.sentences],
    }
    yield _line("document", {"version": VERSION, **document_values(checked), **scores})
    for finding in report.findings:
        yield _line("finding", path | finding_values(finding, spots))
    if options.suppressed:
        for match in report.suppressed:
            yield _line("suppressed", path | suppressed_values(match, spots))


def _line(kind: str, values: Values) -> str:
    return json_text({"type": kind, **values})
