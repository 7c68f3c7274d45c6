"""Ownership: a service that says "we failed to call you" blames itself, which is good."""

from __future__ import annotations

import re

from plainletter.checking.contexts.scene import Scene, Verdict
from plainletter.checking.contexts.subject import skip_back

_OURS = frozenset(("we", "i"))
_WRONGED = re.compile(
    r"\byou (?:should|ought to|could|must) (?:never|not) have been\b|\bshould (?:never|not) have happened\b", re.IGNORECASE
)


def ownership(scene: Scene) -> Verdict:
    """Clear blame whose subject is "we" or "I", or that says what should not have been done to the reader."""
    # To make light of what somebody feels is no apology, whoever says it.
    if scene.group not in ("blame", "deficit") or scene.entry.category == "invalidating":
        return None
    place = skip_back(scene)
    if place is not None and scene.words.norms[place] in _OURS:
        return "the service speaks of its own part"
    around = scene.text[scene.sentence.start : min(scene.end + 40, scene.sentence.end)]
    return "the service owns what went wrong" if _WRONGED.search(around) else None
