"""Terms as one automaton over words: built once from the lexicon, run over every sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from plainletter.checking.words import Words
from plainletter.lexicon.entry import Inflect
from plainletter.lexicon.notation import CLASSES, GAP_WORDS, Choice, Gap, Named, Piece, Word

_Edges = frozenset[tuple[str, tuple[int, ...]]]
_Key = tuple[_Edges, _Edges, tuple[int, ...]]
EXACT = "="  # marks an edge that the word must match as written
WORTH_JOINING = 8  # questions after which the states of a step are joined: it costs more than a short text gets back
MOST_STEPS = 300_000  # kept before they are forgotten and found again, so that memory stays flat

Speller = Callable[[str, Inflect, bool], tuple[tuple[str, ...], ...]]
#: What a word is to an automaton: its norm and its exact form where terms have them, "" where not, and its classes.
Symbol = tuple[str, str, tuple[str, ...]]


@dataclass(slots=True)
class State:
    """Edges to further states by word or by class, and the labels that end here."""

    edges: dict[str, list[int]] = field(default_factory=dict)
    classes: dict[str, list[int]] = field(default_factory=dict)
    labels: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Step:
    """The states that words have led to, the labels that end there, and the step that each symbol leads to.

    ``joined`` are all states in one, made when it was ``asked`` often enough where words lead.
    """

    members: tuple[int, ...]
    labels: tuple[int, ...]
    following: dict[Symbol, _Step] = field(default_factory=dict)
    asked: int = 0
    joined: State | None = None


_NOWHERE = _Step((), ())


@dataclass(frozen=True, slots=True)
class Automaton:
    """State 0 is the start. Steps from set to set of states are kept as texts take them, by words of terms only."""

    states: list[list[Any]]  # edges, classes and labels of each, as State takes them
    _steps: dict[tuple[int, ...], _Step] = field(default_factory=dict, repr=False, compare=False)
    _alphabet: set[str] = field(default_factory=set, repr=False, compare=False)
    _taken: list[int] = field(default_factory=lambda: [0], repr=False, compare=False)

    def matches(self, words: Words, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield ``(first, last + 1, label)`` for every term that stands in ``words[start:end]``."""
        begin = self._step((0,))
        symbols = [self._symbol(norm, text) for norm, text in zip(words.norms[start:end], words.texts[start:end], strict=True)]
        for first in range(len(symbols)):
            step = begin
            for position in range(first, len(symbols)):
                step = step.following.get(symbols[position]) or self._follow(step, symbols[position])
                if step is _NOWHERE:
                    break
                for label in step.labels:
                    yield start + first, start + position + 1, label

    def _symbol(self, norm: str, text: str) -> Symbol:
        alphabet = self._alphabet or self._read_alphabet()
        exact = EXACT + text
        classes = _CLASSES_OF[text[0].isalnum() or text[0] == "'", text[0].isupper() and len(text) > 1, _is_number(text)]
        return norm if norm in alphabet else "", exact if exact in alphabet else "", classes

    def _read_alphabet(self) -> set[str]:
        for edges, _, _ in self.states:
            self._alphabet.update(edges)
        self._alphabet.add("")
        return self._alphabet

    def _step(self, members: tuple[int, ...]) -> _Step:
        step = self._steps.get(members)
        if step is None:
            labels = {label for number in members for label in self.states[number][2]}
            step = self._steps[members] = _Step(members, tuple(sorted(labels)))
        return step

    def _follow(self, step: _Step, symbol: Symbol) -> _Step:
        """Find where a symbol leads, and keep it; what the lexicon does not know is kept as no more than its classes."""
        norm, exact, names = symbol
        targets: set[int] = set()
        for edges, classes in self._edges_of(step):
            targets.update(edges.get(norm, ()), edges.get(exact, ()) if exact else ())
            if classes:
                for name in names:
                    targets.update(classes.get(name, ()))
        if self._taken[0] >= MOST_STEPS:
            self._steps.clear()
            self._taken[0] = 0
        self._taken[0] += 1
        step.following[symbol] = found = self._step(tuple(sorted(targets))) if targets else _NOWHERE
        return found

    def _edges_of(self, step: _Step) -> Iterable[tuple[dict[str, list[int]], dict[str, list[int]]]]:
        if step.joined is None and step.asked == WORTH_JOINING:
            step.joined = _merged(State(*self.states[number]) for number in step.members)
        step.asked += 1
        if step.joined is not None:
            return ((step.joined.edges, step.joined.classes),)
        return [self.states[number][:2] for number in step.members]  # type: ignore[misc]  # edges and classes


def _is_number(text: str) -> bool:
    return text[0].isdigit() or text.lower() in _NUMBERS


# By whether a text is a word, a name and a number.
_CLASSES_OF = {
    (word, name, number): tuple(
        kind for kind, holds in zip(("word", "name", "number"), (word, name, number), strict=True) if holds
    )
    for word in (False, True)
    for name in (False, True)
    for number in (False, True)
}
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
