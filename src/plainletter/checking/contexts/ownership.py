"""Ownership: a service that says "we failed to call you" blames itself, which is good."""

from __future__ import annotations

import re

from plainletter.checking.contexts.fillers import skip_back
from plainletter.checking.contexts.scene import Scene, Verdict

_OURS = frozenset(("we", "i"))
_STAFF = frozenset(
    "staff police services officer officers worker workers interpreter driver locum locums temp assessor inspector".split()
)
_CLIENTS = frozenset("clients patients tenants residents pupils students users customers people".split())
_THEIRS = frozenset("the our a an one my this that your own".split())
_IN_BETWEEN = frozenset("you he she they who i mum dad pt patient client by to with at that".split())
_WRONGED = re.compile(
    r"\byou (?:should|ought to|could|must) (?:never|not) have been\b|\bshould (?:never|not) have happened\b", re.IGNORECASE
)


def ownership(scene: Scene) -> Verdict:
    """Clear blame whose subject is "we" or "I", or that says what should not have been done to the reader."""
    # To make light of what somebody feels is no apology, whoever says it.
    if scene.group not in ("blame", "deficit") or scene.entry.category == "invalidating":
        return None
    place = skip_back(scene)
    if place is not None and _sets_terms(scene.words.norms[place + 1 : scene.first]):
        return None
    if place is not None and scene.words.norms[place] in _OURS:
        return "the service speaks of its own part"
    if place is not None and _is_service(scene, place):
        return "it is about the service or its staff"
    around = scene.text[scene.sentence.start : min(scene.end + 40, scene.sentence.end)]
    return "the service owns what went wrong" if _WRONGED.search(around) else None


def _sets_terms(between: list[str]) -> bool:
    # "We can only help those who …", "we do not do sob stories": it is the reader who is spoken of.
    return "only" in between or between[-2:] == ["not", "do"]


def _is_service(scene: Scene, place: int) -> bool:
    """Tell whether a noun for a service or its staff stands here as the doer: "our team", "the night nurses"."""
    words, first = scene.words, scene.sentence.first
    norm = words.norms[place]
    ours = place > first and words.norms[place - 1] == "our" and norm not in _CLIENTS
    if not ours and norm not in _STAFF and norm.removesuffix("s") not in scene.setting.sets["service"]:
        return False
    before = words.norms[max(first, place - 3) : place]
    # In "you asked the nurse and were …" and "by the nurse" somebody else does it.
    return (not before or before[-1] in _THEIRS or (len(before) > 1 and before[-2] in _THEIRS)) and _IN_BETWEEN.isdisjoint(
        words.norms[first:place]
    )
