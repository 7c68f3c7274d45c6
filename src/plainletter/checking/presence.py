"""What a letter to the person should have, and this one has not: its cues are lexicon entries of the group ``letter``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from plainletter.checking.addressee import Addressee
from plainletter.checking.prose import Prose
from plainletter.checking.words import count_words
from plainletter.findings import DocType, Finding
from plainletter.lexicon.entry import Category, Entry

GROUP = "letter"
FEWEST_WORDS = 60  # of running text: a text message or a slip with a date is not asked for a strength and a choice
_RUNNING = ("paragraph", "list_item")


def is_asked(prose: Prose, doc_type: DocType, reader: Addressee, *, told: bool) -> bool:
    """Tell whether this is a letter to the person it is about, and long enough to ask what it has.

    A text that greets nobody is only asked where the caller has ``told`` that it is a letter: a web page says "you" too.
    """
    if doc_type != "letter" or reader.kind != "person" or not (told or reader.greeted):
        return False
    running = (prose.text[passage.start : passage.end] for passage in prose.passages if passage.kind in _RUNNING)
    return sum(map(count_words, running)) >= FEWEST_WORDS


def absent(
    wished: Iterable[Entry], seen: Collection[str], categories: Mapping[str, Category], span: tuple[int, int], text: str
) -> Iterator[Finding]:
    """Yield a note for each entry whose rule was not ``seen``; ``span`` is the greeting, or the first line."""
    start, end = span
    for entry in wished:
        if entry.rule not in seen:
            yield Finding(
                rule=entry.rule,
                category=entry.category,
                severity=entry.severity,
                start=start,
                end=end,
                text=text[start:end],
                message=message_of(entry, categories[entry.category]),
                why=entry.why,
                source=entry.source,
                principles=entry.principles,
                suggestions=entry.suggestions,
            )


def message_of(entry: Entry, category: Category) -> str:
    """Return what is asked where an entry's cues are missing."""
    return f"{category.title}: {entry.question}"
