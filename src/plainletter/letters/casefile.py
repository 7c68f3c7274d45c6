"""Case files: TOML for people, JSON for systems, both to the same :class:`Case`."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from plainletter.errors import CaseError
from plainletter.letters.case import Case
from plainletter.letters.faults import spelled, told_faults
from plainletter.letters.lines import TomlLines

_LIMIT = 5_000_000  # bytes; a case of a hundred pages is far smaller


def load(path: str | Path) -> Case:
    """Read a case file, TOML or JSON by its ending.

    Raises:
        CaseError: the file cannot be read, or something in it is wrong: one line for each fault, with file, place and cure.
    """
    file = Path(path)
    text = _text(file)
    return case_of(_parsed(file, text), str(file), None if _is_json(file) else TomlLines(text))


def data_of(path: str | Path) -> Mapping[str, Any]:
    """Return the data of a case file as it stands, finished or not.

    Raises:
        CaseError: the file cannot be read, or is neither TOML nor JSON.
    """
    file = Path(path)
    return _parsed(file, _text(file))


def case_of(data: Mapping[str, Any], name: str = "case", lines: TomlLines | None = None) -> Case:
    """Check the data of a case.

    Raises:
        CaseError: something in it is wrong: one line for each fault.
    """
    try:
        return Case.model_validate(dict(data))
    except ValidationError as error:
        raise CaseError("\n".join(_told(error, name, lines))) from None


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a case (draft 2020-12)."""
    return Case.model_json_schema() | {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "plainletter case"}


def _is_json(file: Path) -> bool:
    return file.suffix.lower() == ".json"


def _parsed(file: Path, text: str) -> Mapping[str, Any]:
    return _json(file, text) if _is_json(file) else _toml(file, text)


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
    except ValueError:
        raise CaseError(f"{file}: not TOML: a number in it is longer than any date or count") from None
    except RecursionError:
        raise CaseError(f"{file}: nested too deeply to be a case") from None


def _json(file: Path, text: str) -> Mapping[str, Any]:
    try:
        data = json.loads(text, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise CaseError(f"{file}, line {error.lineno}, column {error.colno}: not JSON ({error.msg})") from None
    except _TwiceError as error:
        raise CaseError(f"{file}: the key “{error}” stands twice in one object; take one out") from None
    except ValueError:
        raise CaseError(f"{file}: not JSON: a number in it is longer than any date or count") from None
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


def _told(error: ValidationError, name: str, lines: TomlLines | None) -> Iterator[str]:
    for fault in told_faults(error):
        line = lines.line(fault.path) if lines else None
        yield ", ".join([name, *([f"line {line}"] if line else []), *([spelled(fault.path)] if fault.path else [])]) + (
            f": {fault.message}"
        )
