"""Words that a reader of letters can be expected to know, in any of their forms."""

from __future__ import annotations

import gzip
from collections.abc import Collection
from functools import cache

from plainletter.checking.syllables import DATA, ENDINGS, respelled
from plainletter.errors import ModelError

FILE = "familiar_words.txt.gz"
_PREFIXES = ("non", "over", "under", "out", "mis", "un", "re")
_SUFFIXES = ("able", "ish", "less", "ness", "ful", *ENDINGS)


def is_familiar(word: str, also: Collection[str] = ()) -> bool:
    """Tell whether a word in small letters, or the word it is a form of, is one that most people know, or one of ``also``.

    Sources of the table: benchmarks/build_familiar_words.py (wordfreq from ten in a million up, Dale-Chall, human ratings).

    Raises:
        ModelError: the table is missing.
    """
    known = table()
    if word in known or word.removesuffix("'s") in known:
        return True
    whole = (base for spelling in (word, *respelled(word)) for base in _bases(spelling))
    return any(base in known or base in also or _without_prefix(base) in known for base in whole)


@cache
def table() -> frozenset[str]:
    """Return the familiar words; loaded once, when the first word is asked for.

    Raises:
        ModelError: the table is missing.
    """
    try:
        packed = (DATA / FILE).read_bytes()
    except OSError:
        raise ModelError(f"plainletter's own file {FILE} is missing; install plainletter again") from None
    return frozenset(gzip.decompress(packed).decode("ascii").split("\n"))


def _without_prefix(word: str) -> str:
    """Return "treated" for "untreated"; what is left has to be a word of some length, so that "under" stays whole."""
    found = next((prefix for prefix in _PREFIXES if word.startswith(prefix)), "")
    return word[len(found) :] if len(word) - len(found) > 3 else word


def _bases(word: str) -> list[str]:
    bases = [word]
    for ending in _SUFFIXES:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            bases += [stem, stem + "e"]
            if stem[-1] == stem[-2]:
                bases.append(stem[:-1])
            if stem[-1] == "i":
                bases.append(stem[:-1] + "y")
    return bases
