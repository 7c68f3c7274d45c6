"""Negation and reassurance: "that is not your fault" blames nobody."""

from __future__ import annotations

import re

from plainletter.checking.contexts.scene import Scene, Verdict

_NEGATORS = frozenset("not no never nobody none nothing without neither nor nt isn't doesn't don't didn't won't".split())
_NOT_REALLY = frozenset("only just doubt longer surprise wonder later sooner less more likes wants loves needs ever".split())
_CLAUSE_END = frozenset(", ; : but because although though – — ( )".split())
# A verb between the negation and the match, or at its start, is not the one denied: "without a tie you will be sent home".
_OWN_VERB = frozenset("will would may might can could shall should must is are was were 'll 're 's".split())
_CONDITIONS = frozenset("if unless when where".split())
_BEFORE_ADVICE = frozenset(": , ; - – • and so but just".split())
_RELATIVE = frozenset("who which that".split())
_NOBODY = frozenset("never nobody none nothing neither".split())
# "We do not tolerate backchat": what is not done is to put up with it, and it is said to be there.
_TURNED_AWAY = frozenset("do tolerate entertain welcome permit stand likes wants loves".split())
_REACH = 7
_REASSURANCE = (
    r"(?:does|do|did|is|are|was|were|would|will) ?n[o']t (?:mean|make|imply|say|a sign|because)",
    r"no (?:sign|need|question|shame|reason(?! why (?:you|he|she|they)\b))",
    r"not (?:something|a sign|because|about|your fault|to blame)",
    r"nothing (?:you did|to do with|will|can)",
    r"(?<!if )(?<!when )(?:nobody|no[- ]?one|none of|hardly any(?:one|body)|few (?:people|of us))"
    r"(?! (?:but|likes|wants|loves|needs|ever)\b)",
    # "We do not think that you are …", and what follows of it in the same breath.
    r"(?:do|does|did|would|never) ?(?:n[o']t )?(?:\w+ly |for a moment )?(?:think|believe|thought|believed|feel|suggest)s?"
    r" (?:for a moment )?(?:that )?(?:you|he|she|they|it|this|anyone|any of (?:you|this|it)) (?:is|are|was|were|have been|did)"
    r"(?!.*(?:;| but | because | unless |, and (?:you|he|she|they|we) ))",
    # "We will not close your case because you missed a visit": what could follow is denied, so what it is about is no blame.
    r"(?:will|do|does|would|are|is|can) ?(?:n[o']t|never) (?:\w+ly |ever )?(?:(?:close|end|stop|cut|take|remove)"
    r" (?:you|your|his|her|their|the)|discharge|punish|judge|blame|fine|evict|think (?:less|badly)|turn \w+ away|give up on"
    r"|hold (?:it|this|that) against|(?:be |get )?(?:lose|cross|angry|told off|punished|judged|blamed|fined|discharged"
    r"|in trouble|cut|stopped|closed|ended|taken|removed|affected|lost|refused"
    r"|turned away))\b[^.;]*?\b(?:because|if|when|for|just|over|even)",
    r"(?<!you were )(?<!you are )(?:wrong|unfair|untrue|not true|false|mistaken|a mistake|a myth|nonsense|unkind|a lie)"
    r" (?:of \w+ )?(?:that|to (?:say|call|think|write|assume|suggest|record|describe|imply|tell))",
    r"(?:wrongly|falsely|mistakenly|unfairly) (?:say|said|write|wrote|told|think|thought|assume|assumed|called|call|described"
    r"|recorded|suggested|put)",
    r"far from",
    r"(?:is|'s) not that",
    r"blame(?:s|d)? (?:themselves|yourself|himself|herself)",
    r"it(?: i|')s (?:common|normal|natural|understandable|ok|okay) to",
    r"(?:many|most|some|lots of|other) (?:people|parents|carers|men|women|families|of us) (?:\w+ )?"
    r"(?:feel|think|worry|wonder|ask|blame|believe|fear)",
    r"you (?:may|might|could) (?:\w+ )?(?:feel|think|worry|wonder|ask|believe|fear|have been told)",
)
_MYTHS = re.compile(r"\bmyths?\b", re.IGNORECASE)
_REASSURED = re.compile(rf"\b(?:{'|'.join(_REASSURANCE)})\b", re.IGNORECASE)


def negation(scene: Scene) -> Verdict:
    """Clear blame that is denied in the same clause, or that reassurance takes back.

    It clears what a sentence says (blame, deficit, power), not a word that stigmatises whether denied or not.
    """
    if scene.entry.category == "suicide_selfharm" and _MYTHS.search(scene.text, scene.sentence.start, scene.start):
        return "the sentence calls it a myth"
    if scene.group in ("stigma", "jargon"):
        return None
    # "Your money will not be cut if you refuse" ends in the match.
    end = scene.words.ends[scene.first] if scene.words.norms[scene.first] in _CONDITIONS else scene.start
    if _REASSURED.search(scene.text, scene.sentence.start, end):
        return "the sentence reassures the reader that it is not so"
    return "it is denied in the same clause" if _negated(scene) else None


def _negated(scene: Scene) -> bool:
    words = scene.words
    if words.norms[scene.first] in _CONDITIONS:
        return False
    for i in range(scene.first - 1, max(scene.sentence.first, scene.first - _REACH) - 1, -1):
        norm = words.norms[i]
        if norm in _CLAUSE_END or norm in _OWN_VERB:
            return False
        if norm in _NEGATORS:
            return words.norms[i + 1] not in _NOT_REALLY and not _elsewhere(scene, i)
    return False


def _elsewhere(scene: Scene, negator: int) -> bool:
    norms = scene.words.norms
    if norms[scene.first] in _OWN_VERB and norms[negator] not in _NOBODY:
        return True
    if norms[negator : negator + 3] == ["no", "reason", "why"]:
        return True
    if norms[negator] == "no" and negator + 1 == scene.first and norms[scene.first].endswith("ing"):
        return True  # "No picking and choosing" is an order
    relative = norms[negator - 2 : negator]
    if _RELATIVE.intersection(relative) and scene.first - negator > 2:
        return True
    if not _TURNED_AWAY.isdisjoint(norms[negator + 1 : scene.first]) or _is_asked_not_to(norms, negator):
        return True
    if _is_advice(norms[scene.sentence.first : negator]):
        return True
    # "If rent is not paid further action will be taken": the condition is negative, the threat is not.
    conditional = _CONDITIONS.intersection(norms[scene.sentence.first : negator])
    return bool(conditional) and bool(_OWN_VERB.intersection(norms[negator + 1 : scene.last]))


def _is_asked_not_to(norms: list[str], negator: int) -> bool:
    # "It would be wise not to …", "staff were told not to …"; but "this is not to blame you".
    return norms[negator : negator + 2] == ["not", "to"] and norms[negator - 1] not in _OWN_VERB


def _is_advice(before: list[str]) -> bool:
    # "Don't walk home alone": told not to, which denies nothing.
    return before[-1:] == ["do"] and (len(before) == 1 or before[-2] in _BEFORE_ADVICE)
