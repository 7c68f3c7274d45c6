"""``plainletter letter schema``."""

from __future__ import annotations

import json

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of a case, for systems that write cases as JSON."""
    from plainletter.letters.casefile import schema as case_schema

    click.echo(json.dumps(case_schema(), indent=2, ensure_ascii=False))
