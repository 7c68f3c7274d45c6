"""What the checker says of a drafted letter, and a gate as a value: in a worker."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from plainletter.desk.options import CheckOptions
from plainletter.desk.tasks.checking import checker_for

if TYPE_CHECKING:
    from plainletter.findings import Report
    from plainletter.letters.case import Case
    from plainletter.letters.gates import Gate
    from plainletter.letters.letter import Letter


def review(case: Case, letter: Letter, options: CheckOptions) -> Report:
    """Check a letter with the client's own wording; what a letter should hold is asked of the client's own only."""
    from plainletter.letters.reviewing import PRESENCE, is_whole

    wanted = replace(
        options,
        doc_type="letter",
        preferences=(*options.preferences, *case.client.words),
        ignore=options.ignore if is_whole(case, letter) else (*options.ignore, PRESENCE),
    )
    return checker_for(wanted).check(letter.text)


def gate_values(gate: Gate) -> dict[str, Any]:
    """Return a gate under the names that programs know."""
    return {
        "id": gate.id,
        "question": gate.question,
        "cure": gate.cure,
        "readers": list(gate.readers),
        "place": gate.place,
        "stops": gate.stops,
        "open_to_override": gate.open_to_override,
    }
