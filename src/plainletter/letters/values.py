"""The kinds of value that a case record is made of, each checked where it enters."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_YEARS = range(1900, 2200)  # 206 and 20026 are slips of the finger


class Piece(BaseModel):
    """Base of every part of a case: unknown keys are refused, values are frozen, and nothing is shown by ``repr``."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, hide_input_in_errors=True)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {getattr(self, 'id', '')}>".replace(" >", ">")

    __str__ = __repr__


def _plain(text: str) -> str:
    for letter in text:
        if unicodedata.category(letter) in ("Cc", "Cs", "Co") and letter not in "\n\t":
            raise ValueError(f"holds a character that cannot be printed (U+{ord(letter):04X}); delete it")
    return unicodedata.normalize("NFC", text)


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty; write it, or take the line out")
    return _plain(text)


def _id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError("an id is a letter followed by letters, digits, “_” or “-”, such as T1")
    return text


def _moment(value: object) -> object:
    if isinstance(value, str):
        text = value.strip()
        for read in (date.fromisoformat, datetime.fromisoformat):
            try:
                return read(text)
            except ValueError:
                continue
        raise ValueError("is no date; write 2026-10-06, or 2026-10-06T14:00 with a time")
    return value


def _day(value: object) -> object:
    moment = _moment(value)
    if isinstance(moment, datetime):
        raise ValueError("is a date with a time; here only the date is wanted, such as 2026-10-06")
    return moment


def _likely(day: date) -> date:
    if day.year not in _YEARS:
        raise ValueError("is in a year that no letter is about; see that the year is right, as in 2026-10-06")
    return day


def _list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Text = Annotated[str, AfterValidator(_said)]
"""Words that a person typed: never empty, never parsed."""
Loose = Annotated[str, AfterValidator(_plain)]
"""Words that may be missing."""
Id = Annotated[str, AfterValidator(_id)]
Day = Annotated[date, BeforeValidator(_day), AfterValidator(_likely)]
Moment = Annotated[date | datetime, BeforeValidator(_moment), AfterValidator(_likely)]
"""A day, or a day with a time of day (local, without a zone)."""
Ids = Annotated[tuple[Id, ...], BeforeValidator(_list)]
Words = Annotated[tuple[Text, ...], BeforeValidator(_list)]
