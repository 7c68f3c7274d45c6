"""What a desk asks of a case that may be unfinished: questions, gates, every letter as its reader gets it, and its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from plainletter.desk.cures import cure_of
from plainletter.desk.options import CheckOptions
from plainletter.desk.tasks.reviewing import gate_values, review

if TYPE_CHECKING:
    from plainletter.findings import Finding, Report
    from plainletter.letters.case import Case
    from plainletter.letters.delivery import Delivery
    from plainletter.letters.gates import Gate
    from plainletter.letters.letter import Block, Letter, Part, Runs

Values = dict[str, Any]
_NONE: Final = {
    "not_asked": "No answer of the client about a copy for them is recorded.",
    "deny": "The client said no.",
    "withdrawn": "The client took the agreement back.",
}


def ask(data: Mapping[str, Any]) -> Values:
    """Return the ``questions`` of a case, and its ``gates`` where it can be read that far."""
    from plainletter.desk.questions import questions_of
    from plainletter.letters.casefile import case_of
    from plainletter.letters.faults import faults_of
    from plainletter.letters.gates import check_case

    gates = () if faults_of(data) else check_case(case_of(data))
    return {"questions": questions_of(data), "gates": [told_gate(gate) for gate in gates]}


def show(data: Mapping[str, Any], options: CheckOptions, templates: Sequence[str]) -> Values:
    """Return the letter of every reader who may have one, stopped or not, and who has none and why.

    Raises:
        TemplateError: a template is broken.
    """
    from plainletter.letters.casefile import case_of
    from plainletter.letters.consent import permission
    from plainletter.letters.faults import faults_of
    from plainletter.letters.gates import check_case
    from plainletter.letters.parts import missing_parts

    asked = ask(data)
    if faults_of(data) or list(missing_parts(case_of(data))):
        return {"readers": [], "none_for": [], **asked}
    case = case_of(data)
    gates = check_case(case)
    allowed = {reader.id: permission(case, reader) for reader in case.readers}
    return {
        "readers": [_letter(case, data, one.id, gates, options, templates) for one in case.readers if allowed[one.id].given],
        "none_for": [
            {"reader": one.id, "name": name_of(case, one.id), "why": _NONE[allowed[one.id].status]}
            for one in case.readers
            if not allowed[one.id].given
        ],
        **asked,
    }


def told_gate(gate: Gate) -> Values:
    """Return a gate as a page tells it."""
    return gate_values(gate) | {"cure": cure_of(gate)}


@dataclass(frozen=True, slots=True)
class Made:
    """Finished copies of one version of a case, and what each reader is called on the screen."""

    version: int
    delivery: Delivery
    names: dict[str, str]


def make(
    data: Mapping[str, Any], formats: Sequence[str], overrides: Sequence[tuple[str, str, str]], templates: Sequence[str]
) -> Made:
    """Make the files of every copy that may be made; nothing is written to disk.

    Args:
        data: the case.
        formats: kinds of file.
        overrides: gate, by whom and why.
        templates: folders with a service's own templates.

    Raises:
        CaseError: the case cannot be used, a part is missing, or an override names a gate that may not be lifted.
        TemplateError: a template is broken.
    """
    from plainletter.letters.casefile import case_of
    from plainletter.letters.delivery import Override, deliver

    case = case_of(data)
    delivery = deliver(case, formats, overrides=[Override(*one) for one in overrides], templates=templates)
    return Made(case.version, delivery, {reader.id: name_of(case, reader.id) for reader in case.readers})


def name_of(case: Case, reader: str) -> str:
    """Return what a reader is called on the author's screen."""
    one = case.reader(reader)
    assert one is not None
    return one.name or (case.client.preferred_name if one.kind == "client" else one.role or one.organisation) or one.id


def _letter(
    case: Case, data: Mapping[str, Any], reader: str, gates: Iterable[Gate], options: CheckOptions, templates: Sequence[str]
) -> Values:
    from plainletter.letters.delivery import preview
    from plainletter.letters.omissions import omissions

    letter = preview(case, reader, templates)
    report = review(case, letter, options)
    one = case.reader(reader)
    assert one is not None
    return {
        "reader": reader,
        "name": name_of(case, reader),
        "kind": one.kind,
        "form": letter.form,
        "title": letter.title,
        "stopped_by": [gate.id for gate in gates if reader in gate.readers],
        "left_out": list(omissions(case, reader, letter)),
        "blocks": list(_blocks(letter)),
        "text": letter.text,
        "findings": list(_findings(case, data, letter, report)),
        "scores": list(_scores(report)),
    }


def _findings(case: Case, data: Mapping[str, Any], letter: Letter, report: Report) -> Iterator[Values]:
    from plainletter.desk.tasks.suggesting import change_of
    from plainletter.formats import Checked
    from plainletter.formats.places import spots_of
    from plainletter.formats.values import finding_values
    from plainletter.letters.reviewing import PRESENCE, origin_of

    def suggestions(finding: Finding, told: list[Values]) -> list[Values]:
        changes = [change_of(case, data, letter, finding, one) for one in finding.suggestions]
        return [value | {"puts_in": change is not None} for value, change in zip(told, changes, strict=True)]

    spots = spots_of(Checked("", letter.text, report))
    for number, finding in enumerate(report.findings):
        values = finding_values(finding, spots)
        yield values | {
            "number": number,
            "origin": origin_of(letter, finding),
            "anchored": finding.category != PRESENCE,
            "suggestions": suggestions(finding, values["suggestions"]),
        }


def _scores(report: Report) -> Iterator[Values]:
    from plainletter.formats.values import score_values
    from plainletter.formats.wording import measure_name, verdict

    for score in report.scores:
        yield score_values(score) | {"name": measure_name(score.measure), "verdict": verdict(score)}


def _blocks(letter: Letter) -> Iterator[Values]:
    """Yield the paragraphs of a letter in order, each run with its place in the letter's text."""
    at = 0
    for part in letter.parts:
        for values, runs in _flat(part):
            told, end = _runs(runs, at + (2 if values["kind"] == "bullet" else 0))  # "• " stands before it
            yield {"part": part.name, **values, "runs": told}
            at = end + 2  # a blank line stands between two


def _flat(part: Part) -> Iterator[tuple[Values, Runs]]:
    from plainletter.letters.letter import Box

    for block in part.blocks:
        if isinstance(block, Box):
            for inner in block.blocks:
                yield from _paragraphs(inner, boxed=True)
        else:
            yield from _paragraphs(block, boxed=False)


def _paragraphs(block: Block, *, boxed: bool) -> Iterator[tuple[Values, Runs]]:
    from plainletter.letters.letter import Bullets, Heading, Paragraph

    match block:
        case Heading(runs, level):
            yield {"kind": "heading", "level": level, "boxed": boxed}, runs
        case Paragraph(runs):
            yield {"kind": "paragraph", "boxed": boxed}, runs
        case Bullets(items):
            for runs in items:
                yield {"kind": "bullet", "boxed": boxed}, runs


def _runs(runs: Runs, at: int) -> tuple[list[Values], int]:
    told = []
    for run in runs:
        end = at + len(run.text)
        told.append({"text": str(run.text), "strong": run.strong, "origin": run.origin, "start": at, "end": end})
        at = end
    return told, at
