"""The description of the API, as OpenAPI 3.1."""

from __future__ import annotations

import re
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from plainletter.desk.api.bodies import ManyTexts, OneText, Order
from plainletter.desk.api.errors import responses
from plainletter.desk.api.reports import Line
from plainletter.letters.case import Case

_REF: Final = "#/components/schemas/{model}"
_READ_BY_HAND: Final[tuple[type[BaseModel], ...]] = (OneText, ManyTexts, Order, Line, Case)
_OURS: Final = "/v1/"
_OPEN: Final = "/v1/health"
TAGS: Final = [
    {"name": "Check", "description": "Find wording that is hard to read or hard to bear."},
    {"name": "Letters", "description": "Draft letters from a case, one for each reader."},
    {"name": "Rules", "description": "What is looked for, why, and whose advice it is."},
    {"name": "Server", "description": "Whether the server is ready."},
    {"name": "LanguageTool", "description": "For editors that can speak to LanguageTool."},
]
SUMMARY: Final = "Checks letters for jargon, blame and hard text, and drafts letters to people."
ABOUT: Final = """\
This server checks texts and drafts letters. It does the same as the `plainletter` command.

What you send is used for the answer and then forgotten. Nothing is stored, nothing is logged, and nothing is sent on.

Send and take `application/json`. Every error has the same shape, with one sentence about what to do. An unknown key is \
an error too, so that a slip of the pen is not lost.

The server has limits on the size of a request and on the time that it takes."""


def description_of(app: FastAPI, token: bool) -> dict[str, Any]:
    """Return the description of an application's addresses; ``token`` says whether they ask for one."""
    found = get_openapi(
        title=app.title,
        version=app.version,
        openapi_version=app.openapi_version,
        summary=SUMMARY,
        description=ABOUT,
        routes=app.routes,
        tags=TAGS,
        license_info={"name": "MIT", "identifier": "MIT"},
        separate_input_output_schemas=False,
    )
    schemas = found["components"]["schemas"]
    schemas |= _read_by_hand()
    for name in ("HTTPValidationError", "ValidationError"):  # FastAPI's own, which nothing here answers
        schemas.pop(name, None)
    found["components"]["schemas"] = dict(sorted(schemas.items()))
    if token:
        _ask_for_token(found)
    return found


def _read_by_hand() -> dict[str, Any]:
    _, found = models_json_schema([(model, "validation") for model in _READ_BY_HAND], ref_template=_REF)
    schemas: dict[str, Any] = found["$defs"]
    schemas["Order"]["properties"]["case"] = {
        "$ref": _REF.format(model="Case"),
        "description": schemas["Order"]["properties"]["case"]["description"],
    }
    for schema in schemas.values():
        if "description" in schema:
            schema["description"] = _first_paragraph(schema["description"])
    return schemas


def _first_paragraph(docstring: str) -> str:
    """Return what a docstring says first, as Markdown: the rest of it speaks to those who write the code."""
    return re.sub(r":\w+:(?=`)", "", " ".join(docstring.partition("\n\n")[0].replace("``", "`").split()))


def _ask_for_token(found: dict[str, Any]) -> None:
    found["components"]["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": "The token of the server."}
    }
    refused = {
        "description": responses(401)[401]["description"],
        "headers": {"WWW-Authenticate": {"description": "What to send.", "schema": {"type": "string"}}},
        "content": {"application/json": {"schema": {"$ref": _REF.format(model="Error")}}},
    }
    for path, operations in found["paths"].items():
        if path.startswith(_OURS) and path != _OPEN:
            for operation in operations.values():
                operation["security"] = [{"token": []}]
                operation["responses"]["401"] = refused
