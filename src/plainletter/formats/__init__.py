"""Reports: the same results as text for people, as a page, and as what programs and build services read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from plainletter.formats.results import Checked, NotRead, Options, Result, Tally

Render = Callable[[Iterable[Result], Tally, Options], Iterator[str]]


def _later(module: str) -> Render:
    """A renderer whose module is imported when it is asked for."""

    def render(results: Iterable[Result], tally: Tally, options: Options) -> Iterator[str]:
        rendered: Iterator[str] = import_module(f"plainletter.formats.{module}").render(results, tally, options)
        return rendered

    return render


GROUP = "plainletter.formats"

#: The name of a format, and what renders it. A renderer yields at least one string for each result that it takes.
FORMATS: dict[str, Render] = {
    name: _later(name)
    for name in ("plain", "json", "jsonl", "html", "sarif", "github", "gitlab", "junit", "checkstyle", "statistics")
}


def known_formats() -> dict[str, Render]:
    """Return FORMATS and, behind them, those that other installed packages offer as entry points of ``plainletter.formats``."""
    return {**{point.name: _offered(point) for point in entry_points(group=GROUP)}, **FORMATS}


def _offered(point: EntryPoint) -> Render:
    def render(results: Iterable[Result], tally: Tally, options: Options) -> Iterator[str]:
        rendered: Iterator[str] = point.load()(results, tally, options)
        return rendered

    return render


__all__ = ["FORMATS", "Checked", "NotRead", "Options", "Render", "Result", "Tally", "known_formats"]
