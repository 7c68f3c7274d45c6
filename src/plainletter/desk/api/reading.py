"""Reading a body: JSON that means one thing only, into a model, or every fault of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException

from plainletter.desk.api.errors import Fault, FaultyError, faults_of
from plainletter.desk.api.suggesting import cut

Model = TypeVar("Model", bound=BaseModel)
JSON: Final = "application/json"
LINES: Final = "application/x-ndjson"
_ESCAPED_HALF: Final = rb"\ud"
_HALF: Final = re.compile("[\ud800-\udfff]")


def require_type(request: Request, *wanted: str) -> str:
    """Return the kind of the body.

    Raises:
        HTTPException: it is another than those wanted (415).
    """
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given not in wanted:
        raise HTTPException(415, f"the body has to be {' or '.join(wanted)}; say so with the header Content-Type")
    return given


def object_of(data: bytes) -> dict[str, Any]:
    """Return the JSON object in some bytes.

    Raises:
        FaultyError: they are not UTF-8, not JSON or not an object, or a key stands twice.
    """
    try:
        found = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise _faulty(f"the body is not UTF-8 (byte {error.start}); encode it so") from None
    except json.JSONDecodeError as error:
        raise _faulty(f"line {error.lineno}, column {error.colno}: this is not JSON ({error.msg})") from None
    except RecursionError:
        raise _faulty("the body is nested too deeply; send fewer lists in lists") from None
    except ValueError as error:  # ours, or a number of more digits than may be
        raise _faulty(str(error) if type(error) is _NotJsonError else "a number in the body has too many digits") from None
    if not isinstance(found, dict):
        raise _faulty("the body has to be one JSON object, in curly brackets")
    if _ESCAPED_HALF in data.lower() and (halved := [*_halved(found, "")]):
        raise FaultyError(Fault(path, f"{path or 'a key'} holds half a character; copy it again") for path in halved)
    return found


def model_of(data: dict[str, Any], model: type[Model]) -> Model:
    """Return an object as a model.

    Raises:
        FaultyError: with all that is wrong.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise FaultyError(faults_of(error.errors(include_url=False, include_input=False), model)) from None


def _halved(value: object, path: str) -> Iterator[str]:
    """Yield the place of each text with half of a surrogate pair, which no file and no answer can hold."""
    if isinstance(value, str) and _HALF.search(value):
        yield path
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _halved(inner, f"{path}.{number}".lstrip("."))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from ("",) if _HALF.search(key) else _halved(inner, f"{path}.{cut(key)}".lstrip("."))


class _NotJsonError(ValueError):
    """What Python takes for JSON and other programs do not."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _NotJsonError("a key stands twice in one object of the body; take one out")
    return found


def _refuse_constant(name: str) -> float:
    raise _NotJsonError(f"{name} is no JSON; leave it out or send a number")


def _faulty(message: str) -> FaultyError:
    return FaultyError([Fault("", message)])
