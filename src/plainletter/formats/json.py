"""The report as one JSON document, version 1: the names of the values in ``plainletter.findings``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plainletter.formats.escaping import json_text
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

VERSION = 1


def render(results: Iterable[Result], tally: Tally, options: Options) -> Iterator[str]:
    """Yield the report in pieces, a document at a time. Files that were not read are named, never left out."""
    yield f'{{"version": {VERSION}, "documents": ['
    comma = ""
    for result in results:
        if isinstance(result, Checked):
            yield comma + _document(result, options)
            comma = ","
        else:
            yield ""  # named at the end
    yield "],"
    yield f'"not_read": {_list(unread_values(unread) for unread in tally.not_read)},'
    yield f'"summary": {json_text(summary_values(tally))}}}'


def _document(checked: Checked, options: Options) -> str:
    report, spots = checked.report, spots_of(checked)
    lists = {
        "findings": _list(finding_values(finding, spots) for finding in report.findings),
        "scores": _list(map(score_values, report.scores)),
        "sentences": _list(map(sentence_values, report.sentences)),
    }
    if options.suppressed:
        lists["suppressed"] = _list(suppressed_values(match, spots) for match in report.suppressed)
    head = json_text(document_values(checked))[:-1]
    return ",\n ".join([head, *(f'"{name}": {items}' for name, items in lists.items())]) + "}"


def _list(items: Iterable[Values]) -> str:
    lines = ",\n  ".join(map(json_text, items))
    return f"[\n  {lines}\n ]" if lines else "[]"
