"""Safety: an instruction that keeps somebody safe and says why may be firm."""

from __future__ import annotations

import re

from plainletter.checking.contexts.scene import Scene, Verdict

_REASON = re.compile(
    r"\b(?:because|so that|so (?:the|your|you|we|it|that)|as (?:this|that|it|the|they|you|your|there|he|she|a|an|one|even)"
    r"|since|to (?:avoid|prevent"
    r"|make sure|protect|lower|reduce)|in case|otherwise|or (?:you|it|the)|can (?:cause|make|be)|could (?:cause|make"
    r"|be)|makes?|slows?)\b",
    re.IGNORECASE,
)
_DANGER = re.compile(
    r"\b(?:999|112|111|a&e|ambulance|emergency|emergencies|an(?:a)?esthe(?:tic|tist|sia|tics)|sedat(?:ion|ed|ive)|driv(?:e|es|ing)|overdose|fast(?:ing)?|allerg(?:y|ies|ic)|bleed(?:s|ing)?|"
    r"chok(?:e|ing)|stop breathing|breath(?:e|ing)|unconscious|seizures?|fits?|burns?|fire|poison(?:ing|ous)?"
    r"|danger(?:ous)?|harm(?:s|ful)?|infect(?:ion|ed|ious)|clots?|stroke|heart attack|"
    r"sepsis|meningitis|withdrawal|toxic|faint(?:ing)?|fall(?:ing|s)?|machinery|reactions?|pregnan(?:t|cy)|safe(?:ly|ty)?|unsafe|germs?|drown(?:ing|ed)?|suffocat(?:e|ion)|electric(?:al)?|shocks?|fumes|gas|die|death|kill|radiation|magnet|pacemaker|miscarriage|choke|surgery|operation)\b",
    re.IGNORECASE,
)
# The reason as a sentence of its own: "Never leave a baby alone in the bath. Babies can drown."
_NEXT = re.compile(r"\s*(?P<said>[A-Z][^.!?]{5,160})[.!?]")
_INSTRUCTION = re.compile(r"\W*(?:please )?(?:never|always|do not|don't|keep|store|lay|stop|wear|use)\b", re.IGNORECASE)
_HAPPENS = re.compile(r"\b(?:can|could|may|might|kills?|causes?)\b", re.IGNORECASE)
_ORDER = re.compile(r"\b(?:you (?:must|will|should|have to)|we will|failure|please|do not)\b", re.IGNORECASE)
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
    return "the next sentence gives the safety reason" if _reason_follows(scene) else None


def _reason_follows(scene: Scene) -> bool:
    if not _INSTRUCTION.match(scene.text, scene.sentence.start):
        return False
    follows = _NEXT.match(scene.text, scene.sentence.end)
    said = follows["said"] if follows else ""
    return bool(_DANGER.search(said) and _HAPPENS.search(said)) and not _ORDER.search(said)
