"""A text that is pasted, or a file that is dropped, checked and forgotten."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from plainletter.desk.page.access import form_of
from plainletter.desk.page.answers import Answer, download, wants_page
from plainletter.desk.page.desk import desk_of
from plainletter.desk.page.refusing import BadRequestError
from plainletter.desk.page.rendering import page
from plainletter.desk.tasks.showing import annotated_file, show_file, show_text, with_kind

router = APIRouter()
_TYPES: Final = [
    {"name": "auto", "title": "Find out"},
    {"name": "letter", "title": "A letter or message to a person"},
    {"name": "outreach", "title": "A leaflet or web page for the public"},
    {"name": "note", "title": "A note or report about a person"},
    {"name": "guidance", "title": "Guidance for staff"},
]
_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - memory in place of a disk, and in it a folder of our own
_ENDING: Final = re.compile(r"\.[a-z0-9]{1,8}")


@router.get("/check", response_model=None)
async def form(request: Request) -> Response:
    """Show the form."""
    return page(request, "check", doc_types=_TYPES)


@router.post("/check", response_model=None)
async def check(request: Request) -> Response:
    """Check what was sent, and show the findings or put them into the Word file."""
    sent, desk = await form_of(request), desk_of(request)
    doc_type, do = str(sent.get("doc_type", "")), str(sent.get("do", "show"))
    if doc_type and doc_type not in {one["name"] for one in _TYPES}:
        raise BadRequestError("choose the kind of text from the list")
    if do not in ("show", "annotate"):
        raise BadRequestError("choose whether to show the findings or to put them into the Word file")
    upload, options = sent.get("file"), with_kind(desk.options, doc_type)
    if isinstance(upload, UploadFile) and upload.filename:
        name = _name(upload.filename)
        with _folder() as folder:
            path = folder / f"upload{_ending(name)}"
            await run_in_threadpool(path.write_bytes, await upload.read())
            if do == "annotate":
                data = await desk.workers.run(annotated_file, str(path), name, options)
                return download(data, f"{name.rpartition('.')[0]}-commented.docx")
            result = await desk.workers.run(show_file, str(path), name, options)
    else:
        result = await desk.workers.run(show_text, _pasted(sent, do), options)
    if not wants_page(request):
        return Answer(result)
    return await run_in_threadpool(page, request, "check-result", result=result, doc_types=_TYPES)  # it may be long


def _pasted(sent: FormData, do: str) -> str:
    text = sent.get("text", "")
    if do == "annotate":
        raise BadRequestError("choose the Word file again, to get it back with comments; it was not kept")
    if not isinstance(text, str) or not text.strip():
        raise BadRequestError("paste a text, or choose a file")
    return text.replace("\r\n", "\n")  # as a form sends it


@contextmanager
def _folder() -> Iterator[Path]:
    """Give a folder that nobody else can look into, and that is gone afterwards whatever happens."""
    place = str(_MEMORY) if _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="plainletter-", dir=place, ignore_cleanup_errors=True) as name:
        yield Path(name)


def _name(told: str) -> str:
    """Return the last part of the name that a browser tells, without what cannot be shown."""
    last = re.split(r"[/\\]", told)[-1]
    return "".join(sign for sign in last if sign.isprintable()).strip()[:200] or "file"


def _ending(name: str) -> str:
    ending = Path(name).suffix.lower()
    return ending if _ENDING.fullmatch(ending) else ""
