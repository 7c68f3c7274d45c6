"""Subject: who does it? The client, the service, a thing, or a person who did harm."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from plainletter.checking.contexts.fillers import skip_back
from plainletter.checking.contexts.harm import by_harmer
from plainletter.checking.contexts.scene import UNCLEAR, Scene, Unclear, Verdict
from plainletter.checking.parse import Parse

Who = Literal["person", "service", "harmer", "thing"]

_BE = frozenset("be is are was were been being".split())
_THIRD = frozenset("he she they".split())
_JOINERS = frozenset("and or but then , who which that & to".split())
_NOTE_START = frozenset(": ; – — - • * . ? ! / ( ) ×".split())
_TOWARDS_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_HARM = frozenset(
    """police arrested charged convicted bail court accused attacked assaulted hit punched slapped kicked choked strangled
    threatened grabbed stalked harassed followed hurt""".split()
)
_PRONOUNS: dict[str, Who] = {
    **dict.fromkeys(("we", "i", "us"), "service"),
    **dict.fromkeys(("it", "this", "that", "these", "those", "which", "there", "what"), "thing"),
    **dict.fromkeys(
        "you u ur he she they him her them yourself himself herself who everyone anyone somebody someone".split(), "person"
    ),
}
_OWNERS: dict[str, Who] = {
    **dict.fromkeys(("your", "ur", "his", "her", "their"), "person"), **dict.fromkeys(("our", "my"), "service"), "its": "thing",
}  # fmt: skip
_STAFF_TITLES = frozenset("dr doctor nurse sister midwife prof professor".split())
_KINDS: tuple[tuple[str, Who], ...] = (
    ("harmer", "harmer"), ("client", "person"), ("relative", "person"), ("people", "person"), ("service", "service"),
)  # fmt: skip
_REASONS: dict[Who, str] = {
    "person": "a person does it here",
    "service": "the service does it, not the client",
    "harmer": "somebody who did harm does it, not the client",
    "thing": "a thing does it, not a person",
}


@dataclass(frozen=True, slots=True)
class _Noun:
    """A noun or pronoun that may be the doer: the word before it, and whether it is a name."""

    norm: str
    before: str
    named: bool


def subject(scene: Scene) -> Verdict:
    """Clear a match whose doer is not the kind of doer that the entry is about."""
    wanted = scene.entry.subject
    if wanted is None:
        return _done_by_harmer(scene)
    who = doer(scene)
    if isinstance(who, Unclear):
        return UNCLEAR
    if who == wanted:
        return None
    return "nobody is named as doing it" if who is None else _REASONS[who]


def _done_by_harmer(scene: Scene) -> Verdict:
    if scene.group == "jargon" or scene.entry.category == "third_person":
        return None
    harmful = by_harmer(scene)
    if isinstance(harmful, Unclear):
        return UNCLEAR
    return _REASONS["harmer"] if harmful else None


def doer(scene: Scene) -> Who | Unclear | None:
    """Return who does what the match says, from the words before it, or from the parse where there is one."""
    harmful = by_harmer(scene)
    if harmful is True:
        return "harmer"
    if isinstance(harmful, Unclear):
        return UNCLEAR
    return _from_words(scene) if scene.parse is None else _from_parse(scene, scene.parse)


def _from_words(scene: Scene) -> Who | Unclear:
    words = scene.words
    place = skip_back(scene)
    if place is None or words.norms[place] in _NOTE_START:
        # Clinical notes drop the subject ("Denies chest pain"), and then it is the client.
        return "person"
    norm = words.norms[place]
    if _is_passive(words.norms[place + 1 : scene.first + 1]) or norm in _JOINERS:
        return UNCLEAR
    if norm in _OWNERS:
        return _OWNERS[norm]
    first = place == scene.sentence.first
    before = "" if first else words.norms[place - 1]
    named = words.texts[place].istitle() and (not first or _is_no_word(norm))
    return _kind_of(scene, _Noun(norm, before, named)) or UNCLEAR


def _is_passive(verb: Sequence[str]) -> bool:
    return verb[-1].endswith("ed") and bool(_BE.intersection(verb[:-1]))


def _from_parse(scene: Scene, parse: Parse) -> Who | None:
    token = parse.at(scene.start)
    found = parse.subject_of(token) if token is not None else None
    if found is None:
        place = skip_back(scene)
        return "person" if place is None or scene.words.norms[place] in _NOTE_START | _JOINERS else None
    head, passive = found
    if passive:
        return "service"
    before = parse.norms[head - 1] if head else ""
    return _kind_of(scene, _Noun(parse.norms[head], before, parse.tags[head].startswith("NNP"))) or "thing"


def _kind_of(scene: Scene, noun: _Noun) -> Who | None:
    if noun.norm in _THIRD and _somebody_harmful(scene):
        return "harmer"
    if noun.norm in _PRONOUNS:
        return _PRONOUNS[noun.norm]
    sets = scene.setting.sets
    for name, who in _KINDS:
        if any(form in sets[name] for form in (*_singular(noun.norm), f"{noun.before} {noun.norm}")):
            if noun.before == "our" and name == "relative":
                return "service"  # "our carers did not come"
            return "harmer" if who == "person" and noun.before in ("ex", "ex-") else who
    if noun.named:
        # "Mr Shah" is somebody's client; "Dr Shah" is not.
        return "service" if noun.before.rstrip(".") in _STAFF_TITLES else "person"
    return None


def _is_no_word(norm: str) -> bool:
    from plainletter.checking.complexity import complexity  # a table of 15,000 words, wanted for few sentences

    return complexity(norm) is None


def _singular(norm: str) -> tuple[str, ...]:
    return (norm, norm.removesuffix("s"), norm.removesuffix("es"), re.sub("ies$", "y", norm))


def _somebody_harmful(scene: Scene) -> bool:
    harmers = scene.setting.sets["harmer"]
    low = scene.previous.first if scene.previous is not None else scene.sentence.first
    norms = scene.words.norms
    around = [*norms[low : scene.first], *norms[scene.last : scene.sentence.last]]
    if harmers.intersection(around) or any(f"{a}-{b}" in harmers for a, b in pairwise(around)):
        return True
    if not scene.setting.addressed:
        return False
    # "He refused to go and smashed your phone": in a letter to you, he is not you; nor is he whom the police spoke to.
    return bool(_TOWARDS_YOU.search(scene.text, scene.end, scene.sentence.end)) or not _HARM.isdisjoint(around)
