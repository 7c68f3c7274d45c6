"""``plainletter letter show``."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from plainletter.letters.sharing import Reader


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--reader", help="Whose copy; by default the client's.")
@click.option("--compare", metavar="A,B", help="Two readers, side by side.")
@click.option("--templates", multiple=True, type=click.Path(path_type=Path), help="A folder with templates of your own.")
def show(case: Path, reader: str | None, compare: str | None, templates: tuple[Path, ...]) -> int:
    """Show one reader's copy of CASE in the terminal, or two side by side. Nothing is written."""
    from plainletter.errors import CaseError
    from plainletter.letters.casefile import load
    from plainletter.letters.delivery import preview

    if reader and compare:
        raise click.UsageError("give --reader or --compare, not both")
    record = load(case)
    names = [name.strip() for name in compare.split(",")] if compare else [reader or _client(record.readers)]
    if compare and len(names) != 2:
        raise click.UsageError("--compare takes two readers, such as client,gp")
    if not names[0]:
        raise CaseError(f"{case}: there is no reader of kind client; say whose copy with --reader")
    letters = [preview(record, name, templates) for name in names]
    if len(letters) == 1:
        click.echo(letters[0].text)
        return 0
    for line in _beside(names, [letter.text for letter in letters]):
        click.echo(line)
    return 0


def _client(readers: Iterable[Reader]) -> str:
    return next((one.id for one in readers if one.kind == "client"), "")


def _beside(names: list[str], texts: list[str]) -> Iterator[str]:
    """Yield two texts in columns; a paragraph that only one of them has stands alone."""
    from difflib import SequenceMatcher

    width = (shutil.get_terminal_size((120, 24)).columns - 3) // 2
    left, right = (text.split("\n\n") for text in texts)
    yield f"{names[0]:<{width}} | {names[1]}"
    yield f"{'-' * width}-+-{'-' * width}"
    for _, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        rows = max(b - a, d - c)
        for row in range(rows):
            one = left[a + row] if a + row < b else ""
            two = right[c + row] if c + row < d else ""
            yield from _columns(one, two, width)
            yield f"{'':<{width}} |"


def _columns(one: str, two: str, width: int) -> Iterator[str]:
    first = [line for part in one.split("\n") for line in (textwrap.wrap(part, width) or [""])]
    second = [line for part in two.split("\n") for line in (textwrap.wrap(part, width) or [""])]
    for row in range(max(len(first), len(second))):
        yield f"{first[row] if row < len(first) else '':<{width}} | {second[row] if row < len(second) else ''}"
