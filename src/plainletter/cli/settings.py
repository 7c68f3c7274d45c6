"""Settings from plainletter.toml or [tool.plainletter] of pyproject.toml, found upwards from where the command runs."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from plainletter.errors import ConfigError
from plainletter.findings import DOC_TYPES, SEVERITIES

OWN, SHARED = "plainletter.toml", "pyproject.toml"
TYPES = ("auto", *DOC_TYPES)
FAIL_ON = (*SEVERITIES, "never")
CONTESTED = ("note", "off", "warning")
_CHOICES = {"type": TYPES, "fail_on": FAIL_ON, "contested": CONTESTED}
_LISTS = ("select", "ignore", "lexicons", "preferences", "packs", "without_packs")
_SWITCHES = ("every_mention",)
_KEYS = (*_CHOICES, *_LISTS, *_SWITCHES)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a service has settled for its checks; the options of the command line come before it."""

    type: str = "auto"
    fail_on: str = "warning"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()
    preferences: tuple[str, ...] = ()
    every_mention: bool = False
    packs: tuple[str, ...] = ()
    without_packs: tuple[str, ...] = ()
    contested: str = "note"


def find_settings(start: Path) -> Settings:
    """Return the settings of the nearest file in ``start`` or above it, or the defaults.

    Raises:
        ConfigError: the file cannot be read, or has an unknown key or value.
    """
    for folder in (start, *start.parents):
        if (folder / OWN).is_file():
            return read_settings(folder / OWN)
        if (folder / SHARED).is_file() and _table(folder / SHARED) is not None:
            return read_settings(folder / SHARED)
    return Settings()


def read_settings(path: Path) -> Settings:
    """Return the settings in a file.

    Raises:
        ConfigError: the file cannot be read, has no [tool.plainletter], or has an unknown key or value.
    """
    table = _table(path)
    if table is None:
        raise ConfigError(f"{path}: there is no [tool.plainletter] in it; add one, or name another file")
    for key, value in table.items():
        _check(path, key, value)
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    values["lexicons"] = tuple(str(path.parent / folder) for folder in values.get("lexicons", ()))
    return Settings(**values)


def _table(path: Path) -> Mapping[str, Any] | None:
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: the settings cannot be opened ({error.strerror}); check the name and permissions") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: the settings are not UTF-8 text; save the file again as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: the settings are not valid TOML: {error}") from None
    if path.name != SHARED:
        return data
    tools = data.get("tool")
    table = tools.get("plainletter") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{path}: plainletter must be a table; write [tool.plainletter] above its keys")
    return table


def _check(path: Path, key: str, value: object) -> None:
    if key not in _KEYS:
        close = get_close_matches(key, _KEYS, n=1, cutoff=0.5)
        raise ConfigError(
            f"{path}: unknown key {key}; " + (f"did you mean {close[0]}?" if close else f"the keys are {', '.join(_KEYS)}")
        )
    if key in _CHOICES and value not in _CHOICES[key]:
        raise ConfigError(f"{path}: {key} must be one of {', '.join(_CHOICES[key])}, not {value!r}")
    if key in _LISTS and not (isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)):
        raise ConfigError(f'{path}: {key} must be a list of texts, such as {key} = ["…"]')
    if key in _SWITCHES and not isinstance(value, bool):
        raise ConfigError(f"{path}: {key} must be true or false")
