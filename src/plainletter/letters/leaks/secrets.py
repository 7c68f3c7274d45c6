"""The secrets of one reader: every word, name, number and date that nothing they get may hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from plainletter.letters.case import Case
from plainletter.letters.consent import permission
from plainletter.letters.content import Item, PlanLine
from plainletter.letters.leaks.common import COMMON
from plainletter.letters.leaks.fold import stem, words_of
from plainletter.letters.leaks.needle import Needle, NeedleKind, needle
from plainletter.letters.leaks.search import Haystack
from plainletter.letters.leaks.topics import Topic, topics
from plainletter.letters.reach import form_of, is_own, may_see, rewording, wording_of
from plainletter.letters.sharing import Mark, Reader
from plainletter.letters.wording import MONTHS

_NUMBER = re.compile(r"(?:£ ?)?\d[\d,.]*\d|£ ?\d")
_NAME = re.compile(r"(?<=\w )[A-Z]\w+")
_DATED = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(MONTHS)})\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:nothing (?:about|on|of)|not about|without|no mention of)\s+((?:the |any |his |her |their )?[\w' ]+)", re.IGNORECASE
)
_KINDS: dict[str, NeedleKind] = {
    "medicines": "medicine",
    "services": "service",
    "tells": "topic",
    "tests": "topic",
    "numbers": "number",
}


def needles_for(case: Case, reader: Reader) -> tuple[Needle, ...]:
    """Return what must not show in anything that this reader gets, without what the reader may see in so many words."""
    found = [
        *(one for mark in case.marks if mark.hides_from(reader.id) for one in _of_mark(case, reader, mark)),
        *_private(case, reader),
        *_third_parties(case, reader),
        *_service(case, reader),
        *_refused(case, reader),
        *_addresses(case, reader),
        *_numbers(case, reader),
        *_decisions(case),
        *_ruled_out(case, reader),
        *_put_right(case),
    ]
    return tuple(dict.fromkeys(found))


def _of_mark(case: Case, reader: Reader, mark: Mark) -> Iterator[Needle]:
    hidden = [piece for piece in _pieces(case) if _is_marked(mark, piece) and not _reworded(case, reader, piece)]
    for hint in mark.hints:
        yield needle(mark.id, "hint", hint)
    texts = [_text(piece) for piece in hidden]
    known = known_words(case)
    for text in texts:
        yield from content_words(mark.id, text, known)
    for name in _NAME.findall(mark.fact):  # the rest of a label ("where the tablets come from") is no trace by itself
        yield from content_words(mark.id, name, known)
    for piece in hidden:
        yield from _dates(case, reader, mark, piece)
    yield from _topics(mark.id, " . ".join((*texts, mark.fact, *mark.hints)))


def _is_marked(mark: Mark, piece: Item | PlanLine) -> bool:
    section = piece.section if isinstance(piece, Item) else "plan"
    return piece.id in mark.items or section in mark.sections


def _reworded(case: Case, reader: Reader, piece: Item | PlanLine) -> bool:
    chosen = rewording(case, reader, piece.id)
    return chosen is not None and not chosen.leave_out and reader.id in chosen.readers


def _pieces(case: Case) -> tuple[Item | PlanLine, ...]:
    return (*case.items, *case.plan)


def _text(piece: Item | PlanLine) -> str:
    return piece.text if isinstance(piece, Item) else piece.what


def known_words(case: Case) -> frozenset[str]:
    """Return the stems that every reader of the letters knows: who writes, for whom, where, and in which language."""
    client, service, author = case.client, case.service, case.author
    texts = [client.first_name, client.family_name, client.preferred_name, author.name, author.outward_role, service.outward_name]
    texts += [
        service.organisation,
        *service.address,
        *(f"{reader.name} {reader.role} {reader.organisation}" for reader in case.readers),
    ]
    if client.language:
        texts += [client.language.spoken, client.language.written]
    if client.interpreter and client.interpreter.needed:
        texts += ["interpreter interpret translate", client.interpreter.language]
    return frozenset(word.stem for text in texts for word in words_of(text))


def content_words(secret: str, text: str, known: frozenset[str]) -> Iterator[Needle]:
    """Yield the words of a withheld text that are neither common in letters nor known to everybody, and its numbers."""
    for word in words_of(text):
        if word.plain.isdigit() or len(word.plain) < 3 or word.stem in COMMON or word.plain in COMMON or word.stem in known:
            continue
        yield Needle(secret, "word", word.plain, (word.stem,))
    for number in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", number[0])
        if "£" in number[0] or len(digits) > 3:
            yield Needle(secret, "number", number[0], digits=digits)


def _topics(secret: str, text: str) -> Iterator[Needle]:
    hay = Haystack(text)
    for topic in topics():
        found = topic_needles(topic)
        if any(True for _ in hay.hits(found)):
            yield from (replace(one, secret=secret) for one in found)


@cache
def topic_needles(topic: Topic) -> tuple[Needle, ...]:
    """Return everything that gives a topic away."""
    return tuple(_topic_needles(topic))


def _topic_needles(topic: Topic) -> Iterator[Needle]:
    for kind, word in topic.words():
        if kind == "numbers":
            yield Needle(topic.name, "number", word, digits=re.sub(r"\D", "", word))
        else:
            ordinary = all(part.stem in COMMON or part.plain in _ALSO_WORDS for part in words_of(word))
            yield needle(topic.name, _KINDS[kind], word, exact=word.isupper(), cased=ordinary and word != word.lower())
    for word in topic.faint:
        yield needle(topic.name, "faint", word)


_ALSO_WORDS = frozenset(
    """
    " "respect add aids akt beat become brook calm crew crisis cruse forward frank freed harmless havens mermaids mind
    pip protect refuge release rethink sacro samaritans sands shelter shout stonewall switchboard tag top truth unlock
    unseen
    """.split()
)


def _dates(case: Case, reader: Reader, mark: Mark, piece: Item | PlanLine) -> Iterator[Needle]:
    """Yield the dates of a withheld line, unless a line that the reader may have is of the same day."""
    days = {(int(day), month.capitalize()) for day, month in _DATED.findall(_text(piece))}
    if isinstance(piece, PlanLine) and piece.when:
        days.add((piece.when.day, MONTHS[piece.when.month - 1]))
    for day, month in sorted(days - set(_open_days(case, reader))):
        yield needle(mark.id, "date", f"{day} {month}", exact=True)


def _open_days(case: Case, reader: Reader) -> Iterator[tuple[int, str]]:
    days: list[date] = [case.date]
    days += [case.meeting.date] if case.meeting else []
    days += [case.checking.reply_by] if case.checking else []
    for piece in _pieces(case):
        if may_see(case, reader, piece):
            words = wording_of(case, reader, piece, child=False)
            yield from ((int(day), month.capitalize()) for day, month in _DATED.findall(words))
            if words and isinstance(piece, PlanLine) and piece.when:
                days.append(piece.when)
    yield from ((day.day, MONTHS[day.month - 1]) for day in days)


def _private(case: Case, reader: Reader) -> Iterator[Needle]:
    marked = {name for mark in case.marks for name in mark.items}
    for item in case.items:
        if item.section == "private" and item.id not in marked and not _reworded(case, reader, item):
            yield from content_words(item.id, item.text, known_words(case))
            yield from _topics(item.id, item.text)


def _third_parties(case: Case, reader: Reader) -> Iterator[Needle]:
    readers = {part for one in case.readers for part in words_plain(one.name)}
    for person in case.third_parties:
        free = person.may_be_named == "yes" or (person.may_be_named == "client_only" and reader.kind == "client")
        if free:
            continue
        for name in person.names:
            yield needle(person.id, "name", name, exact=True)
            parts = words_plain(name)
            yield from (
                Needle(person.id, "name", part, (part,), exact=True)
                for part in (parts if len(parts) > 1 else ())
                if len(part) > 1 and part not in readers and stem(part) not in COMMON and part not in _KINSHIP
            )
        for words in person.descriptions:
            yield needle(person.id, "phrase", words)


_KINSHIP = frozenset("auntie aunt uncle gran grandma grandad nan cousin mr mrs ms miss dr sir".split())


def words_plain(text: str) -> list[str]:
    """Return the folded words of a text."""
    return [word.plain for word in words_of(text)]


def _service(case: Case, reader: Reader) -> Iterator[Needle]:
    """Yield the words of the true name that the outward one does not have.

    A client knows which service it is, and so does the reader of a copy of the whole letter: there the words may stand
    inside, and the whole true name and the outside of the file are looked at.
    """
    if case.service.outward_name != case.service.name:
        inside = form_of(case, reader) == "letter"
        known = known_words(case)
        for word in words_of(case.service.name):
            if word.stem not in known and word.plain not in _OFFICE and len(word.plain) > 1:
                yield Needle("service", "service", word.plain, (word.stem,), outside=inside)
        yield needle("service", "phrase", case.service.name)
    if case.service.sms_sender and case.service.sms_sender.default:
        yield needle("service", "phrase", case.service.sms_sender.default, exact=True)


_OFFICE = frozenset(
    "and the of for service services team clinic centre center unit department care health community hospital trust group "
    "children childrens adult adults older young people family families support early help north south east west".split()
)


def _refused(case: Case, reader: Reader) -> Iterator[Needle]:
    for other in case.readers:
        if other.id == reader.id or permission(case, other).given or is_own(case, reader):
            continue
        for name in (other.name, other.organisation):
            if name and len(words_plain(name)) > 1:
                yield needle(f"reader.{other.id}", "name", name, exact=True)


def _addresses(case: Case, reader: Reader) -> Iterator[Needle]:
    own = is_own(case, reader)
    for place in case.client.addresses:
        if place.safe == "no" or not own:
            yield from _lines(f"{'unsafe ' if place.safe == 'no' else ''}address of the client", (*place.lines, place.postcode))
    for other in case.readers:
        if other.id != reader.id and other.kind != "client":
            for place in other.addresses:
                yield from _lines(f"address of {other.id}", (*place.lines, place.postcode))


def _lines(secret: str, lines: Iterable[str]) -> Iterator[Needle]:
    for line in lines:
        if re.search(r"\d", line) and len(words_plain(line)) > 1:
            yield needle(secret, "address", line, exact=True)


def _numbers(case: Case, reader: Reader) -> Iterator[Needle]:
    client = case.client
    if client.print_identifier == "no":
        for number in (client.nhs_number, client.chi_number):
            if number:
                yield Needle("number of the client", "number", number, digits=re.sub(r"\D", "", number))
    if not is_own(case, reader):
        for phone in (client.contact.phone, client.contact.text):
            if phone:
                yield Needle("phone of the client", "number", phone.number, digits=re.sub(r"\D", "", phone.number))


def _decisions(case: Case) -> Iterator[Needle]:
    for decision in case.withheld_decisions:
        yield from content_words(decision.id, decision.about, known_words(case))
        yield from _topics(decision.id, decision.about)


def _ruled_out(case: Case, reader: Reader) -> Iterator[Needle]:
    """Yield what the words of an agreement rule out: "nothing about nights", "no name"."""
    entry = permission(case, reader).entry
    if entry is None or not entry.agreed_words:
        return
    for match in _NEGATED.finditer(entry.agreed_words):
        for word in words_of(match[1]):
            if len(word.plain) > 2 and word.plain not in _ARTICLES:
                yield Needle(f"agreed words of {reader.id}", "hint", word.plain, (word.stem,))
    if re.search(r"\bno name\b", entry.agreed_words, re.IGNORECASE):
        for name in (case.client.first_name, case.client.family_name):
            yield needle(f"agreed words of {reader.id}", "name", name, exact=True)


_ARTICLES = frozenset("the any his her their and nothing about".split())


def _put_right(case: Case) -> Iterator[Needle]:
    """Yield the words of a fact that was wrong, without those of what is right."""
    for correction in case.corrections:
        if correction.type != "fact" or correction.outcome != "agreed":
            continue
        right = {word.stem for word in words_of(correction.right_text + " " + correction.topic)}
        for piece in _pieces(case):
            if piece.id == correction.item:
                for one in content_words(correction.id, _text(piece), known_words(case)):
                    if not one.words or not any(one.words[0].startswith(known[:4]) for known in right if len(known) > 3):
                        yield one
