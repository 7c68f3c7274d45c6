"""Words that a line end broke, made whole: which hyphen at a line end is the word's own, told without a list of all words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_BROKEN: Final = re.compile(r"([^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*)[-\u2010]$")
_LONGEST: Final = 60  # characters of a word; longer ones are not looked at
_SPARE: Final = 0.03  # of all lines: a program that breaks words does it more often
#: Words that begin compounds; a program breaks few words behind them.
_FIRST_PARTS: Final = frozenset(
    """
    attention blood care child crisis cross day decision double drug eight evidence family five follow four full half hard
    heart help hour ill life long low mental month nine non old part pain people person problem risk school second self seven
    service short single six step ten third three time trauma two user week well wheelchair work year
    """.split()
)
#: Words that end compounds.
_SECOND_PARTS: Final = frozenset(
    """
    aid aided based being blocking bound centred compliance compliant dependent driven effective effects efficacy esteem
    free friendly going harm harming help informed led level making monitoring old only one parent part referral referred
    related resistant seeker seekers seeking seven specific standing term time to up wide year
    """.split()
)
#: What is no word of its own behind a hyphen, whatever stands before it: "part-ner", "hard-ship".
_ENDINGS: Final = frozenset(
    """
    able al ally ance ant ate ated ately ation ed ence ened ening ent er ered ering ers est ful fully ful hood ial ible ic ically
    ies ily ing ings ion ions ish ism ist ity ive less lessness ly ment ments ner ners ness ney or ors ous red ren s ship ships
    some ted ter ters tial tic tical ticular ticularly tion tions ture ty ure ward wards y
    """.split()
)


@dataclass(frozen=True, slots=True)
class Hyphens:
    """What a document shows of its use of hyphens: its words that no line end touches, and whether lines break words."""

    words: Counter[str]
    breaks_words: bool

    def mended(self, lines: Sequence[tuple[str, bool]]) -> Iterator[str]:
        """Yield the pieces of a paragraph's lines, each ``(text, soft)``: a blank between lines, but none in a broken word."""
        for (text, soft), (following, _) in zip(lines, [*lines[1:], ("", False)], strict=True):
            broken = _BROKEN.search(text[-_LONGEST:])
            if not following:
                yield text
            elif soft:
                yield text.rstrip("-")
            elif broken and following[:1].islower():
                rest = _WORD.match(following[:_LONGEST])
                kept = rest is None or self.keeps(broken[1].lower(), rest[0].lower())
                yield text if kept else text[:-1]
            elif text.endswith(("/", "\u2013", "-")) and not text.endswith((" /", " \u2013", " -")):
                yield text
            else:
                yield f"{text} "

    def keeps(self, first: str, second: str) -> bool:
        """Tell whether the hyphen between two parts, in small letters, belongs to the word."""
        with_hyphen, whole = self.words[f"{first}-{second}"], self.words[first + second]
        if with_hyphen != whole:
            return with_hyphen > whole
        if second in _ENDINGS:
            return False
        if "-" in first or not self.breaks_words:
            return True
        last = second.partition("-")[0]
        return first in _FIRST_PARTS or last in _SECOND_PARTS or (self._is_word(first) and self._is_word(last))

    def _is_word(self, part: str) -> bool:
        return len(part) > 3 and self.words[part] > 0


def hyphens_of(lines: Sequence[str]) -> Hyphens:
    """Return what the lines of a document show of its hyphens."""
    words: Counter[str] = Counter()
    broken = 0
    after_break = False
    for line in lines:
        found = _WORD.findall(line.lower())
        breaks = _BROKEN.search(line[-_LONGEST:]) is not None
        broken += breaks
        words.update(found[1 if after_break else 0 : -1 if breaks else None])
        after_break = breaks
    return Hyphens(words, broken > max(1, _SPARE * len(lines)))
