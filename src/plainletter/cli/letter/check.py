"""``plainletter letter check``."""

from __future__ import annotations

from pathlib import Path

import click

STOPPED = 1


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
def check(case: Path) -> int:
    """Say what is missing in CASE or stops a copy, in questions.

    Exit status: 0 nothing stops a copy, 1 something does, 2 the case cannot be used.
    """
    from plainletter.cli.letter.telling import told_gates
    from plainletter.letters.casefile import load
    from plainletter.letters.gates import check_case
    from plainletter.letters.parts import missing_parts

    record = load(case)
    missing = list(missing_parts(record))
    for question in missing:
        click.echo(f"? {question}")
    gates = check_case(record)
    for line in told_gates(gates):
        click.echo(line)
    stops = sum(gate.stops for gate in gates) + len(missing)
    click.echo(f"\n{stops} to answer before every copy can be written." if stops else "\nNothing stops a copy.")
    return STOPPED if stops else 0
