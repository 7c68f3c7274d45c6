"""Safety: an instruction that keeps somebody safe and says why may be firm."""

from __future__ import annotations

import re

from plainletter.checking.contexts.scene import Scene, Verdict

_REASON = re.compile(
    r"\b(?:because|so that|so (?:the|your|you|we|it|that)|as (?:this|it|the|they|you)|since|to (?:avoid|prevent"
    r"|make sure|protect|lower|reduce)|in case|otherwise|or (?:you|it|the)|can (?:cause|make|be)|could (?:cause|make"
    r"|be)|makes?|slows?)\b",
    re.IGNORECASE,
)
_DANGER = re.compile(
    r"\b(?:999|112|111|a&e|ambulance|emergency|emergencies|an(?:a)?esthe(?:tic|tist|sia|tics)|sedat(?:ion|ed|ive)|driv(?:e|es|ing)|overdose|fast(?:ing)?|allerg(?:y|ies|ic)|bleed(?:s|ing)?|"
    r"chok(?:e|ing)|stop breathing|breath(?:e|ing)|unconscious|seizures?|fits?|burns?|fire|poison(?:ing|ous)?"
    r"|danger(?:ous)?|harm(?:s|ful)?|infect(?:ion|ed|ious)|clots?|stroke|heart attack|"
    r"sepsis|meningitis|withdrawal|toxic|faint(?:ing)?|fall(?:ing|s)?|machinery|reactions?|pregnan(?:t|cy)|safe(?:ly|ty)?|unsafe|die|death|kill|radiation|magnet|pacemaker|miscarriage|choke|surgery|operation)\b",
    re.IGNORECASE,
)
_EMERGENCY = re.compile(
    r"\b(?:call|ring|dial|phone|go to|contact)\b[^.]{0,20}\b(?:999|112|111|a&e|an ambulance|emergency)", re.IGNORECASE
)


def safety(scene: Scene) -> Verdict:
    """Clear a command that is about safety and gives its reason, or that sends the reader to emergency help."""
    sentence = scene.text[scene.sentence.start : scene.sentence.end]
    if _EMERGENCY.search(sentence):
        return "it sends the reader to emergency help"
    if _DANGER.search(sentence) and _REASON.search(sentence):
        return "it is a safety instruction that gives its reason"
    return None
