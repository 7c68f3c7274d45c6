"""The guard in front of a server: who may ask, how much, and what a browser may do with the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plainletter.desk.refusals import refusal

_SLOW: Final = 30  # seconds without a byte of the request
_OWN: Final = ("same-origin", "none")  # what a browser says of a request of the page's own, or of one that was typed
NOTHING: Final = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""A content security policy for answers that are no pages."""
_PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Accept",
    "Access-Control-Max-Age": "600",
}


@dataclass(frozen=True, slots=True)
class Callers:
    """Who may ask.

    ``hosts`` are the names, with the port where one is written, by which the server may be called: any other was made up
    by somebody else's name server (DNS rebinding). ``origins`` are the pages that may ask from a browser.
    """

    hosts: frozenset[str]
    origins: frozenset[str] = field(default=frozenset())


class Guard:
    """ASGI middleware that refuses before anything is read.

    Args:
        app: what it guards.
        callers: who may ask.
        max_bytes: the largest body of a request.
        policy: the content security policy of every answer.
    """

    def __init__(self, app: ASGIApp, callers: Callers, max_bytes: int, policy: str = NOTHING) -> None:
        self._app = app
        self._callers = callers
        self._max_bytes = max_bytes
        self._headers = _headers(policy)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return  # there are no web sockets here
        allowed = self._allowed(scope)
        answer = self._guarded(send, allowed)
        refused = self._refused(scope)
        if refused is not None:
            await refusal(*refused)(scope, receive, answer)
            return
        if scope["method"] == "OPTIONS" and b"access-control-allow-origin" in allowed:
            await Response(status_code=204, headers=_PREFLIGHT)(scope, receive, answer)
            return
        try:
            await self._app(scope, self._limited(receive), answer)
        except Exception:  # it was answered already: here it would only reach a log, with words of a text
            return

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        headers = _listed(scope)
        if not scope["path"].startswith("/") or scope.get("raw_path", b"/")[:1] not in (b"/", b""):
            return 400, "the address of the request has to begin with /"
        hosts = headers.get("host", [])
        if len(hosts) != 1 or hosts[0] not in self._callers.hosts:
            return 403, "this server is not known by the name that the request gives; use the address that it printed"
        origins = headers.get("origin", [])
        if origins and (len(origins) > 1 or not self._known(origins[0])):
            return 403, "a page of another site may not ask this server; see --allow-origin"
        site = headers.get("sec-fetch-site", ["none"])
        if not origins and any(name not in _OWN for name in site):
            return 403, "a page of another site may not ask this server; type or paste the address instead"
        length = headers.get("content-length", ["0"])
        if len(length) > 1 or not length[0].isdecimal():
            return 400, "the length of the request is not a number"
        if int(length[0]) > self._max_bytes:
            return 413, self._too_large
        return None

    def _known(self, origin: str) -> bool:
        scheme, _, host = origin.partition("://")
        return origin in self._callers.origins or (scheme in ("http", "https") and host in self._callers.hosts)

    @property
    def _too_large(self) -> str:
        return f"the request is larger than {self._max_bytes / 1_000_000:g} MB; send less at a time"

    def _limited(self, receive: Receive) -> Receive:
        size, ended = 0, False

        async def limited() -> Message:
            nonlocal size, ended
            if ended:  # what follows the body is the caller's leaving, however late
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), _SLOW)
            except TimeoutError:
                raise HTTPException(408, f"nothing more of the request came for {_SLOW} seconds; send it again") from None
            ended = not message.get("more_body", False)
            size += len(message.get("body", b""))
            if size > self._max_bytes:
                raise HTTPException(413, self._too_large)
            return message

        return limited

    def _allowed(self, scope: Scope) -> Mapping[bytes, bytes]:
        """The headers by which a page that was allowed may read an answer."""
        origin = next(iter(_listed(scope).get("origin", [])), "")
        if origin not in self._callers.origins:
            return {}
        return {b"access-control-allow-origin": origin.encode(), b"vary": b"Origin"}

    def _guarded(self, send: Send, allowed: Mapping[bytes, bytes]) -> Send:
        extra = {**self._headers, **allowed}

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers: Iterable[tuple[bytes, bytes]] = message.get("headers", ())
                message["headers"] = [(name, value) for name, value in headers if name not in extra] + list(extra.items())
            await send(message)

        return guarded


def _listed(scope: Scope) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        found.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    return found


def _headers(policy: str) -> Mapping[bytes, bytes]:
    return {
        b"content-security-policy": policy.encode(),
        b"cache-control": b"no-store",
        b"x-content-type-options": b"nosniff",
        b"x-frame-options": b"DENY",
        b"referrer-policy": b"same-origin",  # with none, a form of our own page says that it comes from nowhere
        b"cross-origin-opener-policy": b"same-origin",
        b"cross-origin-resource-policy": b"same-origin",
        b"permissions-policy": b"camera=(), microphone=(), geolocation=(), browsing-topics=()",
        b"x-robots-tag": b"noindex",
    }
