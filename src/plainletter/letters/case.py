"""The case: everything that the letters about one meeting are made from."""

from __future__ import annotations

from collections import Counter
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

CRISIS = "crisis"
"""The name under which the helplines as a whole stand beside the ids of items."""


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
        faults = list(_faults(self))
        if faults:
            raise ValueError("; ".join(faults))
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


def _faults(case: Case) -> Iterator[str]:
    readers = [reader.id for reader in case.readers]
    lines = [*(item.id for item in case.items), *(line.id for line in case.plan)]
    people = [person.id for person in case.third_parties]
    sections = {item.section for item in case.items}
    ids = [*readers, *lines, *people, *(mark.id for mark in case.marks), *(correction.id for correction in case.corrections)]
    for name, count in Counter(ids).items():
        if count > 1:
            yield f"the id {name} is given {count} times; every reader, item, plan line, mark and person needs an id of its own"
        if name in (EVERYONE, CRISIS):
            yield f"no id may be “{name}”, which has a meaning of its own; choose another"
    for mark in case.marks:
        yield from _unknown(f"mark {mark.id}", "item or plan line", (*mark.items, *mark.also_touches), [*lines, CRISIS])
        yield from _unknown(f"mark {mark.id}", "section with items", mark.sections, sections)
        yield from _unknown(f"mark {mark.id}", "reader", mark.withhold_from, [*readers, EVERYONE])
        if not mark.items and not mark.sections:
            yield f"mark {mark.id} marks nothing; name its items or sections"
    for line in case.plan:
        yield from _unknown(f"plan line {line.id}", "reader", line.readers, readers)
        yield from _unknown(f"plan line {line.id}", "item", line.rests_on, lines)
    for number, wording in enumerate(case.rewordings, 1):
        yield from _unknown(f"rewording {number}", "item or plan line", [wording.of], lines)
        yield from _unknown(f"rewording {number}", "reader", wording.readers, [*readers, EVERYONE])
        if wording.leave_out == bool(wording.text or wording.text_child):
            yield f"rewording {number} of {wording.of} needs either a text, or leave_out = true"
    for choice in case.helpline_choices:
        yield from _unknown("helpline_choices", "helpline", choice.leave_out, [helpline.name for helpline in case.crisis])
        yield from _unknown("helpline_choices", "reader", choice.readers, [*readers, EVERYONE])
    for item in case.items:
        yield from _unknown(f"item {item.id}", "third party", [item.about] if item.about else [], people)
    for correction in case.corrections:
        yield from _unknown(f"correction {correction.id}", "item", [correction.item] if correction.item else [], lines)
        yield from _unknown(f"correction {correction.id}", "reader", [told.who for told in correction.told], readers)
    for letter in case.sent:
        for sent in letter.sent_to:
            yield from _unknown(f"version {letter.version} in sent", "reader", [sent.reader], readers)


def _unknown(where: str, what: str, named: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    known = list(known)
    for name in named:
        if name not in known:
            close = get_close_matches(name, known, n=1, cutoff=0.5)
            cure = f"did you mean {close[0]}?" if close else f"there are {', '.join(known)}" if known else "there is none yet"
            yield f"{where} names the {what} “{name}”, which does not exist; {cure}"
