"""JSON as a desk takes and keeps it: nothing in it that would not come back the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, NoReturn

from plainletter.errors import CaseError

_DEEPEST: Final = 40


def case_from(body: bytes, cure: str = "load the page again") -> dict[str, Any]:
    """Read a JSON object; ``cure`` is said to a person where it is none.

    Raises:
        CaseError: it is none, or holds what cannot be kept as it is.
    """
    try:
        data = json.loads(body, object_pairs_hook=_once, parse_constant=_no_number, parse_float=_number)
    except CaseError:
        raise
    except RecursionError:
        raise CaseError("the case is nested too deeply; compare it with docs/case.md") from None
    except ValueError:  # UnicodeDecodeError and JSONDecodeError are such; both may quote the text
        raise CaseError(f"this is not JSON; {cure}") from None
    if not isinstance(data, dict):
        raise CaseError("a case is one JSON object, with keys such as client and items")
    if _too_deep(data, _DEEPEST):
        raise CaseError("the case is nested too deeply; compare it with docs/case.md")
    return data


def bytes_of(data: Mapping[str, Any]) -> bytes:
    """Return a case as the bytes of its file."""
    text = json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    try:
        return text.encode()
    except UnicodeEncodeError:  # half of a pair of surrogates: only its escaped form can be kept
        return (json.dumps(data, indent=2, allow_nan=False) + "\n").encode()


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise CaseError("a key stands twice in one object of the case; take one out")
    return found


def _number(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        _no_number(text)
    return number


def _no_number(_text: str) -> NoReturn:
    raise CaseError("the case holds a number that JSON cannot keep; write it as text")


def _too_deep(value: object, left: int) -> bool:
    if not isinstance(value, dict | list):
        return False
    return left == 0 or any(_too_deep(one, left - 1) for one in (value.values() if isinstance(value, dict) else value))
