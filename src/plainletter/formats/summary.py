"""The end of the report for a person: the whole run in numbers, and what was not read."""

from __future__ import annotations

from collections.abc import Iterator

import click

from plainletter.findings import SEVERITIES
from plainletter.formats.escaping import one_line
from plainletter.formats.results import Options, Tally
from plainletter.formats.wording import counted, measure_name, target_of


def summary(tally: Tally, options: Options) -> Iterator[str]:
    """Yield the lines: reading ease over the documents, findings by category and severity, files that were not read."""
    if tally.files > 1:
        yield from _ease(tally, options)
        yield from _categories(tally)
    found = ", ".join(counted(tally.findings[level], level) for level in reversed(SEVERITIES))
    yield _bold(f"{counted(tally.files, 'file')} checked, {counted(tally.words, 'word')}: {found}.", options)
    if not tally.files and not tally.not_read:
        yield "There was nothing to check: no document is in what was named."
    if tally.passed_over:
        kinds = ", ".join(f"{number} {one_line(ending)}" for ending, number in sorted(tally.passed_over.items()))
        yield f"{counted(sum(tally.passed_over.values()), 'file')} passed over: {kinds}."
    yield from _not_read(tally, options)


def _ease(tally: Tally, options: Options) -> Iterator[str]:
    if tally.ease:
        yield _bold("How hard the texts are to read (means, by the word; hints):", options)
    for ease in tally.ease.values():
        met = f"met by {ease.met:,} of {counted(ease.documents, 'document')}"
        yield f"  {measure_name(ease.measure):<22}{ease.mean:6.1f}   target {target_of(ease.measure, ease.target)}: {met}"
    if tally.ease and tally.too_short:
        yield f"  {counted(tally.too_short, 'document')} too short to score."


def _categories(tally: Tally) -> Iterator[str]:
    if tally.categories:
        ranked = sorted(tally.categories.items(), key=lambda item: (-item[1], item[0]))
        yield "By category: " + ", ".join(f"{name} {number:,}" for name, number in ranked) + "."


def _not_read(tally: Tally, options: Options) -> Iterator[str]:
    if tally.not_read:
        told = f"{counted(len(tally.not_read), 'file')} not read, so nothing is known about them:"
        yield click.style(told, fg="red", bold=True) if options.color else told
    for unread in tally.not_read:
        yield f"  {one_line(unread.reason)}"


def _bold(text: str, options: Options) -> str:
    return click.style(text, bold=True) if options.color else text
