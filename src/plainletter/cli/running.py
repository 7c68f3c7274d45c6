"""Checking many files: in order, in one process or several, each file on its own."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plainletter.cli.files import STDIN
from plainletter.cli.memory import Memory
from plainletter.cli.settings import Rules
from plainletter.cli.timeout import OutOfTimeError, limited
from plainletter.documents import Document, read
from plainletter.documents.reading import format_of, read_bytes, shown
from plainletter.errors import DocumentError, PlainletterError
from plainletter.formats import Checked, NotRead, Result

if TYPE_CHECKING:
    from plainletter.checking.checker import Checker

_LONG_WORK = 20  # files
_CHECKERS: dict[Rules, Checker] = {}  # each is built once in each process


@dataclass(frozen=True, slots=True)
class Task:
    """One file to check; ``key`` is the name under which its report is kept, "" where it is not."""

    path: str
    rules: Rules
    key: str = ""
    seconds: float = 0
    name: str = ""  # of standard input, as the caller calls it


def run(tasks: Sequence[Task], memories: dict[Rules, Memory], jobs: int, *, progress: bool) -> Iterator[Result]:
    """Yield the result of each file, in order. A file that fails does not stop the others."""
    known = {task.path for task in tasks if task.key and memories[task.rules].holds(task.key)}
    with _shown(len(tasks), wanted=progress) as advance:
        for result in _results(tasks, known, memories, jobs):
            advance()
            yield result


def _results(tasks: Sequence[Task], known: set[str], memories: dict[Rules, Memory], jobs: int) -> Iterator[Result]:
    unknown = sum(task.path not in known for task in tasks)
    if jobs > 1 and unknown > 1:
        from plainletter.cli.pool import Pool  # slow to import, and one process needs none of it

        build(next(task.rules for task in tasks if task.path not in known))  # before the others part from this process
        with Pool(min(jobs, unknown)) as pool:
            yield from pool.map(tasks, lambda task: _recalled(task, known, memories))
        return
    for task in tasks:
        yield _recalled(task, known, memories) or check(task)


def _recalled(task: Task, known: set[str], memories: dict[Rules, Memory]) -> Result | None:
    return memories[task.rules].recall(task.path, task.key) if task.path in known else None


def build(rules: Rules) -> Checker:
    """Return this process's checker for these rules."""
    if rules not in _CHECKERS:
        from plainletter.checking.checker import Checker

        _CHECKERS[rules] = Checker(
            rules.type,  # type: ignore[arg-type]  # checked where the settings are read
            lexicons=rules.lexicons,
            preferences=rules.preferences,
            every_mention=rules.every_mention,
            select=rules.select,
            ignore=rules.ignore,
            packs=rules.packs,
            without_packs=rules.without_packs,
            contested=rules.contested,  # type: ignore[arg-type]  # likewise
            targets=dict(rules.targets),
        )
        gc.freeze()  # the lexicon lives as long as the process: looking through it for garbage takes longer than a letter
    return _CHECKERS[rules]


def check(task: Task) -> Result:
    """Check one file, and keep its report where that is wanted."""
    checker = build(task.rules)
    try:
        with limited(task.seconds):
            document = _read(task)
            report = checker.check_document(document)
        if task.key:  # the report of the text as it was when its key was made
            Memory(task.rules).keep(task.key, document, report, checker.lexicon)
        return Checked(task.path, document.text, report, document.places)
    except DocumentError as error:
        return NotRead(task.path, str(error))
    except OutOfTimeError:
        return NotRead(
            task.path,
            f"{shown(task.path)} was given up after {task.seconds:g} seconds: split it, or allow more with --timeout.",
        )
    except PlainletterError:
        raise
    except Exception as error:
        # Never a traceback, and never a word of the text: an exception's message may quote it.
        kind = type(error).__name__
        return NotRead(
            task.path, f"{shown(task.path)}: plainletter stumbled over it ({kind}); please report this, without the text"
        )


def _read(task: Task) -> Document:
    if task.path != STDIN:
        return read(Path(task.path))
    return read_bytes(sys.stdin.buffer.read(), format=format_of(task.name), path=STDIN)


@contextmanager
def _shown(count: int, *, wanted: bool) -> Iterator[Callable[[], None]]:
    if not wanted or count < _LONG_WORK:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Checking", total=count)
        yield lambda: progress.advance(task)
