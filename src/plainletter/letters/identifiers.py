"""Numbers that identify people: checked, and set out as the NHS sets them out."""

from __future__ import annotations

import re
from datetime import date

_NO_BREAK = "\N{NO-BREAK SPACE}"


def nhs_fault(number: str) -> str:
    """Say what is wrong with an NHS number, or return an empty text.

    Source: NHS Data Dictionary, NHS NUMBER: ten digits, the last a modulus 11 check digit.
    """
    digits = _digits(number)
    if len(digits) != 10 or _odd_signs(number):
        return "is no NHS number: it has ten digits, such as 999 123 4567"
    return "" if _modulus_11(digits) else "is no NHS number: its last digit does not fit the others; compare it with the record"


def chi_fault(number: str) -> str:
    """Say what is wrong with a CHI number, or return an empty text.

    Source: Public Health Scotland Data Dictionary, Community Health Index number: date of birth as DDMMYY, then four digits,
    the last a modulus 11 check digit.
    """
    digits = _digits(number)
    if len(digits) != 10 or _odd_signs(number):
        return "is no CHI number: it has ten digits, the first six of them the date of birth"
    try:
        date(2000 + int(digits[4:6]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return "is no CHI number: its first six digits are no date of birth"
    return "" if _modulus_11(digits) else "is no CHI number: its last digit does not fit the others; compare it with the record"


def nhs_spaced(number: str, shown: str = "full") -> str:
    """Return an NHS number as 999 123 4567 with spaces that do not break, or only its last four digits."""
    digits = _digits(number)
    if shown == "last4":
        return f"ending {digits[-4:]}"
    return _NO_BREAK.join((digits[:3], digits[3:6], digits[6:]))


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _odd_signs(number: str) -> bool:
    return re.search(r"[^\d\s-]", number) is not None


def _modulus_11(digits: str) -> bool:
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return rest != 10 and rest % 11 == int(digits[9])
