""" "a" or "an": by how a word sounds, not by how it is written."""

from __future__ import annotations

import re

# Written with a vowel, spoken with a consonant ("a unit", "a one-off", "a European"), and the other way round ("an hour").
_YOO = re.compile(r"(?:uni(?![nm])|u[st][aeiu]|uri|ure|eu|ewe|one(?![a-z])|once|ubi)", re.IGNORECASE)
_SILENT = re.compile(r"(?:hour|honest|honour|heir)", re.IGNORECASE)
_SPELT = re.compile(r"[AEFHILMNORSX](?:[A-Z0-9]|-|s?$)")
_NUMBER = re.compile(r"(?:8|11(?!\d)|18(?!\d))")


def article(words: str) -> str:
    """Return the indefinite article that goes before these words: letters are spoken one by one in "an MRI scan"."""
    if _SPELT.match(words):
        return "an"
    if words[:1].isdigit():
        return "an" if _NUMBER.match(words) else "a"
    if _SILENT.match(words):
        return "an"
    return "an" if words[:1].lower() in "aeiou" and not _YOO.match(words) else "a"
