"""A file that is sent: kept in a private folder while a worker reads it, in memory where there is a folder in memory."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fastapi import Request
from python_multipart.exceptions import FormParserError
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser

from plainletter.desk.api.errors import Fault, FaultyError
from plainletter.desk.api.reading import require_type

MULTIPART: Final = "multipart/form-data"
FIELD: Final = "file"
_LONGEST: Final = 255  # code points of a file's name
_ENDING: Final = re.compile(r"\.[a-z0-9]{1,8}")
_IN_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as its sender calls it, and its bytes."""

    name: str
    data: bytes


class _Parser(MultiPartParser):
    spool_max_size = 1_000_000_000  # the guard allows less: nothing is spooled to a disk


async def upload_of(request: Request) -> Upload:
    """Return the one file of a form.

    Raises:
        HTTPException: the body is no form (415), or a form that cannot be read (400).
        FaultyError: there is no file in it, or one without a name.
    """
    require_type(request, MULTIPART)
    try:
        form = await _Parser(request.headers, request.stream(), max_files=1, max_fields=0).parse()
    except (MultiPartException, FormParserError, UnicodeError, KeyError, ValueError):
        what = f"send one file, in the field {FIELD}, as programs for forms do"
        raise HTTPException(400, f"the form cannot be read; {what}") from None
    try:
        return await _file_in(form)
    finally:
        await form.close()


async def _file_in(form: FormData) -> Upload:
    file = form.get(FIELD)
    if not isinstance(file, UploadFile):
        raise FaultyError([Fault(FIELD, f"{FIELD} is missing; send one file in a field of this name")])
    name = (file.filename or "").replace("\\", "/").rpartition("/")[2].strip()
    if not name or len(name) > _LONGEST:
        raise FaultyError([Fault(FIELD, f"the name of the {FIELD} has to have 1 to {_LONGEST} characters")])
    return Upload(name, await file.read())


@contextmanager
def kept(upload: Upload) -> Iterator[str]:
    """Keep a file in a folder that only we may open, and give its path; the folder is gone at the end, come what may."""
    folder = Path(tempfile.mkdtemp(prefix="plainletter-", dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None))
    try:
        path = folder / f"upload{_ending(upload.name)}"
        path.write_bytes(upload.data)
        yield str(path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _ending(name: str) -> str:
    ending = Path(name).suffix.lower()
    return ending if not ending or _ENDING.fullmatch(ending) else ".unknown"
