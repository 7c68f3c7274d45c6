"""The arithmetic of the exams: pairing of marks, precision and recall, and the agreement of two annotators."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A phrase that was marked or found: 0-based code points, end-exclusive, and its category."""

    start: int
    end: int
    category: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, of how many found, and how many there were to find."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what there was to find that was found; 0 where there was nothing."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two (van Rijsbergen 1979); 0 where there was nothing on either side."""
        both = self.found + self.gold
        return 2 * self.right / both if both else 0.0


def overlap(one: Mark, other: Mark) -> bool:
    """Tell whether two marks share at least one character."""
    return max(one.start, other.start) < min(one.end, other.end)


def same(one: Mark, other: Mark) -> bool:
    """Tell whether two marks overlap and have one category."""
    return one.category == other.category and overlap(one, other)


def pairs(
    gold: Sequence[Mark],
    found: Sequence[Mark],
    fits: Callable[[Mark, Mark], bool] = overlap,
    first: Callable[[Mark, Mark], bool] = same,
) -> list[tuple[Mark, Mark]]:
    """Pair marks one to one, as many as possible (augmenting paths, Kuhn 1955); those that agree in ``first`` are tried first."""
    owner: dict[int, int] = {}

    def place(new: int, seen: set[int]) -> bool:
        order = sorted(range(len(gold)), key=lambda g: not first(gold[g], found[new]))
        for g in order:
            if g not in seen and fits(gold[g], found[new]):
                seen.add(g)
                if g not in owner or place(owner[g], seen):
                    owner[g] = new
                    return True
        return False

    for new in range(len(found)):
        place(new, set())
    return [(gold[g], found[f]) for g, f in owner.items()]


def span_tally(gold: Sequence[Mark], found: Sequence[Mark], fits: Callable[[Mark, Mark], bool] = overlap) -> Tally:
    """Count the marks of one document that were found; each counts once."""
    return Tally(len(pairs(gold, found, fits)), len(found), len(gold))


def yes_no_tally(gold: Sequence[bool], found: Sequence[bool]) -> Tally:
    """Count the sentences that hold a problem, and those in which one was found."""
    return Tally(sum(g and f for g, f in zip(gold, found, strict=True)), sum(found), sum(gold))


def touched(places: Iterable[tuple[int, int]], marks: Sequence[Mark]) -> list[bool]:
    """Tell for each place whether a mark shares a character with it."""
    return [any(max(start, mark.start) < min(end, mark.end) for mark in marks) for start, end in places]


def kappa(one: Sequence[bool], other: Sequence[bool]) -> float:
    """Return Cohen's kappa (Cohen 1960) of two annotators' answers to the same yes-or-no questions.

    1 is full agreement, 0 what chance gives. Where chance alone gives full agreement, the result is 1.
    """
    count = len(one)
    agreed = sum(a == b for a, b in zip(one, other, strict=True)) / count
    yes, also = sum(one) / count, sum(other) / count
    chance = yes * also + (1 - yes) * (1 - also)
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)
