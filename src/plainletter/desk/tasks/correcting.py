"""What the client said about a letter, and what came of it: in a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plainletter.letters.corrections import Reply, Settlement, with_outcome, with_reply


@dataclass(frozen=True, slots=True)
class Replied:
    """A case with a new correction, its id, and the day by which the client is owed an answer."""

    case: dict[str, Any]
    correction: str
    answer_by: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A case as its next version, and the files of the note for the formal record."""

    case: dict[str, Any]
    version: int
    date: str
    note: dict[str, bytes]


def add(data: Mapping[str, Any], reply: Reply) -> Replied:
    """Add what a client said.

    Raises:
        CaseError: the case or the reply cannot be used.
    """
    from plainletter.letters.gates.history import month_after

    name, case = with_reply(data, reply)
    return Replied(case, name, month_after(reply.received_on).isoformat())


def settle(data: Mapping[str, Any], correction: str, settlement: Settlement) -> Settled:
    """Add what came of it.

    Raises:
        CaseError: there is no such correction, or the outcome lacks something.
    """
    from plainletter.letters.casefile import case_of
    from plainletter.letters.filing import note_files

    data = with_outcome(data, correction, settlement)
    case = case_of(data)
    return Settled(data, case.version, case.date.isoformat(), note_files(case, correction))
