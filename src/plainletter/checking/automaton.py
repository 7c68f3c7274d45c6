"""Terms as one automaton over words: built once from the lexicon, run over every sentence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from plainletter.checking.words import Words
from plainletter.lexicon.entry import Inflect
from plainletter.lexicon.notation import CLASSES, GAP_WORDS, Choice, Gap, Named, Piece, Word

_Edges = frozenset[tuple[str, tuple[int, ...]]]
_Key = tuple[_Edges, _Edges, tuple[int, ...]]
WORTH_JOINING = 8  # visits after which states that are reached together are joined
EXACT = "="  # marks an edge that the word must match as written

Speller = Callable[[str, Inflect, bool], tuple[tuple[str, ...], ...]]


@dataclass(slots=True)
class State:
    """Edges to further states by word or by class, and the labels that end here."""

    edges: dict[str, list[int]] = field(default_factory=dict)
    classes: dict[str, list[int]] = field(default_factory=dict)
    labels: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Automaton:
    """State 0 is the start. States that are reached together are joined once texts have led there a few times."""

    states: list[list[Any]]  # edges, classes and labels of each, as State takes them
    _steps: dict[tuple[int, ...], State] = field(default_factory=dict, repr=False, compare=False)
    _visits: dict[tuple[int, ...], int] = field(default_factory=dict, repr=False, compare=False)

    def matches(self, words: Words, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield ``(first, last + 1, label)`` for every term that stands in ``words[start:end]``."""
        begin = State(*self.states[0])
        for first in range(start, end):
            here = _next(begin, words.norms[first], words.texts[first])
            position = first + 1
            while here:
                steps = self._steps_of(here)
                for label in steps[0].labels if len(steps) == 1 else sorted({label for step in steps for label in step.labels}):
                    yield first, position, label
                if position >= end:
                    break
                norm, text = words.norms[position], words.texts[position]
                here = _next(steps[0], norm, text) if len(steps) == 1 else _next_of(steps, norm, text)
                position += 1

    def _steps_of(self, here: tuple[int, ...]) -> list[State]:
        """Return the joined state, or the states one by one: joining costs more than a short text ever gets back."""
        step = self._steps.get(here)
        if step is not None:
            return [step]
        states = [State(*self.states[number]) for number in here]
        visits = self._visits.get(here, 0) + 1
        if len(states) > 1 and visits < WORTH_JOINING:
            self._visits[here] = visits
            return states
        self._visits.pop(here, None)
        self._steps[here] = states[0] if len(states) == 1 else _merged(states)
        return [self._steps[here]]


def _next_of(steps: Iterable[State], norm: str, text: str) -> tuple[int, ...]:
    return tuple(sorted({target for step in steps for target in _next(step, norm, text)}))


def _next(step: State, norm: str, text: str) -> tuple[int, ...]:
    here: Collection[int] = step.edges.get(norm, ())
    if exact := step.edges.get(EXACT + text):
        here = {*here, *exact}
    for name, targets in step.classes.items():
        if _belongs(name, text):
            here = {*here, *targets}
    return tuple(sorted(here)) if here else ()


def _belongs(name: str, text: str) -> bool:
    if name == "number":
        return text[0].isdigit() or text.lower() in _NUMBERS
    if name == "name":
        return text[0].isupper() and len(text) > 1
    return text[0].isalnum() or text[0] == "'"


_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve several both".split())


class Builder:
    """Builds the automaton from its ends backwards, so that terms share their tails."""

    def __init__(self, spell: Speller, sets: Mapping[str, tuple[str, ...]]) -> None:
        self._spell = spell
        self._sets = sets
        self._states = [State()]
        self._shared: dict[_Key, int] = {}
        self._members: dict[tuple[str, int], State] = {}

    def add(self, pieces: tuple[Piece, ...], label: int, *, inflect: Inflect = "all", exact: bool = False) -> None:
        """Add one term whose match carries ``label``."""
        entry = self._sequence(pieces, State(labels=[label]), inflect, exact)
        start = self._states[0]
        for ours, theirs in ((start.edges, entry.edges), (start.classes, entry.classes)):
            for word, targets in theirs.items():
                known = ours.setdefault(word, [])
                known.extend(target for target in targets if target not in known)

    def build(self) -> Automaton:
        """Return the automaton of all terms added so far."""
        return Automaton([[state.edges, state.classes, state.labels] for state in self._states])

    def _sequence(self, pieces: tuple[Piece, ...], then: State, inflect: Inflect, exact: bool) -> State:
        for piece in reversed(pieces):
            then = self._piece(piece, then, inflect, exact)
        return then

    def _piece(self, piece: Piece, then: State, inflect: Inflect, exact: bool) -> State:
        if isinstance(piece, Choice):
            return _merged(self._sequence(option, then, inflect, exact) for option in piece.options)
        if isinstance(piece, Gap):
            return self._gap(then)
        if isinstance(piece, Named):
            if piece.name in CLASSES:
                return State(classes={piece.name: [self._number(then)]})
            return self._set(piece.name, then)
        return _merged(self._spelling(spelling, then) for spelling in self._spell(piece.text, inflect, exact))

    def _set(self, name: str, then: State) -> State:
        key = name, self._number(then)
        if key not in self._members:
            options = [tuple(Word(word) for word in phrase.split()) for phrase in self._sets[name]]
            self._members[key] = _merged(self._sequence(option, then, "none", False) for option in options)
        return self._members[key]

    def _gap(self, then: State) -> State:
        state = then
        for _ in range(GAP_WORDS):
            state = _merged([then, State(classes={"word": [self._number(state)]})])
        return state

    def _spelling(self, spelling: tuple[str, ...], then: State) -> State:
        for word in reversed(spelling):
            then = State(edges={word: [self._number(then)]})
        return then

    def _number(self, state: State) -> int:
        key = _frozen(state.edges), _frozen(state.classes), tuple(state.labels)
        if key not in self._shared:
            self._shared[key] = len(self._states)
            self._states.append(state)
        return self._shared[key]


def _frozen(edges: dict[str, list[int]]) -> _Edges:
    return frozenset((word, tuple(targets)) for word, targets in edges.items())


def _merged(states: Iterable[State]) -> State:
    whole = State()
    for state in states:
        _add(whole.edges, state.edges)
        _add(whole.classes, state.classes)
        whole.labels = sorted({*whole.labels, *state.labels})
    return whole


def _add(edges: dict[str, list[int]], more: dict[str, list[int]]) -> None:
    for word, targets in more.items():
        known = edges.get(word)
        edges[word] = targets if known is None or known == targets else sorted({*known, *targets})
