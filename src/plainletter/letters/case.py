"""The case: everything that the letters about one meeting are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import Field, model_validator

from plainletter.letters.content import Appointment, Checking, Ending, Handover, Helpline, Item, Meeting, PlanLine, Waiting
from plainletter.letters.history import Correction, SentLetter
from plainletter.letters.kinds import KINDS
from plainletter.letters.people import Author, Client, Service, ThirdParty
from plainletter.letters.sharing import EVERYONE, HelplineChoice, Mark, Reader, Rewording, WithheldDecision
from plainletter.letters.values import Day, Loose, Piece

if TYPE_CHECKING:
    from plainletter.letters.seen import View

Misnamed = tuple[tuple[int | str, ...], str]
CRISIS = "crisis"
"""The name under which the helplines as a whole stand beside the ids of items."""


class MisnamedError(ValueError):
    """Ids that stand twice or do not exist: for each the path to the value, and a sentence."""

    def __init__(self, faults: tuple[Misnamed, ...]) -> None:
        super().__init__("; ".join(message for _, message in faults))
        self.faults = faults


class Case(Piece):
    """A case record, from TOML (people) or JSON (systems). :meth:`as_seen_by` is the only road from it to a template.

    Raises:
        pydantic.ValidationError: a key is unknown, a value has the wrong form, or an id is named that does not exist;
            :func:`plainletter.letters.casefile.load` turns it into one sentence with file, line and cure.
    """

    kind: Literal[*KINDS]  # type: ignore[valid-type]
    date: Day = Field(description="the date of the letter; the clock is never used")
    jurisdiction: Literal["england", "scotland", "wales", "northern_ireland"] = "england"
    version: int = Field(1, ge=1)
    subject: Loose = Field("", description="a line under the greeting; seen by every reader")
    service: Service
    author: Author
    client: Client
    meeting: Meeting | None = None
    appointment: Appointment | None = None
    waiting: Waiting | None = None
    handover: Handover | None = None
    ending: Ending | None = None
    items: tuple[Item, ...] = ()
    plan: tuple[PlanLine, ...] = ()
    crisis: tuple[Helpline, ...] = ()
    checking: Checking | None = None
    third_parties: tuple[ThirdParty, ...] = ()
    readers: tuple[Reader, ...]
    marks: tuple[Mark, ...] = ()
    rewordings: tuple[Rewording, ...] = ()
    helpline_choices: tuple[HelplineChoice, ...] = ()
    withheld_decisions: tuple[WithheldDecision, ...] = ()
    sent: tuple[SentLetter, ...] = ()
    corrections: tuple[Correction, ...] = ()
    raw_notes: Loose = Field("", description="notes as typed; never in a letter")

    @model_validator(mode="after")
    def _ids_exist(self) -> Case:
        faults = tuple(_faults(self))
        if faults:
            raise MisnamedError(faults)
        return self

    @classmethod
    def load(cls, path: str | Path) -> Case:
        """Read a case file: TOML, or JSON by its ending.

        Raises:
            CaseError: the file cannot be read, or something in it is wrong: one line for each fault.
        """
        from plainletter.letters.casefile import load

        return load(path)

    def as_seen_by(self, reader: str) -> View:
        """Return what one reader may see, and nothing else: the only road to a template.

        Raises:
            CaseError: there is no reader of this id, or no copy may be made for them.
        """
        from plainletter.letters.view import view_for

        return view_for(self, reader)

    def reader(self, name: str) -> Reader | None:
        """Return the reader of this id, if there is one."""
        return next((reader for reader in self.readers if reader.id == name), None)

    @property
    def client_age(self) -> int | None:
        """The client's age in whole years on the date of the letter, where it is known."""
        born = self.client.date_of_birth
        if born is None:
            return self.client.age
        return _years(born, self.date)


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _faults(case: Case) -> Iterator[Misnamed]:
    yield from _ids(case)
    yield from _named_in_marks(case)
    yield from _named_in_wordings(case)
    readers = [reader.id for reader in case.readers]
    lines = _lines(case)
    people = [person.id for person in case.third_parties]
    for at, line in enumerate(case.plan):
        yield from _unknown(("plan", at, "for"), f"plan line {line.id}", "reader", line.readers, readers)
        yield from _unknown(("plan", at, "rests_on"), f"plan line {line.id}", "item", line.rests_on, lines)
    for at, item in enumerate(case.items):
        yield from _unknown(("items", at, "about"), f"item {item.id}", "third party", [item.about] if item.about else [], people)
    for at, correction in enumerate(case.corrections):
        where, item_id = f"correction {correction.id}", [correction.item] if correction.item else []
        yield from _unknown(("corrections", at, "item"), where, "item", item_id, lines)
        yield from _unknown(("corrections", at, "told"), where, "reader", [told.who for told in correction.told], readers)
    for at, letter in enumerate(case.sent):
        where = f"version {letter.version} in sent"
        yield from _unknown(("sent", at, "sent_to"), where, "reader", [sent.reader for sent in letter.sent_to], readers)


def _lines(case: Case) -> list[str]:
    return [*(item.id for item in case.items), *(line.id for line in case.plan)]


def _ids(case: Case) -> Iterator[Misnamed]:
    places: dict[str, list[tuple[int | str, ...]]] = {}
    for part in ("readers", "items", "plan", "third_parties", "marks", "corrections"):
        for at, piece in enumerate(getattr(case, part)):
            places.setdefault(piece.id, []).append((part, at, "id"))
    for name, at_once in places.items():
        if len(at_once) > 1:
            what = f"the id {name} is given {len(at_once)} times"
            yield at_once[1], f"{what}; every reader, item, plan line, mark and person needs an id of its own"
        if name in (EVERYONE, CRISIS):
            yield at_once[0], f"no id may be “{name}”, which has a meaning of its own; choose another"


def _named_in_marks(case: Case) -> Iterator[Misnamed]:
    readers = [*(reader.id for reader in case.readers), EVERYONE]
    lines = [*_lines(case), CRISIS]
    sections = {item.section for item in case.items}
    for at, mark in enumerate(case.marks):
        where = f"mark {mark.id}"
        yield from _unknown(("marks", at, "items"), where, "item or plan line", mark.items, lines)
        yield from _unknown(("marks", at, "also_touches"), where, "item or plan line", mark.also_touches, lines)
        yield from _unknown(("marks", at, "sections"), where, "section with items", mark.sections, sections)
        yield from _unknown(("marks", at, "withhold_from"), where, "reader", mark.withhold_from, readers)
        if not mark.items and not mark.sections:
            yield ("marks", at, "items"), f"mark {mark.id} marks nothing; name its items or sections"


def _named_in_wordings(case: Case) -> Iterator[Misnamed]:
    readers = [*(reader.id for reader in case.readers), EVERYONE]
    for at, wording in enumerate(case.rewordings):
        where = f"rewording {at + 1}"
        yield from _unknown(("rewordings", at, "of"), where, "item or plan line", [wording.of], _lines(case))
        yield from _unknown(("rewordings", at, "for"), where, "reader", wording.readers, readers)
        if wording.leave_out == bool(wording.text or wording.text_child):
            yield ("rewordings", at, "text"), f"{where} of {wording.of} needs either a text, or leave_out = true"
    helplines = [helpline.name for helpline in case.crisis]
    for at, choice in enumerate(case.helpline_choices):
        path = ("helpline_choices", at)
        yield from _unknown((*path, "leave_out"), "helpline_choices", "helpline", choice.leave_out, helplines)
        yield from _unknown((*path, "for"), "helpline_choices", "reader", choice.readers, readers)


def _unknown(
    path: tuple[int | str, ...], where: str, what: str, named: Iterable[str], known: Iterable[str]
) -> Iterator[Misnamed]:
    known = list(known)
    for name in named:
        if name not in known:
            close = get_close_matches(name, known, n=1, cutoff=0.5)
            cure = f"did you mean {close[0]}?" if close else f"there are {', '.join(known)}" if known else "there is none yet"
            yield path, f"{where} names the {what} “{name}”, which does not exist; {cure}"
