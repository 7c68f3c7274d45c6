"""Finding needles in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plainletter.letters.leaks.fold import Word, alike, squeezed, words_of
from plainletter.letters.leaks.needle import Needle

_NUMBER = re.compile(r"\d(?:[\d ,.\u00a0-]*\d)?")
_LONG = 8  # letters from which a word is also looked for with everything between its letters taken out


@dataclass(frozen=True, slots=True)
class Hit:
    """A needle in a text: code points ``start`` to ``end`` (exclusive), or the whole text for a squeezed word."""

    needle: Needle
    start: int
    end: int


class Haystack:
    """A text with its words and numbers, made once and searched for many needles."""

    def __init__(self, text: str, *, squeeze: bool = False) -> None:
        self._text = text
        self._words = words_of(text)
        self._places: dict[str, list[int]] = {}
        for place, word in enumerate(self._words):
            self._places.setdefault(word.stem, []).append(place)
            if word.plain != word.stem:
                self._places.setdefault(word.plain, []).append(place)
        self._alike: dict[str, list[str]] = {}
        for known in self._places:
            self._alike.setdefault(known[:4], []).append(known)
        self._squeezed = squeezed(text) if squeeze else ""
        self._numbers = [(re.sub(r"\D", "", match[0]), match.span()) for match in _NUMBER.finditer(text)]

    def hits(self, needles: Iterable[Needle]) -> Iterator[Hit]:
        """Yield every needle that is there, once each at its first place; faint ones only where two stand together."""
        faint: dict[str, list[Hit]] = {}
        for needle in needles:
            hit = self._first(needle)
            if hit and needle.kind == "faint":
                faint.setdefault(needle.secret, []).append(hit)
            elif hit:
                yield hit
        for hits in faint.values():
            if len({hit.needle.words for hit in hits}) > 1:
                yield hits[0]

    def _first(self, needle: Needle) -> Hit | None:
        if needle.digits:
            return self._number(needle)
        if not needle.words:
            return None
        for place in self._candidates(needle.words[0], needle.exact):
            found = self._words[place : place + len(needle.words)]
            if len(found) == len(needle.words) and self._fits(needle, found):
                hit = Hit(needle, found[0].start, found[-1].end)
                if not needle.cased or _capitals(needle.shown, self._text[hit.start : hit.end]):
                    return hit
        joined = "".join(needle.words)
        if self._squeezed and not needle.cased and len(joined) >= _LONG and joined in self._squeezed:
            return Hit(needle, 0, len(self._text))
        return None

    def _candidates(self, first: str, exact: bool) -> list[int]:
        if exact or len(first) <= 4:
            return self._places.get(first, [])
        near = (word for word in self._alike.get(first[:4], ()) if alike(first, word))
        return sorted({place for word in near for place in self._places[word]})

    @staticmethod
    def _fits(needle: Needle, found: list[Word]) -> bool:
        if needle.exact:
            return all(word.plain == wanted for word, wanted in zip(found, needle.words, strict=True))
        return all(alike(wanted, word.stem) or wanted == word.plain for word, wanted in zip(found, needle.words, strict=True))

    def _number(self, needle: Needle) -> Hit | None:
        for digits, (start, end) in self._numbers:
            if digits == needle.digits or (len(needle.digits) > 6 and needle.digits in digits):
                return Hit(needle, start, end)
        return None


def _capitals(name: str, text: str) -> bool:
    """Tell whether a text has the capitals of a name, word by word."""
    wanted, found = name.split(), text.split()
    return len(wanted) == len(found) and all(
        (there.isupper() if word.isupper() and len(word) > 1 else there[:1].isupper() or not word[:1].isupper())
        for word, there in zip(wanted, found, strict=True)
    )
