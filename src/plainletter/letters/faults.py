"""What is wrong with the data of a case: where, and a sentence about it without the words of a client."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from plainletter.letters.case import Case, MisnamedError

Path = tuple[int | str, ...]
_DEEPEST = 40  # no case has tables in tables in tables beyond a few


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. ``path`` leads to the value (keys, and places in lists from 0); it is empty for the whole.

    ``kind`` is "missing" where there is no value, "unknown" for a key that does not exist, else "wrong".
    """

    path: Path
    message: str
    kind: str = "wrong"

    def __str__(self) -> str:
        return f"{spelled(self.path)}: {self.message}" if self.path else self.message


def faults_of(data: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Return everything that is wrong with the data of a case, in the order of the case; nothing for a case that can be used."""
    if _depth(data) > _DEEPEST:
        return (Fault((), "the case is nested too deeply; compare it with docs/case.md"),)
    try:
        Case.model_validate(dict(data))
    except ValidationError as error:
        return tuple(told_faults(error))
    return ()


def told_faults(error: ValidationError) -> Iterator[Fault]:
    """Yield the faults that pydantic found in a case, one for each value."""
    told = set()
    for details in error.errors(include_url=False, include_input=False):
        for fault in _of(details):
            if (fault.path, fault.kind) not in told or not fault.path:
                told.add((fault.path, fault.kind))
                yield fault


def spelled(path: Path) -> str:
    """Return a path as people read it, counted from 1: "items[3].text"."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return text.lstrip(".")


def _of(details: ErrorDetails) -> Iterator[Fault]:
    said = details.get("ctx", {}).get("error")
    if isinstance(said, MisnamedError):
        yield from (Fault(path, message) for path, message in said.faults)
        return
    path = details["loc"]
    if details["type"] == "extra_forbidden":
        yield Fault(path, _unknown(path), "unknown")
    else:
        yield Fault(_pruned(path), _what(details), "missing" if details["type"] == "missing" else "wrong")


def _unknown(path: Path) -> str:
    known = sorted(_keys(path[:-1]))
    close = get_close_matches(str(path[-1]), known, n=1, cutoff=0.5)
    return f"unknown key; {f'did you mean {close[0]}?' if close else 'known keys are ' + ', '.join(known)}"


def _what(fault: ErrorDetails) -> str:
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "missing":
        return "is missing; every case needs it"
    if kind == "literal_error":
        return f"is none of {context['expected'].replace(chr(39), '')}"
    if kind == "string_type":
        return "has to be text in quotation marks"
    if kind == "value_error":
        return str(context["error"])
    if kind in ("tuple_type", "list_type"):
        return "has to be a list, in square brackets"
    if kind.startswith(("model_", "dict_")):
        return "has to be a table with keys of its own"
    said = fault["msg"]
    return said[0].lower() + said[1:]


def _pruned(path: Path) -> Path:
    """Return a path without the names of the types that were tried, which pydantic adds where several may stand."""
    model: type[BaseModel] | None = Case
    kept: list[int | str] = []
    for part in path:
        if isinstance(part, int):
            kept.append(part)
        elif model is not None:
            kept.append(part)
            model = _model_at(model, part)
    return tuple(kept)


def _keys(path: Path) -> set[str]:
    model: type[BaseModel] | None = Case
    for part in path:
        if isinstance(part, str) and model is not None:
            model = _model_at(model, part)
    return {field.alias or name for name, field in model.model_fields.items()} if model else set()


def _model_at(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    field = next((field for name, field in model.model_fields.items() if key in (name, field.alias)), None)
    return _model_in(field.annotation) if field else None


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(argument) for argument in get_args(annotation))
    return next((model for model in found if model is not None), None)


def _depth(value: object, at: int = 0) -> int:
    if at > _DEEPEST or not isinstance(value, dict | list):
        return at
    inner = value.values() if isinstance(value, dict) else value
    return max((_depth(one, at + 1) for one in inner), default=at)
