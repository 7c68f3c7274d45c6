"""Checking one text of many, whose answer is one line."""

from __future__ import annotations

from plainletter.desk.options import CheckOptions
from plainletter.desk.tasks.checking import Text, checker_for
from plainletter.errors import DocumentError
from plainletter.formats import Checked
from plainletter.formats.escaping import json_text
from plainletter.formats.json import VERSION
from plainletter.formats.places import spots_of
from plainletter.formats.values import (
    Values,
    document_values,
    finding_values,
    score_values,
    sentence_values,
    suppressed_values,
)


def check_line(text: Text, options: CheckOptions, suppressed: bool = False) -> str:
    """Check a text and return one line of JSON: that of ``--format jsonl`` with the findings in it.

    Raises:
        ConfigError: an option is unknown.
    """
    from plainletter.documents.reading import read_text

    checker = checker_for(options)
    try:
        document = read_text(text.text, format=text.format, path=text.path or None)
        checked = Checked(text.path, text.text, checker.check_document(document), document.places)
    except DocumentError as error:
        return json_text({"type": "not_read", "path": text.path, "reason": str(error)})
    return json_text(_values(checked, suppressed))


def _values(checked: Checked, suppressed: bool) -> Values:
    report, spots = checked.report, spots_of(checked)
    values: Values = {
        "type": "document",
        "version": VERSION,
        **document_values(checked),
        "findings": [finding_values(finding, spots) for finding in report.findings],
        "scores": [score_values(score) for score in report.scores],
        "sentences": [sentence_values(sentence) for sentence in report.sentences],
    }
    if suppressed:
        values["suppressed"] = [suppressed_values(match, spots) for match in report.suppressed]
    return values
