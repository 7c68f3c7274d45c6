"""A report as numbers and rule names, so that a file that has not changed need not be checked again.

What is kept holds no words of the text: a finding is its rule, its offsets, and for each suggestion what our own lexicon puts
there; words that come from the text are kept as lengths. The text itself gives them back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, replace
from typing import Any

from plainletter.checking import allowing, longsentences, presence
from plainletter.checking.prose import fold_text
from plainletter.checking.telling import message_of, why_of
from plainletter.findings import Finding, Report, Score, SentenceScore, Suggestion
from plainletter.lexicon import Category, Entry, Lexicon

Values = dict[str, Any]


class StaleError(Exception):
    """What is kept does not fit this text or lexicon: check it again."""


def values_of(report: Report, text: str, lexicon: Lexicon) -> Values | None:
    """Return a report as plain values without words of ``text``; None if it could not be given back as it is."""
    if any(finding.category == allowing.CATEGORY for finding in report.findings):
        return None  # these speak of what a comment says
    try:
        values: Values = {
            "doc_type": report.doc_type,
            "words": report.words,
            "notices": list(report.notices),
            "findings": [_finding_values(finding) for finding in report.findings],
            "scores": [list(astuple(score)) for score in report.scores],
            "sentences": [_sentence_values(sentence, text) for sentence in report.sentences],
        }
        same = report_of(values, text, lexicon) == replace(report, suppressed=())
    except (StaleError, ValueError):
        return None
    return values if same else None


def report_of(values: Values, text: str, lexicon: Lexicon) -> Report:
    """Return the report of ``text`` that ``values_of`` gave, without what was suppressed.

    Raises:
        StaleError: the values are of another text or another lexicon.
    """
    entries = _entries(lexicon)
    try:
        return Report(
            doc_type=values["doc_type"],
            findings=tuple(_finding(item, text, entries, lexicon) for item in values["findings"]),
            scores=tuple(Score(*item) for item in values["scores"]),
            sentences=tuple(_sentence(item, text) for item in values["sentences"]),
            words=values["words"],
            notices=tuple(values["notices"]),
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise StaleError from error


_BY_RULE: dict[int, tuple[Lexicon, Mapping[str, Entry]]] = {}


def _entries(lexicon: Lexicon) -> Mapping[str, Entry]:
    if id(lexicon) not in _BY_RULE:
        _BY_RULE.clear()
        _BY_RULE[id(lexicon)] = lexicon, {entry.rule: entry for entry in lexicon.entries}
    return _BY_RULE[id(lexicon)][1]


def _finding_values(finding: Finding) -> list[Any]:
    suggestions = [_suggestion_values(one, finding.text) for one in finding.suggestions]
    place = (finding.rule, finding.severity, finding.start, finding.end, finding.count)
    return [*place, list(finding.merged), suggestions, *_told(finding)]


def _told(finding: Finding) -> tuple[int, int]:
    """Return the two numbers that a message takes from the text: which part of the words it quotes, or how many they are."""
    if finding.rule == longsentences.RULE:
        return int(finding.message.split(" has ")[1].split()[0]), 0
    quoted = finding.message.partition("“")[2].partition("”")[0]
    return (_plain(finding.text).find(quoted), len(quoted)) if quoted else (0, 0)


def _message(entry: Entry, category: Category, taken: str, first: int, length: int) -> str:
    if entry.rule == longsentences.RULE:
        return longsentences.message_of(first)
    if category.group == presence.GROUP:
        return presence.message_of(entry, category)
    return message_of(entry, category, _plain(taken)[first : first + length])


def _plain(words: str) -> str:
    return " ".join(fold_text(words).split())


def _finding(values: list[Any], text: str, entries: Mapping[str, Entry], lexicon: Lexicon) -> Finding:
    rule, severity, start, end, count, merged, suggestions, first, length = values
    entry, taken = entries[rule], text[start:end]
    message = _message(entry, lexicon.categories[entry.category], taken, first, length)
    return Finding(
        rule=rule,
        category=entry.category,
        severity=severity,
        start=start,
        end=end,
        text=taken,
        message=message,
        why=why_of(entry),
        source=entry.source,
        principles=entry.principles,
        suggestions=tuple(_suggestion(item, taken) for item in suggestions),
        merged=tuple(merged),
        count=count,
    )


def _suggestion_values(suggestion: Suggestion, taken: str) -> list[Any]:
    """What a suggestion keeps of the words that it replaces stands as two lengths, at its start and at its end."""
    text = suggestion.text
    before = _shared(text, taken)
    after = _shared(text[before:][::-1], taken[before:][::-1])
    return [suggestion.kind, before, after, text[before : len(text) - after], suggestion.start, suggestion.end]


def _suggestion(values: list[Any], taken: str) -> Suggestion:
    kind, before, after, own, start, end = values
    return Suggestion(kind, taken[:before] + own + taken[len(taken) - after :], start, end)


def _shared(one: str, other: str) -> int:
    length = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        length += 1
    return length


def _sentence_values(sentence: SentenceScore, text: str) -> list[Any]:
    """A hard word stands as its place, its length, and whether it is told in small letters."""
    places: list[int] = []
    whole = text[sentence.start : sentence.end]
    for word in sentence.hard_words:
        place = whole.find(word)
        small = place < 0
        places += [whole.lower().index(word) if small else place, len(word), small]
    return [sentence.start, sentence.end, sentence.difficulty, places]


def _sentence(values: list[Any], text: str) -> SentenceScore:
    start, end, difficulty, places = values
    words = []
    for place, length, small in zip(places[::3], places[1::3], places[2::3], strict=True):
        word = text[start + place : start + place + length]
        words.append(word.lower() if small else word)
    return SentenceScore(start, end, difficulty, tuple(words))
