"""From words to candidates: where a term of the lexicon stands, before any context has looked at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plainletter.checking.compiling import Compiled, Wanted
from plainletter.checking.sentences import Sentence
from plainletter.checking.words import Words
from plainletter.lexicon.entry import Entry

FRAME_REACH = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """``words[first:last]`` matches ``entry``; ``innocent``: a longer harmless phrase covers it."""

    entry: Entry
    sentence: Sentence
    first: int
    last: int
    innocent: bool


def candidates_in(sentence: Sentence, words: Words, compiled: Compiled) -> Iterator[Candidate]:
    """Yield the longest match of each entry at each place of a sentence, if its frames hold."""
    longest: dict[int, dict[int, int]] = {}  # entry -> first word -> end
    innocent: dict[int, list[tuple[int, int]]] = {}
    for first, last, label in compiled.terms.matches(words, sentence.first, sentence.last):
        entry, unless = compiled.labels[label]
        if unless:
            innocent.setdefault(entry, []).append((first, last))
        else:
            ends = longest.setdefault(entry, {})
            ends[first] = max(last, ends.get(first, 0))
    framed: dict[int, list[tuple[int, int]]] | None = None
    for number, ends in longest.items():
        reached = 0
        for first, last in sorted(ends.items()):
            if last <= reached:  # inside a longer match of the same entry
                continue
            reached = last
            if number in compiled.frames:
                framed = _phrases(sentence, words, compiled) if framed is None else framed
                if not all(_holds(frame, framed, first, last) for frame in compiled.frames[number]):
                    continue
            covered = any(f <= first and last <= end for f, end in innocent.get(number, ()))
            yield Candidate(compiled.lexicon.entries[number], sentence, first, last, covered)


def _phrases(sentence: Sentence, words: Words, compiled: Compiled) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = {}
    for first, last, label in compiled.phrases.matches(words, sentence.first, sentence.last):
        found.setdefault(label, []).append((first, last))
    return found


def _holds(frame: Wanted, found: dict[int, list[tuple[int, int]]], first: int, last: int) -> bool:
    stands = any(_on_side(frame, start, end, first, last) for label in frame.labels for start, end in found.get(label, ()))
    return stands == frame.wanted


def _on_side(frame: Wanted, start: int, end: int, first: int, last: int) -> bool:
    if frame.side == "before":
        return end <= first and first - end < FRAME_REACH
    if frame.side == "after":
        return start >= last and start - last < FRAME_REACH
    return end <= first or start >= last
