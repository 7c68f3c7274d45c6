"""How often each rule found something, the most frequent first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plainletter.formats.results import Options, Result, Tally
from plainletter.formats.summary import summary


def render(results: Iterable[Result], tally: Tally, options: Options) -> Iterator[str]:
    """Yield a line for each rule that found something, and the summary of the run."""
    for _ in results:
        yield ""
    width = len(f"{max(tally.rules.values(), default=0):,}")
    for rule, count in sorted(tally.rules.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>{width},}  {rule}"
    if not options.quiet:
        yield from summary(tally, options)
