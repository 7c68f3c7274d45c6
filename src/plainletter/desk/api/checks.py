"""The addresses that check texts and files."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from plainletter.desk.api.bodies import ManyTexts, OneText, Options
from plainletter.desk.api.choosing import chosen
from plainletter.desk.api.errors import responses
from plainletter.desk.api.queries import NO_QUERY
from plainletter.desk.api.reading import JSON, LINES, model_of, object_of, require_type
from plainletter.desk.api.reports import Line, Report
from plainletter.desk.api.stream import LineByLine, error_line
from plainletter.desk.api.uploads import FIELD, MULTIPART, kept, upload_of
from plainletter.desk.options import Service
from plainletter.desk.refusals import status_of
from plainletter.desk.tasks.checking import Text, check_file, check_texts
from plainletter.desk.tasks.lines import check_line
from plainletter.desk.workers import TooBusyError, Workers
from plainletter.errors import PlainletterError

_AHEAD: Final = 2  # texts of one stream for each worker: while one is checked, the next is on its way
_PAUSE: Final = 0.1  # seconds
_LINE_EXAMPLE: Final = '{"path": "1", "text": "You failed to attend on 3 May."}\n{"path": "2", "text": "See you soon."}\n'


def check_routes(service: Service, workers: Workers) -> APIRouter:
    """Return the addresses under /v1/check."""
    router = APIRouter(prefix="/v1/check", tags=["Check"])
    refusals = responses(408, 413, 415, 422, 500, 503, 504)

    @router.post(
        "",
        summary="Check texts",
        response_model=Report,
        responses={**refusals, 200: _BOTH},
        openapi_extra={"requestBody": _TEXTS},
        dependencies=[NO_QUERY],
    )
    async def check(request: Request) -> Response:
        """Check one text, or several in the same way.

        The answer is what `plainletter check --format json` prints for files with these texts.

        To check many texts, send one object a line as `application/x-ndjson`, and take that as the answer. Each line
        may have options of its own. Each answer is one line, in the same order, sent as soon as it is done. A line that
        cannot be used has a line of the type `error` in its place.
        """
        if require_type(request, JSON, LINES) == LINES:
            return LineByLine(_line_by_line(service, workers), _AHEAD * workers.count)
        data = object_of(await request.body())
        asked = model_of(data, ManyTexts) if "documents" in data else model_of(data, OneText)
        report = await workers.run(check_texts, _texts(asked), chosen(asked, service.options), asked.suppressed)
        return Response(report, media_type=JSON)

    @router.post(
        "/file",
        summary="Check a file",
        response_model=Report,
        responses=refusals,
        openapi_extra={"requestBody": _FILE},
    )
    async def check_upload(request: Request, asked: Annotated[Options, Query()]) -> Response:
        """Check a `.docx`, `.odt`, `.rtf`, `.pdf`, `.html`, `.md` or `.txt` file.

        The ending of its name says what it is. It is kept in a private folder while it is read, and then removed.
        """
        upload = await upload_of(request)
        with kept(upload) as path:
            report = await workers.run(check_file, path, upload.name, chosen(asked, service.options), asked.suppressed)
        return Response(report, media_type=JSON)

    return router


def _texts(asked: OneText | ManyTexts) -> list[Text]:
    documents = asked.documents if isinstance(asked, ManyTexts) else [asked]
    return [Text(one.text, one.path, one.format) for one in documents]


def _line_by_line(service: Service, workers: Workers) -> Any:  # noqa: ANN401 - a function
    async def answer(line: bytes, number: int) -> str:
        try:
            asked = model_of(object_of(line), OneText)
            text = Text(asked.text, asked.path, asked.format)
            return await _patiently(workers, text, asked, service)
        except PlainletterError as error:
            return error_line(number, status_of(error), str(error))

    return answer


async def _patiently(workers: Workers, text: Text, asked: OneText, service: Service) -> str:
    """Check a text; when others are before it, it waits, for a stream cannot be asked to come again."""
    waited = 0.0
    while True:
        try:
            return await workers.run(check_line, text, chosen(asked, service.options), asked.suppressed)
        except TooBusyError:
            if waited >= service.limits.seconds:
                raise
            waited += _PAUSE
            await asyncio.sleep(_PAUSE)


def _schema(model: type[Any]) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{model.__name__}"}


_TEXTS: Final[dict[str, Any]] = {
    "required": True,
    "description": "One text, or several. As `application/x-ndjson`, one text a line.",
    "content": {
        JSON: {"schema": {"anyOf": [_schema(OneText), _schema(ManyTexts)]}},
        LINES: {"schema": {"type": "string"}, "example": _LINE_EXAMPLE},
    },
}
_BOTH: Final[dict[str, Any]] = {
    "description": "The report. For a stream of texts, one `Line` for each.",
    "content": {LINES: {"schema": _schema(Line)}},
}
_FILE: Final[dict[str, Any]] = {
    "required": True,
    "description": "A form with one file.",
    "content": {
        MULTIPART: {
            "schema": {
                "type": "object",
                "additionalProperties": False,
                "required": [FIELD],
                "properties": {
                    FIELD: {
                        "type": "string",
                        "format": "binary",
                        "description": "The file, with its name.",
                    }
                },
            }
        }
    },
}
