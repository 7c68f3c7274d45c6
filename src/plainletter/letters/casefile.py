"""Case files: TOML for people, JSON for systems, both to the same :class:`Case`."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from plainletter.errors import CaseError
from plainletter.letters.case import Case
from plainletter.letters.lines import TomlLines

_LIMIT = 5_000_000  # bytes; a case of a hundred pages is far smaller


def load(path: str | Path) -> Case:
    """Read a case file, TOML or JSON by its ending.

    Raises:
        CaseError: the file cannot be read, or something in it is wrong: one line for each fault, with file, place and cure.
    """
    file = Path(path)
    text = _text(file)
    if file.suffix.lower() == ".json":
        return case_of(_json(file, text), str(file))
    return case_of(_toml(file, text), str(file), TomlLines(text))


def case_of(data: Mapping[str, Any], name: str = "case", lines: TomlLines | None = None) -> Case:
    """Check the data of a case.

    Raises:
        CaseError: something in it is wrong: one line for each fault.
    """
    try:
        return Case.model_validate(dict(data))
    except ValidationError as error:
        raise CaseError("\n".join(_faults(error, name, lines))) from None


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a case (draft 2020-12)."""
    return Case.model_json_schema() | {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "plainletter case"}


def _text(file: Path) -> str:
    try:
        if not file.is_file():
            what = "is a folder" if file.is_dir() else "is not there"
            raise CaseError(f"{file}: this case file {what}; check the path, or make one with plainletter letter new")
        if file.stat().st_size > _LIMIT:
            raise CaseError(f"{file}: this case file is larger than {_LIMIT // 1_000_000} MB; a case holds one meeting")
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CaseError(f"{file}, byte {error.start}: not UTF-8; save the file again as UTF-8") from None
    except OSError as error:
        raise CaseError(f"{file}: cannot be read ({error.strerror}); check its permissions") from None


def _toml(file: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise CaseError(f"{file}: not TOML: {_cut(error)}; {_hint(error, text)}") from None
    except RecursionError:
        raise CaseError(f"{file}: nested too deeply to be a case") from None


def _json(file: Path, text: str) -> Mapping[str, Any]:
    try:
        data = json.loads(text, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise CaseError(f"{file}, line {error.lineno}, column {error.colno}: not JSON ({error.msg})") from None
    except _TwiceError as error:
        raise CaseError(f"{file}: the key “{error}” stands twice in one object; take one out") from None
    except RecursionError:
        raise CaseError(f"{file}: nested too deeply to be a case") from None
    if not isinstance(data, dict):
        raise CaseError(f"{file}: a case is one JSON object, with keys such as client and items")
    return data


class _TwiceError(ValueError):
    """A key that stands twice."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _TwiceError(next(name for name in names if names.count(name) > 1))
    return found


def _cut(error: tomllib.TOMLDecodeError) -> str:
    # The message may quote a character of the text, never more.
    return str(error).partition(": '")[0]


def _hint(error: tomllib.TOMLDecodeError, text: str) -> str:
    line = re.search(r"at line (\d+)", str(error))
    said = text.splitlines()[int(line[1]) - 1] if line else ""
    if re.search(r"\d{4}-\d\d-\d\d[T ]\d\d?:\d\d\s*(?:#.*)?$", said):
        return 'put the date and time in quotation marks: "2026-11-04 14:00"'
    return "compare the line with the ones above it"


def _faults(error: ValidationError, name: str, lines: TomlLines | None) -> Iterator[str]:
    for fault in error.errors(include_url=False, include_input=False):
        path = fault["loc"]
        line = lines.line(path) if lines else None
        where = ", ".join([name, *([f"line {line}"] if line else []), *([_path(path)] if path else [])])
        yield f"{where}: {_what(fault, path)}"


def _path(path: tuple[int | str, ...]) -> str:
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return text.lstrip(".")


def _what(fault: ErrorDetails, path: tuple[int | str, ...]) -> str:
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "extra_forbidden":
        known = sorted(_keys(path[:-1]))
        close = get_close_matches(str(path[-1]), known, n=1, cutoff=0.5)
        return f"unknown key; {f'did you mean {close[0]}?' if close else 'known keys are ' + ', '.join(known)}"
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


def _keys(path: tuple[int | str, ...]) -> set[str]:
    model: type[BaseModel] | None = Case
    for part in path:
        if isinstance(part, str) and model is not None:
            field = next((f for name, f in model.model_fields.items() if part in (name, f.alias)), None)
            model = _model_in(field.annotation) if field else None
    return {field.alias or name for name, field in model.model_fields.items()} if model else set()


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(argument) for argument in get_args(annotation))
    return next((model for model in found if model is not None), None)
