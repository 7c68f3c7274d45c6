"""What a server says when it cannot do what was asked: one clear sentence, and never the client's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from plainletter.desk.validation import fault_of
from plainletter.desk.workers import DiedError, TooBusyError, TooLongError
from plainletter.errors import PlainletterError

_WAIT = 2  # seconds
_KNOWN = {
    404: "there is nothing at this address; the addresses are listed at /docs",
    405: "this address takes another method than that",
}


def refusal(status: int, message: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """Return an answer of this HTTP status that says why, as ``{"error": {"status", "message"}}``."""
    return JSONResponse({"error": {"status": status, "message": message}}, status, headers=dict(headers or {}))


def status_of(error: PlainletterError) -> int:
    """Return the HTTP status for an error that was raised on purpose."""
    if isinstance(error, TooLongError):
        return 504
    if isinstance(error, TooBusyError):
        return 503
    return 500 if isinstance(error, DiedError) else 422


def refuse_clearly(app: FastAPI) -> None:
    """Let every error of an application end in a refusal."""
    app.add_exception_handler(PlainletterError, _on_purpose)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _fault)


async def _on_purpose(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, PlainletterError)
    status = status_of(error)
    return refusal(status, str(error), {"Retry-After": str(_WAIT)} if status == 503 else None)


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    faults: list[Mapping[str, Any]] = list(error.errors())
    return refusal(422, "; ".join(dict.fromkeys(map(fault_of, faults))))


async def _http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    said = str(error.detail)
    plain = _KNOWN.get(error.status_code, said) if re.fullmatch(r"[A-Z][\w ]+", said) else said
    return refusal(error.status_code, plain, error.headers)


async def _fault(_request: Request, error: Exception) -> JSONResponse:
    # Never the message, which may quote a text.
    return refusal(500, f"plainletter stumbled over it ({type(error).__name__}); please report this, without the text")
