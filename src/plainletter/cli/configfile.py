"""Settings from plainletter.toml or [tool.plainletter] of pyproject.toml, found upwards from where the command runs."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from plainletter.cli.settings import CONTESTED, FAIL_ON, TYPES, Override, Rules, Settings, spec_of
from plainletter.errors import ConfigError

OWN, SHARED = "plainletter.toml", "pyproject.toml"
FILES, MATCH = "files", "match"
_CHOICES = {"type": TYPES, "fail_on": FAIL_ON, "contested": CONTESTED}
_LISTS = ("select", "ignore", "lexicons", "preferences", "packs", "without_packs", "exclude", MATCH)
_SWITCHES = ("every_mention", "gitignore", "cache")
_TEXTS = ("baseline",)
_OF_RULES = tuple(one.name for one in fields(Rules))
_OF_RUN = ("fail_on", "exclude", "gitignore", "baseline", "cache")
KEYS = (*_OF_RULES, *_OF_RUN, FILES)
_OF_FILES = (MATCH, *(name for name in _OF_RULES if name != "lexicons"))


def find_settings(start: Path, named: tuple[Path, ...] = ()) -> Settings:
    """Return the settings of the nearest file in ``start`` or above it, else above all of the ``named`` paths, or the defaults.

    Raises:
        ConfigError: the file cannot be read, or has an unknown key or value.
    """
    found = _nearest(start)
    if found is None and named:
        shared = set.intersection(*({*path.absolute().parents, path.absolute()} for path in named))
        found = _nearest(max(shared, key=lambda path: len(path.parts))) if shared else None
    return read_settings(found) if found else Settings()


def read_settings(path: Path) -> Settings:
    """Return the settings in a file; its folders and patterns count from where it lies.

    Raises:
        ConfigError: the file cannot be read, has no [tool.plainletter], or has an unknown key or value.
    """
    table = _table(path)
    if table is None:
        raise ConfigError(f"{path}: there is no [tool.plainletter] in it; add one, or name another file")
    for key, value in table.items():
        _check(path, key, value, KEYS)
    rules = _rules(path, table)
    rules["lexicons"] = tuple(str(path.parent / folder) for folder in rules.get("lexicons", ()))
    run = {key: _frozen(value) for key, value in table.items() if key in _OF_RUN}
    if run.get("baseline"):
        run["baseline"] = str(path.parent / run["baseline"])
    _check_patterns(path, "exclude", run.get("exclude", ()))
    overrides = tuple(_override(path, number, item) for number, item in enumerate(_files(path, table), 1))
    return Settings(Rules(**rules), overrides=overrides, source=str(path.absolute()), **run)


def _nearest(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        if (folder / OWN).is_file():
            return folder / OWN
        if (folder / SHARED).is_file() and _table(folder / SHARED) is not None:
            return folder / SHARED
    return None


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


def _files(path: Path, table: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    items = table.get(FILES, [])
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        head = "[[files]]" if path.name != SHARED else "[[tool.plainletter.files]]"
        raise ConfigError(f"{path}: files must be a list of tables; write {head} above each, with match = [“…”] in it")
    return items


def _override(path: Path, number: int, item: Mapping[str, Any]) -> Override:
    where = f"files, number {number}: "
    for key, value in item.items():
        _check(path, key, value, _OF_FILES, where)
    if not item.get(MATCH):
        raise ConfigError(f"{path}: {where}match is missing; say which files are meant, such as match = [“letters/**”]")
    _check_patterns(path, f"{where}match", tuple(item[MATCH]))
    return Override(tuple(item[MATCH]), _rules(path, item, where))


def _rules(path: Path, table: Mapping[str, Any], where: str = "") -> dict[str, Any]:
    values = {key: _frozen(value) for key, value in table.items() if key in _OF_RULES}
    if "targets" in values:
        values["targets"] = _targets(path, values["targets"], where)
    return values


def _targets(path: Path, value: object, where: str) -> tuple[tuple[str, float], ...]:
    from plainletter.checking.readability import MEASURES

    names = [measure.name for measure in MEASURES]
    if not isinstance(value, Mapping):
        raise ConfigError(f"{path}: {where}targets must be a table, such as targets = {{ uk_reading_age = 11 }}")
    for name, target in value.items():
        if name not in names:
            raise ConfigError(f"{path}: {where}there is no measure {name}; {_meant(name, names)}")
        if isinstance(target, bool) or not isinstance(target, int | float) or not -100 < target < 200:
            raise ConfigError(f"{path}: {where}the target for {name} must be a number, such as 11")
    return tuple((name, float(target)) for name, target in value.items())


def _check(path: Path, key: str, value: object, keys: tuple[str, ...], where: str = "") -> None:
    if key not in keys:
        raise ConfigError(f"{path}: {where}unknown key {key}; {_meant(key, keys)}")
    if key in _CHOICES and value not in _CHOICES[key]:
        raise ConfigError(f"{path}: {where}{key} must be one of {', '.join(_CHOICES[key])}, not {value!r}")
    if key in _LISTS and not (isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)):
        raise ConfigError(f'{path}: {where}{key} must be a list of texts, such as {key} = ["…"]')
    if key in _SWITCHES and not isinstance(value, bool):
        raise ConfigError(f"{path}: {where}{key} must be true or false")
    if key in _TEXTS and not (isinstance(value, str) and value.strip()):
        raise ConfigError(f"{path}: {where}{key} must be the name of a file")


def _check_patterns(path: Path, key: str, patterns: tuple[str, ...]) -> None:
    for pattern in patterns:
        try:
            spec_of((pattern,))
        except ValueError:
            raise ConfigError(f"{path}: {key}: “{pattern}” is no pattern; write one as in .gitignore (drafts/**)") from None


def _meant(name: str, names: tuple[str, ...] | list[str]) -> str:
    close = get_close_matches(name, names, n=1, cutoff=0.5)
    return f"did you mean {close[0]}?" if close else f"the keys are {', '.join(names)}"


def _frozen(value: Any) -> Any:  # noqa: ANN401  # whatever TOML holds
    return tuple(value) if isinstance(value, list) else value
