"""The report for a person at a terminal: the words in their line, why, whose advice it is, and what to say instead."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from functools import lru_cache

import click

from plainletter.findings import Finding, Report
from plainletter.formats.escaping import one_line
from plainletter.formats.places import Spot, Spots, spots_of
from plainletter.formats.results import Checked, NotRead, Options, Result, Tally
from plainletter.formats.summary import summary
from plainletter.formats.width import clip, columns
from plainletter.formats.wording import counted, instead, measure_name, verdict

_COLORS = {"error": "red", "warning": "yellow", "note": "cyan"}
_INDENT = "    "
_LABEL = 9  # columns
_AROUND = 300  # code points on each side of a finding, from which an excerpt is cut


def render(results: Iterable[Result], tally: Tally, options: Options) -> Iterator[str]:
    """Yield the report: each document as it comes, then the summary, in which files that were not read are named."""
    for result in results:
        if options.quiet:
            yield "\n".join(_quiet(result))
        elif isinstance(result, Checked):
            yield "\n".join([*_document(result, options), ""])
        else:
            yield ""
    if not options.quiet:
        yield "\n".join(summary(tally, options))


def _quiet(result: Result) -> Iterator[str]:
    path = one_line(result.path)
    if isinstance(result, NotRead):
        yield f"{path}: error: not-read: {one_line(result.reason)}"
        return
    spots = spots_of(result)
    for finding in result.report.findings:
        yield f"{path}:{_where(spots.at(finding.start))}: {finding.severity}: {finding.rule}: {one_line(finding.message)}"


def _document(checked: Checked, options: Options) -> Iterator[str]:
    report, spots = checked.report, spots_of(checked)
    path = click.style(one_line(checked.path), bold=True) if options.color else one_line(checked.path)
    yield f"{path}  read as: {report.doc_type}, {counted(report.words, 'word')}"
    for notice in report.notices:
        yield f"  {one_line(notice)}"
    for finding in report.findings:
        yield ""
        yield from _finding(finding, spots, options)
    if not report.findings:
        yield "  Nothing to change was found."
    yield from _scores(report)
    if options.suppressed:
        yield from _suppressed(report, spots)


def _finding(finding: Finding, spots: Spots, options: Options) -> Iterator[str]:
    spot = spots.at(finding.start)
    level = click.style(finding.severity, fg=_COLORS[finding.severity], bold=True) if options.color else finding.severity
    times = f", {finding.count} times" if finding.count > 1 else ""
    yield f"  {_where(spot)}  {level}  {finding.rule}{times}"
    yield from _excerpt(finding, spots, spot, options)
    yield _wrapped("", finding.message, options.width)
    yield _told("Why", finding.why, options.width)
    for suggestion in finding.suggestions:
        # One that reaches beyond the finding has words of the text in it, which are not to be kept.
        wrapped = _told if suggestion.start is None else _wrapped
        yield wrapped("Instead", instead(suggestion), options.width)
    yield _told("Source", finding.source, options.width)
    if finding.merged:
        yield _wrapped("Also", ", ".join(finding.merged), options.width)


def _excerpt(finding: Finding, spots: Spots, spot: Spot, options: Options) -> Iterator[str]:
    whole = spots.lines.line(spot.line)
    length = min(finding.end - finding.start, len(whole) - spot.column + 1)
    first = max(0, spot.column - 1 - _AROUND)
    text = one_line(whole[first : spot.column + length + _AROUND])
    shown, start = clip(text, spot.column - 1 - first, length, options.width - len(_INDENT))
    length = min(length, len(shown) - start)
    words = shown[start : start + length]
    marked = click.style(words, underline=True) if options.color else words
    yield _INDENT + shown[:start] + marked + shown[start + length :]
    yield _INDENT + " " * columns(shown[:start]) + "^" * max(1, columns(words))


def _where(spot: Spot) -> str:
    return one_line(str(spot))


def _wrapped(label: str, text: str, width: int) -> str:
    first, text = _INDENT + (f"{label:<{_LABEL}}" if label else ""), one_line(text)
    if len(first) + len(text) <= width:
        return first + text
    rest = _INDENT + (" " * _LABEL if label else "")
    return textwrap.fill(text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False)


# What lexicon entries say comes again with each finding; only their words are kept, never those of a text.
_told = lru_cache(maxsize=4096)(_wrapped)


def _scores(report: Report) -> Iterator[str]:
    if report.scores:
        yield "\n  How hard it is to read (hints, with the target for each):"
    for score in report.scores:
        yield f"    {measure_name(score.measure):<22}{score.value:6.1f}   {verdict(score)}"


def _suppressed(report: Report, spots: Spots) -> Iterator[str]:
    if report.suppressed:
        yield f"\n  Matched and left alone: {len(report.suppressed)}"
    for match in report.suppressed:
        words = one_line(" ".join(match.text.split()))
        yield f"    {_where(spots.at(match.start))}  {match.rule}  “{words}”: {one_line(match.reason)} ({match.context})"
