"""What a reader does not get, and why: for the author's screen only."""

from __future__ import annotations

from collections.abc import Iterator

from plainletter.letters.case import Case
from plainletter.letters.content import Item, PlanLine
from plainletter.letters.letter import Letter
from plainletter.letters.reach import in_scope, marks_on, put_right, rewording, scope_of


def omissions(case: Case, reader: str, letter: Letter) -> Iterator[str]:
    """Yield "P5 (left out for this reader by Dr Hargreave)" for every item, step and helpline that is not in a letter."""
    there = {origin for _, _, origin in letter.origins()}
    pieces: tuple[Item | PlanLine, ...] = (*case.items, *case.plan)
    for piece in pieces:
        if piece.id not in there:
            yield f"{piece.id} ({_reason(case, reader, piece)})"
    if letter.form == "letter":
        for number, line in enumerate(case.crisis, 1):
            if f"crisis.{number}" not in there:
                yield f"{line.name} (helpline_choices)"


def _reason(case: Case, reader_id: str, piece: Item | PlanLine) -> str:
    reader = case.reader(reader_id)
    assert reader is not None
    chosen = rewording(case, reader, piece.id)
    if chosen is not None and chosen.leave_out:
        return "left out for this reader" + (f" by {chosen.by}" if chosen.by else "")
    section = piece.section if isinstance(piece, Item) else "plan"
    if marks := list(marks_on(case, reader, piece.id, section)):
        return f"mark {', '.join(mark.id for mark in marks)}"
    if section == "private":
        return "private"
    if isinstance(piece, Item) and put_right(case, piece):
        return "put right"
    if isinstance(piece, PlanLine) and (piece.internal or (piece.readers and reader_id not in piece.readers)):
        return "a step for staff" if piece.internal else "not ticked for this reader"
    if not in_scope(scope_of(case, reader), piece):
        return "outside what was agreed"
    return "no words for a child" if isinstance(piece, Item) and not piece.text_child else "no room"
