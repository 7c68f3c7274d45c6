"""The finished files of a letter, and the record of what was done."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fastapi import APIRouter
from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from plainletter.desk.drafts import unwritten
from plainletter.desk.page.answers import Answer, Wish, download, wish_of
from plainletter.desk.page.desk import Desk, desk_of, opened
from plainletter.desk.page.home import about
from plainletter.desk.page.refusing import BadRequestError
from plainletter.desk.page.rendering import page
from plainletter.desk.tasks.letters import Made, make, told_gate
from plainletter.errors import CaseError, PlainletterError
from plainletter.letters.delivery import FORMATS
from plainletter.letters.filing import file_letters
from plainletter.letters.record import FILE, verify

router = APIRouter()


class Lift(Wish):
    """A stop that somebody lifts."""

    gate: str
    by: str
    because: str


class Files(Wish):
    """Which files to make, from which revision of the case."""

    revision: str
    formats: list[str] = Field(list(FORMATS), min_length=1)
    overrides: list[Lift] = Field([])


@router.get("/drafts/{id}/send", response_model=None)
async def send(request: Request, id: str) -> Response:
    """Show the page on which the files are made."""
    return page(request, "send", draft=about(await opened(request, id)), formats=list(FORMATS))


@router.post("/drafts/{id}/files", response_model=None)
async def files(request: Request, id: str) -> Response:
    """Make the files of every copy that nothing stops, and write down what was done."""
    wish = await wish_of(request, Files)
    _check(wish)
    found, desk = await opened(request, id, wish.revision), desk_of(request)
    lifted = [(one.gate, one.by, one.because) for one in wish.overrides]
    made = await desk.workers.run(make, found.case, tuple(dict.fromkeys(wish.formats)), lifted, desk.templates)
    folder = desk.drafts.letters(found)
    await filed(desk, folder, lambda: file_letters(folder, made.version, made.delivery))
    return Answer(_told(made))


@router.get("/drafts/{id}/files/{name}", response_model=None)
async def file(request: Request, id: str, name: str) -> Response:
    """Return one of the finished files."""
    found = await opened(request, id)
    return download(await run_in_threadpool(desk_of(request).drafts.letter_file, found, name), name)


@router.get("/drafts/{id}/record", response_model=None)
async def record(request: Request, id: str) -> Response:
    """Return the record of a letter, and whether every entry follows from the one before."""
    found = await opened(request, id)
    folder = desk_of(request).drafts.letters(found)
    return Answer(await run_in_threadpool(_record, folder))


async def filed(desk: Desk, folder: Path, write: Callable[[], None]) -> None:
    """Write into the folder of a letter; no two requests do so at once.

    Raises:
        UnwrittenError: there is no room, or no right to write.
        CaseError: the record was changed by hand.
    """

    def alone() -> None:
        with desk.filing:
            write()

    try:
        await run_in_threadpool(alone)
    except PlainletterError as error:
        if isinstance(error.__cause__, OSError):
            raise unwritten(error, "the files") from None
        raise CaseError(str(error).replace(f"{folder}/", "")) from None


def _check(wish: Files) -> None:
    unknown = next((name for name in wish.formats if name not in FORMATS), None)
    if unknown is not None:
        raise BadRequestError(f"choose the kinds of file from {', '.join(FORMATS)}")
    if any(not (one.by and one.because) for one in wish.overrides):
        raise BadRequestError("to lift a stop, give your name and the reason: they are kept in the record of the letter")


def _told(made: Made) -> dict[str, Any]:
    lifted = {override.gate for override in made.delivery.overrides}
    return {
        "version": made.version,
        "copies": [
            {
                "reader": copy.reader,
                "name": made.names[copy.reader],
                "files": list(copy.files),
                "stopped_by": [gate.id for gate in copy.stopped_by],
            }
            for copy in made.delivery.copies
        ],
        "gates": [told_gate(gate) for gate in made.delivery.gates if gate.id not in lifted],
    }


def _record(folder: Path) -> dict[str, Any]:
    path = folder / FILE
    if path.is_symlink() or not path.is_file():
        return {"entries": [], "whole": True}
    try:
        whole = verify(path) >= 0
    except (CaseError, ValueError):
        whole = False
    return {"entries": list(filter(None, map(_entry, path.read_bytes().splitlines()))), "whole": whole}


def _entry(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
