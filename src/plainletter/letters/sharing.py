"""Who may have what: readers, their consent over time, confidentiality marks, and wordings for one reader."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from plainletter.letters.people import Accessible, Address, Channel
from plainletter.letters.values import Day, Id, Ids, Loose, Piece, Text, Words

Status = Literal["permit", "deny", "withdrawn", "not_asked", "shared_without_consent"]
ReaderKind = Literal["client", "parent", "carer", "professional", "service"]
EVERYONE = "all"


class Consent(Piece):
    """One dated answer about one reader. The latest dated entry wins; no answer is no.

    ``scope`` is "whole", "plan", "booking", or a list of sections, kinds of plan line, or ids of items and plan lines.
    ``agreed_words`` is what was really agreed, in words; it is shown to the author, and what it rules out
    ("nothing about nights") is looked for in the copy.
    """

    status: Status
    date: Day
    scope: Literal["whole", "plan", "booking"] | tuple[Text, ...] = "whole"
    agreed_words: Loose = ""
    given_by: Loose = ""
    client_agrees: bool | None = None
    recorded_by: Loose = ""
    how: Loose = ""
    lawful_basis: Loose = ""
    reason: Loose = ""
    client_told_on: Day | None = None


class Reader(Piece):
    """Somebody who may or may not get a letter."""

    id: Id
    kind: ReaderKind
    name: Loose = ""
    role: Loose = ""
    organisation: Loose = ""
    salutation: Loose = ""
    relation: Loose = Field("", description="to the client: daughter, carer …")
    channel: Channel = "post"
    reference: Loose = ""
    actions: Words = Field((), description="what a professional is asked to do, in a box after the letter")
    addresses: tuple[Address, ...] = ()
    accessible_information: tuple[Accessible, ...] = ()
    consent: tuple[Consent, ...] = ()
    form: Literal["letter", "note", "booking", "text", ""] = ""
    note: Loose = ""


class Mark(Piece):
    """Something that is confidential: which items or sections, from whom, and the words that would give it away.

    ``withhold_from`` without a value means everybody: it is in no letter at all, as in the Scottish toolkit.
    """

    id: Id
    fact: Text
    items: Ids = ()
    sections: Ids = ()
    withhold_from: Ids = (EVERYONE,)
    set_by: Literal["client", "clinician", "service_rule", "service_rule_third_party"]
    set_on: Day | None = None
    reason: Loose = ""
    hints: Words = ()
    also_touches: Ids = ()
    sensitivity: Loose = ""
    consequences_explained: bool = False
    review_on: Day | None = None

    def hides_from(self, reader: str) -> bool:
        """Tell whether the mark keeps its facts from this reader."""
        return EVERYONE in self.withhold_from or reader in self.withhold_from


class Rewording(Piece):
    """Another wording of an item or plan line for named readers (or for everybody), or the decision to leave it out for them."""

    of: Id
    readers: Annotated[Ids, Field(alias="for")] = (EVERYONE,)
    text: Loose = ""
    text_child: Loose = ""
    leave_out: bool = False
    by: Loose = ""
    because: Loose = ""

    def is_for(self, reader: str) -> bool:
        """Tell whether this wording is for this reader."""
        return EVERYONE in self.readers or reader in self.readers


class HelplineChoice(Piece):
    """Helplines that are not printed for named readers."""

    leave_out: Words
    readers: Annotated[Ids, Field(alias="for")]


class WithheldDecision(Piece):
    """A decision by the service not to tell the client something, for now. It is printed nowhere; its review date is a gate.

    Source: PRSB shared decision-making standard, "Information withheld or sharing delayed"; DPA 2018 schedule 3 (serious harm).
    """

    id: Id
    about: Text
    decision: Literal["withheld", "sharing_delayed"]
    reason: Text
    decided_by: Text
    decided_on: Day
    review_on: Day
    when_can_be_shared: Loose = ""
    legal_advice_sought: bool = False
