"""Long sentences as findings: a reader who is tired or upset loses the thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plainletter.checking.prose import Prose
from plainletter.checking.sentences import Sentence
from plainletter.checking.words import Words, count_words
from plainletter.findings import Finding, Suggestion
from plainletter.lexicon import Category, Entry

RULE = "long_sentence/over-25-words"
CATEGORY = "long_sentence"
LIMIT = 25
SOURCE = "Government Digital Service, Sentence length: why 25 words is our limit (2014)"
WHY = "People who are tired, worried or new to the subject lose the thread of a long sentence."
ADVICE = Suggestion("reword", "Make two or three sentences of it, with one thought in each.")
KIND = Category(CATEGORY, "Long sentences", "reading", "note", WHY)
ENTRY = Entry(
    RULE, CATEGORY, "note", WHY, SOURCE, terms=(f"more than {LIMIT} words",), flags=(), passes=(), suggestions=(ADVICE,)
)
_RUNNING = ("paragraph", "list_item")


def long_sentences(sentences: Iterable[Sentence], words: Words, prose: Prose, text: str) -> Iterator[Finding]:
    """Yield a note for each sentence of running text with more than ``LIMIT`` words."""
    for sentence in sentences:
        if sentence.kind not in _RUNNING or sentence.last - sentence.first <= LIMIT:
            continue
        count = count_words(prose.text[sentence.start : sentence.end])
        if count > LIMIT:
            start, end = prose.source_span(sentence.start, sentence.end)
            yield Finding(
                RULE, CATEGORY, "note", start, end, text[start:end], message_of(count), WHY, SOURCE, suggestions=(ADVICE,)
            )


def message_of(count: int) -> str:
    """Return what is said of a sentence of ``count`` words."""
    return f"This sentence has {count} words; most people read up to {LIMIT} with ease."
