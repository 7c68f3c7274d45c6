"""What a client of LanguageTool's API is told when it cannot have an answer: one line of plain text that begins "Error:"."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import PlainTextResponse

from plainletter.desk.refusals import status_of
from plainletter.errors import PlainletterError


class RefusedError(PlainletterError):
    """A request that LanguageTool would refuse too, with the HTTP status that it uses."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def refused(error: PlainletterError, headers: Mapping[str, str] | None = None) -> PlainTextResponse:
    """Return the answer for an error that was raised on purpose."""
    status = error.status if isinstance(error, RefusedError) else status_of(error)
    # LanguageTool knows no 422: a text that cannot be read is a bad request there.
    return PlainTextResponse(f"Error: {error}", 400 if status == 422 else status, headers=dict(headers or {}))
