"""The report for a person at a terminal: the words in their line, why, whose advice it is, and what to say instead."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

import click

from plainletter.findings import SEVERITIES, Finding, Report, Score, Suggestion, Suppressed
from plainletter.formats.places import Lines, harmless, lines_of
from plainletter.formats.results import Checked, Options, Result, Tally
from plainletter.formats.width import clip, columns

_COLORS = {"error": "red", "warning": "yellow", "note": "cyan"}
_INDENT = "    "
_AROUND = 300  # code points on each side of a finding, from which an excerpt is cut
_KINDS = {
    "swap": "{}",
    "explain": "keep the word and explain it: {}",
    "reword": "{}",
    "generalise": "more generally: {}",
    "leave_out": "leave it out: {}",
}
_MEASURES = {
    "flesch_reading_ease": "Flesch reading ease",
    "flesch_kincaid_grade": "Flesch-Kincaid grade",
    "smog_index": "SMOG",
    "gunning_fog": "Gunning fog",
    "uk_reading_age": "UK reading age",
}


def render(results: Iterable[Result], tally: Tally, options: Options) -> Iterator[str]:
    """Yield the report line by line."""
    for result in results:
        if isinstance(result, Checked):
            yield from _quiet(result) if options.quiet else _document(result, options)
    if not options.quiet:
        yield from _summary(tally)


def _quiet(result: Checked) -> Iterator[str]:
    lines = lines_of(result.text)
    for finding in result.report.findings:
        line, column = lines.place(finding.start)
        yield f"{harmless(result.path)}:{line}:{column}: {finding.severity}: {finding.rule}: {harmless(finding.message)}"


def _document(result: Checked, options: Options) -> Iterator[str]:
    report = result.report
    yield click.style(harmless(result.path), bold=True) + f"  read as: {report.doc_type}, {_count(report.words, 'word')}"
    for notice in report.notices:
        yield f"  {notice}"
    lines = lines_of(result.text)
    for finding in report.findings:
        yield ""
        yield from _finding(finding, lines, options)
    if not report.findings:
        yield "  Nothing to change was found."
    if options.suppressed:
        yield from _suppressed(report, lines)
    yield ""


def _finding(finding: Finding, lines: Lines, options: Options) -> Iterator[str]:
    line, column = lines.place(finding.start)
    head = click.style(finding.severity, fg=_COLORS[finding.severity], bold=True)
    times = f", {finding.count} times" if finding.count > 1 else ""
    yield f"  {line}:{column}  {head}  {finding.rule}{times}"
    yield from _excerpt(finding, lines, line, column, options)
    yield from _told("", harmless(finding.message), options)
    yield from _told("Why", finding.why, options)
    for suggestion in finding.suggestions:
        yield from _told("Instead", _instead(suggestion), options)
    yield from _told("Source", finding.source, options)
    if finding.merged:
        yield from _told("Also", ", ".join(finding.merged), options)


def _excerpt(finding: Finding, lines: Lines, line: int, column: int, options: Options) -> Iterator[str]:
    whole = lines.line(line)
    length = min(finding.end - finding.start, len(whole) - column + 1)
    first = max(0, column - 1 - _AROUND)
    text = harmless(whole[first : column + length + _AROUND])
    shown, start = clip(text, column - 1 - first, length, options.width - len(_INDENT))
    length = min(length, len(shown) - start)
    marked = shown[:start] + click.style(shown[start : start + length], underline=True) + shown[start + length :]
    yield _INDENT + marked
    yield _INDENT + " " * columns(shown[:start]) + "^" * max(1, columns(shown[start : start + length]))


def _told(label: str, text: str, options: Options) -> Iterator[str]:
    first = _INDENT + (f"{label:<9}" if label else "")
    rest = _INDENT + (" " * 9 if label else "")
    yield from textwrap.wrap(text, options.width, initial_indent=first, subsequent_indent=rest, break_long_words=False)


def _instead(suggestion: Suggestion) -> str:
    return _KINDS[suggestion.kind].format(suggestion.text)


def _suppressed(report: Report, lines: Lines) -> Iterator[str]:
    if report.suppressed:
        yield ""
        yield f"  Matched and left alone: {len(report.suppressed)}"
    for match in report.suppressed:
        words = harmless(" ".join(match.text.split()))
        yield f"    {_where(match, lines)}  {match.rule}  “{words}”: {match.reason} ({match.context})"


def _where(match: Suppressed, lines: Lines) -> str:
    line, column = lines.place(match.start)
    return f"{line}:{column}"


def _summary(tally: Tally) -> Iterator[str]:
    yield from _reading(tally)
    found = ", ".join(_count(tally.findings[level], level) for level in reversed(SEVERITIES))
    yield click.style(f"{_count(tally.files, 'file')} checked, {_count(tally.words, 'word')}: {found}.", bold=True)
    if not tally.files and not tally.not_read:
        yield "There was nothing to check: no text or Markdown file is in what was named."
    if tally.passed_over:
        kinds = ", ".join(f"{number} {harmless(ending)}" for ending, number in sorted(tally.passed_over.items()))
        yield f"{_count(sum(tally.passed_over.values()), 'file')} in the folders passed over as no documents: {kinds}."
    if tally.not_read:
        yield click.style(f"{_count(len(tally.not_read), 'file')} not read, so nothing is known about them:", fg="red", bold=True)
        for unread in tally.not_read:
            yield f"  {harmless(unread.reason)}"


def _reading(tally: Tally) -> Iterator[str]:
    scored = [(path, scores) for path, scores in tally.scores if scores]
    short = len(tally.scores) - len(scored)
    if scored:
        yield click.style("How hard the texts are to read (hints, with the target for each):", bold=True)
    for path, scores in scored:
        yield f"  {harmless(path)}"
        for score in scores:
            yield f"    {_MEASURES.get(score.measure, score.measure):<22}{score.value:6.1f}   {_target(score)}"
    if short:
        yield f"  {_count(short, 'file')} too short to score."
    if tally.scores:
        yield ""


def _target(score: Score) -> str:
    side = "or more" if score.measure == "flesch_reading_ease" else "or less"
    return f"target {score.target:g} {side}: {'met' if score.passed else 'not met'}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
