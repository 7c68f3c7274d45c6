"""The token, where the server has one."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from fastapi import Request
from starlette.exceptions import HTTPException

Dependency = Callable[[Request], Awaitable[None]]


def bearer(token: str) -> Dependency:
    """Return a dependency that lets a request in that has the token; without a token, every one."""

    async def admit(request: Request) -> None:
        kind, _, shown = request.headers.get("authorization", "").partition(" ")
        right = secrets.compare_digest(shown.strip().encode(), token.encode())
        if token and not (right and kind.lower() == "bearer"):
            what = "the token is not the right one" if shown else "this server asks for a token"
            raise HTTPException(401, f"{what}; send it as Authorization: Bearer TOKEN", {"WWW-Authenticate": "Bearer"})

    return admit
