"""The parts of a case without which a kind of letter cannot be written."""

from __future__ import annotations

from collections.abc import Iterator

from plainletter.errors import CaseError
from plainletter.letters.case import Case
from plainletter.letters.kinds import KINDS

_ASKED = {
    "meeting": "when and where did you meet? Add [meeting] with date and place",
    "plan": "what was agreed? Add at least one [[plan]] with id, what, who and when",
    "checking": "how and by when can the client say that something is wrong? Add [checking] with reply_by and ways",
    "appointment": "what is offered? Add [appointment] with when and place",
    "waiting": "how long is the wait? Add [waiting] with since, shortest_weeks, longest_weeks, counted_on and next_news",
    "handover": "who is new, from when, and why? Add [handover] with new_name, from_date and reason",
    "ending": "what is the last day, and what is the way back? Add [ending] with last_day and way_back",
    "crisis": "who can the client call? Add at least one [[crisis]] with name and contact",
    "corrections": "what was put right? Add [[corrections]], or run plainletter letter correct",
}


GAP = "…"


def parts_lacking(case: Case) -> Iterator[tuple[str, str]]:
    """Yield the name of each part that the case lacks, and what to ask: "when and where did you meet?"."""
    for part in KINDS[case.kind].needs:
        if not getattr(case, part):
            yield part, _ASKED[part].partition("?")[0] + "?"


def missing_parts(case: Case) -> Iterator[str]:
    """Yield a question for each part that the case lacks, and each value that is still to be filled in."""
    for part, _ in parts_lacking(case):
        yield f"a letter of the kind {case.kind} needs {part}: {_ASKED[part]}"
    yield from _gaps(case.model_dump(by_alias=True), "")


def _gaps(value: object, path: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _gaps(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value, 1):
            name = inner.get("id", number) if isinstance(inner, dict) else number
            yield from _gaps(inner, f"{path}[{name}]")
    elif value == GAP:
        yield f"{path} is still to be filled in: what belongs there?"


def require_parts(case: Case) -> None:
    """Refuse a case that lacks a part.

    Raises:
        CaseError: one line for each part that is missing.
    """
    if missing := list(missing_parts(case)):
        raise CaseError("\n".join(missing))
