"""``plainletter letter new``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from plainletter.cli.choice import NearChoice
from plainletter.letters.kinds import KINDS


@click.command()
@click.argument("kind", type=NearChoice(list(KINDS)))
@click.argument("file", type=click.Path(path_type=Path))
def new(kind: str, file: Path) -> int:
    """Write a commented case file for a letter of this KIND, to fill in from top to bottom."""
    from plainletter.letters.skeletons import skeleton
    from plainletter.wholefile import write_whole

    if file.exists():
        raise click.UsageError(f"{file} is there already; choose another name, so that nothing is lost")
    write_whole(file, skeleton(kind, date.today()).encode())
    click.echo(f"{file} is ready to be filled in. Then: plainletter letter check {file}")
    return 0
