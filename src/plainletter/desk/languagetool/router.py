"""The addresses under /v2, which are those of LanguageTool's HTTP API."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from plainletter.desk.languagetool.describing import ANSWER, FORM, REFUSALS
from plainletter.desk.languagetool.form import fields_of
from plainletter.desk.languagetool.languages import LANGUAGES
from plainletter.desk.languagetool.matches import software
from plainletter.desk.languagetool.refusing import RefusedError, refused
from plainletter.desk.languagetool.units import length_of
from plainletter.desk.languagetool.wish import Wish, wish_of
from plainletter.desk.options import Limits, Service
from plainletter.desk.tasks.languagetool import check as check_text
from plainletter.desk.workers import Workers
from plainletter.errors import PlainletterError

LONGEST: Final = 500_000  # UTF-16 units of prose: about 180 pages
_ENCODED: Final = 9  # bytes of one character in an encoded form, for most
_WAIT: Final = 2  # seconds
_IN_ADDRESS: Final = "send the text in the body of a POST request, not in its address: addresses are written into logs"


def routes(service: Service, workers: Workers) -> APIRouter:
    """Return the routes of LanguageTool's API, whose checks run in the workers."""
    router = APIRouter(prefix="/v2", tags=["LanguageTool"])
    longest = _longest(service.limits)

    @router.get("/languages", summary="The languages that are checked: English")
    async def languages() -> JSONResponse:
        return JSONResponse([{"name": one.name, "code": one.code, "longCode": one.long_code} for one in LANGUAGES])

    @router.get("/maxtextlength", summary="The longest text that is checked", response_class=PlainTextResponse)
    async def max_text_length() -> PlainTextResponse:
        return PlainTextResponse(str(longest))

    @router.get("/info", summary="What answers here")
    async def info() -> JSONResponse:
        return JSONResponse({"software": software()})

    @router.post("/check", summary="Check a text", openapi_extra=FORM, responses={**ANSWER, **REFUSALS})
    async def check(request: Request) -> Response:
        try:
            # In a thread: a large form takes a second to read, and others are served meanwhile.
            wish = await asyncio.to_thread(_wish, request, await request.body(), service.token, longest)
            return Response(await workers.run(check_text, wish, service.options), media_type="application/json")
        except PlainletterError as error:
            answer = refused(error)
            if answer.status_code == 503:
                answer.headers["Retry-After"] = str(_WAIT)
            return answer

    @router.get("/check", include_in_schema=False)
    async def check_address() -> Response:
        return refused(RefusedError(405, _IN_ADDRESS), {"Allow": "POST"})

    return router


def _longest(limits: Limits) -> int:
    return min(LONGEST, limits.max_bytes // _ENCODED)


def _wish(request: Request, body: bytes, token: str, longest: int) -> Wish:
    fields = {**_address(request), **fields_of(body)}
    _admit(request, fields, token)
    return _short(wish_of(fields), longest)


def _address(request: Request) -> Mapping[str, str]:
    """Return the fields in the address, of which no client makes use for more than the language."""
    fields = dict(parse_qsl(request.url.query, keep_blank_values=True))
    if "text" in fields or "data" in fields:
        raise RefusedError(400, _IN_ADDRESS)
    return fields


def _admit(request: Request, fields: Mapping[str, str], token: str) -> None:
    kind, _, shown = request.headers.get("authorization", "").partition(" ")
    given = shown.strip() if kind.lower() == "bearer" else fields.get("apiKey", "")
    if token and not secrets.compare_digest(given.encode(), token.encode()):
        raise RefusedError(403, "the token is missing or not right; put it where the editor asks for an API key")


def _short(wish: Wish, longest: int) -> Wish:
    length = length_of(wish.text.prose)
    if length > longest:
        raise RefusedError(
            413, f"Your text exceeds the limit of {longest} characters (it's {length} characters). Please submit a shorter text."
        )
    return wish
