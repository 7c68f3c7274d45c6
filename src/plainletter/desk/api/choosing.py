"""The options of a check: those of the request before those of the server, as the command line has it with its settings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from plainletter.desk.api.bodies import Options
from plainletter.desk.options import CheckOptions

_REPLACING = ("doc_type", "every_mention", "contested")


def chosen(asked: Options, settled: CheckOptions) -> CheckOptions:
    """Return the options for one request: lists of what to leave out are added to the server's, all else replaces it."""
    given = asked.model_fields_set
    values: dict[str, Any] = {name: getattr(asked, name) for name in _REPLACING if name in given}
    select = tuple(asked.select) or settled.select
    return replace(
        settled,
        **values,
        select=select,
        ignore=tuple(name for name in (*settled.ignore, *asked.ignore) if name not in asked.select),
        packs=(*(name for name in settled.packs if name not in asked.without_packs), *asked.packs),
        without_packs=(*(name for name in settled.without_packs if name not in asked.packs), *asked.without_packs),
        preferences=tuple(dict.fromkeys((*settled.preferences, *getattr(asked, "preferences", ())))),
    )
