"""What a desk says when it cannot do what was asked: a page for a browser that shows pages, JSON for a script."""

from __future__ import annotations

import re
from typing import Any, Final

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from plainletter.desk.drafts import StaleError, UnknownDraftError, UnwrittenError
from plainletter.desk.page.answers import Answer, wants_page
from plainletter.desk.page.rendering import page
from plainletter.desk.refusals import status_of
from plainletter.desk.tasks.suggesting import UncertainError
from plainletter.errors import PlainletterError

OVER, LOCKED = 401, 423
_WAIT: Final = "2"  # seconds
_SAID: Final = {
    404: "there is nothing at this address; go back to the list of letters",
    405: "this address takes another method than that",
}
_TITLES: Final = {
    404: "Not found",
    409: "Changed meanwhile",
    413: "Too large",
    503: "Busy",
    504: "Too slow",
    507: "The disk is full",
}


class ChangedError(PlainletterError):
    """A draft no longer is what the page shows."""


class BadRequestError(PlainletterError):
    """What was sent cannot be used. Its message is one sentence."""


def refuse_on_pages(app: FastAPI) -> None:
    """Let every error of a desk end in a page or in JSON that says why."""
    app.add_exception_handler(PlainletterError, _on_purpose)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _fault)


def refused(request: Request, status: int, message: str, **more: Any) -> Response:  # noqa: ANN401 - JSON
    """Return a refusal with this HTTP status; ``more`` stands beside the error in JSON."""
    headers = {"Retry-After": _WAIT} if status == 503 else None
    if not wants_page(request):
        return Answer({"error": {"status": status, "message": message}, **more}, status, headers=headers)
    if status == LOCKED:
        return RedirectResponse("/locked", 303)
    if status == OVER:
        return page(request, "ended", status, message=_sentence(message))
    title = _TITLES.get(status, "That did not work")
    return page(request, "error", status, headers, status=status, message=_sentence(message), title=title)


async def _on_purpose(request: Request, error: Exception) -> Response:
    assert isinstance(error, PlainletterError)
    if isinstance(error, StaleError):
        return refused(
            request,
            409,
            str(error),
            kept={"id": error.kept.id, "name": error.kept.name},
            current={"case": error.current.case, "revision": error.current.revision, "fault": error.current.fault},
        )
    return refused(request, _status(error), str(error))


def _status(error: PlainletterError) -> int:
    if isinstance(error, UnknownDraftError):
        return 404
    if isinstance(error, UnwrittenError):
        return 507 if error.full else 403
    return 409 if isinstance(error, ChangedError | UncertainError) else status_of(error)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = str(error.detail)
    plain = _SAID.get(error.status_code, said) if re.fullmatch(r"[A-Z][\w ]+", said) else said
    return refused(request, error.status_code, plain)


async def _fault(request: Request, error: Exception) -> Response:
    # Never the message, which may quote a text.
    return refused(request, 500, f"plainletter stumbled over it ({type(error).__name__}); please report this, without the text")


def _sentence(message: str) -> str:
    return f"{message[:1].upper()}{message[1:]}" + ("" if message.endswith((".", "?", "!")) else ".")
