"""``plainletter letter draft``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from plainletter.letters.case import Case
    from plainletter.letters.delivery import Copy, Delivery, Override

STOPPED = 1


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Write the letters into this folder.")
@click.option("--to", "formats", default="docx,pdf,html,txt", show_default=True, help="Which kinds of file, with commas.")
@click.option("--templates", multiple=True, type=click.Path(path_type=Path), help="A folder with templates of your own.")
@click.option("--override", "gates", multiple=True, metavar="GATE", help="Lift this stop; needs --by and --because.")
@click.option("--by", default="", help="Who lifts it.")
@click.option("--because", default="", help="Why.")
@click.option("--no-check", is_flag=True, help="Do not check the wording of the letters.")
def draft(
    case: Path,
    out: Path,
    formats: str,
    templates: tuple[Path, ...],
    gates: tuple[str, ...],
    by: str,
    because: str,
    no_check: bool,
) -> int:
    """Write the letters of CASE: one for each reader who may have one.

    The screen says who gets what, what was left out for whom, and what the checker finds. A copy that a question stops
    is not written; the others are. Exit status: 0 every copy is written, 1 a question stops a copy, 2 the case cannot
    be used.
    """
    from plainletter.letters.casefile import load
    from plainletter.letters.delivery import deliver
    from plainletter.letters.filing import file_letters

    wanted = _formats(formats)
    if out.exists() and not out.is_dir():
        raise click.UsageError(f"--out: {out} is a file; name a folder for the letters")
    overrides = _overrides(gates, by.strip(), because.strip())
    record = load(case)
    delivery = deliver(record, wanted, overrides=overrides, templates=templates)
    file_letters(out, record.version, delivery)
    _tell(record, delivery, out)
    if not no_check:
        from plainletter.cli.letter.wording import told_findings

        for line in told_findings(record, delivery):
            click.echo(line)
    return STOPPED if any(gate.stops and gate.id not in {o.gate for o in overrides} for gate in delivery.gates) else 0


def _formats(text: str) -> tuple[str, ...]:
    from plainletter.letters.delivery import FORMATS

    wanted = tuple(dict.fromkeys(name.strip().lower().lstrip(".") for name in text.split(",") if name.strip()))
    for name in wanted:
        if name not in FORMATS:
            raise click.UsageError(f"--to: there is no kind of file “{name}”; there are {', '.join(FORMATS)}")
    if not wanted:
        raise click.UsageError(f"--to: name at least one of {', '.join(FORMATS)}")
    return wanted


def _overrides(gates: tuple[str, ...], by: str, because: str) -> tuple[Override, ...]:
    from plainletter.letters.delivery import Override

    if gates and not (by and because):
        raise click.UsageError("--override needs --by NAME and --because REASON: they are kept in the record of the letter")
    if (by or because) and not gates:
        raise click.UsageError("--by and --because belong to an --override GATE")
    return tuple(Override(gate, by, because) for gate in gates)


def _tell(case: Case, delivery: Delivery, out: Path) -> None:
    from plainletter.cli.letter.telling import told_gates
    from plainletter.letters.omissions import omissions

    click.echo(f"Letters in {out} (what follows is for you only):\n")
    for copy in delivery.copies:
        click.echo(_told_copy(copy))
        for omission in omissions(case, copy.reader, copy.letter):
            click.echo(f"    left out: {omission}")
    lifted = {override.gate for override in delivery.overrides}
    click.echo("")
    for line in told_gates(gate for gate in delivery.gates if gate.id not in lifted):
        click.echo(line)


def _told_copy(copy: Copy) -> str:
    if copy.stopped_by:
        return f"{copy.reader}: not written, waits for {', '.join(gate.id for gate in copy.stopped_by)}"
    return f"{copy.reader}: {', '.join(copy.files)}"
