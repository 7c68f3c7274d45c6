"""Drafting the letters of a case in a worker, for the HTTP API."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from plainletter.desk.options import CheckOptions
from plainletter.desk.tasks.reviewing import gate_values, review
from plainletter.errors import CaseError
from plainletter.formats import Checked
from plainletter.formats.escaping import json_text
from plainletter.formats.places import spots_of
from plainletter.formats.values import finding_values

if TYPE_CHECKING:
    from plainletter.letters.case import Case
    from plainletter.letters.delivery import Copy
    from plainletter.letters.letter import Letter

VERSION: Final = 1
_MEDIA: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}


def draft_letters(
    data: Mapping[str, Any], formats: Sequence[str], overrides: Sequence[tuple[str, str, str]], options: CheckOptions
) -> str | list[tuple[str, str]]:
    """Draft all copies of a case that may be made.

    Args:
        data: the case.
        formats: kinds of file.
        overrides: gate, by whom and why.
        options: of the server, for the wording of the letters.

    Returns:
        The copies as JSON, or the place and message of each fault of the case.

    Raises:
        TemplateError: a template is broken.
    """
    from plainletter.letters.casefile import case_of
    from plainletter.letters.delivery import Override, deliver
    from plainletter.letters.faults import faults_of

    if faults := faults_of(data):
        return [(".".join(map(str, fault.path)), str(fault)) for fault in faults]
    case = case_of(data)
    try:
        delivery = deliver(case, formats, overrides=[Override(*one) for one in overrides])
    except CaseError as error:
        return [("", line) for line in str(error).splitlines()]
    lifted = {override.gate for override in delivery.overrides}
    values = {
        "version": VERSION,
        "copies": [_copy(case, copy, options) for copy in delivery.copies],
        "gates": [gate_values(gate) for gate in delivery.gates if gate.id not in lifted],
        "overrides": [asdict(override) for override in delivery.overrides],
    }
    return json_text(values)


def _copy(case: Case, copy: Copy, options: CheckOptions) -> dict[str, Any]:
    from plainletter.letters.omissions import omissions

    return {
        "reader": copy.reader,
        "form": copy.letter.form,
        "title": copy.letter.title,
        "text": copy.letter.text,
        "stopped_by": [gate.id for gate in copy.stopped_by],
        "left_out": list(omissions(case, copy.reader, copy.letter)),
        "findings": list(_findings(case, copy.letter, options)),
        "files": [_file(name, data) for name, data in copy.files.items()],
    }


def _file(name: str, data: bytes) -> dict[str, str]:
    return {"name": name, "media_type": _MEDIA[name.rpartition(".")[2]], "base64": base64.b64encode(data).decode()}


def _findings(case: Case, letter: Letter, options: CheckOptions) -> Iterator[dict[str, Any]]:
    """Yield what the checker finds, each with its ``origin``: the id of the piece of the case that it is in, or ""."""
    from plainletter.letters.reviewing import origin_of

    report = review(case, letter, options)
    spots = spots_of(Checked("", letter.text, report))
    for finding in report.findings:
        yield finding_values(finding, spots) | {"origin": origin_of(letter, finding)}
