"""``plainletter explain``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from difflib import get_close_matches

import click

from plainletter.cli.known import known_rules
from plainletter.errors import ConfigError
from plainletter.lexicon import Category, Entry, Lexicon
from plainletter.lexicon.packs import ON_REQUEST

_WIDTH = 96
_OFF = " (off until it is asked for)"


@click.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Explain a RULE such as missed/failed-to-attend, or a category such as missed."""
    click.echo("\n".join(_lines(rule, known_rules())))


def _lines(rule: str, lexicon: Lexicon) -> Iterator[str]:
    entries = {entry.rule: entry for entry in lexicon.entries}
    if rule in entries:
        return _entry(entries[rule], lexicon.categories[entries[rule].category])
    if rule in lexicon.categories:
        return _category(lexicon.categories[rule], [entry for entry in lexicon.entries if entry.category == rule])
    names = [*entries, *lexicon.categories]
    same = [name for name in entries if name.endswith(f"/{rule}")]
    close = same or get_close_matches(rule, names, n=1, cutoff=0.5)
    raise ConfigError(
        f"there is no rule “{rule}”; " + (f"did you mean {close[0]}?" if close else "plainletter rules lists them all")
    )


def _entry(entry: Entry, category: Category) -> Iterator[str]:
    yield f"{entry.rule}  ({entry.severity}; {category.title})"
    yield ""
    yield from _wrapped("Why", entry.why)
    if entry.contested:
        yield from _wrapped("But", f"Guides disagree: {entry.contested}")
    yield from _wrapped("Source", entry.source)
    if entry.principles:
        yield from _wrapped("Principles", "; ".join(entry.principles))
    if entry.doc_types:
        yield from _wrapped("Only in", ", ".join(entry.doc_types))
    if entry.packs:
        yield from _wrapped("Packs", "; ".join(f"{pack}{_OFF if pack in ON_REQUEST else ''}" for pack in entry.packs))
    if entry.question:
        yield from _wrapped("Asks", entry.question)
    if entry.means:
        yield from _wrapped("Means", "; ".join(entry.means))
    for suggestion in entry.suggestions:
        yield from _wrapped(
            "Instead", suggestion.text if suggestion.kind in ("swap", "reword") else f"{suggestion.text} ({suggestion.kind})"
        )
    yield ""
    cues, found, left = ("Cues", "Has it", "Has it not") if entry.question else ("Terms", "Flagged", "Passes")
    yield from _wrapped(cues, "; ".join(entry.terms))
    for sentence in entry.flags:
        yield from _wrapped(found, sentence)
    for sentence in entry.passes:
        yield from _wrapped(left, sentence)


def _category(category: Category, entries: list[Entry]) -> Iterator[str]:
    yield f"{category.id}: {category.title}  ({category.severity}; rules: {len(entries)})"
    yield ""
    yield from _wrapped("Why", category.why)
    if category.principles:
        yield from _wrapped("Principles", "; ".join(category.principles))
    yield from _wrapped("Rules", ", ".join(entry.id for entry in entries))


def _wrapped(label: str, text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, _WIDTH, initial_indent=f"{label:<12}", subsequent_indent=" " * 12, break_long_words=False)
