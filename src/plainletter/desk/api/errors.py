"""What is said when a request cannot be answered: one shape for all, and every fault of a body by its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse

from plainletter.desk.api.bodies import Options
from plainletter.desk.api.suggesting import cut, told
from plainletter.errors import PlainletterError


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: ``path`` is its place in the body ("items.2.text"), "" for the body as a whole."""

    path: str
    message: str


class FaultyError(PlainletterError):
    """A body that cannot be used. ``faults`` are all that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(dict.fromkeys(fault.message for fault in self.faults)))


class FaultAnswer(BaseModel):
    """One thing that is wrong with a request, and its place."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"path": "text", "message": "text is missing"}]})

    path: str = Field(description="Where it is, such as `documents.0.text`. Empty for the whole.", examples=["text"])
    message: str = Field(description="What is wrong, in one sentence.", examples=["text is missing"])


class Reason(BaseModel):
    """Why a request was not answered."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"status": 422, "message": "text is missing"}]})

    status: int = Field(description="The status of the answer.", examples=[422])
    message: str = Field(description="What is wrong and what to do. It quotes no letter.", examples=["text is missing"])
    faults: list[FaultAnswer] = Field(default_factory=list, description="All that is wrong, where more can be said.")


class Error(BaseModel):
    """The answer to every request that cannot be answered."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"error": {"status": 422, "message": "text is missing"}}]})

    error: Reason = Field(description="Why it was not answered.")


_SAID = {
    400: "The request cannot be read.",
    401: "The token is missing or not the right one.",
    403: "The server may not be called by this name, or from this page.",
    404: "There is nothing of this name.",
    408: "The request did not arrive in time.",
    413: "The request is too large.",
    415: "The body is of a kind that is not read here.",
    422: "Something in the request is wrong. Every fault is named.",
    500: "A fault of the server. The message holds nothing of the text.",
    503: "The server is busy or still starting. Try again after the seconds in `Retry-After`.",
    504: "It took longer than it may.",
}


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return these refusals as OpenAPI describes them, with those that any request may meet."""
    wanted = sorted({400, 403, *statuses})
    return {status: {"model": Error, "description": _SAID[status]} for status in wanted}


def refuse_faults(app: FastAPI) -> None:
    """Let an application name all faults of a request."""
    app.add_exception_handler(FaultyError, _faulty)
    app.add_exception_handler(RequestValidationError, _invalid)


async def _faulty(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, FaultyError)
    said = {"status": 422, "message": str(error), "faults": [asdict(fault) for fault in error.faults]}
    return JSONResponse({"error": said}, 422)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    found = [{**fault, "loc": fault["loc"][1:]} for fault in error.errors()]  # without "query" or "path"
    return await _faulty(request, FaultyError(faults_of(found, Options)))


def faults_of(found: Iterable[Mapping[str, Any]], model: type[BaseModel]) -> Iterable[Fault]:
    """Return what pydantic found as faults: where, what, and the nearest key for one that is unknown."""
    for fault in found:
        place = tuple(fault["loc"])
        inner = tuple(cut(part) if isinstance(part, str) else part for part in place)
        yield Fault(".".join(map(str, inner)), told(fault, inner, model))
