"""A gate: a question at which drafting stops, or a thing that the author should know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gate:
    """A question about a case.

    ``id`` is stable ("hint_of_C1_in_P2"). ``readers`` are those whose copy it stops; empty for a gate that only tells.
    ``place`` is the id of the item, plan line, mark or other piece that it is about. ``cure`` says what to do.
    ``open_to_override`` is false where no reason is good enough: an answer about consent is recorded, never overridden.
    """

    id: str
    question: str
    cure: str
    readers: tuple[str, ...] = ()
    place: str = ""
    open_to_override: bool = True

    @property
    def stops(self) -> bool:
        """Whether any copy has to wait for an answer."""
        return bool(self.readers)
