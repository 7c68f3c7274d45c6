"""Somebody who did harm: "the man who attacked you", "your ex-husband", and "he" after them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainletter.checking.contexts.fillers import skip_back
from plainletter.checking.contexts.scene import UNCLEAR, Scene, Unclear

Spans = list[tuple[int, int, int]]  # where the name starts and ends, and where all that is said of it ends

_REACH = 80  # words: who "he" is was said in this sentence or the few before it
_DEEDS = (
    "attack|assault|abus|rap|groom|threaten|stalk|harass|bull|robb|rob|mugg|exploit|traffick|controll|beat|punch|slapp|kick|strangl"
    "|chok|coerc|forc|trick|burgl|defraud|cheat|conn|scamm|injur|harm|kill|murder|stabb|shov|push|drugg|spik|film|imprison|shout"
    "|smash|grabb|touch|violat|mistreat|frighten|scar|terroris|blackmail|neglect|molest|follow"
)
_IRREGULAR = (
    "hit|hits|hurt|hurts|bit|spat at|stole|steals|stole from|steals from|lied to|lies to|lying to|took|drove into|ran over"
)
_DID = rf"(?:(?:{_DEEDS})(?:s|es|ed|ied|ies|y|ing|ying|e|en|)|{_IRREGULAR})"
_VICTIM = "you|your|her|him|them|his|their|it|this|people|others|someone|somebody|women|children|girls|boys|a|the"
_BETWEEN = r"(?:\w+ly |has |have |had |is |are |was |were |may |might |first |also |once |then |used to |been |be |being ){0,3}"
_OWNER = "your|ur|her|his|their|my|the|an?|this|that|these|those|both|two|some"
_BLAMED = "convicted of|charged with|accused of|guilty of|to blame for|responsible for|arrested|on bail"
_KIN = frozenset("mother mum father dad parent husband wife partner boyfriend girlfriend family brother sister".split())
_NEVER = frozenset(
    """son daughter child children kid kids pupil pupils student students patient patients client clients tenant tenants
    resident residents user users baby claimant applicant""".split()
)
_FOLK = "man|men|woman|women|person|people|boys?|girls?|lads?|driver|neighbour|teacher|relative|adult|adults|stranger"
_BY_NAME = (
    r"ex(?:[- ](?:husband|wife|partner|boyfriend|girlfriend|bf|gf)|(?![-\w]))"
    r"|(?:former|estranged) (?:partner|husband|wife|boyfriend|girlfriend)"
    r"|abusers?|attackers?|rapists?|perpetrators?|bull(?:y|ies)|traffickers?|groomers?|stalkers?|assailants?|burglars?"
    r"|thie(?:f|ves)|muggers?|scammers?|fraudsters?|con ?m[ae]n|loan sharks?|kidnappers?|killers?|paedophiles?"
    r"|(?:drug )?dealers?|gang"
)
# Somebody named by what he is, by what he did, or by where it led; group names end up in the span.
_NAMED = re.compile(
    rf"\b(?P<name>{_BY_NAME})\b"
    rf"|\b(?:{_OWNER}) (?:\w+ ){{0,2}}?(?P<doer>(?:step-?)?[a-z]+),? who {_BETWEEN}"
    rf"(?:{_DID} (?:\w+ )?(?P<victim>{_VICTIM})|did (?:this|that|it|so)|{_BLAMED})\b"
    rf"|\b(?:the|that|this|those|both|an?) (?:\w+ )?(?P<told>{_FOLK}) (?:that {_BETWEEN}{_DID} you"
    rf"|(?:(?:that|whom?) )?you (?:have |had |are |were |\w+ly )?(?:reported|named|identified"
    rf"|fled|escaped|ran from|afraid of|frightened of"
    rf"|scared of|fear|gave evidence|told (?:us|me|the police) about)|(?:who (?:was|were|is|are) )?(?:{_BLAMED}))\b"
    rf"|\b(?P<folk>people|those|men|partners) who {_BETWEEN}(?:{_DID} (?:you|women|others|their (?:partners?|children|families))"
    rf"|{_BLAMED})\b"
    r"|\bwhat (?P<deed>(?:he|she|they) (?:did|does|do|has done|have done|had done))\b"
    rf"|\b(?P<he>he|she|they) (?:\w+ly |has |have |had |then |also |once |first ){{0,2}}{_DID} you\b"
    r"|\bif (?P<somebody>(?:your |a )?(?:partner|husband|wife|boyfriend|girlfriend|someone|somebody))\b"
    r"(?=[^.!?]*\b(?:you can|you are not|ring|call|talk to|text|helpline|safe|999)\b)",
    re.IGNORECASE,
)
_HINTS = frozenset(
    """who he she they ex former estranged those partners what abuser abusers attacker attackers rapist perpetrator
    perpetrators bully bullies trafficker traffickers groomer stalker assailant burglar burglars thief thieves mugger
    scammer scammers fraudster fraudsters conman shark sharks kidnapper killer paedophile dealer dealers gang man men
    person people reported partner husband wife boyfriend girlfriend someone somebody boy boys girl girls lad lads driver
    neighbour teacher relative adult stranger conmen""".split()
)
_OTHERS = re.compile(
    r"\b(?:son|daughter|child|kids?|mum|mother|baby|client|patient|pt|tenant|resident|pupil|student|mr|mrs|ms|miss)\b",
    re.IGNORECASE,
)
_SAME = {"she": re.compile(r"\bs?her?\b"), "he": re.compile(r"\b(?:he|him)\b"), "they": re.compile(r"\bth(?:ey|em)\b")}
_OBJECTS = {"she": re.compile(r"\bher$"), "he": re.compile(r"\b(?:him|his)$"), "they": re.compile(r"\b(?:them|their)$")}
_HIS = {"his": "he", "her": "she", "their": "they", "he": "he", "she": "she", "they": "they"}
_IFS = frozenset("if when should unless".split())
_VIOLENT = re.compile(
    r"(?:(?:an?|your|ur|his|her|their|the) )?(?:\w+ (?:and |or ))?(?:abusive|violent|controlling|coercive|possessive|aggressive)"
    r" (?:ex|partners?|husband|wife|boyfriend|girlfriend|relationships?)\b",
    re.IGNORECASE,
)
_SELF = frozenset("you we i".split())
_STARTS = frozenset(", ; : - – and but so that when if because".split())


def by_harmer(scene: Scene) -> bool | Unclear:
    """Tell whether somebody who did harm does what the match says, as far as the words or the parse show."""
    if _VIOLENT.match(scene.text, scene.start, scene.end):
        return True
    spans = _harmers(scene)
    if not spans:
        return False
    words = scene.words
    first = words.norms[scene.first]
    opening = scene.first + (first in _IFS)
    if words.norms[opening] in _HIS and opening + 1 < scene.last:
        return _is_last_named(scene, words.starts[opening], _HIS[words.norms[opening]], spans)
    if any(start < scene.start < end for start, end, _ in spans) or _begins_with(scene, spans):
        return True
    place = skip_back(scene)
    if place is None:
        return False
    told = _at(scene, words.starts[place], words.norms[place], spans)
    if told or not _in_sentence(scene, spans):
        return told
    if words.norms[place] in _SELF and (place == scene.sentence.first or words.norms[place - 1] in _STARTS):
        return False
    if scene.parse is None:
        return UNCLEAR
    token = scene.parse.at(scene.start)
    found = scene.parse.subject_of(token) if token is not None else None
    return found is not None and _at(scene, scene.parse.starts[found[0]], scene.parse.norms[found[0]], spans)


def _harmers(scene: Scene) -> Spans:
    """Return the places, in the folded text, of what names somebody who did harm, up to the end of the sentence."""
    words, low = scene.words, max(0, scene.first - _REACH)
    if _HINTS.isdisjoint(words.norms[low : scene.sentence.last]):
        return []
    return list(_named(scene.text, words.starts[low], scene.sentence.end))


def _named(text: str, low: int, high: int) -> Iterator[tuple[int, int, int]]:
    for match in _NAMED.finditer(text, low, high):
        doer = (match["doer"] or "").lower()
        if doer in _NEVER or (doer in _KIN and (match["victim"] or "").lower() not in ("you", "your")):
            continue
        group = next(name for name in ("name", "doer", "folk", "told", "deed", "he", "somebody") if match[name])
        yield *match.span(group), match.end()


def _at(scene: Scene, position: int, norm: str, spans: Spans) -> bool:
    if norm in _HIS:
        return _is_last_named(scene, position, _HIS[norm], spans)
    return any(start <= position < end or position < whole == position + len(norm) for start, end, whole in spans)


def _begins_with(scene: Scene, spans: Spans) -> bool:
    # "They lie" and "partner is not allowed to" begin with the doer; a word that is itself what is flagged ("offender") does not.
    return any(start == scene.start and end < scene.end for start, end, _ in spans)


def _in_sentence(scene: Scene, spans: Spans) -> bool:
    if any(scene.sentence.start <= start < scene.start for start, _, _ in spans):
        return True
    return not {"he", "she", "they"}.isdisjoint(scene.norms_before())


def _is_last_named(scene: Scene, position: int, pronoun: str, spans: Spans) -> bool:
    """Tell whether a harmer is the last person named before a pronoun, or is this pronoun."""
    last = max((span for span in spans if span[0] <= position), default=None)
    if last is None or _OBJECTS[pronoun].search(scene.text, last[0], last[2]):  # "the man who hit him": which of the two is he?
        return False
    between = last[1], max(last[1], position)
    if _OTHERS.search(scene.text, *between):
        return False
    # In a letter "she" is not the reader; in a note it may be the client, whom he hurt.
    return scene.setting.addressed or not _SAME[pronoun].search(scene.text.lower(), *between)
