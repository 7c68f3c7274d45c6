"""The page that describes the API: made from its OpenAPI, without a script, and with nothing from elsewhere."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, Final

from fastapi import APIRouter, FastAPI
from starlette.responses import HTMLResponse, JSONResponse, Response

from plainletter.desk.api.description import description_of
from plainletter.desk.api.outline import outline_of

POLICY: Final = "default-src 'none'; style-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""The content security policy of the API, whose page has a style sheet of its own."""
_DATA: Final = files("plainletter") / "data"


def page_routes(app: FastAPI, token: bool) -> APIRouter:
    """Return the addresses of the description and of its page; they hold nothing that needs a token."""
    router = APIRouter(include_in_schema=False)

    @cache
    def description() -> dict[str, Any]:
        return description_of(app, token)

    @cache
    def page() -> str:
        return _rendered(description())

    @router.get("/openapi.json")
    async def openapi() -> Response:
        return JSONResponse(description())

    @router.get("/docs")
    async def docs() -> Response:
        return HTMLResponse(page())

    @router.get("/docs.css")
    async def style() -> Response:
        return Response((_DATA / "api.css").read_text(encoding="utf-8"), media_type="text/css")

    return router


def _rendered(description: dict[str, Any]) -> str:
    from jinja2 import Environment, StrictUndefined

    source = (_DATA / "api.html.jinja").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(source).render(page=outline_of(description))
