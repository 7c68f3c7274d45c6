"""An empty case for a kind of letter, with every field that the form shows."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

from plainletter.letters.parts import GAP
from plainletter.letters.skeletons import skeleton


def blank_case(kind: str, today: date) -> dict[str, Any]:
    """Return the data of a new case; what is still to be filled in is empty.

    Raises:
        KeyError: there is no such kind.
    """
    case: dict[str, Any] = _emptied(tomllib.loads(skeleton(kind, today)))
    case["client"]["addresses"] = []  # one that is not filled in would be asked for, even where nothing goes by post
    return case


def _emptied(value: Any) -> Any:  # noqa: ANN401 - TOML
    if isinstance(value, dict):
        return {key: _emptied(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_emptied(inner) for inner in value if inner != GAP]
    if isinstance(value, date):  # a time of day is a date, too
        return value.isoformat()
    return "" if value == GAP else value
