"""How hard a whole text is to read: the usual formulas, each with a target and whose target it is.

The scores are hints. The NHS digital service manual (health literacy) recommends readability tools only to decide what to
work on first: a formula cannot tell how clear a text is, and it takes "GCS" for an easy word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from plainletter.checking.difficulty import difficulties, difficulty, hard_words
from plainletter.checking.spoken import spoken_words
from plainletter.checking.syllables import Syllables
from plainletter.checking.textstats import measure
from plainletter.errors import ConfigError
from plainletter.findings import Score

__all__ = ["difficulties", "difficulty", "grade", "hard_words", "score"]

FEWEST_WORDS = 30
FEWEST_SENTENCES = 3
SHORTEST = 3  # words: textstat counts no shorter sentence
US_TO_UK = 5  # years: a child in US grade 1 is about six


@dataclass(frozen=True, slots=True)
class Measure:
    """One formula: its target, and whether a higher value is easier."""

    name: str
    target: float
    higher_is_easier: bool
    unit: str
    source: str


# The targets agree with one another: US grade 8 is the UK reading age 13, where Flesch reading ease is about 60.
MEASURES = (
    Measure(
        "flesch_reading_ease",
        60,
        True,
        "points, 0 hard to 100 easy",
        "Flesch, A new readability yardstick (1948), which calls 60 to 70 standard English",
    ),
    Measure(
        "flesch_kincaid_grade",
        8,
        False,
        "US school grade",
        "Kincaid and others, Derivation of new readability formulas (1975); target: the UK reading age 13",
    ),
    Measure(
        "smog_index",
        10,
        False,
        "US school grade",
        "McLaughlin, SMOG grading (1969); target: two grades above that of Flesch-Kincaid, as SMOG asks for full understanding",
    ),
    Measure(
        "gunning_fog",
        10,
        False,
        "US school grade",
        "Gunning, The Technique of Clear Writing (1952), where a text is hard from 10 upwards",
    ),
    Measure(
        "uk_reading_age",
        13,
        False,
        "years",
        "NHS Readability App, Newcastle University: US grade and 5 years, good up to 13; "
        "NHS digital service manual: 9 to 11, or 11 to 14 where the subject is medical",
    ),
)


def score(sentences: Sequence[str]) -> tuple[Score, ...]:
    """Return the scores of a text whose sentence ends are the caller's, to one decimal.

    Values come from textstat; the UK reading age is the Flesch-Kincaid grade (not below 0) and 5 years. Sentences of one or two
    words do not count. Nothing is returned for fewer than 30 words or 3 sentences: the formulas mean nothing there.

    Raises:
        ModelError: textstat or the syllable table cannot be used.
    """
    spoken = [words for words in map(spoken_words, sentences) if len(words) >= SHORTEST]
    if len(spoken) < FEWEST_SENTENCES or sum(map(len, spoken)) < FEWEST_WORDS:
        return ()
    values = measure(spoken)
    values["uk_reading_age"] = max(0.0, values["flesch_kincaid_grade"]) + US_TO_UK
    return tuple(_score(kind, round(values[kind.name], 1)) for kind in MEASURES)


def checked_targets(targets: Mapping[str, float]) -> Mapping[str, float]:
    """Return targets whose measures all exist.

    Raises:
        ConfigError: there is no such measure.
    """
    names = [measure.name for measure in MEASURES]
    for name in targets:
        if name not in names:
            raise ConfigError(f"there is no measure of reading ease “{name}”; use {', '.join(names)}")
    return targets


def retarget(scores: Iterable[Score], targets: Mapping[str, float]) -> tuple[Score, ...]:
    """Return the scores held against a service's own targets, by measure."""
    easier = {measure.name: measure.higher_is_easier for measure in MEASURES}
    return tuple(
        replace(
            score,
            target=targets[score.measure],
            passed=score.value >= targets[score.measure] if easier[score.measure] else score.value <= targets[score.measure],
        )
        if score.measure in targets
        else score
        for score in scores
    )


def grade(sentence: str) -> float:
    """Return the Flesch-Kincaid US grade of one sentence, 0.39 words + 11.8 syllables a word - 15.59; 0 without words.

    Source: Kincaid and others (1975); our own count, equal to textstat's.
    """
    words = spoken_words(sentence)
    if not words:
        return 0.0
    syllables = Syllables()
    return 0.39 * len(words) + 11.8 * sum(syllables[word.lower()] for word in words) / len(words) - 15.59


def _score(kind: Measure, value: float) -> Score:
    passed = value >= kind.target if kind.higher_is_easier else value <= kind.target
    return Score(kind.name, value, kind.target, passed, kind.unit, kind.source)
