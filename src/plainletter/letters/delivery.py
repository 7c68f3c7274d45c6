"""Delivery: from a case to finished files for each reader, with every stop on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plainletter.errors import CaseError
from plainletter.letters.case import Case
from plainletter.letters.consent import readers_with_copy
from plainletter.letters.drafting import letter_of, stem_of
from plainletter.letters.gates import Gate, check_case
from plainletter.letters.gates.secrets import gate_of
from plainletter.letters.leaks import Leak, leaks_in_file, leaks_in_view, needles_for
from plainletter.letters.letter import Letter
from plainletter.letters.parts import require_parts
from plainletter.letters.seen import View
from plainletter.letters.sharing import Reader
from plainletter.letters.writers import WRITERS
from plainletter.letters.writers.sms import sms_parts, sms_text

FORMATS = tuple(WRITERS)
_PARTS = 2  # a text message in more parts may arrive torn


@dataclass(frozen=True, slots=True)
class Override:
    """A stop that somebody lifts, with their name and reason."""

    gate: str
    by: str
    because: str


@dataclass(frozen=True, slots=True)
class Copy:
    """What one reader gets: a letter and its files by name, or the gates that stop it."""

    reader: str
    letter: Letter
    files: dict[str, bytes]
    stopped_by: tuple[Gate, ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """All copies of a case, every gate that spoke, and the overrides that were used."""

    copies: tuple[Copy, ...]
    gates: tuple[Gate, ...]
    overrides: tuple[Override, ...]


def deliver(
    case: Case,
    formats: Sequence[str] = FORMATS,
    *,
    overrides: Iterable[Override] = (),
    templates: Sequence[str | Path] = (),
) -> Delivery:
    """Make every copy that may be made; nothing is written to disk.

    Args:
        case: the record.
        formats: names from ``WRITERS``. A text message is always .txt.
        overrides: stops that are lifted.
        templates: folders with a service's own templates.

    Raises:
        CaseError: a part is missing, or an override names a gate that does not stop anything or may not be lifted.
        TemplateError: a template is broken.
    """
    require_parts(case)
    gates = check_case(case)
    lifted = {override.gate: override for override in overrides}
    copies = [_copy(case, reader, gates, lifted, formats, templates) for reader in readers_with_copy(case)]
    found = {gate.id: gate for gate in gates} | {gate.id: gate for copy in copies for gate in copy.stopped_by}
    _check_overrides(lifted.values(), found)
    return Delivery(tuple(copies), tuple(found.values()), tuple(lifted.values()))


def preview(case: Case, reader: str, templates: Sequence[str | Path] = ()) -> Letter:
    """Draft one reader's letter as it would be delivered, stops or no stops.

    Raises:
        CaseError: a part is missing, no such reader, or they may not have a copy.
    """
    require_parts(case)
    return _fitting(case, case.as_seen_by(reader), templates)


def _copy(
    case: Case,
    reader: Reader,
    gates: Iterable[Gate],
    lifted: dict[str, Override],
    formats: Sequence[str],
    templates: Sequence[str | Path],
) -> Copy:
    view = case.as_seen_by(reader.id)
    letter = _fitting(case, view, templates)
    stops = tuple(gate for gate in gates if reader.id in gate.readers and gate.id not in lifted)
    if stops:
        return Copy(reader.id, letter, {}, stops)
    known = {
        (leak.secret, leak.word.casefold()) for leak in leaks_in_view(case, reader, view) if gate_of(leak, reader.id).id in lifted
    }
    files = {f"{letter.file_stem}.{ending}": WRITERS[ending](letter) for ending in _endings(letter, formats)}
    needles = needles_for(case, reader)
    leaks = [leak for name, data in files.items() for leak in leaks_in_file(needles, name, data) if _new(leak, known)]
    stops = tuple(gate for gate in _together(leaks, reader.id) if gate.id not in lifted)
    return Copy(reader.id, letter, {} if stops else files, stops)


def _endings(letter: Letter, formats: Sequence[str]) -> Sequence[str]:
    return ("txt",) if letter.form == "text" else formats


def _new(leak: Leak, known: set[tuple[str, str]]) -> bool:
    return (leak.secret, leak.word.casefold()) not in known


def _together(leaks: Iterable[Leak], reader: str) -> Iterable[Gate]:
    return {gate.id: gate for gate in (gate_of(leak, reader) for leak in leaks)}.values()


def _fitting(case: Case, view: View, templates: Sequence[str | Path]) -> Letter:
    """Return the letter; a text message leaves out its last steps without a time of day until it fits into two parts."""
    letter = letter_of(view, stem_of(case, view.reader.id), templates)
    if view.form != "text":
        return letter
    spare = [step for step in view.plan if not hasattr(step.when, "hour")]
    while spare and sms_parts(sms_text(letter)) > _PARTS:
        dropped = spare.pop()
        view = replace(view, plan=tuple(step for step in view.plan if step is not dropped))
        letter = letter_of(view, letter.file_stem, templates)
    return letter


def _check_overrides(overrides: Iterable[Override], gates: dict[str, Gate]) -> None:
    for override in overrides:
        gate = gates.get(override.gate)
        if gate is None or not gate.stops:
            raise CaseError(f"there is no stop “{override.gate}” in this case; plainletter letter check lists them")
        if not gate.open_to_override:
            raise CaseError(f"{gate.id} cannot be overridden: {gate.cure}")
