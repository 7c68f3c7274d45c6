"""What is wrong with the data of a request, in a sentence without the data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_SAID = {
    "missing": "is missing",
    "extra_forbidden": "is no key that is known here",
    "string_type": "has to be text",
    "bool_type": "has to be true or false",
    "bool_parsing": "has to be true or false",
    "list_type": "has to be a list",
    "tuple_type": "has to be a list",
    "dict_type": "has to be an object",
    "model_type": "has to be an object",
    "model_attributes_type": "has to be an object",
    "json_invalid": "is not JSON",
}


def fault_of(fault: Mapping[str, Any]) -> str:
    """Return a sentence about one fault that pydantic found: where, what, and what to do."""
    place = _place(tuple(fault.get("loc", ())))
    kind, context = str(fault.get("type", "")), fault.get("ctx") or {}
    if kind == "literal_error":
        return f"{place} is none of {str(context.get('expected', '')).replace(chr(39), '')}"
    if kind == "value_error":
        return f"{place}: {context.get('error', 'cannot be used')}"
    if kind in _SAID:
        return f"{place} {_SAID[kind]}"
    said = str(fault.get("msg", "cannot be used"))
    return f"{place}: {said[:1].lower()}{said[1:]}"


def _place(path: tuple[int | str, ...]) -> str:
    path = path[1:] if path and path[0] in ("body", "query", "path", "header") else path
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return text.lstrip(".") or "the body of the request"
