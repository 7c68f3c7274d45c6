"""How many syllables a word has, in UK English: from a table, and by rule where the table is silent."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from plainletter.errors import ModelError

DATA = Path(__file__).resolve().parent.parent / "data"
LONGEST = 40  # letters; beyond that it is a code or two lines run together, and no rule is worth its time

# UK spelling, US spelling: the table comes from a US dictionary.
RESPELLINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("ysing", "yzing"),
    ("ae", "e"),
    ("oe", "e"),
    ("our", "or"),
    ("tre", "ter"),
    ("ogue", "og"),
    ("mme", "m"),
    ("lled", "led"),
    ("lling", "ling"),
    ("ller", "ler"),
    ("ence", "ense"),
)
# An ending, and the syllables that it adds to a word of the table ("s" and "ed" are heard only after some sounds).
ENDINGS = {
    "'s": 0,
    "s": 0,
    "es": 0,
    "ed": 0,
    "ing": 1,
    "ings": 1,
    "ly": 1,
    "er": 1,
    "ers": 1,
    "est": 1,
    "ness": 1,
    "less": 1,
    "ful": 1,
    "ment": 1,
    "ments": 1,
    "ist": 1,
    "ists": 1,
    "able": 2,
}
PREFIXES = {
    "non": 1,
    "un": 1,
    "re": 1,
    "de": 1,
    "pre": 1,
    "mis": 1,
    "out": 1,
    "co": 1,
    "bi": 1,
    "tri": 1,
    "post": 1,
    "self": 1,
    "sub": 1,
    "trans": 1,
    "over": 2,
    "under": 2,
    "anti": 2,
    "multi": 2,
    "inter": 2,
    "intra": 2,
    "super": 2,
    "ultra": 2,
    "micro": 2,
    "macro": 2,
    "hyper": 2,
    "hypo": 2,
    "neuro": 2,
    "psycho": 2,
    "immuno": 3,
    "cardio": 3,
    "radio": 3,
}
_HISSING = re.compile(r"(?:[sxz]|[cs]h|[cgsz]e)$")
_LETTERS_SAID = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,6}")
_GROUPS = re.compile(r"[aeiouyà-öø-ÿ]+")
_SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouylsxzcgh])es$|(?<=[aeiouy]l)es$")
# Two vowels that are said apart ("di·abetes", "cre·ate", "influ·ence"), and the vowel that "-ism" hides.
_APART = re.compile(r"i(?=a(?!n?ge|l)|o(?!n|u)|u|et)|e(?=o(?!u)|um|ate|al)|(?<![gq])u(?=al|at|en|ou|ity)|[aeou](?=ing|ic$)|sms?$")


class Syllables(dict[str, int]):
    """Syllables of the words of one text: each distinct word is counted once, and forgotten with the text.

    A word is spelled as ``spoken`` spells it: ``follow_up`` is one word of two parts.
    """

    def __missing__(self, word: str) -> int:
        count = self[word] = sum(map(count_syllables, filter(None, word.split("_"))))
        return count


def count_syllables(word: str) -> int:
    """Return the syllables of one word without hyphens; at least 1.

    A token with a figure in it counts as one, as textstat counts it. Source of the table: CMUdict, and our own
    ``syllables_en_gb.tsv`` for UK spellings, clinical words and abbreviations.

    Raises:
        ModelError: the syllable table is missing or is not the one that plainletter was built with.
    """
    word = word.lower()
    if not word.isalpha() and any(letter.isdigit() for letter in word):
        return 1
    known = _known(word)
    if known is not None:
        return known
    if len(word) > LONGEST:
        return len(word) // 3
    return _derived(word) or _guess(word)


def respelled(word: str) -> Iterator[str]:
    """Yield US spellings that a UK spelling in small letters may have, the likeliest first."""
    spellings = [word]
    for british, american in RESPELLINGS:
        spellings += [spelling.replace(british, american) for spelling in spellings if british in spelling]
    yield from spellings[1:]


@cache
def table() -> dict[str, int]:
    """Return the syllables of each word in small letters; loaded once, when it is first asked for.

    Raises:
        ModelError: the table is missing or has changed.
    """
    packed = _read(DATA / "syllables.txt.gz")
    lock = json.loads(_read(DATA / "syllables.lock"))
    if hashlib.sha256(packed).hexdigest() != lock["sha256"]:
        raise ModelError("the syllable table of plainletter has changed since it was built; install plainletter again")
    counts: dict[str, int] = {}
    for line in gzip.decompress(packed).decode("ascii").splitlines():
        syllables, *words = line.split(" ")
        counts.update(dict.fromkeys(words, int(syllables)))
    counts.update(read_own(_read(DATA / "syllables_en_gb.tsv").decode("utf-8")))
    return counts


def read_own(text: str) -> Iterator[tuple[str, int]]:
    """Yield the words of our own table: word, syllables, the word as it is said, with tabs between."""
    for line in text.splitlines():
        if line and not line.startswith("#"):
            word, syllables, _said = line.split("\t")
            yield word, int(syllables)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise ModelError(f"plainletter's own file {path.name} is missing; install plainletter again") from None


def _known(word: str) -> int | None:
    return table().get(word)


def _derived(word: str) -> int | None:
    for spelling in respelled(word):
        if (known := _known(spelling)) is not None:
            return known
    return _with_ending(word) or _with_prefix(word)


def _with_ending(word: str) -> int | None:
    for length in range(2, 6):
        ending, stem = word[-length:], word[:-length]
        if ending not in ENDINGS or len(stem) < 3:
            continue
        for whole in _stems(stem, ending):
            for spelling in (whole, *respelled(whole)):
                if (known := _known(spelling)) is not None:
                    return known + _heard(whole, ending)
    if word.endswith("s") and (known := _known(word[:-1])) is not None:
        return known + _heard(word[:-1], "s")
    return None


def _stems(stem: str, ending: str) -> Iterator[str]:
    yield stem
    if ending[0] in "eia":
        yield stem + "e"
        if stem[-1] == stem[-2]:
            yield stem[:-1]
    if stem.endswith("i"):
        yield stem[:-1] + "y"


def _heard(stem: str, ending: str) -> int:
    if ending in ("s", "'s", "es"):
        return int(bool(_HISSING.search(stem)))
    if ending == "ed":
        return int(stem.rstrip("e")[-1:] in ("t", "d"))
    return ENDINGS[ending]


def _with_prefix(word: str) -> int | None:
    for length in range(2, 7):
        prefix, rest = word[:length], word[length:]
        if prefix in PREFIXES and len(rest) > 3:
            known = _known(rest) or _with_ending(rest)
            if known is not None:
                return known + PREFIXES[prefix]
    return None


def _guess(word: str) -> int:
    if _LETTERS_SAID.fullmatch(word):
        letters = word[:-1] if word.endswith("s") and len(word) > 3 else word
        return len(letters) + 2 * letters.count("w")
    groups = len(_GROUPS.findall(_SILENT.sub("", word)))
    return max(1, groups + len(_APART.findall(word)))
