"""Gates about secrets: something in a copy that betrays what its reader may not know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainletter.letters.case import Case
from plainletter.letters.consent import readers_with_copy
from plainletter.letters.gates.gate import Gate
from plainletter.letters.leaks import Leak, leaks_in_view


def secret_gates(case: Case) -> Iterator[Gate]:
    """Yield a stop for each place in a copy that gives a withheld fact or a third party away."""
    for reader in readers_with_copy(case):
        for leak in leaks_in_view(case, reader, case.as_seen_by(reader.id)):
            yield gate_of(leak, reader.id)


def gate_of(leak: Leak, reader: str) -> Gate:
    """Return the gate of a leak: it names both places."""
    third = leak.secret.startswith("X") or leak.kind == "name"
    secret = leak.secret.replace(" ", "_")
    name = f"third_party_{secret}" if third else f"hint_of_{secret}"
    place = leak.place if re.fullmatch(r"[\w.-]+", leak.place) else "file"
    return Gate(
        f"{name}_in_{place}",
        f"In the copy for {reader}, “{leak.word}” in {leak.place} gives {leak.secret} away.",
        leak.cure,
        (reader,),
        leak.place,
    )
