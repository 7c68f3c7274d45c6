"""What happens to the results of a check on their way to the reports."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from plainletter.cli.changes import Changes
from plainletter.cli.files import STDIN
from plainletter.cli.fixing import diff_of, fix, write_fixed
from plainletter.cli.running import Task, check
from plainletter.errors import ConfigError, PlainletterError
from plainletter.formats import Checked, NotRead, Result
from plainletter.formats.places import harmless

WORD = (".docx", ".docm", ".dotx")


def only_changed(results: Iterable[Result], changes: Changes) -> Iterator[Result]:
    """Yield the results with only those findings that stand in changed lines."""
    for result in results:
        yield changes.of(result) if isinstance(result, Checked) else result


def show_changes(results: Iterable[Result]) -> int:
    """Print what could be swapped safely as a unified diff; return 1 if there is something, else 0."""
    swaps = files = 0
    for result in results:
        fixed = fix(result) if isinstance(result, Checked) else None
        if fixed is not None:
            for line in diff_of(fixed).split("\n"):
                click.echo(harmless(line.rstrip("\r")))
            swaps, files = swaps + fixed.swaps, files + 1
    click.echo(
        f"plainletter: --fix would put in {swaps:,} suggestions in {files:,} files; read each before you send it.", err=True
    )
    return 1 if swaps else 0


def every_mention(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Return the tasks so that each mention of a word is found, and not only the first, for a fix changes them all."""
    return tuple(replace(task, rules=replace(task.rules, every_mention=True)) for task in tasks)


def fixed(results: Iterable[Result], tasks: Iterable[Task]) -> Iterator[Result]:
    """Put in what can be swapped safely, file by file, and yield what the tasks find in each file afterwards."""
    again = {task.path: task for task in tasks}
    swaps = files = 0
    for result in results:
        try:
            done = fix(result) if isinstance(result, Checked) else None
            if done is not None:
                write_fixed(done)
                swaps, files = swaps + done.swaps, files + 1
            yield check(again[result.path]) if isinstance(result, Checked) and result.path != STDIN else result
        except PlainletterError as error:
            yield NotRead(result.path, str(error))
    click.echo(f"plainletter: {swaps:,} suggestions put in, in {files:,} files; read each before you send it.", err=True)


def check_copies(paths: Iterable[str], folder: Path) -> None:
    """Look whether each Word file can have a commented copy of its own in a folder.

    Raises:
        ConfigError: a copy would take the place of a file that is there, or of another copy.
    """
    copies: dict[str, str] = {}
    for path in paths:
        if Path(path).suffix.lower() not in WORD:
            continue
        target = _copy_of(path, folder)
        if target.exists():
            raise ConfigError(f"{target} is there already, perhaps with somebody's notes; name another folder for --annotate")
        if str(target) in copies:
            raise ConfigError(f"{path} and {copies[str(target)]} would have the same copy; annotate them in two runs")
        copies[str(target)] = path


def annotated(results: Iterable[Result], folder: Path) -> Iterator[Result]:
    """Write a copy of each Word file with its findings as comments into a folder, and yield the results on."""
    from plainletter.formats.annotated import annotate

    count = 0
    for result in results:
        yield result
        if isinstance(result, Checked) and Path(result.path).suffix.lower() in WORD:
            target = _copy_of(result.path, folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            annotate(Path(result.path), target, result.report)
            count += 1
    noun = "copy" if count == 1 else "copies"
    click.echo(f"plainletter: {count:,} commented {noun} written to {folder}.", err=True)


def _copy_of(path: str, folder: Path) -> Path:
    inside = os.path.relpath(path)
    return folder / (Path(path).name if inside.startswith("..") else inside)
