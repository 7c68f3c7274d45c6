"""The letters as their readers will get them, and suggestions that a click puts in."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from plainletter.desk.page.answers import Answer, Wish, wish_of
from plainletter.desk.page.desk import desk_of, opened, saved
from plainletter.desk.page.home import about
from plainletter.desk.page.rendering import page
from plainletter.desk.tasks.letters import show
from plainletter.desk.tasks.suggesting import put_in

router = APIRouter()


class Chosen(Wish):
    """A suggestion for a finding, both counted from 0, in the letter of a reader."""

    revision: str
    reader: str
    finding: int
    suggestion: int


@router.get("/drafts/{id}/see", response_model=None)
async def see(request: Request, id: str) -> Response:
    """Show the page; the letters are asked for by the script."""
    return page(request, "see", draft=about(await opened(request, id)))


@router.get("/drafts/{id}/letters", response_model=None)
async def letters(request: Request, id: str) -> Response:
    """Return every reader's letter, with what the checker finds, what is left out and what stops it."""
    found, desk = await opened(request, id), desk_of(request)
    told = await desk.workers.run(show, found.case, desk.options, desk.templates)
    return Answer({"revision": found.revision, **told})


@router.post("/drafts/{id}/suggestion", response_model=None)
async def suggestion(request: Request, id: str) -> Response:
    """Put a suggestion into the words of the case that it was found in."""
    chosen = await wish_of(request, Chosen)
    found, desk = await opened(request, id, chosen.revision), desk_of(request)
    case, changed = await desk.workers.run(
        put_in, found.case, chosen.reader, chosen.finding, chosen.suggestion, desk.options, desk.templates
    )
    new = await saved(request, found, case)
    return Answer({"case": new.case, "revision": new.revision, "changed": changed})
