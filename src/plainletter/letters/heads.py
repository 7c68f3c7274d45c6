"""The parts of a view that are the same for every reader: who writes, from where, about whom, and how to answer."""

from __future__ import annotations

from plainletter.letters.case import Case
from plainletter.letters.people import Client
from plainletter.letters.seen import SeenAuthor, SeenChecking, SeenInterpreter, SeenMeeting, SeenPerson, SeenService

_PRONOUNS = {
    "she/her": ("she", "her", "her", False),
    "he/him": ("he", "him", "his", False),
    "they/them": ("they", "them", "their", True),
}


def person_of(client: Client) -> SeenPerson:
    """Return the client by name and pronouns."""
    they, them, their, plural = _PRONOUNS[client.pronouns]
    return SeenPerson(
        client.preferred_name, client.first_name, f"{client.first_name} {client.family_name}", they, them, their, plural
    )


def service_of(case: Case) -> SeenService:
    """Return the service by its outward name."""
    s = case.service
    return SeenService(s.outward_name, s.organisation, s.phone, s.text_number, s.email, s.hours, s.address, s.complaints)


def author_of(case: Case) -> SeenAuthor:
    """Return who signs, with the words for "I" or "we"."""
    one = case.author.first_person == "I"
    words = ("I", "me", "my", "am") if one else ("we", "us", "our", "are")
    role = case.author.outward_role or ("" if case.service.outward_name != case.service.name else case.author.role)
    return SeenAuthor(case.author.name, case.author.first_name, role, *words)


def meeting_of(case: Case) -> SeenMeeting | None:
    """Return the meeting, where there was one."""
    meeting = case.meeting
    return SeenMeeting(meeting.date, meeting.place, meeting.took_place) if meeting else None


def checking_of(case: Case) -> SeenChecking | None:
    """Return how the reader can answer, with the numbers filled in."""
    if case.checking is None:
        return None
    numbers = {"phone": case.service.phone, "text": case.service.text_number, "email": case.service.email}
    ways = (f"{way} {numbers[way]}" if numbers.get(way) else way for way in case.checking.ways)
    return SeenChecking(case.checking.reply_by, tuple(ways))


def interpreter_of(case: Case) -> SeenInterpreter | None:
    """Return what to book, where an interpreter is needed."""
    need = case.client.interpreter
    return SeenInterpreter(need.language, need.gender, need.not_the_one_of) if need and need.needed else None


def only_text(case: Case) -> str:
    """Return when texts are welcome, where nothing but a text is; else an empty text."""
    contact = case.client.contact
    if contact.text is None or not {"post", "phone"} <= set(contact.never):
        return ""
    return contact.text.window or "any time"
