"""Where sentences end: in letters, where "Dr." and "e.g." do not end one, and a heading or list item is one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from plainletter.checking.prose import Passage, Prose
from plainletter.checking.words import Words
from plainletter.documents.document import BlockKind

_END = re.compile(r"[.!?…]++[\"'”’)\]]*+(?=\s)")
_NOT_AN_END = frozenset(
    """dr mr mrs ms mx prof rev fr sr st no nos tel ext ref approx dept vs eg e.g ie i.e etc cf al fig vol pp p jan feb mar apr
    jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri hon sgt lt col gen capt inc ltd plc b.d t.d.s q.d.s
    o.d p.r.n n.b nb c.f viz""".split()
)
_WORD_BEFORE = re.compile(r"[\w.]+$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: code points of the folded text, and the words ``first`` to ``last`` (exclusive)."""

    kind: BlockKind
    passage: int
    start: int
    end: int
    first: int
    last: int


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ``(start, end)`` of each sentence of ``text[start:end]``, without the white space around it."""
    begin = start
    for match in _END.finditer(text, start, end):
        if _ends(text, begin, match, end):
            yield from _stripped(text, begin, match.end())
            begin = match.end()
    yield from _stripped(text, begin, end)


def sentences_of(prose: Prose, passages: range, words: Words) -> list[Sentence]:
    """Return the sentences of some passages, with the words that stand in each."""
    return [
        Sentence(passage.kind, number, start, end, bisect_left(words.starts, start), bisect_left(words.starts, end))
        for number in passages
        for passage in [prose.passages[number]]
        for start, end in _sentence_spans(prose.text, passage)
    ]


def _sentence_spans(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    return split_sentences(text, passage.start, passage.end)


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    following = text[match.end() : min(match.end() + 8, end)].lstrip()
    before = _WORD_BEFORE.search(text, max(begin, match.start() - 20), match.start())
    word = before[0].lower() if before else ""
    if match[0].startswith((".", "…")) and not match[0].startswith(".."):
        if word in _NOT_AN_END or (len(word) == 1 and _is_initial(text[max(begin, match.start() - 30) : match.start()])):
            return False
        # A small letter after a full stop: an abbreviation we do not know, unless the word is plainly a word.
        return not following[:1].islower() or len(word) > 3
    return not following[:1].islower() or len(match[0]) == 1  # “Is it over?” you asked.


def _is_initial(before: str) -> bool:
    # "J. Osei" and "Mr J. Osei", but not "vitamin D."
    *earlier, letter = before.split()
    return letter.isupper() and (not earlier or earlier[-1][0].isupper())


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    inner = text[start:end]
    begin = start + len(inner) - len(inner.lstrip())
    finish = begin + len(inner.strip())
    if finish > begin:
        yield begin, finish
