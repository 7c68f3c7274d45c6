"""What one reader may see: an allow-list, built from consent, scope, marks and the wordings chosen for that reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plainletter.errors import CaseError
from plainletter.letters.case import CRISIS, Case
from plainletter.letters.consent import Permission, permission, readers_with_copy
from plainletter.letters.content import Handover, Item, PlanLine
from plainletter.letters.heads import author_of, checking_of, interpreter_of, meeting_of, only_text, person_of, service_of
from plainletter.letters.history import Correction
from plainletter.letters.identifiers import nhs_spaced
from plainletter.letters.people import POINT_SIZES
from plainletter.letters.reach import (
    addressee,
    child_words,
    for_child,
    form_of,
    in_scope,
    is_own,
    marks_on,
    may_see,
    put_right,
    scope_of,
    was_sent,
    wording_of,
)
from plainletter.letters.seen import (
    SeenCopy,
    SeenCorrection,
    SeenHelpline,
    SeenItem,
    SeenReader,
    SeenStep,
    Typed,
    View,
)
from plainletter.letters.sharing import Reader

_YOURS = (
    "gp",
    "doctor",
    "nurse",
    "midwife",
    "health visitor",
    "dentist",
    "pharmacist",
    "coordinator",
    "key worker",
    "psycholog",
    "psychiatr",
)


def view_for(case: Case, reader_id: str) -> View:
    """Build the view of one reader; see :meth:`Case.as_seen_by`."""
    reader = case.reader(reader_id)
    if reader is None:
        raise CaseError(f"there is no reader “{reader_id}” in the case; there are {', '.join(r.id for r in case.readers)}")
    allowed = permission(case, reader)
    if not allowed.given:
        raise CaseError(f"reader {reader.id} may not have a copy: the latest answer is {allowed.status.replace('_', ' ')}")
    form, own = form_of(case, reader), is_own(case, reader)
    child = own and child_words(case, reader)
    booking = form == "booking"
    items = tuple(_items(case, reader, child)) if not booking else ()
    plan = tuple(_plan(case, reader, child))
    sections = {item.section for item in items}
    return View(
        kind=case.kind,
        form=form,
        date=case.date,
        version=case.version,
        subject=case.subject,
        jurisdiction=case.jurisdiction,
        own=own,
        child_words=child,
        parent=own and reader.kind == "parent",
        reader=_reader(case, reader, allowed, own),
        addressee=addressee(case, reader),
        client=None if booking else person_of(case.client),
        service=service_of(case),
        author=author_of(case),
        meeting=meeting_of(case),
        appointment=case.appointment,
        waiting=case.waiting if form != "note" else None,
        handover=_handover(case, reader) if form != "note" else None,
        ending=case.ending if form != "note" else None,
        items={section: tuple(item for item in items if item.section == section) for section in sections},
        plan=plan,
        plan_says_you=(form == "note" or case.kind == "cover-note")
        and any(re.search(r"\byou(r|rs|rself)?\b", step.text, re.IGNORECASE) for step in plan),
        crisis=tuple(_crisis(case, reader)) if form == "letter" else (),
        checking=checking_of(case),
        copies=tuple(_copies(case, reader, own)) if form == "letter" else (),
        stopped=tuple(_stopped(case)) if own and reader.kind == "client" and form == "letter" else (),
        corrections=tuple(_corrections(case, reader, child)) if form == "letter" else (),
        replaces=_replaces(case, reader) if form == "letter" else None,
        identifier=_identifier(case, reader),
        interpreter=interpreter_of(case) if booking else None,
        only_text=only_text(case) if own else "",
        point_size=_point_size(case, reader, own),
    )


def _items(case: Case, reader: Reader, child: bool) -> Iterator[SeenItem]:
    for item in case.items:
        words = wording_of(case, reader, item, child) if may_see(case, reader, item) else ""
        if words:
            private = item.section == "private"
            section = "what_you_told_us" if private else item.section
            tellers = () if private else tuple(_tellers(case, reader, item))
            yield SeenItem(item.id, section, item.source, Typed(words, item.id), tellers, item.opinion_of)
    if not child:
        yield from _true_facts(case, reader)


def _true_facts(case: Case, reader: Reader) -> Iterator[SeenItem]:
    """Yield what is true in place of a wrong fact, for a reader who was never sent the mistake."""
    told = {correction.item for correction in _told_of(case, reader)}
    wrong = {item.id: item for item in case.items if put_right(case, item)}
    for correction in case.corrections:
        item = wrong.get(correction.item)
        if not item or item.id in told or not correction.right_text or any(marks_on(case, reader, item.id, item.section)):
            continue
        if in_scope(scope_of(case, reader), item):
            yield SeenItem(item.id, item.section, "record", Typed(correction.right_text, correction.id))


def _tellers(case: Case, reader: Reader, item: Item) -> Iterator[str]:
    if item.source != "client_said":
        return
    if not item.told_by:
        yield "You" if not for_child(case) or reader.kind == "client" else case.client.preferred_name
        return
    mine = reader.name or (case.client.preferred_name if reader.kind == "client" else "")
    if not is_own(case, reader):
        mine = addressee(case, reader)
    names = [name for part in item.told_by.split(",") for name in part.split(" and ") if name.strip()]
    yield from sorted(("You" if _same(name.strip(), mine) else name.strip() for name in names), key=lambda name: name != "You")


def _same(name: str, other: str) -> bool:
    return bool(set(name.lower().split()) & set(other.lower().split()))


def _plan(case: Case, reader: Reader, child: bool) -> Iterator[SeenStep]:
    for line in case.plan:
        words = wording_of(case, reader, line, child) if may_see(case, reader, line) else ""
        if words:
            place = line.place or (_place(case) if line.kind == "appointment" else "")
            doer = _doer(case, reader, line, words)
            first = words.split()[0].removesuffix("'ll").removesuffix("’ll")
            actor = {"i": "I", "we": "we", "you": "you"}.get(first.lower(), "")
            yield SeenStep(line.id, Typed(words, line.id), doer, actor, line.when, line.timing, line.kind, place)


def _doer(case: Case, reader: Reader, line: PlanLine, words: str) -> str:
    own = (case.author.name, case.client.preferred_name, case.client.first_name, case.client.family_name, reader.name)
    if any(_same(line.who, name) for name in own if name) or any(part in words for part in line.who.split() if part[0].isupper()):
        return ""
    return "" if line.who.lower() in words.lower() or line.who.lower() in ("you", "i", "we") else line.who


def _place(case: Case) -> str:
    return case.meeting.place if case.meeting else case.service.outward_name


def _crisis(case: Case, reader: Reader) -> Iterator[SeenHelpline]:
    out = {name for choice in case.helpline_choices if {reader.id, "all"} & set(choice.readers) for name in choice.leave_out}
    if any(marks_on(case, reader, CRISIS, CRISIS)):
        return
    for number, line in enumerate(case.crisis, 1):
        if line.name not in out:
            origin = f"{CRISIS}.{number}"
            yield SeenHelpline(Typed(line.name, origin), Typed(line.contact, origin), Typed(line.when, origin))


def _copies(case: Case, reader: Reader, own: bool) -> Iterator[SeenCopy]:
    """Yield the other letters: all of them for the client, only copies of the whole letter for anybody else."""
    for other in readers_with_copy(case):
        if other.kind == "client" or (other.id == reader.id and own):
            continue
        form = form_of(case, other)
        if own or (form == "letter" and not is_own(case, other)):
            entry = permission(case, other).entry
            yield SeenCopy(
                who=described(other),
                name=other.name or other.organisation,
                form=form,
                left_out=tuple(_left_out(case, reader, other)) if own and reader.kind == "client" else (),
                about=entry.agreed_words if own and entry else "",
                told=entry is None or entry.status == "permit",
            )


def described(reader: Reader) -> str:
    """Return a reader by name and role, never by address: "your GP, Dr Ruth Imrie"; "Mrs Helen Dacre (class teacher)"."""
    name = reader.name or reader.organisation
    role = reader.role if reader.role[:2].isupper() else reader.role[:1].lower() + reader.role[1:]
    if reader.relation:
        return f"your {reader.relation}, {name}"
    if reader.kind == "professional" and role and reader.name:
        yours = any(word in role.lower() for word in _YOURS)
        return f"your {role}, {name}" if yours else f"{name} ({role})"
    return f"{name} ({role})" if role and role != name else name


def _left_out(case: Case, reader: Reader, other: Reader) -> Iterator[str]:
    for mark in case.marks:
        if mark.set_by == "client" and mark.hides_from(other.id) and not mark.hides_from(reader.id):
            yield mark.fact


def _stopped(case: Case) -> Iterator[str]:
    """Yield readers who had an earlier version and from whom the client has withdrawn since."""
    had = {sent.reader for letter in case.sent for sent in letter.sent_to}
    for reader in case.readers:
        if reader.id in had and permission(case, reader).withdrawn:
            yield reader.name or reader.organisation


def _corrections(case: Case, reader: Reader, child: bool) -> Iterator[SeenCorrection]:
    for correction in _told_of(case, reader):
        right = (correction.right_text_child if child else "") or correction.right_text
        yield SeenCorrection(
            type=correction.type,
            outcome=correction.outcome,
            topic=correction.topic,
            right_text=Typed(right, correction.id),
            client_says=Typed(correction.client_says, correction.id),
            reason=correction.reason,
            earlier=_replaces(case, reader),
            received_on=correction.received_on,
            how=correction.how,
            amended_on=correction.record_amended_on,
            amended_by=correction.amended_by,
        )


def _told_of(case: Case, reader: Reader) -> list[Correction]:
    return [c for c in case.corrections if c.outcome != "open" and (reader.kind == "client" or was_sent(case, reader, c.item))]


def _replaces(case: Case, reader: Reader) -> date | None:
    """Return the date of the last version that this reader (or, for a copy, the client) was sent."""
    dates = [letter.date for letter in case.sent for sent in letter.sent_to if sent.reader == reader.id]
    return max(dates) if dates and case.version > 1 else None


def _identifier(case: Case, reader: Reader) -> str:
    client, own = case.client, is_own(case, reader)
    number = client.nhs_number or client.chi_number
    if not number or client.print_identifier == "no" or form_of(case, reader) != "letter":
        return ""
    name = "NHS number" if client.nhs_number else "CHI number"
    return f"{name} {nhs_spaced(number, client.print_identifier)}" if own or reader.kind == "professional" else ""


def _reader(case: Case, reader: Reader, allowed: Permission, own: bool) -> SeenReader:
    full_name = f"{case.client.first_name} {case.client.family_name}"
    name = reader.name or (full_name if reader.kind == "client" else reader.organisation)
    return SeenReader(
        id=reader.id,
        kind=reader.kind,
        name=name,
        salutation=addressee(case, reader),
        role=reader.role,
        organisation=reader.organisation if reader.name else "",
        relation=reader.relation,
        reference=reader.reference,
        actions=tuple(Typed(action, f"{reader.id}.actions") for action in reader.actions),
        address=_address(case, reader, own),
        agreed_words=allowed.entry.agreed_words if allowed.entry else "",
        agreed_by=(allowed.entry.given_by if allowed.entry else "") or case.client.preferred_name,
    )


def _address(case: Case, reader: Reader, own: bool) -> tuple[str, ...]:
    if reader.channel != "post":
        return ()
    places = reader.addresses or (case.client.addresses if own else ())
    safe = next((place for place in places if place.safe == "yes"), None)
    if safe is None:
        return ()
    who = reader.name or f"{case.client.first_name} {case.client.family_name}"
    return (who, *safe.lines, *([safe.postcode] if safe.postcode else []))


def _handover(case: Case, reader: Reader) -> Handover | None:
    """Return the change of worker; what the new person will not be told is for the client alone."""
    if case.handover is None or reader.kind == "client":
        return case.handover
    return case.handover.model_copy(update={"will_not_know": ""})


def _point_size(case: Case, reader: Reader, own: bool) -> int:
    theirs = max((POINT_SIZES.get(need.code.lower(), 12) for need in reader.accessible_information), default=12)
    return max(theirs, case.client.point_size) if own and reader.kind == "client" else theirs
