"""The report as JSON, version 1: the names of the values in ``plainletter.findings``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from plainletter.formats.results import Checked, Options, Result, Tally

VERSION = 1


def render(results: Iterable[Result], tally: Tally, options: Options) -> Iterator[str]:
    """Yield the report as one JSON document. Files that were not read are named, never left out."""
    checked = [_document(result, options) for result in results if isinstance(result, Checked)]
    yield json.dumps(
        {
            "version": VERSION,
            "documents": checked,
            "not_read": [asdict(unread) for unread in tally.not_read],
            "summary": {
                "files": tally.files,
                "words": tally.words,
                "findings": dict(tally.findings),
                "passed_over": dict(tally.passed_over),
            },
        },
        ensure_ascii=False,
        indent=1,
    )


def _document(result: Checked, options: Options) -> dict[str, Any]:
    report = result.report
    document: dict[str, Any] = {
        "path": result.path,
        "doc_type": report.doc_type,
        "words": report.words,
        "findings": [asdict(finding) for finding in report.findings],
        "scores": [asdict(score) for score in report.scores],
        "sentences": [asdict(sentence) for sentence in report.sentences],
        "notices": list(report.notices),
    }
    if options.suppressed:
        document["suppressed"] = [asdict(match) for match in report.suppressed]
    return document
