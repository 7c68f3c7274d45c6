"""The style sheet and the scripts of the desk. They hold nothing of anybody, so they are given to whoever asks."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from plainletter.desk.page.rendering import DATA

router = APIRouter()
_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@router.get("/assets/{name:path}", response_model=None)
async def asset(request: Request, name: str) -> Response:
    """Return one of the desk's own files."""
    found = {path.relative_to(DATA).as_posix(): path for path in DATA.rglob("*") if path.suffix in _KINDS and path.is_file()}
    if name not in found:
        raise HTTPException(404)
    data = await run_in_threadpool(found[name].read_bytes)
    return Response(data, media_type=f"{_KINDS[found[name].suffix]}; charset=utf-8")
