"""Words as they are compared: without accents, case, invisible signs and endings, with their place in the text kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from snowballstemmer import stemmer

_SIGNS = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "´": "'",
    "`": "'",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
}
_HYPHENS = dict.fromkeys("‐‑‒–—−﹣－", "-")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_RUN = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")
_BROKEN = re.compile(r"(?<=\w)-[ \t]*\n\s*(?=[a-z])")
_SUFFIXES = frozenset(
    """s es ed d er ers r rs or ors ing y ies ist ists ism al ally ic ics ment ments ness ful ation ations ion ions ive able
    aholic holic time work worker workers""".split()
)
_IRREGULAR = {
    "addict": "addiction", "addicted": "addiction", "beaten": "beat", "bitten": "bite", "bought": "buy",
    "broke": "break", "broken": "break", "dead": "death", "die": "death", "died": "death", "drank": "drink",
    "drunk": "drink", "drunken": "drink", "dying": "death", "fallen": "fall", "fell": "fall", "fought": "fight",
    "hidden": "hide", "homelessness": "homeless", "miscarried": "miscarriage", "pregnancies": "pregnant",
    "pregnancy": "pregnant", "raped": "rape", "rapist": "rape", "slept": "sleep", "sold": "sell", "stole": "steal",
    "stolen": "steal", "suicidal": "suicide", "thieves": "thief", "violent": "violence", "wives": "wife",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: ``plain`` without accents and case, its ``stem``, and where it stands (code points of the text)."""

    plain: str
    stem: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of a text in order; a word that a line end broke is whole again."""
    folded, origin = _folded(text)
    found = []
    for match in _WORD.finditer(folded):
        plain = re.sub(r"'s$|'", "", match[0])
        found.append(Word(plain, stem(plain), origin[match.start()], origin[match.end() - 1] + 1))
    return found


def squeezed(text: str) -> str:
    """Return the letters and digits of a text and nothing between them."""
    return re.sub(r"[\W_]+", "", _folded(text)[0])


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of a folded word (Snowball English, with a few irregular forms)."""
    word = _IRREGULAR.get(word, word)
    return str(_stemmer().stemWord(word))


def alike(needle: str, stemmed: str) -> bool:
    """Tell whether a stem is that of the needle, or the needle's with a usual ending ("gambl" and "gambler")."""
    if needle == stemmed:
        return True
    return len(needle) > 4 and stemmed.startswith(needle) and stemmed[len(needle) :] in _SUFFIXES


@cache
def _stemmer():  # type: ignore[no-untyped-def]  # noqa: ANN202 - the library has no types
    return stemmer("english")


def _folded(text: str) -> tuple[str, list[int]]:
    pieces: list[str] = []
    origin: list[int] = []
    for run in _RUN.finditer(text):
        if run[0].isascii():
            pieces.append(run[0].lower())
            origin.extend(range(run.start(), run.end()))
            continue
        for place, sign in enumerate(run[0], run.start()):
            letters = _letters(sign)
            pieces.append(letters)
            origin.extend([place] * len(letters))
    return _mended("".join(pieces), origin)


@lru_cache(maxsize=2_000)
def _letters(sign: str) -> str:
    if unicodedata.category(sign) in ("Cf", "Mn", "Cc"):
        return ""
    if sign in _HYPHENS:
        return "-"
    parts = unicodedata.normalize("NFKD", _SIGNS.get(sign, sign))
    bare = "".join(part for part in parts if unicodedata.category(part) not in ("Mn", "Cf")).casefold()
    return "".join(_SIGNS.get(letter, letter) for letter in bare)


def _mended(folded: str, origin: list[int]) -> tuple[str, list[int]]:
    """Join the words that a hyphen at a line end broke."""
    if not _BROKEN.search(folded):
        return folded, origin
    pieces, places, at = [], [], 0
    for gap in _BROKEN.finditer(folded):
        pieces.append(folded[at : gap.start()])
        places += origin[at : gap.start()]
        at = gap.end()
    return "".join([*pieces, folded[at:]]), [*places, *origin[at:]]
