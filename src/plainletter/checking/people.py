"""The people whom a letter names: relatives, staff, animals, and anybody with a capital letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from plainletter.checking.addressee import TITLES, Addressee, Gender, Sets, gender_of
from plainletter.checking.words import Words

Tie = Literal["reader", "close", "staff"]  # "close": relatives, friends, names, animals: whom a letter goes on about

NOUNS: Mapping[str, tuple[Gender | None, Tie]] = {
    **dict.fromkeys(
        """mother mum mummy mam mom sister daughter wife girlfriend aunt auntie aunty niece grandmother gran granny nan nana nanny
        grandma stepmother stepmum stepdaughter stepsister granddaughter fiancée fiancee girl woman lady landlady godmother widow
        mother-in-law daughter-in-law sister-in-law ex-wife ex-girlfriend""".split(), ("she", "close")
    ),
    **dict.fromkeys(
        """father dad daddy brother son husband boyfriend uncle nephew grandfather grandad grandpa granddad stepfather stepdad
        stepson stepbrother grandson fiancé boy man gentleman bloke guy godfather widower father-in-law son-in-law brother-in-law
        ex-husband ex-boyfriend""".split(), ("he", "close")
    ),
    **dict.fromkeys(
        """partner child baby toddler infant newborn twin friend neighbour cousin parent sibling grandchild grandparent stepchild
        carer guardian lodger flatmate housemate classmate person someone somebody anyone anybody everyone everybody other ex
        ex-partner abuser attacker bully stranger perpetrator dog cat puppy kitten rabbit pony horse hamster parrot landlord
        teenager pupil student adult youngster boss employer volunteer donor""".split(), (None, "close")
    ),
    **dict.fromkeys(
        """doctor gp consultant nurse midwife visitor worker keyworker psychologist psychiatrist therapist counsellor
        physiotherapist physio dietitian dietician pharmacist surgeon registrar receptionist secretary teacher
        headteacher tutor manager officer solicitor lawyer advocate interpreter colleague judge driver assistant
        specialist sergeant coach mentor inspector paramedic anaesthetist dentist optician practitioner adviser
        advisor coordinator co-ordinator clinician oncologist neurologist cardiologist optometrist podiatrist
        radiographer sonographer matron warden caretaker councillor magistrate chaplain imam priest vicar minister
        pastor trainee""".split(), (None, "staff")
    ),
}  # fmt: skip
_LABELS = frozenset(
    "patient client lady gentleman woman man user resident tenant applicant claimant person girl boy pupil child".split()
)
_POINTING = frozenset("this the our my said".split())
_BE = frozenset("be is are was were been being 's 're as became become remains".split())
_ARTICLES = frozenset("a an".split())
PLACES = frozenset(
    """hospital house clinic ward road street lane service services team centre center unit trust school council act scale court
    college university surgery practice park avenue close foundation society association library church hall day scheme fund
    bank place plan project farm bridge charity department office disease syndrome test score""".split()
)
_INSIDE = frozenset("in at near via around the throughout across".split())
NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december i christmas easter ramadan eid diwali english welsh scottish irish british french polish urdu
    bengali punjabi arabic romanian ukrainian england scotland wales ireland britain london nhs gp uk""".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody is named at ``words[first:last]``: the reader, or somebody ``close`` or ``staff``."""

    first: int
    last: int
    gender: Gender | None
    tie: Tie
    called: bool = False  # by a name, a title or a label, and not by a pronoun
    owner: bool = False  # "her" of "her mother"


def mention_at(words: Words, place: int, first: int, end: int, reader: Addressee, sets: Sets) -> Mention | None:
    """Return who is named from ``words[place]`` on, within the sentence ``words[first:end]``."""
    norm, text = words.norms[place], words.texts[place]
    if norm.rstrip(".") in TITLES and place + 1 < end and text[0].isupper() and words.texts[place + 1][0].isupper():
        return _titled(words, place, end, reader, sets)
    if norm in NOUNS and not (text[0].isupper() and place > first and _place_name(words, place, end)):
        return _noun(words, place, first, reader)
    if norm in _LABELS and _label(words, place, first) and not reader.about:
        return Mention(place, place + 1, None, "reader", called=True)
    if len(text) > 1 and text[0].isupper() and not text.isupper():
        return _named(words, place, first, end, reader, sets)
    return None


def capitals_after(words: Words, place: int, end: int) -> int:
    """Return the end of the run of capitalised words from ``place`` on, of six at most."""
    last, end = place + 1, min(end, place + 6)
    while last < end and words.texts[last][0].isupper() and len(words.texts[last]) > 1 and words.norms[last] not in NOT_NAMES:
        last += 1
    return last


def is_word(norm: str) -> bool:
    """Tell whether this is a word of the language, and not only a name."""
    from plainletter.checking.complexity import complexity  # a table of 15,000 words, wanted for few sentences

    return complexity(norm) is not None


def _titled(words: Words, place: int, end: int, reader: Addressee, sets: Sets) -> Mention:
    title, last = words.norms[place].rstrip("."), capitals_after(words, place + 1, end)
    names = [text.lower() for text in words.texts[place + 1 : last]]
    gender = TITLES[title] or gender_of(names[0], sets)
    agrees = not reader.titles or title in reader.titles or gender == reader.gender == "she"
    if names[-1] in reader.surnames and agrees and (len(names) == 1 or not reader.first_names or names[0] in reader.first_names):
        return Mention(place, last, reader.gender or gender, "reader", called=True)
    return Mention(place, last, gender, "close" if title in ("mr", "mrs", "ms", "miss", "mx", "master") else "staff", called=True)


def _noun(words: Words, place: int, first: int, reader: Addressee) -> Mention | None:
    norm = words.norms[place]
    gender, tie = NOUNS[norm]
    if _is_what_they_are(words, place, first):
        return None
    if norm in _LABELS and _label(words, place, first) and not reader.about and not reader.several:
        return Mention(place, place + 1, gender, "reader", called=True)
    return Mention(place, place + 1, gender, tie, called=True)


def _is_what_they_are(words: Words, place: int, first: int) -> bool:
    # "She is a mother of two", "works as a retired nurse": nobody new.
    back = place - 1
    while back >= first and words.norms[back] not in _ARTICLES and place - back < 5 and words.texts[back].isalpha():
        back -= 1
    return back > first and words.norms[back] in _ARTICLES and words.norms[back - 1] in _BE


def _label(words: Words, place: int, first: int) -> bool:
    # "This pleasant 42-year-old lady", "the patient": in a letter to one person, that is who reads it.
    near = words.norms[max(first, place - 8) : place]
    aged = "old" in near and "year" in near
    if aged and not _POINTING.union(_ARTICLES).isdisjoint(near):
        return True
    pointing = _POINTING if words.norms[place] in ("patient", "client", "user", "tenant", "applicant", "claimant") else {"this"}
    return any(norm in pointing for norm in near[-4:]) and "next" not in near and "other" not in near


def _named(words: Words, place: int, first: int, end: int, reader: Addressee, sets: Sets) -> Mention | None:
    last = capitals_after(words, place, end)
    name = words.texts[place].lower()
    if name in reader.first_names and _is_readers(words, place, last, reader):
        return Mention(place, last, reader.gender, "reader", called=True)
    if name in reader.about:
        return Mention(place, last, gender_of(name, sets), "close", called=True)
    if _place_name(words, place, end) or words.norms[place] in NOT_NAMES:
        return None
    known = gender_of(name, sets)
    if known is None and (is_word(name) or is_word(words.norms[place]) or (place > first and words.norms[place - 1] in _INSIDE)):
        return None
    return Mention(place, last, known, "close", called=True)


def _is_readers(words: Words, place: int, last: int, reader: Addressee) -> bool:
    other = last > place + 1 and reader.surnames and words.texts[last - 1].lower() not in reader.surnames | reader.first_names
    return not other and not _place_name(words, place, last + 1)


def _place_name(words: Words, place: int, end: int) -> bool:
    last = capitals_after(words, place, min(end, len(words)))
    return any(norm in PLACES for norm in words.norms[place:last])


def mentions_in(words: Words, first: int, end: int, reader: Addressee, sets: Sets) -> Iterator[Mention]:
    """Yield everybody who is named in the sentence ``words[first:end]``, in order, pronouns apart."""
    place = first
    while place < end:
        found = mention_at(words, place, first, end, reader, sets)
        if found is not None:
            yield found
        place = found.last if found else place + 1
