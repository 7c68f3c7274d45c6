"""What the client answered, what came of it, the next version, and the note for the formal record."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from plainletter.desk.page.answers import Answer, Wish, wish_of
from plainletter.desk.page.desk import desk_of, opened, saved
from plainletter.desk.page.refusing import BadRequestError
from plainletter.desk.page.send import filed
from plainletter.desk.tasks.correcting import add, settle
from plainletter.letters.corrections import Reply, Settlement
from plainletter.letters.filing import file_note
from plainletter.letters.values import Day

router = APIRouter()


class Said(Wish):
    """What a client said about the letter."""

    says: str
    how: str
    received_on: Day
    item: str = ""
    type: Literal["fact", "opinion", "omission"] = "fact"
    topic: str = ""


class Came(Wish):
    """What came of a correction."""

    correction: str
    outcome: Literal["open", "agreed", "statement_added", "refused"]
    new_date: Day
    right_text: str = ""
    reason: str = ""
    amended_on: Day | Literal[""] | None = None
    amended_by: str = ""


@router.post("/drafts/{id}/replies", response_model=None)
async def reply(request: Request, id: str) -> Response:
    """Record what the client said."""
    said = await wish_of(request, Said)
    if not said.says or not said.how:
        raise BadRequestError("write what the client said, and how they said it: by phone, by letter, in person")
    found, desk = await opened(request, id), desk_of(request)
    new = Reply(said.says, said.received_on, said.how, said.item, said.type, said.topic)
    replied = await desk.workers.run(add, found.case, new)
    revision = (await saved(request, found, replied.case)).revision
    return Answer({"correction": replied.correction, "answer_by": replied.answer_by, "revision": revision})


@router.post("/drafts/{id}/settlements", response_model=None)
async def settlement(request: Request, id: str) -> Response:
    """Record what came of it, make the next version, and write the note for the formal record."""
    came = await wish_of(request, Came)
    found, desk = await opened(request, id), desk_of(request)
    amended = came.amended_on or None
    outcome = Settlement(came.outcome, came.new_date, came.right_text, came.reason, amended, came.amended_by)
    settled = await desk.workers.run(settle, found.case, came.correction, outcome)
    folder = desk.drafts.letters(found)
    revision = (await saved(request, found, settled.case)).revision
    await filed(desk, folder, lambda: file_note(folder, came.correction, settled.note))
    notes = list(settled.note)
    told = {"version": settled.version, "date": settled.date, "note": notes[0], "notes": notes, "revision": revision}
    return Answer(told)
