"""The one door to textstat: our syllables instead of a download, our sentence ends, and no text left behind.

textstat 0.7.13 fetches a syllable table from the network when it first scores. Here its look-up is answered from our table,
for our own language key only: whatever else in this process uses textstat or NLTK is served as before, and shares no
syllable count with us.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from threading import Lock
from types import ModuleType

from plainletter.checking.cmudict import keep_nltk_out
from plainletter.checking.syllables import Syllables
from plainletter.errors import ModelError

LANGUAGE = "en_GB_plainletter"  # English to textstat, and a key of its caches that nobody else uses
MEASURES = ("flesch_reading_ease", "flesch_kincaid_grade", "smog_index", "gunning_fog")

# Proves at first use that textstat still counts as we think: 3 sentences, 20 words, 27 syllables, counted by hand.
_PROOF = ("We would like to see you again in July", "Please bring a list of your medicines", "Anybody may come too")
_PROOF_GRADE = 0.39 * 20 / 3 + 11.8 * 27 / 20 - 15.59
_FAULT = "textstat cannot be used: {}; plainletter needs textstat 0.7.13, so install it with: pip install textstat==0.7.13"

_lock = Lock()
_text = Syllables()  # the words of the one text that is being measured


class _Sounds:
    """What textstat takes for CMUdict: each word's pronunciations, reduced to one stressed sound for each syllable."""

    def __getitem__(self, word: str) -> tuple[tuple[str, ...]]:
        return (("1",) * _text[word],)


# What textstat looks up to count syllables, and our answer. It needs no hyphenation: our sounds know every word.
_ANSWERS: dict[str, object] = {"get_cmudict": _Sounds(), "get_pyphen": None}


def measure(sentences: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return textstat's value of each of ``MEASURES`` for one text.

    Args:
        sentences: the spoken words of each sentence; each has more than 2 words, as textstat skips shorter ones.

    Raises:
        ModelError: textstat is missing, or is not the textstat that we know.
    """
    with _lock, _forgetting() as metrics:
        text = joined(sentences)
        return {name: float(getattr(metrics, name)(text, LANGUAGE)) for name in MEASURES}


def joined(sentences: Sequence[Sequence[str]]) -> str:
    """Return the text that textstat reads: only words, and one full stop for each sentence."""
    return " ".join(" ".join(words) + "." for words in sentences)


@contextmanager
def _forgetting() -> Iterator[ModuleType]:
    """Give textstat's metrics for one text; afterwards neither textstat nor we hold a word of it."""
    metrics = _prepared()
    caches = _caches()
    _clear(caches)  # a host may have changed a cached list
    try:
        yield metrics
    finally:
        _clear(caches)
        _text.clear()


def _clear(caches: Sequence[Callable[[], None]]) -> None:
    for clear in caches:
        clear()


def _prepared() -> ModuleType:
    """Import textstat, see that it asks us for syllables, and prove it once.

    Raises:
        ModelError: it cannot be imported, has other insides, or misses the proof.
    """
    keep_nltk_out()
    try:
        counting = vars(import_module("textstat.backend.counts._count_syllables"))
        metrics = import_module("textstat.backend.metrics")
        asked = {name: counting[name] for name in _ANSWERS}
        for name in MEASURES:
            getattr(metrics, name)
    except (ImportError, AttributeError, KeyError) as fault:
        raise ModelError(_FAULT.format(f"{getattr(fault, 'name', None) or fault} is not there")) from None
    if not all(isinstance(ask, partial) and ask.func is _answer for ask in asked.values()):
        counting.update({name: partial(_answer, answer, asked[name]) for name, answer in _ANSWERS.items()})
        if abs(_proof_grade(metrics) - _PROOF_GRADE) > 1e-6:
            counting.update(asked)
            raise ModelError(_FAULT.format("its Flesch-Kincaid grade of our test letter is wrong"))
    return metrics


def _answer(ours: object, ask: Callable[[str], object], lang: str) -> object:
    """Answer textstat: ours for our language key, whatever it answered before for any other."""
    return ours if lang == LANGUAGE else ask(lang)


def _proof_grade(metrics: ModuleType) -> float:
    return float(metrics.flesch_kincaid_grade(joined([sentence.split() for sentence in _PROOF]), LANGUAGE))


def _caches() -> list[Callable[[], None]]:
    """Return what empties each cache of textstat that can hold text (those of its utils hold languages only)."""
    found = {
        id(value): value.cache_clear
        for name, module in list(sys.modules.items())
        if name.startswith("textstat") and ".utils" not in name
        for value in vars(module).values()
        if hasattr(value, "cache_clear") and ".utils" not in str(getattr(value, "__module__", ""))
    }
    return list(found.values())
