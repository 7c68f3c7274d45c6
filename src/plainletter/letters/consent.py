"""Consent over time: whether a reader may have a copy, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plainletter.letters.case import Case
from plainletter.letters.sharing import Consent, Reader, Status

_OPEN = ("permit", "shared_without_consent")


@dataclass(frozen=True, slots=True)
class Permission:
    """What the latest answer says. ``entry`` is that answer, or None where nobody asked."""

    reader: str
    status: Status
    entry: Consent | None

    @property
    def given(self) -> bool:
        """Whether a copy may be made. No answer is no."""
        return self.status in _OPEN

    @property
    def withdrawn(self) -> bool:
        """Whether a yes was taken back."""
        return self.status == "withdrawn"


def permission(case: Case, reader: Reader) -> Permission:
    """Return what the latest answer up to the date of the letter says about a reader.

    Of two answers on one day the later in the list wins. The client's own letter needs no answer, but a no is a no.
    """
    entry = latest(reader.consent, case.date)
    if entry is not None:
        return Permission(reader.id, entry.status, entry)
    return Permission(reader.id, "permit" if reader.kind == "client" else "not_asked", None)


def latest(entries: tuple[Consent, ...], today: date) -> Consent | None:
    """Return the entry with the latest date that is not after ``today``; the last of equals."""
    counted = [entry for entry in entries if entry.date <= today]
    return max(enumerate(counted), key=lambda pair: (pair[1].date, pair[0]))[1] if counted else None


def readers_with_copy(case: Case) -> tuple[Reader, ...]:
    """Return the readers who may have a letter, in the order of the case."""
    return tuple(reader for reader in case.readers if permission(case, reader).given)
