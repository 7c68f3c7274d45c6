"""``plainletter letter``: from a case record to the letters that each reader may have."""

from __future__ import annotations

import click

from plainletter.cli import LazyGroup

COMMANDS = {
    "check": "Say what is missing or stops a copy, in questions.",
    "correct": "Record what the client said about a letter, and what came of it.",
    "draft": "Write the letters, one for each reader who may have one.",
    "kinds": "List the kinds of letter.",
    "new": "Write a commented case file to fill in.",
    "record": "Verify the record of a folder with letters.",
    "schema": "Print the JSON Schema of a case.",
    "show": "Show one reader's copy in the terminal, or two side by side.",
}


class LetterGroup(LazyGroup):
    """The commands of ``plainletter letter``."""

    package = "plainletter.cli.letter"
    table = COMMANDS


@click.group(cls=LetterGroup)
def letter() -> None:
    """Draft letters that are addressed to the client, and leave out what the client keeps confidential."""
