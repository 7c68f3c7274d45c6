"""Negation and reassurance: "that is not your fault" blames nobody."""

from __future__ import annotations

import re

from plainletter.checking.contexts.scene import Scene, Verdict

_NEGATORS = frozenset("not no never nobody none nothing without neither nor nt isn't doesn't don't didn't won't".split())
_NOT_REALLY = frozenset("only just doubt longer surprise wonder later sooner less more".split())
_CLAUSE_END = frozenset(", ; : but because although though – — ( )".split())
_REACH = 7
_REASSURED = re.compile(
    r"\b(?:(?:does|do|did|is|are|was|were|would|will) ?n[o']t (?:mean|make|imply|say|a sign)|(?:doesn't|don't|didn't"
    r"|isn't|aren't|wasn't) (?:mean|make|imply|a sign|because)"
    r"|no (?:sign|need|question|reason|shame)|not (?:a sign|because|about|your fault|to blame)|nothing (?:you did"
    r"|to do with)|nobody|no[- ]?one|none of"
    r"|far from|blame(?:s|d)? (?:themselves|yourself|himself|herself)|it is (?:common|normal|natural|understandable"
    r"|ok|okay) to|it's (?:common|normal|natural|ok|okay) to"
    r"|(?:many|most|some|lots of|other) (?:people|parents|carers|men|women|families|of us) (?:\w+ )?(?:feel|think"
    r"|worry|wonder|ask|blame|believe|fear)"
    r"|you (?:may|might|could) (?:\w+ )?(?:feel|think|worry|wonder|ask|believe|fear|have been told))\b",
    re.IGNORECASE,
)


def negation(scene: Scene) -> Verdict:
    """Clear blame that is denied in the same clause, or that reassurance takes back.

    It clears what a sentence says (blame, deficit, power), not a word that stigmatises whether denied or not.
    """
    if scene.group in ("stigma", "jargon"):
        return None
    if _REASSURED.search(scene.text, scene.sentence.start, scene.start):
        return "the sentence reassures the reader that it is not so"
    return "it is denied in the same clause" if _negated(scene) else None


def _negated(scene: Scene) -> bool:
    words = scene.words
    for i in range(scene.first - 1, max(scene.sentence.first, scene.first - _REACH) - 1, -1):
        norm = words.norms[i]
        if norm in _CLAUSE_END:
            return False
        if norm in _NEGATORS:
            return words.norms[i + 1] not in _NOT_REALLY
    return False
