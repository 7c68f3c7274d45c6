"""The list of letters, and a new one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from plainletter.desk.blank import blank_case
from plainletter.desk.drafts import Draft
from plainletter.desk.page.access import form_of
from plainletter.desk.page.desk import desk_of
from plainletter.desk.page.refusing import BadRequestError
from plainletter.desk.page.rendering import page
from plainletter.letters.kinds import KINDS
from plainletter.letters.wording import short_day

router = APIRouter()


@router.get("/", response_model=None)
async def home(request: Request) -> Response:
    """Show the drafts of the folder."""
    drafts = await run_in_threadpool(desk_of(request).drafts.list)
    return page(request, "home", drafts=[_row(draft) for draft in drafts])


@router.post("/drafts", response_model=None)
async def new(request: Request) -> Response:
    """Begin a letter of a kind."""
    kind = str((await form_of(request)).get("kind", ""))
    if kind not in KINDS:
        raise BadRequestError("choose the kind of letter first")
    today = date.today()
    draft = await run_in_threadpool(desk_of(request).drafts.new, blank_case(kind, today), today)
    return RedirectResponse(f"/drafts/{draft.id}", 303)


@router.post("/drafts/{id}/open", response_model=None)
async def copy(request: Request, id: str) -> Response:
    """Open a TOML case, of which a copy is made that the form can change."""
    draft = await run_in_threadpool(desk_of(request).drafts.copy, id)
    return RedirectResponse(f"/drafts/{draft.id}", 303)


def about(draft: Draft) -> dict[str, Any]:
    """Return what every page of a draft is told of it."""
    kind = draft.case.get("kind")
    known = KINDS.get(kind) if isinstance(kind, str) else None
    return {
        "id": draft.id,
        "name": draft.name,
        "kind": known.name if known else "",
        "kind_title": known.title if known else "A letter",
    }


def _row(draft: Draft) -> dict[str, Any]:
    version = draft.case.get("version", 1)
    return {
        **about(draft),
        "date": _day(draft.case.get("date")),
        "saved": f"{short_day(draft.saved)} {draft.saved.year}, {draft.saved:%H:%M}",
        "version": version if isinstance(version, int) else 1,
        "client": _client(draft.case.get("client")),
        "kept": draft.kept,
        "toml": draft.toml,
        "fault": draft.fault,
    }


def _day(value: object) -> str:
    try:
        day = datetime.fromisoformat(str(value))
    except ValueError:
        return ""
    return f"{short_day(day)} {day.year}"


def _client(client: object) -> str:
    if not isinstance(client, Mapping):
        return ""
    names = [client.get(key) for key in ("first_name", "family_name")]
    whole = " ".join(name for name in names if isinstance(name, str) and name.strip())
    preferred = client.get("preferred_name")
    return whole or (preferred if isinstance(preferred, str) else "")
