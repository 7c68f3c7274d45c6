"""Reports: the same results as plain text for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from plainletter.formats import json, plain
from plainletter.formats.results import Checked, NotRead, Options, Result, Tally

Render = Callable[[Iterable[Result], Tally, Options], Iterator[str]]

FORMATS: Mapping[str, Render] = {"plain": plain.render, "json": json.render}

__all__ = ["FORMATS", "Checked", "NotRead", "Options", "Render", "Result", "Tally"]
