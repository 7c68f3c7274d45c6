"""What the author sees on the screen about a case. None of it goes into a letter or a log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plainletter.letters.gates import Gate


def told_gates(gates: Iterable[Gate]) -> Iterator[str]:
    """Yield the questions first, each with whose copy waits for it and what to do; then what the author should know."""
    notes = []
    for gate in gates:
        if gate.stops:
            yield f"? {gate.question}"
            yield f"    {gate.cure}"
            yield f"    [{gate.id}] stops the copy for {', '.join(gate.readers)}"
        else:
            notes.append(f"· {gate.question} [{gate.id}]")
    yield from notes
