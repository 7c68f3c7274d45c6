"""How dates, times and sentences are written in a letter; every function leaves the words themselves as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from plainletter.letters.seen import Typed

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ENDED = re.compile(r"[.!?…][\"'”’)]*$")


def day(when: date | datetime) -> str:
    """Return "Tuesday 6 October" (NHS digital service manual: no comma, no "th")."""
    return f"{_DAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]}"


def full_day(when: date | datetime) -> str:
    """Return "Tuesday 6 October 2026"."""
    return f"{day(when)} {when.year}"


def short_day(when: date | datetime) -> str:
    """Return "6 October"."""
    return f"{when.day} {MONTHS[when.month - 1]}"


def clock(when: date | datetime) -> str:
    """Return "2pm", "9:30am", "midday" or "midnight" (NHS digital service manual); empty for a day without a time."""
    if not isinstance(when, datetime):
        return ""
    if (when.hour, when.minute) in ((0, 0), (12, 0)):
        return "midday" if when.hour else "midnight"
    minutes = f":{when.minute:02}" if when.minute else ""
    return f"{(when.hour - 1) % 12 + 1}{minutes}{'am' if when.hour < 12 else 'pm'}"


def sentence(text: str) -> str:
    """Return a text as a sentence: a capital at its start, a full stop at its end, nothing else changed."""
    full = text[:1].upper() + text[1:]
    return _kept(text, full if _ENDED.search(full) else f"{full}.")


def ended(text: str) -> str:
    """Return a text with a full stop, to stand at the end of a sentence that began before it."""
    return _kept(text, text if _ENDED.search(text) else f"{text}.")


def capital(text: str) -> str:
    """Return a text with a capital at its start."""
    return _kept(text, text[:1].upper() + text[1:])


def lowered(text: str) -> str:
    """Return a role as it stands inside a sentence: "nurse" for "Nurse", and "GP" as it is."""
    return text if text[:2].isupper() else _kept(text, text[:1].lower() + text[1:])


def is_clause(text: str) -> bool:
    """Tell whether a text begins small, so that it can stand after "I think that"."""
    return text[:1].islower()


def listed(things: Iterable[str], word: str = "and") -> str:
    """Return "a", "a and b" or "a, b and c"."""
    *first, last = things
    return f"{', '.join(first)}{'' if word.startswith(',') else ' '}{word} {last}" if first else last


def mentions(text: str, when: date | datetime) -> bool:
    """Tell whether a text names this day already ("6 October", "Oct 6", "the 6th of October")."""
    month = MONTHS[when.month - 1]
    name = rf"(?:{month}|{month[:3]})"
    number = rf"\b{when.day}(?:st|nd|rd|th)?\b"
    return re.search(rf"{number}(?: of)? {name}\b|\b{name} {number}", text, re.IGNORECASE) is not None


def names_day(text: str, when: date | datetime) -> bool:
    """Tell whether a text names this day with its weekday: "Thursday 10 December"."""
    return mentions(text, when) and re.search(rf"\b{_DAYS[when.weekday()]}\b", text, re.IGNORECASE) is not None


def many(text: str) -> bool:
    """Tell whether a text holds more than one sentence, so that it cannot stand inside another."""
    return re.search(r"[.!?…][\"'”’)]* +\S", text) is not None


def _kept(text: str, changed: str) -> str:
    return Typed(changed, text.origin) if isinstance(text, Typed) else changed
