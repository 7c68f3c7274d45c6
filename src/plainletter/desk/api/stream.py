"""Many texts in one request: a line of JSON in, a line of JSON out, in order, each as soon as it is done."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from plainletter.desk.api.reading import LINES
from plainletter.formats.escaping import json_text

Answer = Callable[[bytes, int], Awaitable[str]]
_LINE_ENDS: Final = b" \t\r\n"


class LineByLine(Response):
    """An answer that is written while the request still comes in.

    The request is taken in as fast as it comes, for many clients read no answer before they have sent all; so what waits is
    never more than a request may be, and of the answers never more than ``ahead``.

    Args:
        answer: makes the answer to a line, given its number from 1.
        ahead: how many lines are worked on at once.
    """

    media_type = LINES

    def __init__(self, answer: Answer, ahead: int) -> None:
        super().__init__()
        del self.headers["content-length"]
        self._answer = answer
        self._ahead = ahead

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        lines: asyncio.Queue[bytes | None] = asyncio.Queue()
        fault: list[str] = []
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        reader = asyncio.create_task(_read(receive, lines, fault))
        try:
            async for said in self._answers(lines):
                await send(_piece(said))
            for said in fault:
                await send(_piece(said))
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            reader.cancel()
            with suppress(asyncio.CancelledError):
                await reader

    async def _answers(self, lines: asyncio.Queue[bytes | None]) -> AsyncIterator[str]:
        begun: asyncio.Queue[asyncio.Task[str] | None] = asyncio.Queue(self._ahead)
        sharer = asyncio.create_task(self._share_out(lines, begun))
        try:
            while (task := await begun.get()) is not None:
                yield await task
        finally:
            sharer.cancel()
            while not begun.empty():
                if (task := begun.get_nowait()) is not None:
                    task.cancel()

    async def _share_out(self, lines: asyncio.Queue[bytes | None], begun: asyncio.Queue[asyncio.Task[str] | None]) -> None:
        number = 0
        while (line := await lines.get()) is not None:
            number += 1
            if line.strip(_LINE_ENDS):
                await begun.put(asyncio.create_task(self._answer(line, number)))  # type: ignore[arg-type]  # it is a coroutine
        await begun.put(None)


def error_line(number: int, status: int, message: str) -> str:
    """Return the line that stands in place of an answer; ``number`` is that of the line in the request, 0 for the request."""
    return json_text({"type": "error", "line": number, "error": {"status": status, "message": message}})


def _piece(line: str) -> dict[str, object]:
    return {"type": "http.response.body", "body": f"{line}\n".encode(), "more_body": True}


async def _read(receive: Receive, lines: asyncio.Queue[bytes | None], fault: list[str]) -> None:
    """Take in the request line by line; at its end, and when the caller leaves, None."""
    rest = bytearray()
    try:
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                rest.clear()
                _drop(lines)
                break
            first, *others = message.get("body", b"").split(b"\n")
            rest += first
            for other in others:
                lines.put_nowait(bytes(rest))
                rest = bytearray(other)
            if not message.get("more_body", False):
                lines.put_nowait(bytes(rest))
                break
    except HTTPException as error:  # it is larger than it may be, or nothing more came
        fault.append(error_line(0, error.status_code, str(error.detail)))
    lines.put_nowait(None)


def _drop(lines: asyncio.Queue[bytes | None]) -> None:
    while not lines.empty():
        lines.get_nowait()
