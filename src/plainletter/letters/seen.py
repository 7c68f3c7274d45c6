"""The plain values that a template receives: no case, no model, nothing that this reader may not see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from plainletter.letters.content import Appointment, Ending, Handover, Waiting
from plainletter.letters.letter import Form
from plainletter.letters.values import Day


class Typed(str):
    """Words that a person typed, with the id of the piece of the case that they came from."""

    origin: str

    def __new__(cls, text: str, origin: str) -> Typed:
        """Keep the text as it is; ``origin`` is such as "T3" or "crisis.2"."""
        typed = super().__new__(cls, text)
        typed.origin = origin
        return typed


@dataclass(frozen=True, slots=True)
class SeenItem:
    """A fact. ``tellers`` are the people who said it, as this reader would call them ("You", "Jonah")."""

    id: str
    section: str
    source: str
    text: Typed
    tellers: tuple[str, ...] = ()
    opinion_of: str = ""


@dataclass(frozen=True, slots=True)
class SeenStep:
    """A step of the plan. ``doer`` is empty where the reader or the author does it or the text says who.

    ``actor`` is "I", "we" or "you" where the text begins so.
    """

    id: str
    text: Typed
    doer: str
    actor: str
    when: date | datetime | None
    timing: str
    kind: str
    place: str


@dataclass(frozen=True, slots=True)
class SeenHelpline:
    """Where help is."""

    name: Typed
    contact: Typed
    when: Typed


@dataclass(frozen=True, slots=True)
class SeenPerson:
    """The client as far as this reader may know them; ``they``, ``them``, ``their`` are the right pronouns."""

    preferred_name: str
    first_name: str
    full_name: str
    they: str
    them: str
    their: str
    plural: bool


@dataclass(frozen=True, slots=True)
class SeenReader:
    """The reader of this letter."""

    id: str
    kind: str
    name: str
    salutation: str
    role: str
    organisation: str
    relation: str
    reference: str
    actions: tuple[Typed, ...]
    address: tuple[str, ...]
    agreed_words: str
    agreed_by: str


@dataclass(frozen=True, slots=True)
class SeenService:
    """The service by its outward name."""

    name: str
    organisation: str
    phone: str
    text_number: str
    email: str
    hours: str
    address: tuple[str, ...]
    complaints: str


@dataclass(frozen=True, slots=True)
class SeenAuthor:
    """Who signs; ``i``, ``me``, ``my`` and ``am`` follow whether the letter says "I" or "we"."""

    name: str
    first_name: str
    role: str
    i: str
    me: str
    my: str
    am: str


@dataclass(frozen=True, slots=True)
class SeenMeeting:
    """The meeting: its day, its time if that matters, its place."""

    when: date | datetime
    place: str
    took_place: bool


@dataclass(frozen=True, slots=True)
class SeenCopy:
    """Another letter that goes out: to whom, of which form, and what it leaves out (said in the client's own letter only)."""

    who: str
    name: str
    form: Form
    left_out: tuple[str, ...]
    about: str
    told: bool


@dataclass(frozen=True, slots=True)
class SeenCorrection:
    """Something that was put right, for a reader who was sent the mistake."""

    type: str
    outcome: str
    topic: str
    right_text: Typed
    client_says: Typed
    reason: str
    earlier: date | None
    received_on: date
    how: str
    amended_on: date | None
    amended_by: str


@dataclass(frozen=True, slots=True)
class SeenChecking:
    """By when and how the reader can say that something is wrong; numbers are filled in."""

    reply_by: date
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeenInterpreter:
    """What to book."""

    language: str
    gender: str
    not_the_one_of: date | None


@dataclass(frozen=True, slots=True)
class View:
    """What one reader may see of a case. ``items`` is by section. ``own`` is true where the reader is the addressee."""

    kind: str
    form: Form
    date: date
    version: int
    subject: str
    jurisdiction: str
    own: bool
    child_words: bool
    parent: bool
    reader: SeenReader
    addressee: str
    client: SeenPerson | None
    service: SeenService
    author: SeenAuthor
    meeting: SeenMeeting | None
    appointment: Appointment | None
    waiting: Waiting | None
    handover: Handover | None
    ending: Ending | None
    items: Mapping[str, tuple[SeenItem, ...]]
    plan: tuple[SeenStep, ...]
    plan_says_you: bool
    crisis: tuple[SeenHelpline, ...]
    checking: SeenChecking | None
    copies: tuple[SeenCopy, ...]
    stopped: tuple[str, ...]
    corrections: tuple[SeenCorrection, ...]
    replaces: Day | None
    identifier: str
    interpreter: SeenInterpreter | None
    only_text: str
    point_size: int
