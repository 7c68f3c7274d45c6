"""The page on which a letter is drafted, and its case."""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from plainletter.desk.caseio import case_from
from plainletter.desk.page.answers import Answer
from plainletter.desk.page.desk import desk_of, opened
from plainletter.desk.page.home import about
from plainletter.desk.page.refusing import BadRequestError
from plainletter.desk.page.rendering import page
from plainletter.desk.tasks.letters import ask
from plainletter.errors import PlainletterError

router = APIRouter()
_SAVED: Final = "The letter is saved; what is missing in it could not be worked out just now."


@router.get("/drafts/{id}", response_model=None)
async def draft(request: Request, id: str) -> Response:
    """Show the form of a draft; its case is asked for by the script."""
    found = await opened(request, id)
    return RedirectResponse("/", 303) if found.toml else page(request, "draft", draft=about(found))


@router.get("/drafts/{id}/case", response_model=None)
async def case(request: Request, id: str) -> Response:
    """Return the case of a draft, and what is still to be answered."""
    found = await opened(request, id)
    asked = await desk_of(request).workers.run(ask, found.case)
    return Answer({"case": found.case, "revision": found.revision, **asked})


@router.put("/drafts/{id}/case", response_model=None)
async def save(request: Request, id: str) -> Response:
    """Save a case, finished or not, unless its file was changed since it was read."""
    sent: dict[str, Any] = case_from(await request.body())
    new, revision = sent.get("case"), sent.get("revision")
    if not isinstance(new, dict) or not isinstance(revision, str):
        raise BadRequestError("send the case and the revision that it was made from")
    desk = desk_of(request)
    saved = await run_in_threadpool(desk.drafts.save, id, new, revision)
    try:
        asked = await desk.workers.run(ask, new)
    except PlainletterError:  # it is saved all the same, and the page has to know its revision
        asked = {"questions": [{"path": "", "message": _SAVED}], "gates": []}
    return Answer({"revision": saved.revision, **asked})
