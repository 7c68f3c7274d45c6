"""The addresses that draft letters, and that say what a case is."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from plainletter.desk.api.bodies import Order
from plainletter.desk.api.copies import Drafts, LetterKinds
from plainletter.desk.api.errors import Fault, FaultyError, responses
from plainletter.desk.api.queries import NO_QUERY
from plainletter.desk.api.reading import JSON, model_of, object_of, require_type
from plainletter.desk.options import Service
from plainletter.desk.tasks.drafting import VERSION, draft_letters
from plainletter.desk.workers import Workers
from plainletter.letters.casefile import schema
from plainletter.letters.kinds import KINDS

_ORDER: Final[dict[str, Any]] = {
    "required": True,
    "description": "A case, and what to make of it. A case by itself will do.",
    "content": {
        JSON: {"schema": {"anyOf": [{"$ref": "#/components/schemas/Order"}, {"$ref": "#/components/schemas/Case"}]}},
    },
}


def letter_routes(service: Service, workers: Workers) -> APIRouter:
    """Return the addresses under /v1/letters, and the schema of a case."""
    router = APIRouter(prefix="/v1", tags=["Letters"], dependencies=[NO_QUERY])
    kinds = {"version": VERSION, "kinds": [asdict(kind) for kind in KINDS.values()]}

    @router.post(
        "/letters/draft",
        summary="Draft the letters of a case",
        response_model=Drafts,
        responses=responses(408, 413, 415, 422, 500, 503, 504),
        openapi_extra={"requestBody": _ORDER},
    )
    async def draft(request: Request) -> Response:
        """Draft one letter for each reader who may have one, with its files.

        Nothing is kept on the server. A copy that a question stops has no files. The other copies have theirs. If the case
        is not complete, the answer names every fault and its place.
        """
        require_type(request, JSON)
        data = object_of(await request.body())
        order = model_of(data if "case" in data else {"case": data}, Order)
        lifted = [(one.gate, one.by, one.because) for one in order.overrides]
        formats = tuple(dict.fromkeys(order.formats))
        drafts = await workers.run(draft_letters, order.case, formats, lifted, service.options)
        if not isinstance(drafts, str):
            raise FaultyError(Fault(path, message) for path, message in drafts)
        return Response(drafts, media_type=JSON)

    @router.get("/letters/kinds", summary="List the kinds of letter", response_model=LetterKinds, responses=responses(422))
    async def letter_kinds() -> Response:
        """List the kinds of letter, what each is for, and which parts of a case it needs."""
        return JSONResponse(kinds)

    @router.get("/schema/case", summary="Get what a case may hold", response_model=dict[str, Any], responses=responses(422))
    async def case_schema() -> Response:
        """Get what a case may hold, as `JSON Schema`, for systems that write cases."""
        return JSONResponse(schema())

    return router
