"""What a desk asks where something is missing or wrong in a case: one question, beside its field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from plainletter.letters.case import Case
from plainletter.letters.faults import Fault, Path, faults_of
from plainletter.letters.parts import GAP, parts_lacking

_ASKED: Final = {
    "kind": "What kind of letter is it?",
    "date": "What date stands on the letter?",
    "service": "Which service writes?",
    "service.name": "What is the true name of the service? It is printed nowhere.",
    "service.outward_name": "Under which name does the service write? It is printed on the letter.",
    "author": "Who writes the letter?",
    "author.name": "What is your name, as you sign?",
    "client": "Who is the letter about?",
    "client.first_name": "What is the client's first name?",
    "client.family_name": "What is the client's family name?",
    "client.preferred_name": "What name does the client like to be called? It goes after “Dear”.",
    "client.pronouns": "Does the client use she/her, he/him or they/them?",
    "client.addresses.#.lines": "What is the address?",
    "client.addresses.#.lines.#": "What is the address?",
    "client.contact.phone.number": "What is the phone number?",
    "client.contact.text.number": "Which number are texts sent to?",
    "client.contact.email.address": "What is the e-mail address?",
    "client.accessible_information.#.code": "What does the client need, to be able to read the letter?",
    "client.capacity.decision": "What was decided about sharing?",
    "client.capacity.decided_by": "Who decided about sharing?",
    "client.capacity.date": "When was it decided?",
    "meeting": "When and where did you meet?",
    "meeting.date": "When did you meet?",
    "meeting.place": "Where did you meet?",
    "appointment.when": "When is the meeting?",
    "appointment.place": "Where is the meeting?",
    "waiting.since": "Since when is the client waiting?",
    "waiting.shortest_weeks": "How many weeks is the wait at the least?",
    "waiting.longest_weeks": "How many weeks is the wait at the most?",
    "waiting.counted_on": "On which day was the wait counted?",
    "waiting.next_news": "By when will the client hear from you again?",
    "handover.new_name": "Who is the new worker?",
    "handover.from_date": "From which day?",
    "handover.reason": "Why is there a change?",
    "ending.last_day": "Which day is the last?",
    "ending.way_back": "How can the client come back?",
    "items.#.id": "What is this line called, such as T1?",
    "items.#.section": "Which part of the letter does this belong to?",
    "items.#.source": "Who said or saw this?",
    "items.#.text": "What was said? Write it to the client, so that it can stand after “You told me that”.",
    "plan.#.id": "What is this step called, such as P1?",
    "plan.#.what": "What will be done?",
    "plan.#.who": "Who does it?",
    "plan.#.when": "By when?",
    "crisis.#.name": "Who can the client call?",
    "crisis.#.contact": "What is their number?",
    "checking.reply_by": "By when can the client say that something is wrong?",
    "checking.ways": "How can the client say that something is wrong?",
    "checking.ways.#": "How can the client say that something is wrong?",
    "readers": "Who gets a letter?",
    "readers.#.id": "What is this reader called here, such as gp?",
    "readers.#.kind": "Who is this reader: the client, a parent, a carer, a professional or a service?",
    "readers.#.consent.#.status": "What did the client say about a copy for this reader?",
    "readers.#.consent.#.date": "When did the client say so?",
    "readers.#.consent.#.scope": "How much may this reader have?",
    "readers.#.addresses.#.lines": "What is the address of this reader?",
    "third_parties.#.id": "What is this person called here, such as X1?",
    "third_parties.#.relation": "Who is this person to the client?",
    "marks.#.id": "What is this mark called, such as C1?",
    "marks.#.fact": "What is confidential, in two or three words?",
    "marks.#.items": "Which lines are confidential?",
    "marks.#.set_by": "Who asked for this to be confidential?",
    "marks.#.withhold_from": "Who may not see it?",
    "rewordings.#.of": "Which line has other words?",
    "rewordings.#.for": "Who gets the other words?",
    "rewordings.#.text": "What does it say for this reader? You can also take the line out for them.",
    "corrections.#.client_says": "What did the client say?",
    "corrections.#.how": "How did the client say it: by phone, by letter, in person?",
    "corrections.#.received_on": "When did the client say it?",
}
_EMPTY: Final[tuple[object, ...]] = (None, "", GAP, [], {})


def questions_of(data: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return what is still to be answered or put right, as ``{"path", "message"}``, once for each path."""
    faults = faults_of(data)
    asked = dict(_of_faults(data, faults)) if faults else dict(_of_case(data))
    return [{"path": path, "message": message} for path, message in asked.items()]


def _of_faults(data: Mapping[str, Any], faults: tuple[Fault, ...]) -> Iterator[tuple[str, str]]:
    for fault in faults:
        yield _dotted(fault.path), _question(fault, value_at(data, fault.path))
    yield from _gaps(data, ())


def _of_case(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for part, question in parts_lacking(Case.model_validate(dict(data))):
        yield part, question[:1].upper() + question[1:]
    yield from _gaps(data, ())


def _question(fault: Fault, value: object) -> str:
    missing = fault.kind == "missing" or (isinstance(value, str) and value.strip() in ("", GAP)) or value in _EMPTY
    if missing and fault.kind != "unknown":
        return _ASKED.get(_shape(fault.path)) or f"What belongs under “{_last(fault.path)}”? It is still missing."
    if fault.kind == "unknown":
        return f"“{_last(fault.path)}” is no key of a case: {fault.message}."
    return f"{fault.message[:1].upper()}{fault.message[1:]}." if _own(fault) else f"“{_last(fault.path)}” {fault.message}."


def _own(fault: Fault) -> bool:
    """Tell whether the sentence of a fault names its place itself."""
    return not fault.path or fault.message.split(" ")[0] in ("mark", "plan", "item", "rewording", "the", "no", "version")


def _gaps(value: object, path: Path) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _gaps(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _gaps(inner, (*path, at))
    elif value == GAP:
        yield _dotted(path), _ASKED.get(_shape(path)) or f"What belongs under “{_last(path)}”? It is still to be filled in."


def value_at(data: object, path: Path) -> object:
    """Return the value at a path; None where there is none."""
    for part in path:
        try:
            data = data[part]  # type: ignore[index]  # whatever cannot be walked into ends the way
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _dotted(path: Path) -> str:
    return ".".join(map(str, path))


def _shape(path: Path) -> str:
    return ".".join("#" if isinstance(part, int) else part for part in path)


def _last(path: Path) -> str:
    named = next((part for part in reversed(path) if isinstance(part, str)), "the case")
    return named.replace("_", " ")
