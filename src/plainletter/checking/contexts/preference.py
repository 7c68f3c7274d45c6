"""Preference: a person's own words for themselves come before anybody's list."""

from __future__ import annotations

from plainletter.checking.contexts.scene import Scene, Verdict


def preference(scene: Scene) -> Verdict:
    """Clear a match that contains, or stands inside, wording which this person has asked for."""
    norms = scene.words.norms
    for wanted in scene.setting.preferences:
        size = len(wanted)
        low = max(scene.sentence.first, scene.first - size + 1)
        for place in range(low, min(scene.last, scene.sentence.last - size + 1)):
            inside = place < scene.last and place + size > scene.first
            if inside and tuple(norms[place : place + size]) == wanted:
                return "the person prefers this wording"
    return None
