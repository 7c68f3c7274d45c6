"""Whom a text speaks to: the person it is about, a professional, or nobody; and what that reader is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from plainletter.checking.prose import Passage, Prose
from plainletter.findings import DocType

Kind = Literal["person", "professional", "nobody"]
Sets = Mapping[str, frozenset[str]]
Gender = Literal["she", "he"]

TITLES: Mapping[str, Gender | None] = {
    "mr": "he", "master": "he", "mrs": "she", "ms": "she", "miss": "she", "mx": None, "dr": None, "doctor": None,
    "prof": None, "professor": None, "nurse": None, "sister": "she", "pc": None, "dc": None, "sgt": None, "rev": None,
    "reverend": None, "sir": "he", "lady": "she", "cllr": None, "councillor": None, "judge": None,
}  # fmt: skip
_SOCIAL = frozenset(("mr", "mrs", "ms", "miss", "mx", "master"))
_PROFESSIONALS = frozenset(
    """dr doctor doctors prof professor colleague colleagues gp gps consultant nurse sister team teams officer midwife practice
    surgery secretary manager clinician clinicians partners headteacher head teacher worker panel referrer practitioner
    pharmacist psychologist psychiatrist physiotherapist therapist surgeon matron registrar councillor cllr""".split()
)
_PARENTS = frozenset("parent parents carer carers guardian guardians family families mum dad mother father".split())
_STATUS = frozenset(
    """sir sirs madam patient client tenant resident customer applicant claimant occupier householder pupil student all both
    everyone everybody friend friends neighbour neighbours there again folks sir/madam""".split()
)
_GREETING = re.compile(
    r"\s*(?:dear|hi|hello|hiya|good (?:morning|afternoon|evening)|morning|hey)(?: there)?\b[ ,]{0,2}"
    r"(?P<names>(?-i:(?:[A-Z][\w'’-]*\.?|and|or|&|/|of|to|parents?|carers?|colleagues?|all|both|everyone|sir|madam|\(s\))"
    r"[ /,]?(?<!,)){1,8})?"
    r"(?P<small>[a-z][a-z'-]+(?=[,!]))?",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\s*to whom it may concern\b", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z][\w'’-]*")
_YOU = re.compile(r"\b(?<!thank )(?:you|your|yours)\b", re.IGNORECASE)
_THIRD = re.compile(
    r"\b(?:he|she|him|her|his|the patient|this (?:patient|lady|gentleman|man|woman|child|family))\b", re.IGNORECASE
)
_REFERRAL = re.compile(
    r"\b(?:(?:many thanks|thank you|thanks) for (?:referring|seeing|asking (?:me|us) to see|reviewing|assessing"
    r"|your (?:referral|letter)(?: of| about| regarding))"
    r"|grateful (?:if you (?:could|would) (?:see|review|assess|accept|consider)|for your (?:opinion|advice) (?:on|about)))\W+"
    r"(?:(?P<title>(?-i:Mr|Mrs|Ms|Miss|Mx|Master))\.? (?:[A-Z]\w+ )?(?P<surname>(?-i:[A-Z])[\w'’-]+)|(?P<label>this|the|your) )",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\s*(?:re|regarding|subject|patient|client|child|pupil|name)\b\s*[:.–-]?\s*(?:(?P<title>Mr|Mrs|Ms|Miss|Mx|Master)\.? )?"
    r"(?P<names>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Master)\.? (?P<first>[A-Z][\w'’-]+) (?P<surname>[A-Z][\w'’-]+)")
_BORN = re.compile(r"\b(?:d\.?o\.?b|born|nhs|chi)\b", re.IGNORECASE)
_CAPITALS = re.compile(r"\b[A-Z][\w'’-]+")
_HEAD, _LINE, _START = 40, 120, 20_000  # passages; code points of a line about somebody, and of a letter


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who reads: names and titles in small letters, and the pronoun that they go with.

    ``several``: two people, or a parent who is greeted as one. ``about``: names of somebody else whom the letter is about.
    ``signed``: the first words of the lines below the letter, where its writer signs. ``start`` and ``end`` are the greeting in
    the folded text, or its first line.
    """

    kind: Kind
    first_names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    several: bool = False
    about: frozenset[str] = frozenset()
    gender: Gender | None = None
    signed: frozenset[str] = frozenset()
    greeted: bool = False
    start: int = 0
    end: int = 0

    @property
    def named(self) -> bool:
        """Whether the reader is greeted by a name."""
        return bool(self.first_names or self.surnames)


NOBODY = Addressee("nobody")


def gender_of(name: str, sets: Sets) -> Gender | None:
    """Return which pronoun a first name mostly goes with, or None where it goes with either or is not known."""
    return "she" if name in sets["she_names"] else "he" if name in sets["he_names"] else None


def addressee_of(prose: Prose, doc_type: DocType, sets: Sets) -> Addressee:
    """Tell whom a text speaks to; notes in a record and guidance speak to nobody."""
    first = _first_line(prose)
    if doc_type in ("note", "guidance") or first is None:
        return Addressee("nobody", start=first[0] if first else 0, end=first[1] if first else 0)
    greeting = _greeting(prose)
    if greeting is None:
        speaks = _speaks(prose.text[:_START]) and not any(
            _NOBODY.match(prose.text, passage.start) for passage in prose.passages[:_HEAD]
        )
        return Addressee("person" if speaks else "nobody", start=first[0], end=first[1])
    match, passage = greeting
    greeted = _named(match, sets)
    given = frozenset(_given_names(prose.text[: match.start()], greeted.surnames))
    reader = replace(
        greeted,
        kind=_kind(greeted.kind, prose.text[match.end() : match.end() + _START], greeted.surnames),
        first_names=greeted.first_names | given,
        greeted=True,
        start=match.start() + len(match[0]) - len(match[0].lstrip()),
        end=_line_end(prose.text, match.end(), passage.end),
    )
    return replace(reader, about=reader.about | _others(prose, reader, sets), signed=_signed(prose, match.end()))


def _greeting(prose: Prose) -> tuple[re.Match[str], Passage] | None:
    for kinds in (("salutation",), ("paragraph", "list_item", "heading", "furniture")):
        for passage in prose.passages[:_HEAD]:
            if passage.kind in kinds:
                match = _GREETING.match(prose.text, passage.start, passage.end)
                if match and (match["names"] or match["small"] or passage.kind == "salutation"):
                    return match, passage
    return None


def _named(greeting: re.Match[str], sets: Sets) -> Addressee:
    words = [word.rstrip(".") for word in _NAME.findall(greeting["names"] or greeting["small"] or "")]
    lower = [word.lower() for word in words]
    if not _PROFESSIONALS.isdisjoint(lower):
        return Addressee("professional")
    if not _PARENTS.isdisjoint(lower):
        about = frozenset(lower[lower.index("of") + 1 :] if "of" in lower else ()) - TITLES.keys()
        return Addressee("person", several=True, about=about)
    titles = frozenset(word for word in lower if word in _SOCIAL)
    several = any(word in ("and", "or") for word in lower) or "&" in greeting[0]
    names = [word for word in lower if word not in TITLES and word not in _STATUS and word not in ("and", "or", "of", "to")]
    if several:
        return Addressee("person", frozenset(() if titles else names), frozenset(names[-1:] if titles else ()), titles, several)
    surname = frozenset(names[-1:]) if titles or len(names) > 1 else frozenset[str]()
    first = frozenset(names[:1]) if len(names) > 1 or not titles else frozenset[str]()
    gender = next((TITLES[title] for title in titles), None) or (gender_of(names[0], sets) if names else None)
    return Addressee("person", first, surname, titles, gender=gender)


def _given_names(head: str, surnames: frozenset[str]) -> Iterator[str]:
    # The address above the greeting often has the first name: "Mrs Jean Okoro".
    for match in _ADDRESSED.finditer(head):
        if match["surname"].lower() in surnames:
            yield match["first"].lower()


def _kind(greeted: Kind, body: str, surnames: frozenset[str]) -> Kind:
    if greeted == "professional":
        # A doctor can be a patient: then the letter says "you", and speaks of nobody else.
        return "person" if len(_YOU.findall(body)) > 2 and not _THIRD.search(body) and not _REFERRAL.search(body) else greeted
    referred = _REFERRAL.search(body)
    return "professional" if referred and referred["surname"] and referred["surname"].lower() not in surnames else "person"


def _others(prose: Prose, reader: Addressee, sets: Sets) -> frozenset[str]:
    for passage in prose.passages[:_HEAD]:
        line = prose.text[passage.start : passage.end]
        short = len(line) <= _LINE and passage.kind in ("furniture", "heading", "paragraph")
        match = _ABOUT.match(line) if short else None
        if match and (match["title"] or _BORN.search(line)):
            names = [name.lower() for name in _CAPITALS.findall(match["names"])]
            return frozenset() if _is_reader(names, (match["title"] or "").lower(), reader, sets) else frozenset(names)
    return frozenset()


def _is_reader(names: Sequence[str], title: str, reader: Addressee, sets: Sets) -> bool:
    if reader.first_names:
        return not reader.first_names.isdisjoint(names)
    if reader.surnames.isdisjoint(names):
        return False
    if title:
        return not reader.titles or title in reader.titles or TITLES[title] == reader.gender == "she"
    return reader.gender in (None, gender_of(names[0], sets))


def _signed(prose: Prose, after: int) -> frozenset[str]:
    begun = next((passage.start for passage in prose.passages if passage.kind == "paragraph" and passage.start >= after), after)
    below = [passage for passage in prose.passages if passage.kind == "furniture" and passage.start > begun]
    lines = (line for passage in below for line in prose.text[passage.start : passage.end].splitlines())
    return frozenset(match[0].lower() for match in map(_CAPITALS.match, lines) if match)


def _speaks(text: str) -> bool:
    return len(_YOU.findall(text)) > len(_THIRD.findall(text)) / 2


def _first_line(prose: Prose) -> tuple[int, int] | None:
    for kinds in (("paragraph", "list_item", "heading", "quote", "salutation"), ("furniture", "table")):
        for passage in prose.passages:
            if passage.kind in kinds:
                return passage.start, _line_end(prose.text, passage.start, passage.end)
    return None


def _line_end(text: str, start: int, end: int) -> int:
    stop = text.find("\n", start, end)
    return max(start + 1, start + len(text[start : end if stop < 0 else stop].rstrip()))
