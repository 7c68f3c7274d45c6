"""Bare "Mum" and "Dad" as a form uses them: for a parent, in a letter to that parent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plainletter.checking.addressee import Addressee, Gender
from plainletter.checking.people import NOUNS
from plainletter.checking.sentences import Sentence
from plainletter.checking.words import Words

MUMS: Mapping[str, Gender] = {
    **dict.fromkeys(("mum", "mummy", "mam", "mother"), "she"),
    **dict.fromkeys(("dad", "daddy", "father"), "he"),
}
_OWNED = frozenset("your my his her their our the a an whose both 's new birth foster first each every of".split())
_NOT_TOLD = frozenset((",", "!", ":", ".", "?", "tongue", "-"))
_START = 20_000  # code points: a longer text is no letter
_GROUPS = frozenset("group unit clinic home room club class toddler".split())
_A_PARENT = re.compile(
    r"\b(?:baby|newborn|birth|labour|breastfe\w+|postnatal|antenatal|maternity|midwi\w+|placenta|pregnan\w+|caesarean|stitches"
    r"|health visitor|your (?:son|daughter|child|children|little one|toddler|baby|babies|twins)|feeding)\b",
    re.IGNORECASE,
)
_A_CHILD = re.compile(
    r"\byour (?:\w+ )?(?:mum|dad|mummy|daddy|mother|father|parents|foster|school|teacher|class|nan)\b", re.IGNORECASE
)


def is_to_a_parent(text: str, reader: Addressee) -> bool:
    """Tell whether a letter speaks to somebody about their baby or child, and not to a child about their mum."""
    return not reader.several and bool(_A_PARENT.search(text, 0, _START)) and not is_to_a_child(text)


def is_to_a_child(text: str) -> bool:
    """Tell whether a letter speaks of the reader's own mum, foster carers or school."""
    return bool(_A_CHILD.search(text, 0, _START))


def bare_mums(words: Words, sentence: Sentence, reader: Addressee) -> Iterator[int]:
    """Yield the places of a "Mum" or "Dad" that can be the reader."""
    for place in range(sentence.first, sentence.last):
        gender = MUMS.get(words.norms[place])
        if gender is not None and _may_be(gender, reader) and _stands_alone(words, place, sentence):
            yield place


def _may_be(gender: Gender, reader: Addressee) -> bool:
    return reader.gender == "he" if gender == "he" else reader.gender != "he"


def _stands_alone(words: Words, place: int, sentence: Sentence) -> bool:
    """Tell whether this is "Mum" as a name: nobody's mum, not spoken to, and not a mother and baby group."""
    before = words.norms[max(sentence.first, place - 2) : place]
    after = words.norms[place + 1 : min(place + 5, sentence.last)]
    owned = bool(before) and (before[-1] in _OWNED or before[-1].endswith("'s"))
    joined = before[-1:] in (["and"], ["or"]) and before[0] in NOUNS
    called = words.joined[place] or not after or after[0] in _NOT_TOLD or words.texts[place + 1][0].isupper()
    return not (owned or joined or called or (after[0] == "and" and not _GROUPS.isdisjoint(after)))
