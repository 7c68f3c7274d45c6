"""Leaks before anything is written: a piece of a reader's view that gives away what they may not know."""

from __future__ import annotations

from collections.abc import Iterator

from plainletter.letters.case import Case
from plainletter.letters.content import Item, PlanLine
from plainletter.letters.leaks.needle import Leak, Needle
from plainletter.letters.leaks.search import Haystack
from plainletter.letters.leaks.secrets import needles_for
from plainletter.letters.reach import may_see, rewording, wording_of
from plainletter.letters.seen import View
from plainletter.letters.sharing import Reader
from plainletter.letters.wording import MONTHS


def leaks_in_view(case: Case, reader: Reader, view: View) -> tuple[Leak, ...]:
    """Return every place in a view that betrays something that its reader may not know: one leak for a secret and a place."""
    needles = [one for one in needles_for(case, reader) if not one.outside]
    found: dict[tuple[str, str], Leak] = {}
    for place, text in _texts(view):
        for hit in Haystack(text).hits(needles):
            leak = _leak(hit.needle, reader, place, text[hit.start : hit.end])
            found.setdefault((leak.secret, leak.place), leak)
    for leak in _touched(case, reader, view):
        found.setdefault((leak.secret, leak.place), leak)
    return tuple(found.values())


def _leak(needle: Needle, reader: Reader, place: str, word: str) -> Leak:
    if place.startswith("crisis"):
        cure = f'leave it out with [[helpline_choices]] leave_out = ["…"], for = ["{reader.id}"]'
        return Leak(needle.secret, "crisis", needle.kind, word, cure)
    return Leak(needle.secret, place, needle.kind, word, _cure(place, reader))


def _cure(place: str, reader: Reader) -> str:
    return f'word {place} anew: [[rewordings]] of = "{place}", for = ["{reader.id}"], and text = "…" or leave_out = true'


def _texts(view: View) -> Iterator[tuple[str, str]]:
    for items in view.items.values():
        for item in items:
            yield item.id, f"{item.text} {item.opinion_of}"
    for step in view.plan:
        when = f" {step.when.day} {MONTHS[step.when.month - 1]}" if step.when else ""
        yield step.id, f"{step.text}. {step.doer}. {step.place}. {when}"
    for number, line in enumerate(view.crisis, 1):
        yield f"crisis.{number}", f"{line.name} {line.contact} {line.when}"
    for action in view.reader.actions:
        yield f"{view.reader.id}.actions", str(action)
    for correction in view.corrections:
        yield "corrections", f"{correction.right_text} {correction.reason}"
    yield "subject", view.subject
    yield from _occasions(view)


def _occasions(view: View) -> Iterator[tuple[str, str]]:
    """Yield the words of the parts that only some kinds of letter have."""
    for name in ("meeting", "appointment", "waiting", "handover", "ending"):
        part = getattr(view, name)
        if part is not None:
            values = part.model_dump().values() if hasattr(part, "model_dump") else (part.place,)
            yield name, " . ".join(str(value) for value in values if isinstance(value, str))


def _touched(case: Case, reader: Reader, view: View) -> Iterator[Leak]:
    """Yield the pieces that a mark says it touches and nobody has worded anew for this reader."""
    seen = {item.id for items in view.items.values() for item in items} | {step.id for step in view.plan}
    pieces: dict[str, Item | PlanLine] = {item.id: item for item in case.items} | {line.id: line for line in case.plan}
    for mark in case.marks:
        if not mark.hides_from(reader.id):
            continue
        for name in mark.also_touches:
            piece = pieces.get(name)
            if (
                piece is None
                or name not in seen
                or not may_see(case, reader, piece)
                or not wording_of(case, reader, piece, child=False)
            ):
                continue
            if rewording(case, reader, name) is None:
                words = "the mark says that it touches this"
                yield Leak(mark.id, name, "hint", words, _cure(name, reader))
