"""Answers of a desk as JSON and as files, and what a request holds."""

from __future__ import annotations

import json
from typing import Any, TypeVar
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from plainletter.desk.caseio import case_from
from plainletter.desk.validation import fault_of
from plainletter.errors import CaseError

Wanted = TypeVar("Wanted", bound="Wish")
MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "jsonl": "application/x-ndjson",
}


class Wish(BaseModel):
    """What a script of the desk asks for; nothing that is not known, and nothing shown by ``repr``."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, hide_input_in_errors=True)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class Answer(JSONResponse):
    """JSON in ASCII: half of a surrogate pair in a text, which UTF-8 has no bytes for, comes back as it was sent."""

    def render(self, content: Any) -> bytes:  # noqa: ANN401 - JSON
        """Return the bytes."""
        return json.dumps(content, allow_nan=False, separators=(",", ":")).encode()


def wants_page(request: Request) -> bool:
    """Tell whether the one who asks shows pages."""
    return "text/html" in request.headers.get("accept", "")


async def wish_of(request: Request, model: type[Wanted]) -> Wanted:
    """Read the JSON body of a request.

    Raises:
        CaseError: it is none, or a value is missing or wrong.
    """
    data = case_from(await request.body())
    try:
        return model.model_validate(data)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        raise CaseError("; ".join(dict.fromkeys(fault_of(dict(fault)) for fault in faults))) from None


def download(data: bytes, name: str) -> Response:
    """Return a file to be kept, never to be shown in the page's place."""
    plain = name.isascii() and '"' not in name and "\\" not in name and name.isprintable()
    told = f'filename="{name}"' if plain else f"filename*=UTF-8''{quote(name, safe='')}"
    media = MEDIA.get(name.rpartition(".")[2].lower(), "application/octet-stream")
    return Response(data, media_type=media, headers={"Content-Disposition": f"attachment; {told}"})
