"""Everything at which drafting stops or asks."""

from __future__ import annotations

from plainletter.letters.case import Case
from plainletter.letters.gates.agreement import agreement_gates
from plainletter.letters.gates.contact import contact_gates
from plainletter.letters.gates.content import content_gates
from plainletter.letters.gates.gate import Gate
from plainletter.letters.gates.history import history_gates
from plainletter.letters.gates.secrets import secret_gates

__all__ = ["Gate", "check_case"]


def check_case(case: Case) -> tuple[Gate, ...]:
    """Return every question about a case, those that stop a copy first; nothing is drafted.

    Raises:
        CaseError: a part is missing without which this kind of letter cannot be written at all.
    """
    gates = [*agreement_gates(case), *contact_gates(case), *content_gates(case), *history_gates(case), *secret_gates(case)]
    return tuple(sorted(_together(gates), key=lambda gate: not gate.stops))


def _together(gates: list[Gate]) -> list[Gate]:
    """Return one gate for each id, with the readers of all of them."""
    found: dict[str, Gate] = {}
    for gate in gates:
        known = found.get(gate.id)
        if known is None:
            found[gate.id] = gate
            continue
        readers = tuple(dict.fromkeys((*known.readers, *gate.readers)))
        found[gate.id] = Gate(gate.id, known.question, known.cure, readers, known.place, known.open_to_override)
    return list(found.values())
