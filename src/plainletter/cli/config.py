"""``plainletter config show``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import click

from plainletter.cli.choice import NearChoice
from plainletter.cli.configfile import KEYS, find_settings, read_settings
from plainletter.cli.settings import Rules, Settings

_DEFAULT = "default"


@click.group()
def config() -> None:
    """Settings of a service: plainletter.toml, or [tool.plainletter] in pyproject.toml."""


@config.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--config", "named", type=click.Path(path_type=Path), help="Take the settings from this file.")
@click.option("--format", "format_", type=NearChoice(("plain", "json")), default="plain", show_default=True, help="How to show.")
def show(path: Path | None, named: Path | None, format_: str) -> None:
    """Show what is in force here, or for the file PATH, and where each setting comes from."""
    settings = read_settings(named) if named else find_settings(Path.cwd(), (path,) if path else ())
    values = _values(settings, path)
    if format_ == "json":
        click.echo(json.dumps({key: {"value": value, "from": source} for key, (value, source) in values.items()}, indent=1))
        return
    click.echo(f"# settings file: {settings.source or 'none; these are the defaults'}")
    if path is not None:
        click.echo(f"# in force for: {path}")
    width = max(len(f"{key} = {_toml(value)}") for key, (value, _) in values.items())
    for key, (value, source) in values.items():
        if value == "":
            click.echo(f"# {key} is not set")
            continue
        click.echo(f"{f'{key} = {_toml(value)}':<{min(width, 60)}}  # {source}")


def _values(settings: Settings, path: Path | None) -> dict[str, tuple[Any, str]]:
    """Return each setting with where it comes from: the defaults, the file, or a table [[files]] of it."""
    rules = settings.rules_for(str(path)) if path else settings.rules
    mine = {**asdict(rules), **{one.name: getattr(settings, one.name) for one in fields(settings) if one.name in KEYS}}
    usual = {**asdict(Rules()), **{one.name: getattr(Settings(), one.name) for one in fields(settings) if one.name in KEYS}}
    base = {**asdict(settings.rules), **{key: mine[key] for key in mine if key not in asdict(rules)}}
    matching = settings.matching(str(path)) if path else []
    found = {}
    for key, value in mine.items():
        source = _DEFAULT if base[key] == usual[key] else Path(settings.source).name
        for override in matching:
            if key in override.values:
                source = f"{Path(settings.source).name}, files that match {', '.join(override.match)}"
        found[key] = (dict(value) if key == "targets" else value, source)
    return found


def _toml(value: Any) -> str:  # noqa: ANN401  # whatever a setting holds
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + " }" if value else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
