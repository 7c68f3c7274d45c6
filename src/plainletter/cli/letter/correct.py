"""``plainletter letter correct``."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from plainletter.cli.choice import NearChoice

TYPES = ("fact", "opinion", "omission")
OUTCOMES = ("open", "agreed", "statement_added", "refused")
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--says", default="", help="What the client says, in their words.")
@click.option("--how", default="", help="How they said it: phone, letter, in person …")
@click.option("--on", "received_on", type=_DAY, help="The day they said it.  [default: today]")
@click.option("--item", default="", help="The id of the item or step that is wrong, such as T5.")
@click.option("--type", "type_", type=NearChoice(TYPES), default="fact", show_default=True, help="What it is about.")
@click.option("--topic", default="", help="In a word or two, for the next letter: “smoking”.")
@click.option("--id", "name", default="", help="A correction that is in the case already, such as K1.")
@click.option("--outcome", type=NearChoice(OUTCOMES), help="What came of it.")
@click.option("--right", "right_text", default="", help="What is right, to the client: “you have never smoked”.")
@click.option("--because", "reason", default="", help="The reason, where nothing was changed.")
@click.option("--amended-on", type=_DAY, help="The day the formal record was amended.")
@click.option("--amended-by", default="", help="Who amended it.")
@click.option("--new-date", type=_DAY, help="The date of the next version of the letter.  [default: today]")
@click.option("--out", type=click.Path(path_type=Path), help="Write the note for the formal record into this folder.")
def correct(
    case: Path,
    says: str,
    how: str,
    received_on: datetime | None,
    item: str,
    type_: str,
    topic: str,
    name: str,
    outcome: str | None,
    right_text: str,
    reason: str,
    amended_on: datetime | None,
    amended_by: str,
    new_date: datetime | None,
    out: Path | None,
) -> int:
    """Record in CASE what the client said about the letter, and what came of it.

    First: --says, --how and --item. Then, or later with --id: --outcome with --right, --amended-on and --amended-by. The
    case becomes its next version, which says what was put right to those who were sent the mistake and may still have a
    copy. With --out the note for the formal record is written too.
    """
    from plainletter.letters.casefile import load
    from plainletter.letters.corrections import Reply, Settlement, add_reply, settle
    from plainletter.letters.filing import file_note, note_files
    from plainletter.letters.gates.history import month_after

    if not says and not name:
        if not sys.stdin.isatty():
            raise click.UsageError("say what the client said with --says, or name a correction that is there with --id")
        says = click.prompt("What does the client say? (in their words)")
        item = item or click.prompt("Which item or step is it about? (its id, or nothing)", default="", show_default=False)
    today = date.today()
    if says:
        how = how or _asked("--how", "How did they say it? (phone, letter, in person)")
        received = received_on.date() if received_on else today
        name = add_reply(case, Reply(says, received, how, item, type_, topic))  # type: ignore[arg-type]
        click.echo(f"{name} is recorded; an answer is due by {month_after(received)} (UK GDPR, one month).")
    if outcome:
        new = new_date.date() if new_date else today
        amended = amended_on.date() if amended_on else None
        record = settle(case, name, Settlement(outcome, new, right_text, reason, amended, amended_by))  # type: ignore[arg-type]
        click.echo(f"{name}: {outcome.replace('_', ' ')}. The case is now version {record.version}, dated {record.date}.")
        click.echo(f"Draft it again with: plainletter letter draft {case} --out FOLDER")
    if out is not None:
        files = note_files(load(case), name)
        file_note(out, name, files)
        for file in files:
            click.echo(f"Note for the record: {out / file}")
    return 0


def _asked(option: str, question: str) -> str:
    if not sys.stdin.isatty():
        raise click.UsageError(f"{option} is missing: {question}")
    return str(click.prompt(question))
