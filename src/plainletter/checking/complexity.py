"""How hard people find a word, from 1 to 6: human ratings of 15,000 frequent words."""

from __future__ import annotations

import gzip
from functools import cache

from plainletter.checking.syllables import DATA, ENDINGS, respelled
from plainletter.errors import ModelError


def complexity(word: str) -> float | None:
    """Return the rating of a word, 1 (easy) to 6 (hard), or None where nobody rated it: it is a rare word.

    An inflected form has the rating of its base. Source: Word Complexity Lexicon, Maddela and Xu, EMNLP 2018.

    Raises:
        ModelError: the table is missing.
    """
    word = word.lower()
    ratings = table()
    if (rating := ratings.get(word)) is not None:
        return rating
    for spelling in (word, *respelled(word)):
        for base in _bases(spelling):
            if (rating := ratings.get(base)) is not None:
                return rating
    return None


@cache
def table() -> dict[str, float]:
    """Return the rating of each rated word in small letters; loaded once, when it is first asked for.

    Raises:
        ModelError: the table is missing.
    """
    try:
        packed = (DATA / "word_complexity.txt.gz").read_bytes()
    except OSError:
        raise ModelError("plainletter's own file word_complexity.txt.gz is missing; install plainletter again") from None
    ratings: dict[str, float] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        rating, *words = line.split(" ")
        ratings.update(dict.fromkeys(words, float(rating)))
    return ratings


def _bases(word: str) -> list[str]:
    bases = [word]
    for length in range(1, 6):
        ending, stem = word[-length:], word[:-length]
        if ending in ENDINGS and len(stem) > 2:
            bases += [stem, stem + "e"]
            if stem[-1] == stem[-2]:
                bases.append(stem[:-1])
            if stem[-1] == "i":
                bases.append(stem[:-1] + "y")
    return bases
