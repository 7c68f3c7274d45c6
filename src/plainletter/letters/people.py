"""The people and services of a case. Names follow PRSB and FHIR UK Core where they have one."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator

from plainletter.letters.identifiers import chi_fault, nhs_fault
from plainletter.letters.values import Day, Id, Loose, Piece, Text, Words

Safe = Literal["yes", "no", "unknown"]
Channel = Literal["post", "email", "secure_email", "text", "hand_over", "portal", "none"]
Printed = Literal["no", "last4", "full"]
POINT_SIZES = {  # NHS Accessible Information Standard (DAPB1605) codes -> smallest size of print, in points
    "requireswritteninformationinatleast16pointsansseriffont": 16,
    "requireswritteninformationinatleast20pointsansseriffont": 20,
    "requireswritteninformationinatleast24pointsansseriffont": 24,
    "requireswritteninformationinatleast28pointsansseriffont": 28,
    "large_print_16": 16,
    "large_print_20": 20,
    "large_print_24": 24,
    "large_print_28": 28,
}
OTHER_FORMATS = ("easy_read", "braille", "audio", "bsl", "makaton", "read_aloud")


class Address(Piece):
    """Where somebody can be written to. ``safe = "no"``: nothing is sent there and it is printed nowhere."""

    lines: Annotated[Words, Field(min_length=1, max_length=7)]
    postcode: Loose = ""
    use: Literal["home", "temporary", "work", "other"] = "home"
    safe: Safe = "unknown"
    why: Loose = ""


class Phone(Piece):
    """A number of the client: whether calls, voicemail and texts are safe, and when."""

    number: Text
    safe: Safe = "unknown"
    voicemail: bool = False
    window: Loose = ""
    consent_date: Day | None = None
    lock_screen_seen_by_others: bool = False


class Email(Piece):
    """An address for e-mail; letters go there only if the client agreed to it and was told of the risk."""

    address: Text
    safe: Safe = "unknown"
    consent_date: Day | None = None


class Contact(Piece):
    """How the client wants to be reached, and how never."""

    preferred_channel: Channel = "post"
    phone: Phone | None = None
    text: Phone | None = None
    email: Email | None = None
    never: tuple[Literal["post", "email", "text", "phone", "voicemail"], ...] = ()


class Accessible(Piece):
    """A need from the NHS Accessible Information Standard, by its code."""

    code: Text
    display: Loose = ""


class LanguageNeed(Piece):
    """The language that the client speaks and reads."""

    spoken: Loose = ""
    written: Loose = ""
    reads: Loose = ""
    asked_for: Loose = ""
    arranged: Loose = Field("", description="how the letter will be read or translated, and who decided it")


class Interpreter(Piece):
    """What to ask for when an interpreter is booked."""

    needed: bool = False
    language: Loose = ""
    gender: Literal["woman", "man", ""] = ""
    not_person: Loose = Field("", description="id of a third party who must not be booked")
    not_the_one_of: Day | None = Field(None, description="the date of the meeting whose interpreter must not come again")


class Responsible(Piece):
    """Somebody who has the rights and duties of a parent (parental responsibility)."""

    name: Text
    relation: Text


class Capacity(Piece):
    """Who decided about sharing, and what the client thinks of it."""

    decision: Text
    decided_by: Text
    has_capacity: Literal["yes", "no", "not_assessed"] = "not_assessed"
    client_view: Loose = ""
    date: Day


class Client(Piece):
    """The person whose letter this is."""

    first_name: Text
    family_name: Text
    preferred_name: Text = Field(description="what goes after “Dear”")
    pronouns: Literal["she/her", "he/him", "they/them"] = "they/them"
    date_of_birth: Day | None = None
    age: Annotated[int, Field(ge=0, le=130)] | None = None
    nhs_number: Loose = ""
    chi_number: Loose = ""
    print_identifier: Printed = "no"
    addresses: tuple[Address, ...] = ()
    no_fixed_abode: bool = False
    contact: Contact = Contact()
    accessible_information: tuple[Accessible, ...] = ()
    language: LanguageNeed | None = None
    interpreter: Interpreter | None = None
    parental_responsibility: tuple[Responsible, ...] = ()
    capacity: Capacity | None = None
    words: Words = Field((), description="wording that the client has chosen; the checker leaves it alone")

    @field_validator("nhs_number")
    @classmethod
    def _nhs(cls, number: str) -> str:
        if number and (fault := nhs_fault(number)):
            raise ValueError(fault)
        return number

    @field_validator("chi_number")
    @classmethod
    def _chi(cls, number: str) -> str:
        if number and (fault := chi_fault(number)):
            raise ValueError(fault)
        return number

    @property
    def point_size(self) -> int:
        """The smallest size of print that the client needs, in points; 12 where nothing else is asked for."""
        return max((POINT_SIZES.get(need.code.lower(), 12) for need in self.accessible_information), default=12)


class SmsSender(Piece):
    """The name that a text message comes from; the default one may give the service away."""

    default: Loose = ""
    outward: Text


class Service(Piece):
    """The service. ``name`` is the true one and is printed nowhere; ``outward_name`` is."""

    name: Text
    outward_name: Text
    organisation: Loose = ""
    phone: Loose = ""
    text_number: Loose = ""
    email: Loose = ""
    hours: Loose = ""
    address: Words = ()
    sms_sender: SmsSender | None = None
    complaints: Loose = Field("", description="where a complaint can go, in one sentence")


class Author(Piece):
    """Who writes and signs the letter. ``outward_role`` is printed in place of ``role``."""

    name: Text
    role: Loose = ""
    outward_role: Loose = ""
    first_person: Literal["I", "we"] = "I"

    @property
    def first_name(self) -> str:
        """The name by which the author calls themselves in a short message."""
        titles = {"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor"}
        parts = [part for part in self.name.split() if part.lower().strip(".") not in titles]
        return parts[0] if parts else self.name


class ThirdParty(Piece):
    """Somebody in the case who is neither client nor reader."""

    id: Id
    relation: Text
    names: Words = ()
    descriptions: Words = ()
    may_be_named: Literal["yes", "no", "client_only"] = "no"
    is_professional: bool = False
    note: Loose = ""
