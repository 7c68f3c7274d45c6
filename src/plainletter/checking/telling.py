"""What a finding says: one line about these words in this text."""

from __future__ import annotations

from collections.abc import Sequence

from plainletter.checking.fitting import fitted
from plainletter.checking.judging import Judged
from plainletter.checking.paradigms import Fits
from plainletter.checking.prose import Prose, fold_text
from plainletter.findings import Finding, Suppressed
from plainletter.lexicon.entry import Category, Entry


def finding_of(judged: Judged, prose: Prose, text: str, category: Category, fits: Sequence[Fits] = ()) -> Finding:
    """Return the finding of a match that stands; ``text`` is the document's own text, ``fits`` are those of its entry."""
    entry = judged.scene.entry
    start, end = prose.source_span(judged.scene.start, judged.scene.end)
    return Finding(
        rule=entry.rule,
        category=entry.category,
        severity=entry.severity,
        start=start,
        end=end,
        text=text[start:end],
        message=message_of(entry, category, fold_text(text[start:end])),
        why=why_of(entry),
        source=entry.source,
        principles=entry.principles,
        suggestions=fitted(judged.scene, fits, prose.source_span),
    )


def suppressed_of(judged: Judged, prose: Prose, text: str) -> Suppressed:
    """Return the record of a match that a context cleared."""
    start, end = prose.source_span(judged.scene.start, judged.scene.end)
    entry = judged.scene.entry
    return Suppressed(entry.rule, entry.category, start, end, text[start:end], judged.context, judged.reason)


def message_of(entry: Entry, category: Category, words: str) -> str:
    """Return what is said first about ``words``, a match of ``entry`` as ``fold_text`` gives it."""
    quoted = f"“{' '.join(words.split())}”"
    if len(entry.means) > 1:
        return f"{quoted} can mean: {'; '.join(entry.means)}."
    if entry.means:
        return f"{quoted} stands for: {entry.means[0]}."
    return f"{category.title}: {quoted}."


def why_of(entry: Entry) -> str:
    """Return why an entry is there, both views where guides disagree."""
    return f"{entry.why} Guides disagree: {entry.contested}" if entry.contested else entry.why
