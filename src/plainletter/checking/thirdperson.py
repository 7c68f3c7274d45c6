"""Whom a letter's "she" means: the person it is addressed to, or somebody else.

A small resolver over the letter's own words. The nearest person who was named and fits wins; whom the sentence before was about
comes first; where nobody else was named, a pronoun in a letter to somebody means that somebody, unless its sentence speaks to
"you" as well. Where it cannot tell, it decides for somebody else, so that the letter is left alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from plainletter.checking import ownname
from plainletter.checking.addressee import Addressee, Gender, Sets
from plainletter.checking.mums import bare_mums, is_to_a_parent
from plainletter.checking.people import Mention, mentions_in
from plainletter.checking.sentences import Sentence
from plainletter.checking.words import Words

PRONOUN, NAME, MUM = "third_person/he-or-she", "third_person/name-in-own-letter", "third_person/mum"
RULES = (PRONOUN, NAME, MUM)

_SOMEBODY = "it means somebody else, who is named in the letter"
_BESIDE_YOU = "the sentence speaks to the reader too, so it means somebody else"
_UNFIT = "it does not fit the reader, so it means somebody else"
_UNKNOWN = "nothing shows that it means the reader"

_PRONOUNS: Mapping[str, Gender | None] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "themself")),
}  # None: one person or many
_OWNING = frozenset(("his", "her", "their"))
_YOU = frozenset("you your yours yourself u ur".split())
_MANY = frozenset(
    """people staff team teams parents children family families doctors nurses services tablets friends tests results sessions
    appointments school college council police others both twins medicines effects symptoms feelings thoughts letters notes
    records voices attacks workers carers groups neighbours kids sisters brothers sons daughters""".split()
)
_SUBORDINATE = frozenset("when if because as before after although though while until once since whenever".split())
_CLAUSES = frozenset("that who which because and but or when if while so as , ; : said says told".split())
_HARM = frozenset("police arrested bail court charged convicted prison released custody abuse abused attacked threatened".split())
_RUNNING = ("paragraph", "list_item")
_STAFF_REACH, _CLOSE_REACH = 3, 8  # sentences
_MEMORY, _AHEAD, _SPAN = 60, 20, 60  # mentions before, mentions after, words: so that no text can make it slow


@dataclass(slots=True)
class _Story:
    """Who was named so far, each with the sentence; ``gender``: the pronoun that this letter uses for its reader."""

    words: Words
    reader: Addressee
    gender: Gender | None
    told: list[tuple[int, Mention]] = field(default_factory=list)

    def fits(self, mention: Mention, wanted: Gender) -> bool:
        gender = self.gender if mention.tie == "reader" else mention.gender
        return gender is None or gender == wanted

    def settle(self, place: int, wanted: Gender) -> None:
        """Remember that ``told[place]`` goes with this pronoun; so does "your GP, Dr Frame", who is one person."""
        number, mention = self.told[place]
        for index in range(max(0, place - 1), place + 1):
            at, other = self.told[index]
            if at == number and other.gender is None and 0 <= mention.first - other.first <= 3:
                self.told[index] = at, replace(other, gender=wanted)


@dataclass(frozen=True, slots=True)
class _Pronoun:
    """``words[place]`` in sentence ``number``, which may say "you" too, with those who are named later in that sentence."""

    place: int
    number: int
    sentence: Sentence
    later: Sequence[Mention]
    beside_you: bool


def referents_in(
    text: str, words: Words, sentences: Sequence[Sentence], reader: Addressee, sets: Sets
) -> dict[tuple[str, int], str]:
    """Tell whom each pronoun, each use of the reader's name and each bare "Mum" means, in a letter to a person.

    Returns:
        By rule and code point of ``text`` why it means somebody else, or "" where it means the reader.
    """
    if reader.kind != "person":
        return {}
    story = _Story(words, reader, reader.gender)
    found: dict[tuple[str, int], str] = {}
    to_a_parent = is_to_a_parent(text, reader)
    for number, sentence in enumerate(sentences):
        if sentence.kind not in _RUNNING:
            continue
        mums = set(bare_mums(words, sentence, reader)) if to_a_parent else set[int]()
        named = [_as_reader(one) if one.first in mums else one for one in _named(words, sentence, reader, sets)]
        found |= {(MUM, words.starts[place]): "" for place in mums}
        found |= {(NAME, words.starts[one.first]): "" for one in named if one.tie == "reader" and _has_name(words, one, reader)}
        for place, reason in _pronouns(number, sentence, named, story):
            found[PRONOUN, words.starts[place]] = reason
    return found


def _named(words: Words, sentence: Sentence, reader: Addressee, sets: Sets) -> Iterator[Mention]:
    for mention in mentions_in(words, sentence.first, sentence.last, reader, sets):
        by_name = mention.tie == "reader" and _has_name(words, mention, reader)
        if not by_name or ownname.speaks_about(words, mention, sentence, reader.signed):
            yield mention


def _as_reader(mention: Mention) -> Mention:
    return replace(mention, tie="reader")


def _has_name(words: Words, mention: Mention, reader: Addressee) -> bool:
    names = {text.lower() for text in words.texts[mention.first : mention.last]}
    return not names.isdisjoint(reader.first_names | reader.surnames)


def _pronouns(number: int, sentence: Sentence, named: Sequence[Mention], story: _Story) -> Iterator[tuple[int, str]]:
    words = story.words
    begins = {mention.first: mention for mention in named}
    firsts = list(begins)
    beside_you = _speaks_to_you(words, sentence)
    for place in range(sentence.first, sentence.last):
        if place in begins:
            story.told.append((number, begins[place]))
        norm = words.norms[place]
        if norm not in _PRONOUNS or _is_form(words, place, sentence):
            continue
        wanted = _PRONOUNS[norm]
        after = bisect_right(firsts, place)
        pronoun = _Pronoun(place, number, sentence, named[after : after + _AHEAD], beside_you)
        if wanted is None:
            yield place, _whom_they(pronoun, story)
            continue
        reason = _whom(pronoun, wanted, story)
        story.told.append((number, Mention(place, place + 1, wanted, "close" if reason else "reader", owner=norm in _OWNING)))
        if not reason and story.gender is None:
            story.gender = wanted
        yield place, reason


def _is_form(words: Words, place: int, sentence: Sentence) -> bool:
    # "he/she", "his or her": the rule about templates that nobody filled in looks after these; "His Majesty" is nobody here.
    near = words.norms[max(sentence.first, place - 2) : place], words.norms[place + 1 : min(place + 3, sentence.last)]
    paired = (len(side) == 2 and not {"/", "or"}.isdisjoint(side) and not _PRONOUNS.keys().isdisjoint(side) for side in near)
    return any(paired) or "majesty" in near[1]


def _whom(pronoun: _Pronoun, wanted: Gender, story: _Story) -> str:
    """Return why "he" or "she" means somebody else, or "" if it means the reader."""
    fitting = _fitting(pronoun, wanted, story)
    others = [index for index in fitting if story.told[index][1].tie != "reader"]
    if story.gender not in (None, wanted):
        if others:
            story.settle(others[-1], wanted)
        return _UNFIT
    subject = _subject_before(pronoun, wanted, story)
    if subject is not None and subject.tie == "reader":
        return ""
    spoken_of = any(at == pronoun.number and one.tie == "reader" for at, one in (story.told[index] for index in fitting))
    if not spoken_of and pronoun.beside_you:
        return _SOMEBODY if others else _BESIDE_YOU
    if fitting:
        if story.told[fitting[-1]][1].tie == "reader":
            return ""
        story.settle(fitting[-1], wanted)
        return _SOMEBODY
    return _by_default(pronoun, wanted, story)


def _by_default(pronoun: _Pronoun, wanted: Gender, story: _Story) -> str:
    """Nobody who fits was named before: it is the reader, if the letter greets one person, and is about that person."""
    norms = story.words.norms[pronoun.sentence.first : pronoun.sentence.last]
    before = story.words.norms[pronoun.sentence.first : pronoun.place]
    if story.reader.several or story.reader.about or not story.reader.named:
        return _UNKNOWN
    if not _SUBORDINATE.isdisjoint(before) and any(one.tie != "reader" and story.fits(one, wanted) for one in pronoun.later):
        return _SOMEBODY
    return _UNKNOWN if story.gender is None and not _HARM.isdisjoint(norms) else ""


def _fitting(pronoun: _Pronoun, wanted: Gender, story: _Story) -> list[int]:
    """Return the places in ``told`` of those whom the pronoun may mean."""
    last = len(story.told) - 1
    return [
        index
        for index in range(max(0, last - _MEMORY), last + 1)
        for at, mention in [story.told[index]]
        if story.fits(mention, wanted)
        and pronoun.number - at <= (_STAFF_REACH if mention.tie == "staff" else _CLOSE_REACH)
        and not (index == last and at == pronoun.number and _is_its_own_subject(pronoun, mention, story.words))
    ]


def _is_its_own_subject(pronoun: _Pronoun, mention: Mention, words: Words) -> bool:
    # "The nurse will ring her": nobody rings themselves with "her". "The nurse rang her brother" may be the nurse's.
    norm, after = words.norms[pronoun.place], words.texts[pronoun.place + 1 : pronoun.sentence.last][:1]
    if norm != "him" and not (norm == "her" and (not after or not after[0][0].isalpha())):
        return False
    return _CLAUSES.isdisjoint(words.norms[mention.last : pronoun.place])


def _subject_before(pronoun: _Pronoun, wanted: Gender, story: _Story) -> Mention | None:
    """Return whom the sentence before was about, for the "she" that opens a sentence."""
    words, place = story.words, pronoun.place
    opens = all(norm in _SUBORDINATE or not norm[0].isalpha() for norm in words.norms[pronoun.sentence.first : place])
    if words.norms[place] not in ("he", "she") or not opens:
        return None
    before = [one for at, one in story.told[-_MEMORY:] if at == pronoun.number - 1]
    subject = before[0] if before else None
    owns = subject is not None and (subject.owner or words.norms[subject.last : subject.last + 1] == ["'s"])
    return None if subject is None or owns or not story.fits(subject, wanted) else subject


def _whom_they(pronoun: _Pronoun, story: _Story) -> str:
    """Return why "they" does not mean the reader: the letter has not just named the reader, or has named others since."""
    words, place = story.words, pronoun.place
    since = [one for at, one in story.told[-_MEMORY:] if at >= pronoun.number - 1]
    called = next((one for one in since if one.called), None)
    if called is None or place - called.last > _SPAN or any(one.tie != "reader" for one in (*since, *pronoun.later)):
        return _UNKNOWN
    opens = words.norms[place] == "they" and place == pronoun.sentence.first
    first = called.first == 0 or words.norms[called.first - 1] in (".", "?", "!", ":", ",")
    if (opens and not first) or any(one.called for one in pronoun.later):
        return _UNKNOWN
    many = any(words.norms[i] in _MANY and words.norms[i - 1] not in ("at", "to", "from") for i in range(called.last, place))
    return _SOMEBODY if many or pronoun.beside_you else ""


def _speaks_to_you(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence says "you", other than in "thank you"."""
    places = range(sentence.first, sentence.last)
    return any(
        words.norms[place] in _YOU and not (place > sentence.first and words.norms[place - 1] == "thank") for place in places
    )
