"""What happened to earlier versions of a letter: where they went, and what was wrong in them."""

from __future__ import annotations

from typing import Literal

from plainletter.letters.values import Day, Id, Ids, Loose, Piece, Text


class Told(Piece):
    """Somebody who was told of a correction."""

    who: Id
    on: Day


class SentTo(Piece):
    """What one reader was sent: the whole letter, or these items and plan lines."""

    reader: Id
    whole: bool = False
    held: Ids = ()


class SentLetter(Piece):
    """An earlier version of this letter."""

    version: int
    date: Day
    sent_to: tuple[SentTo, ...] = ()
    file: Loose = ""


class Correction(Piece):
    """Something that the client says is wrong, and what became of it (UK GDPR article 16).

    ``right_text`` is what is true, in the second person ("you have never smoked"). A ``fact`` is put right; an ``opinion``
    stays with its owner's name and the client's words beside it; an ``omission`` is added.
    """

    id: Id
    item: Loose = ""
    type: Literal["fact", "opinion", "omission"] = "fact"
    client_says: Text
    right_text: Loose = ""
    right_text_child: Loose = ""
    topic: Loose = ""
    received_on: Day
    how: Text
    outcome: Literal["open", "agreed", "statement_added", "refused"] = "open"
    reason: Loose = ""
    record_amended_on: Day | None = None
    amended_by: Loose = ""
    told: tuple[Told, ...] = ()
