"""Who may use a desk: the start address, the cookie, the token of each page, and the lock."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, Depends
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from plainletter.desk.page.desk import desk_of
from plainletter.desk.page.refusing import LOCKED, OVER, refused
from plainletter.desk.page.rendering import page
from plainletter.desk.sessions import right_token

if TYPE_CHECKING:
    from plainletter.desk.sessions import Session

router = APIRouter()
_SAFE: Final = ("GET", "HEAD")
_FIELDS: Final = 12
_OVER: Final = "this window is not signed in to the desk; use the address that stands in the window where it was started"


async def entered(request: Request) -> AsyncIterator[None]:
    """Let a request pass that comes from an open session and, where it changes something, from a page of it.

    Raises:
        HTTPException: 401 without a session, 423 while it is locked, 403 without the right token.
    """
    async with _session_in(request) as session:
        if session.locked:
            raise HTTPException(LOCKED, "the desk is locked after a while without use; unlock it first")
        yield


async def known(request: Request) -> AsyncIterator[None]:
    """Let a request pass as :func:`entered` does, locked or not."""
    async with _session_in(request):
        yield


@asynccontextmanager
async def _session_in(request: Request) -> AsyncIterator[Session]:
    """Give the session of a request; what was uploaded is forgotten afterwards."""
    session = _session(request)
    if session is None:
        raise HTTPException(OVER, _OVER)
    request.state.session = session
    try:
        if request.method not in _SAFE:
            token = request.headers.get("x-csrf-token") or (await form_of(request)).get("csrf")
            if not isinstance(token, str) or not right_token(session, token):
                raise HTTPException(403, "this page is out of date; load it again, and do it once more")
        yield session
    finally:
        form = getattr(request.state, "form", None)
        if form is not None:
            await form.close()


async def form_of(request: Request) -> FormData:
    """Return the form of a request, empty where it has none; what is uploaded stays in memory.

    Raises:
        HTTPException: 400, it cannot be read.
    """
    form: FormData | None = getattr(request.state, "form", None)
    if form is None:
        form = request.state.form = await _parsed(request)
    return form


async def _parsed(request: Request) -> FormData:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        return await request.form(max_fields=_FIELDS)
    if kind != "multipart/form-data":
        return FormData()
    most = desk_of(request).limits.max_bytes
    try:
        parser = MultiPartParser(request.headers, request.stream(), max_files=1, max_fields=_FIELDS, max_part_size=most)
        parser.spool_max_size = most  # never on a disk
        return await parser.parse()
    except (MultiPartException, KeyError, UnicodeDecodeError):
        raise HTTPException(400, "the form that was sent cannot be read; load the page again") from None


@router.get("/start", response_model=None)
async def start(request: Request, code: str = "") -> Response:
    """Exchange the code of a start address for a cookie."""
    desk = desk_of(request)
    session = desk.sessions.start(code)
    if session is None:
        if _session(request) is not None:
            return RedirectResponse("/", 303)
        return refused(
            request, OVER, "this start address was used already; a new one stands in the window where the desk was started"
        )
    answer = RedirectResponse("/", 303)
    answer.set_cookie(desk.sessions.cookie, session.name, path="/", httponly=True, samesite="strict")
    return answer


@router.post("/lock", response_model=None, dependencies=[Depends(known)])
async def lock(request: Request) -> Response:
    """Lock the desk until somebody reads the code from the window where it was started."""
    request.state.session.locked = True
    return RedirectResponse("/locked", 303)


@router.get("/locked", response_model=None, dependencies=[Depends(known)])
async def locked(request: Request) -> Response:
    """Show that the desk is locked."""
    if not request.state.session.locked:
        return RedirectResponse("/", 303)
    return page(request, "locked", wrong=False)


@router.post("/unlock", response_model=None, dependencies=[Depends(known)])
async def unlock(request: Request) -> Response:
    """Open the desk again with the code, or with the whole address that holds it."""
    code = str((await form_of(request)).get("code", ""))
    if desk_of(request).sessions.unlock(request.state.session, code.rpartition("code=")[2]):
        return RedirectResponse("/", 303)
    return page(request, "locked", 403, wrong=True)


def _session(request: Request) -> Session | None:
    sessions = desk_of(request).sessions
    return sessions.find(request.cookies.get(sessions.cookie, ""))
