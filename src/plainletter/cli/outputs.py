"""Several reports of one run, written side by side as the results come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import tee
from pathlib import Path
from typing import IO

import click

from plainletter.errors import ConfigError
from plainletter.formats import Options, Render, Result, Tally, known_formats
from plainletter.wholefile import whole_file

STDOUT = "-"
# A file's ending says which report is meant, where only one is.
_BY_ENDING = {
    ".txt": "plain",
    ".json": "json",
    ".jsonl": "jsonl",
    ".sarif": "sarif",
    ".html": "html",
    ".htm": "html",
}


@dataclass(frozen=True, slots=True)
class Output:
    """One report: its format, and the file that it goes to; ``-`` is standard output."""

    format: str
    path: str = STDOUT


@dataclass(slots=True)
class _Running:
    """A report under way: ``taken`` counts the results that it has had."""

    chunks: Iterator[str]
    write: Callable[[str], None]
    taken: int = 0
    source: Iterator[Result] = field(default_factory=lambda: iter(()))

    def results(self) -> Iterator[Result]:
        for result in self.source:
            self.taken += 1
            yield result


def output_of(text: str) -> Output:
    """Read ``[FORMAT:]FILE``: the format may be left out where the ending of the file's name says it.

    Raises:
        ConfigError: there is no such format, or the ending does not say which is meant.
    """
    formats = known_formats()
    format_, colon, path = text.partition(":")
    if colon and path and format_ in formats:
        return Output(format_, path)
    if colon and path and len(format_) > 1 and "/" not in format_ and Path(text).suffix.lower() not in _BY_ENDING:
        close = get_close_matches(format_, formats, n=1, cutoff=0.5)
        raise ConfigError(f"there is no format “{format_}”; {f'did you mean {close[0]}?' if close else _known(formats)}")
    ending = Path(text).suffix.lower()
    if ending not in _BY_ENDING:
        raise ConfigError(f"the name {text} does not say which report is meant; put it before the name, such as junit:{text}")
    return Output(_BY_ENDING[ending], text)


def write_outputs(outputs: Iterable[Output], results: Iterable[Result], tally: Tally, options: Options) -> None:
    """Write each report as the results come, none far ahead of another; a file is there when it is whole.

    Raises:
        PlainletterError: a file cannot be written.
    """
    outputs = list(outputs)
    with ExitStack() as stack:
        running = [
            _begin(output, copy, tally, options, stack) for output, copy in zip(outputs, tee(results, len(outputs)), strict=True)
        ]
        while running:
            slowest = min(running, key=lambda one: one.taken)
            chunk = next(slowest.chunks, None)
            if chunk is None:
                running.remove(slowest)
            elif chunk:
                slowest.write(chunk)


def _begin(output: Output, results: Iterator[Result], tally: Tally, options: Options, stack: ExitStack) -> _Running:
    write: Callable[[str], None] = click.echo
    if output.path != STDOUT:
        stream = stack.enter_context(whole_file(Path(output.path)))
        write, options = _to_file(stream), replace(options, color=False, width=100)
    running = _Running(iter(()), write, source=results)
    running.chunks = known_formats()[output.format](running.results(), tally, options)
    return running


def _to_file(stream: IO[bytes]) -> Callable[[str], None]:
    def write(chunk: str) -> None:
        stream.write(f"{click.unstyle(chunk)}\n".encode("utf-8", "replace"))

    return write


def _known(formats: Mapping[str, Render]) -> str:
    return f"the formats are {', '.join(formats)}"
