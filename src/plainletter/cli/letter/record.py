"""``plainletter letter record``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def record(folder: Path) -> int:
    """Verify that nobody changed the record of letters in FOLDER. Exit status: 0 it is whole, 2 it is not."""
    from plainletter.letters.record import FILE, verify

    count = verify(folder / FILE if folder.is_dir() else folder)
    click.echo(f"{count} entries, each follows from the one before.")
    return 0
