"""``plainletter letter kinds``."""

from __future__ import annotations

import click

from plainletter.letters.kinds import KINDS


@click.command()
def kinds() -> None:
    """List the kinds of letter, and the parts of a case that each needs."""
    width = max(map(len, KINDS))
    for kind in KINDS.values():
        click.echo(f"{kind.name:<{width}}  {kind.title}: {kind.purpose}")
        click.echo(f"{'':<{width}}  needs {', '.join(kind.needs)}")
