"""What a letter says: the facts, the plan, and where help is."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from plainletter.letters.values import Day, Id, Ids, Loose, Moment, Piece, Text, Words

Section = Literal[
    "hello", "what_you_told_us", "what_matters", "strengths", "what_we_talked_about", "what_we_found", "assessment", "concerns",
    "reasons", "options", "what_has_changed", "what_helped", "what_did_not_help", "what_we_change", "what_to_expect", "signs",
    "what_helps", "what_we_shared", "meantime", "private",
]  # fmt: skip
Source = Literal["client_said", "clinician_observed", "record", "third_party_said"]
OPINIONS = ("assessment", "concerns")
"""Sections that hold opinions: each item there says whose opinion it is, or was observed by the author."""


class Item(Piece):
    """One fact, in the second person, ready to stand after “You told me that”. Items of section ``private`` are in no letter."""

    id: Id
    section: Section
    source: Source
    text: Text
    text_child: Loose = Field("", description="the same in words for a child; without it the item is not in the child's letter")
    told_by: Loose = ""
    opinion_of: Loose = ""
    about: Loose = Field("", description="id of a third party, where the fact is about them and not about the client")


class PlanLine(Piece):
    """One step of the plan: what, who does it, and when."""

    id: Id
    what: Text
    what_child: Loose = ""
    who: Text
    when: Moment | None = None
    timing: Literal["on", "from", "by", ""] = ""
    kind: Literal["medicine", "appointment", "referral", "own_step", ""] = ""
    place: Loose = ""
    agreed: Literal["yes", "partly", "no"] = "yes"
    internal: bool = Field(False, description="a step for staff that is in no letter")
    readers: Annotated[Ids, Field(alias="for")] = Field((), description="who may have this line; nobody named means every reader")
    rests_on: Ids = Field((), description="items without which the line makes no sense")


class Helpline(Piece):
    """Where help is. ``when`` is said in words: "any time", "evenings and weekends"."""

    name: Text
    contact: Text
    when: Loose = ""


class Meeting(Piece):
    """The meeting that the letter is about."""

    date: Moment
    place: Text
    mode: Loose = ""
    present: Words = ()
    took_place: bool = True
    accompanied_by: Loose = ""


class Checking(Piece):
    """How, and by when, the client can say that something in the letter is wrong."""

    reply_by: Day
    ways: Words


class Appointment(Piece):
    """A meeting that is offered or kept free."""

    when: Moment
    place: Text
    minutes: Annotated[int, Field(gt=0, le=600)] | None = None
    with_whom: Loose = ""
    place_kept_until: Day | None = None


class Waiting(Piece):
    """An honest account of a wait."""

    since: Day
    shortest_weeks: Annotated[int, Field(ge=0)]
    longest_weeks: Annotated[int, Field(ge=0)]
    counted_on: Day
    now_seeing_from: Loose = Field("", description="when the people who are seen now joined the list, such as “March 2026”")
    next_news: Day


class Handover(Piece):
    """A change of worker."""

    new_name: Text
    new_role: Loose = ""
    from_date: Day
    reason: Text
    joint_meeting: Moment | None = None
    will_know: Loose = ""
    will_not_know: Loose = ""


class Ending(Piece):
    """The end of the work together, and how to come back."""

    last_day: Day
    way_back: Text
    feedback: Loose = ""
