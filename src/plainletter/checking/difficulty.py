"""How hard one sentence is, from 1 (easy) to 6 (hard), as people rate it, and the words that make it so.

A readability formula rewards jargon, because "GCS" is a short word. So this counts what people find hard: long sentences, words
that few people know, abbreviations. A linear model, fitted by benchmarks/fit_difficulty.py on MedReadMe.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log, log1p

from plainletter.checking.complexity import complexity
from plainletter.checking.spoken import spoken_word, written_words
from plainletter.checking.syllables import DATA, count_syllables
from plainletter.errors import ModelError

EASIEST, HARDEST = 1.0, 6.0
EVERYDAY = 3.0  # a long word with this rating or an easier one is an everyday word
RARE = 5.0  # the rating that a word gets which nobody rated
LONG = 3  # syllables
# Long words that every letter needs and every client knows, whatever strangers say of them in a list.
NEEDED = frozenset(["anxiety", "assessment", "depression", "diabetes", "medication", "therapist", "therapy"])
FEATURES = ("log_words", "complexity", "log_rare_words", "log_abbreviations", "log_hard_words")


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word adds to a sentence. ``rating`` is None where there is nothing to rate (a figure); ``rare``: nobody rated it."""

    rating: float | None
    rare: bool
    abbreviation: bool
    hard: bool


_Known = dict[str, _Word]


def difficulties(sentences: Sequence[str], hard: Sequence[Sequence[str]]) -> tuple[tuple[float, tuple[str, ...]], ...]:
    """Return the difficulty and the hard words of each sentence of one text.

    Args:
        sentences: the sentences, in their order.
        hard: for each sentence, words known to be hard from elsewhere (jargon that was found in it).

    Raises:
        ModelError: a table or the model is missing.
    """
    known: _Known = {}  # each distinct word is looked up once, and forgotten with the text
    graded = []
    for sentence, given in zip(sentences, hard, strict=True):
        written = _written(sentence)
        words = _hard(written, given, known)
        graded.append((_difficulty(written, words, known), words))
    return tuple(graded)


def difficulty(sentence: str, hard: Sequence[str]) -> float:
    """Return how hard a sentence is, 1 to 6 on the scale of MedReadMe's human ratings; 1 if it has no words.

    Args:
        sentence: one sentence.
        hard: its hard words, as ``hard_words`` returns them.

    Raises:
        ModelError: a table or the model is missing.
    """
    return _difficulty(_written(sentence), hard, {})


def hard_words(sentence: str, given: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the hard words of a sentence, each once: those given, and those of 3 or more syllables that are not everyday words.

    Names (a capital inside a sentence) and figures are not hard words.
    """
    return _hard(_written(sentence), given, {})


def features(sentence: str, hard: Sequence[str]) -> tuple[float, ...]:
    """Return what the model knows of a sentence, in the order of ``FEATURES``."""
    return _features(_written(sentence), hard, {})


@cache
def weights() -> tuple[float, tuple[float, ...]]:
    """Return the constant of the model and the weight of each of ``FEATURES``.

    Raises:
        ModelError: the file of the model is missing or has other features.
    """
    try:
        model = json.loads((DATA / "difficulty.json").read_text(encoding="utf-8"))
        return model["constant"], tuple(model["weights"][name] for name in FEATURES)
    except (OSError, ValueError, KeyError):
        raise ModelError("plainletter's own file difficulty.json is missing or changed; install plainletter again") from None


def _difficulty(written: Sequence[str], hard: Sequence[str], known: _Known) -> float:
    if not written:
        return EASIEST
    constant, weighted = weights()
    value = constant + sum(weight * part for weight, part in zip(weighted, _features(written, hard, known), strict=True))
    return round(min(HARDEST, max(EASIEST, value)), 2)


def _features(written: Sequence[str], hard: Sequence[str], known: _Known) -> tuple[float, ...]:
    words = [_look_up(word, first=not number, known=known) for number, word in enumerate(written)]
    ratings = [word.rating for word in words if word.rating is not None]
    rare = len({text.lower() for text, word in zip(written, words, strict=True) if word.rare})
    return (
        log(max(1, len(words))),
        sum(ratings) / len(ratings) if ratings else EASIEST,
        log1p(rare),
        log1p(sum(word.abbreviation for word in words)),
        log1p(len(hard)),
    )


def _hard(written: Sequence[str], given: Sequence[str], known: _Known) -> tuple[str, ...]:
    long = (word for number, word in enumerate(written) if _look_up(word, first=not number, known=known).hard)
    return tuple({word.lower(): word for word in (*given, *long)}.values())


def _written(sentence: str) -> list[str]:
    # Capitals throughout are a heading, not abbreviations.
    return written_words(sentence.lower() if sentence.isupper() and " " in sentence.strip() else sentence)


def _look_up(written: str, first: bool, known: _Known) -> _Word:
    key = written.lower() if first and written[1:].islower() else written
    word = known.get(key)
    if word is None:
        word = known[key] = _word(key)
    return word


def _word(written: str) -> _Word:
    if any(letter.isdigit() for letter in written):
        return _Word(None, False, False, False)
    if sum(letter.isupper() for letter in written) > 1:
        return _Word(complexity(written) or RARE, complexity(written) is None, True, False)
    if written[0].isupper():  # a name
        return _Word(None, False, False, False)
    parts = [part for part in spoken_word(written).split("_") if part]
    found = [complexity(part) for part in parts]
    ratings = [RARE if rating is None else rating for rating in found]
    syllables = sum(map(count_syllables, parts))
    everyday = written in NEEDED or max(ratings) <= EVERYDAY
    return _Word(sum(ratings) / len(ratings), None in found, False, syllables >= LONG and not everyday)
