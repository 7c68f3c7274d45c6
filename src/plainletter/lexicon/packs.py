"""Packs: entries for one kind of service, or for one side of a dispute, that are switched on and off together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

#: The name of each pack, and what is in it. This is the one place that knows them.
PACKS: Mapping[str, str] = {
    "children": "children's social care: words for a child's home, family and moves",
    "dementia": "dementia and old age",
    "formulation": "names of diagnoses, for services that describe in place of diagnosing (British Psychological Society, 2015)",
    "maternity": "pregnancy, birth and the weeks after",
    "substance": "alcohol and other drugs",
    "weight": "weight and body size",
}
#: Packs that are off until a service asks for them.
ON_REQUEST = frozenset(("formulation",))


def packs_in_force(wanted: Iterable[str] = (), unwanted: Iterable[str] = ()) -> frozenset[str]:
    """Return the packs that are on: all but those on request, with ``wanted`` and without ``unwanted``."""
    return frozenset(PACKS) - (ON_REQUEST - frozenset(wanted)) - frozenset(unwanted)
