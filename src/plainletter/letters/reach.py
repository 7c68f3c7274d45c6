"""How far a letter reaches: consent, scope, marks and wordings, for one reader and one piece of a case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plainletter.letters.case import Case
from plainletter.letters.consent import permission
from plainletter.letters.content import Item, PlanLine
from plainletter.letters.letter import Form
from plainletter.letters.sharing import Mark, Reader, Rewording

_TITLES = ("dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame", "rev", "sister")


def form_of(case: Case, reader: Reader) -> Form:
    """Return what this reader gets: the letter, a short note of what was agreed, a booking, or a text message."""
    if reader.form:
        return reader.form
    if reader.channel == "text":
        return "text"
    scope = scope_of(case, reader)
    if scope == "booking":
        return "booking"
    return "letter" if scope == "whole" else "note"


def scope_of(case: Case, reader: Reader) -> str | tuple[str, ...]:
    """Return the scope of the latest consent; the client's own letter is whole."""
    entry = permission(case, reader).entry
    return "whole" if entry is None else entry.scope


def is_own(case: Case, reader: Reader) -> bool:
    """Tell whether the letter speaks to this reader: the client, or the parent of a child who has a letter in own words."""
    return reader.kind == "client" or (reader.kind == "parent" and for_child(case) and form_of(case, reader) == "letter")


def for_child(case: Case) -> bool:
    """Tell whether the texts of the case are written to a parent, with wordings of their own for the child."""
    age = case.client_age
    return age is not None and age < 16 and any(item.text_child for item in case.items)


def child_words(case: Case, reader: Reader) -> bool:
    """Tell whether this reader is a child who gets the child's wordings."""
    return reader.kind == "client" and for_child(case)


def addressee(case: Case, reader: Reader) -> str:
    """Return the name after "Dear". A copy keeps the name of the person whose letter it is."""
    if reader.kind == "client" or form_of(case, reader) == "text":
        return case.client.preferred_name
    if form_of(case, reader) != "letter" or is_own(case, reader) or case.kind == "cover-note":
        return reader.salutation or _polite(reader.name) or reader.organisation
    if for_child(case):
        parent = next((other for other in case.readers if other.kind == "parent" and permission(case, other).given), None)
        if parent is not None:
            return parent.salutation or parent.name
    return case.client.preferred_name


def _polite(name: str) -> str:
    """Return "Mrs Dacre" for "Mrs Helen Dacre"; a name without a title stays whole."""
    title, _, rest = name.partition(" ")
    return f"{title} {rest.split()[-1]}" if title.strip(".").lower() in _TITLES and rest else name


def marks_on(case: Case, reader: Reader, line: str, section: str) -> Iterator[Mark]:
    """Yield the marks that keep an item or plan line from a reader."""
    for mark in case.marks:
        if mark.hides_from(reader.id) and (line in mark.items or section in mark.sections):
            yield mark


def rewording(case: Case, reader: Reader, line: str) -> Rewording | None:
    """Return the wording chosen for this reader: one that names the reader before one for everybody, the last of equals."""
    fitting = [wording for wording in case.rewordings if wording.of == line and wording.is_for(reader.id)]
    return max(enumerate(fitting), key=lambda pair: (reader.id in pair[1].readers, pair[0]))[1] if fitting else None


def wording_of(case: Case, reader: Reader, piece: Item | PlanLine, child: bool) -> str:
    """Return the words of an item or plan line for a reader; empty where it is left out or there are none for a child."""
    chosen = rewording(case, reader, piece.id)
    if chosen is not None and chosen.leave_out:
        return ""
    own, own_child = (piece.text, piece.text_child) if isinstance(piece, Item) else (piece.what, piece.what_child)
    if child:
        return (chosen.text_child if chosen else "") or own_child
    return (chosen.text if chosen else "") or own


def may_see(case: Case, reader: Reader, piece: Item | PlanLine) -> bool:
    """Tell whether scope, marks and ticks let an item or plan line through to a reader.

    A mark gives way to a new wording that was written for this reader (or for everybody) on purpose.
    """
    section = piece.section if isinstance(piece, Item) else "plan"
    reworded = rewording(case, reader, piece.id)
    new_words = reworded is not None and not reworded.leave_out
    if any(marks_on(case, reader, piece.id, section)) and not new_words:
        return False
    if isinstance(piece, PlanLine):
        if piece.internal or (piece.readers and reader.id not in piece.readers):
            return False
    elif (piece.section == "private" and not new_words) or put_right(case, piece):
        return False
    return in_scope(scope_of(case, reader), piece)


def in_scope(scope: str | tuple[str, ...], piece: Item | PlanLine) -> bool:
    """Tell whether a scope covers an item or plan line; a booking covers what has a time of day."""
    if scope == "whole":
        return True
    if scope in ("plan", "booking"):
        return isinstance(piece, PlanLine) and (scope == "plan" or _timed(piece))
    kinds = {"plan", piece.kind} if isinstance(piece, PlanLine) else {piece.section}
    return bool({piece.id, *kinds} & set(scope))


def _timed(line: PlanLine) -> bool:
    return line.kind == "appointment" or isinstance(line.when, datetime)


def put_right(case: Case, item: Item) -> bool:
    """Tell whether an item was wrong and has been put right."""
    return any(c.item == item.id and c.type == "fact" and c.outcome == "agreed" for c in case.corrections)


def was_sent(case: Case, reader: Reader, item: str) -> bool:
    """Tell whether a reader was sent an item, or a plan line that rests on it, in an earlier version."""
    lines = {item, *(line.id for line in case.plan if item in line.rests_on)}
    return any(
        sent.reader == reader.id and (sent.whole or lines & set(sent.held)) for letter in case.sent for sent in letter.sent_to
    )
