"""``plainletter rules``."""

from __future__ import annotations

import json

import click

from plainletter.cli.choice import NearChoice
from plainletter.cli.known import known_rules
from plainletter.formats.values import rule_values
from plainletter.lexicon import Entry, Lexicon


@click.command()
@click.option("--format", "format_", type=NearChoice(("plain", "json")), default="plain", show_default=True, help="How to list.")
@click.option("--category", help="Only the rules of this category.")
def rules(format_: str, category: str | None) -> None:
    """List the rules: what each looks for, how severe it is, and whose advice it is."""
    from plainletter.checking.selection import selection_of

    lexicon = known_rules()
    chosen = selection_of([category] if category else [], [], (entry.rule for entry in lexicon.entries))
    entries = [entry for entry in lexicon.entries if chosen.keeps(entry.rule)]
    click.echo(
        json.dumps([rule_values(entry) for entry in entries], ensure_ascii=False, indent=1)
        if format_ == "json"
        else _table(entries, lexicon)
    )


def _table(entries: list[Entry], lexicon: Lexicon) -> str:
    width = max((len(entry.rule) for entry in entries), default=0)
    lines = []
    for name, category in lexicon.categories.items():
        mine = [entry for entry in entries if entry.category == name]
        if mine:
            lines += ["", click.style(f"{name}: {category.title} ({len(mine)})", bold=True)]
            lines += [
                f"  {entry.rule:<{width}}  {entry.severity:<8}{_packs(entry)}{_short(entry.question or '; '.join(entry.terms))}"
                for entry in mine
            ]
    return "\n".join(
        [*lines, "", f"{len(entries)} {'rule' if len(entries) == 1 else 'rules'}. plainletter explain RULE says more about one."]
    ).lstrip("\n")


def _packs(entry: Entry) -> str:
    return f"[{', '.join(entry.packs)}] " if entry.packs else ""


def _short(text: str, room: int = 60) -> str:
    return text if len(text) <= room else text[: room - 1] + "…"
