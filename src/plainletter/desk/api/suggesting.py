"""A fault in a sentence, with the key that was probably meant."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel

from plainletter.desk.validation import fault_of

_LONGEST = 60


def told(fault: Mapping[str, Any], place: tuple[int | str, ...], model: type[BaseModel]) -> str:
    """Return one sentence about a fault that pydantic found at a place of a model."""
    said = fault_of({**fault, "loc": ("body", *place)})
    if fault["type"] != "extra_forbidden":
        return said
    known = sorted(_keys(model, place[:-1]))
    return f"{said}; {meant(str(place[-1]), known)}"


def cut(name: str) -> str:
    """Return a name that somebody sent, no longer than a name is, and on one line."""
    return "".join(sign if sign.isprintable() else " " for sign in name[:_LONGEST])


def meant(name: str, known: list[str]) -> str:
    """Return the question which of the known names was meant, or all of them."""
    close = get_close_matches(name, known, n=1, cutoff=0.5)
    return f"did you mean {close[0]}?" if close else f"the keys are {', '.join(known)}"


def _keys(model: type[BaseModel], place: tuple[int | str, ...]) -> set[str]:
    inner: type[BaseModel] | None = model
    for part in place:
        if isinstance(part, str) and inner is not None:
            field = inner.model_fields.get(part)
            inner = _model_in(field.annotation) if field else None
    return set(inner.model_fields) if inner else set()


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(argument) for argument in get_args(annotation))
    return next((model for model in found if model is not None), None)
