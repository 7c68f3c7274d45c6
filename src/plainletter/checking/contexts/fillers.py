"""Auxiliaries and adverbs between somebody and what they do: "Mum has *never really* said"."""

from __future__ import annotations

from plainletter.checking.contexts.scene import Scene

_AUXILIARY = frozenset(
    """be am is are was were been being have has had having do does did will would can could may might shall should must
    'm 're 've 'd 'll 's not never also still again then now just simply always often even already really only both all
    apparently allegedly reportedly later since recently
    currently previously repeatedly persistently consistently continually yet twice further""".split()
)


def skip_back(scene: Scene) -> int | None:
    """Return the place of the first word before the match that is not an auxiliary or adverb, within the sentence."""
    place = scene.first - 1
    while place >= scene.sentence.first and _is_filler(scene.words.norms[place]):
        place -= 1
    return place if place >= scene.sentence.first else None


def _is_filler(norm: str) -> bool:
    return norm in _AUXILIARY or (norm.endswith("ly") and norm not in ("family", "only"))
