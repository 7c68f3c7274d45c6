"""A lexicon made ready to match: two automata and the entries that their labels point to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from plainletter.checking.automaton import Automaton, Builder
from plainletter.checking.paradigms import Fits, fits_by_rule
from plainletter.lexicon.entry import Entry, Lexicon
from plainletter.lexicon.notation import parse_term

if TYPE_CHECKING:
    from spacy.language import Language

Side = Literal["before", "after", "near"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A frame as phrase labels: one of them must (or must not) stand on this side of the match."""

    side: Side
    wanted: bool
    labels: frozenset[int]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A lexicon, the automaton of its terms and the automaton of the phrases in its frames.

    ``labels[n]`` is the entry index of label ``n`` and whether it is an innocent longer phrase (``unless``).
    ``frames`` holds the frames of each entry that has any, ``fits`` by rule the forms of each that has swaps.
    """

    lexicon: Lexicon
    terms: Automaton
    labels: tuple[tuple[int, bool], ...]
    phrases: Automaton
    frames: Mapping[int, tuple[Wanted, ...]]
    fits: Mapping[str, tuple[Fits, ...]]


def compile_lexicon(lexicon: Lexicon, nlp: Language) -> Compiled:
    """Compile a lexicon with the tokenizer of ``nlp``."""
    from plainletter.checking.spelling import Spelling

    spell = Spelling(nlp)
    terms, labels = Builder(spell, lexicon.sets), []
    phrases, known = Builder(spell, lexicon.sets), dict[str, int]()
    frames: dict[int, tuple[Wanted, ...]] = {}
    for index, entry in enumerate(lexicon.entries):
        for innocent, written in ((False, entry.terms), (True, entry.unless)):
            labels.append((index, innocent))
            for term in written:
                pieces = parse_term(term, lexicon.sets)
                terms.add(pieces, len(labels) - 1, inflect=entry.inflect, exact=entry.case_exact and not innocent)
        if entry.frames:
            frames[index] = _frames(entry, known)
    for phrase, label in known.items():
        phrases.add(parse_term(phrase, lexicon.sets), label)
    fits = fits_by_rule(lexicon.entries, lexicon.sets)
    return Compiled(lexicon, terms.build(), tuple(labels), phrases.build(), frames, fits)


def _frames(entry: Entry, known: dict[str, int]) -> tuple[Wanted, ...]:
    return tuple(
        Wanted(frame.side, frame.wanted, frozenset(known.setdefault(phrase, len(known)) for phrase in frame.phrases))
        for frame in entry.frames
    )
