"""The kinds of letter, and what each must hold before it can be drafted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of letter: its name on the command line, what it is for, and the parts of a case that it needs."""

    name: str
    title: str
    purpose: str
    needs: tuple[str, ...]


_KINDS = (
    Kind("first-meeting", "Summary of a first meeting", "what was said and agreed", ("meeting", "plan", "checking")),
    Kind("assessment-feedback", "Assessment feedback", "what was found, in words, said in person first", ("meeting", "checking")),
    Kind("review", "Review", "what has changed, what helped and what comes next", ("meeting", "plan", "checking")),
    Kind("missed-appointment", "A meeting that did not happen", "kind, and without asking why", ("meeting", "plan")),
    Kind("invitation", "Invitation", "who we are, what happens, and how to choose or say no", ("appointment",)),
    Kind("waiting-list", "News about waiting", "an honest account of the wait and of help now", ("waiting",)),
    Kind("change-of-worker", "Change of worker", "who, why and when, with a hand-over", ("handover",)),
    Kind("safety-plan", "After a crisis: the safety plan", "signs, what helps, who to call", ("meeting", "crisis", "checking")),
    Kind("ending", "Ending", "what was done and how to come back", ("ending",)),
    Kind("correction", "What was put right", "what was changed in the record, when, and by whom", ("corrections",)),
    Kind("cover-note", "Cover note for a professional", "what they are asked to do, and on whose agreement", ("plan",)),
)  # fmt: skip
KINDS: dict[str, Kind] = {kind.name: kind for kind in _KINDS}
