"""Reading scores of a document: of its running text as a whole, and of each sentence."""

from __future__ import annotations

from collections.abc import Sequence

from plainletter.checking.prose import Prose
from plainletter.checking.readability import difficulties, score
from plainletter.checking.sentences import Sentence
from plainletter.findings import Finding, Score, SentenceScore

# Letterhead, addresses and table cells are not sentences that anybody reads as such.
_READ = ("heading", "paragraph", "list_item", "quote")


def whole_scores(prose: Prose, sentences: Sequence[Sentence]) -> tuple[Score, ...]:
    """Return the scores of the whole text, or none if it is too short to score."""
    return score([prose.text[s.start : s.end] for s in sentences if s.kind in _READ])


def sentence_scores(prose: Prose, sentences: Sequence[Sentence], jargon: Sequence[Finding]) -> tuple[SentenceScore, ...]:
    """Return how hard each sentence is, and the words that make it so. Offsets are those of the document's text."""
    spans = [(s, *prose.source_span(s.start, s.end)) for s in sentences if s.kind in _READ]
    hard = (
        [[f.text for f in jargon if start <= f.start and f.end <= end] for _, start, end in spans]
        if jargon
        else [[]] * len(spans)
    )
    graded = difficulties([prose.text[s.start : s.end] for s, _, _ in spans], hard)
    return tuple(SentenceScore(start, end, grade, words) for (_, start, end), (grade, words) in zip(spans, graded, strict=True))
