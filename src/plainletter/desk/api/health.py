"""Whether the server is ready: once a worker has answered."""

from __future__ import annotations

import asyncio
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse, Response

from plainletter.desk.api.errors import responses
from plainletter.desk.api.queries import NO_QUERY
from plainletter.desk.options import Service
from plainletter.desk.refusals import refusal
from plainletter.desk.tasks.checking import Text, check_texts
from plainletter.desk.workers import Workers
from plainletter.errors import PlainletterError
from plainletter.version import __version__

_AGAIN = 2  # seconds
_START = 600  # seconds for the first check, on however slow a machine


class Health(BaseModel):
    """The server is ready."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"status": "ok", "version": __version__}]})

    status: Literal["ok"] = Field(description="Always `ok`.")
    version: str = Field(description="The version of `plainletter`.", examples=[__version__])


class Readiness:
    """Whether the workers answer.

    Args:
        service: what they are to be ready for.
        workers: the processes.
    """

    def __init__(self, service: Service, workers: Workers) -> None:
        self._service = service
        self._workers = workers
        self._task: asyncio.Task[None] | None = None
        self._ready = False
        self._reason = "the server is starting; ask again in a few seconds"

    def begin(self) -> None:
        """Let every worker load what it needs, unless that is under way or done."""
        if not self._ready and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._warm())

    def answer(self) -> Response:
        """Return the answer about the server's health."""
        if self._ready:
            return JSONResponse({"status": "ok", "version": __version__})
        self.begin()
        return refusal(503, self._reason, {"Retry-After": str(_AGAIN)})

    def end(self) -> None:
        """Give up what is under way."""
        if self._task is not None:
            self._task.cancel()

    async def _warm(self) -> None:
        try:
            await self._ask()  # the first one may have to compile the lexicon, which all others then read
            self._ready = True
            await asyncio.gather(*(self._ask() for _ in range(self._workers.count)))
        except PlainletterError as error:
            self._reason = str(error)

    async def _ask(self) -> None:
        await self._workers.run(check_texts, [Text("Thank you for coming.")], self._service.options, seconds=_START)


def health_routes(readiness: Readiness) -> APIRouter:
    """Return the addresses that say whether the server is ready; they ask for no token."""
    router = APIRouter(tags=["Server"], dependencies=[NO_QUERY])
    known = responses(422, 503)

    @router.get("/v1/health", summary="Ask whether the server is ready", response_model=Health, responses=known)
    async def health() -> Response:
        """Say whether the server can check texts. It asks for no token, here and at `/health`."""
        return readiness.answer()

    router.add_api_route("/health", health, include_in_schema=False)
    return router
