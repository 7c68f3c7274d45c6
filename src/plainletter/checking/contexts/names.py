"""Names and titles: "Alcoholics Anonymous" is what it is called."""

from __future__ import annotations

from plainletter.checking.contexts.scene import Scene, Verdict

_SMALL = frozenset("of the and for in on with &".split())
_COUNTRIES = frozenset(("UK", "GB"))
_DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december mon tue tues wed weds thu thur thurs fri sat sun""".split()
)


def names(scene: Scene) -> Verdict:
    """Clear a match that is part of a name: written with capitals where the sentence would not have them."""
    words = scene.words
    match = range(scene.first, scene.last)
    if _all_capitals(scene) or any(_is_short_form(words.texts[i]) for i in match):
        return None
    content = [i for i in match if words.norms[i] not in _SMALL and words.texts[i][0].isalpha()]
    if not content or not all(words.texts[i][0].isupper() for i in content):
        return None
    return "it is part of a name" if _longer_name(scene, content) else None


def _longer_name(scene: Scene, content: list[int]) -> bool:
    if scene.sentence.kind == "heading":
        return False
    words, first = scene.words, scene.sentence.first
    apart = [i for i in content if i > first and not words.joined[i] and len(words.texts[i]) > 1]
    # Names of benefits and illnesses are what jargon is about; two capitals make a name of other wording.
    if (len(apart) > 1 and scene.group != "jargon") or _neighbour(scene, scene.last, 1):
        return True
    return _neighbour(scene, scene.first - 1, -1) and scene.first - 1 > scene.sentence.first


def _neighbour(scene: Scene, place: int, step: int) -> bool:
    words, low, high = scene.words, scene.sentence.first, scene.sentence.last
    crossed = False
    while low <= place < high and words.norms[place] in _SMALL:
        place += step
        crossed = True
    if not low <= place < high:
        return False
    text = words.texts[place]
    if crossed and scene.sentence.first in (place, scene.first):
        return False
    if text in _COUNTRIES:
        return True
    return text[0].isupper() and len(text) > 1 and text.lower() not in _SMALL | _DATES and not _is_short_form(text)


def _is_short_form(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _all_capitals(scene: Scene) -> bool:
    sentence = scene.text[scene.sentence.start : scene.sentence.end]
    return sentence.isupper() and len(sentence.split()) > 1
