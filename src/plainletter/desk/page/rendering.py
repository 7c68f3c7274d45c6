"""The pages of a desk, from templates that escape whatever they are given."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from plainletter.desk.page.desk import desk_of
from plainletter.letters.kinds import KINDS

DATA: Final = Path(__file__).resolve().parent.parent.parent / "data" / "desk"
_MINUTE: Final = 60


def page(request: Request, name: str, code: int = 200, headers: Mapping[str, str] | None = None, **values: Any) -> Response:  # noqa: ANN401
    """Return a page: the template of this name with its values and those that every page has."""
    session = getattr(request.state, "session", None)
    common = {
        "page": name,
        "csrf": session.csrf if session else "",
        "idle": round(desk_of(request).sessions.idle / _MINUTE, 2),
        "kinds": [{"name": kind.name, "title": kind.title, "purpose": kind.purpose} for kind in KINDS.values()],
    }
    text = _templates().get_template(f"{name}.html.jinja").render(common | values)
    return HTMLResponse(text.encode("utf-8", "replace"), code, headers=dict(headers or {}))


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(DATA / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
