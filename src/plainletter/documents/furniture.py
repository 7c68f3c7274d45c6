"""The lines of a letter that are not prose: references, dates, addresses, greetings and what follows the signature."""

from __future__ import annotations

import re
from typing import Final

#: Longer lines are prose, whatever they begin with.
LONGEST: Final = 100

_NUMBER: Final = r"[+(\d][\d\s()+/-]{5,}(?:(?:ext|x)\.?\s*\d+)?"
_MONTH: Final = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?)"
)
_DAY: Final = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"

#: Lines that say themselves what they are: "Our ref: …", "NHS No: …", "cc Dr …", "Page 2 of 3".
_REFERENCE: Final = re.compile(
    rf"""
      (?:our|your|my|hospital|patient|clinic|file|case)\s+ref(?:erence)?\b.*
    | ref(?:erence)?\s*(?:no\.?|number)?\s*[:.].*
    | (?:nhs|hospital|patient|unit|chi|h&c|mrn|crn)\s*(?:no\.?|num(?:ber)?|id)?\s*(?::.*|[A-Z]{{0,3}}\d[\d\s-]{{3,}})
    | (?:d\.?\s?o\.?\s?b\.?|date\s+of\s+birth)(?:\s*:.*|\s+\d.*)
    | (?:date|clinic\s+date|dictated|typed|date\s+(?:of\s+)?(?:clinic|letter|dictated|typed|dictation))\s*:.*
    | (?:tel|telephone|phone|fax|mobile|direct\s+(?:line|dial)|switchboard|secretary|ext|e-?mail|web(?:site)?)\b\.?
      \s*(?:no\.?|number)?\s*(?::.*|{_NUMBER}|\S+@\S+|(?:https?://|www\.)\S+)
    | (?:cc|c\.c\.?)(?:\s*:.*|\s+.*)?
    | cop(?:y|ies)(?:\s+to)?\s*:.*
    | enc(?:l|s|ls|losures?)?\.?(?:\s*[:(].*)?
    | (?:re|subject|from|to|sent|attn|f\.?a\.?o\.?)\s*:.*
    | (?:strictly\s+)?(?:private(?:\s*(?:and|&)\s*confidential)?|confidential)(?:\s*[:–-].*)?
    | dictated\s+(?:but|and)\s+(?:not\s+)?.*
    | electronically\s+(?:signed|authorised|checked).*
    | page\s+\d+(?:\s*(?:of|/)\s*\d+)?
    | [-–]?\s*\d{{1,3}}\s*[-–]? | \d{{1,3}}\s*/\s*\d{{1,3}}
    """,
    re.IGNORECASE | re.VERBOSE,
)

#: Lines that could also be the middle of a wrapped sentence: a date, a number, a web address.
_PLACE: Final = re.compile(
    rf"""
      (?:{_DAY},?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{2,4}}[.,]?
    | {_MONTH}\s+\d{{4}}
    | \d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}
    | {_NUMBER} | \S+@\S+\.\w+ | (?:https?://|www\.)\S+
    """,
    re.IGNORECASE | re.VERBOSE,
)

_POSTCODE: Final = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2},?$")
_STREET: Final = re.compile(
    r"""(?:flat\s+\w+,?\s+)?\d{1,4}[a-z]?,?\s+(?:[\w'’-]+\s+){1,4}
    (?:street|st|road|rd|lane|avenue|ave|close|drive|way|place|court|gardens|crescent|terrace|square|row|grove|mews)
    (?:,(?:\s*[\w'’-]+){0,4},?)?""",
    re.IGNORECASE | re.VERBOSE,
)

_VALEDICTION: Final = re.compile(
    r"""yours\s+(?:sincerely|faithfully|truly|ever)
    | (?:with\s+)?(?:very\s+)?(?:kind(?:est)?|best|warm(?:est)?|good)\s+(?:regards|wishes)
    | (?:regards|sincerely|with\s+(?:many\s+)?thanks|many\s+thanks|thank\s+you\s+and\s+best\s+wishes)""",
    re.IGNORECASE | re.VERBOSE,
)

_NAMED: Final = r"(?:\s+(?:(?:Dr|Mr|Mrs|Ms|Prof|Rev)\.|[^\s.!?;:]+))"
_SALUTATION: Final = re.compile(
    rf"""dear{_NAMED}{{1,10}}[,:]? | (?:hello|hi|good\s+(?:morning|afternoon|evening))(?:{_NAMED}{{0,6}}[,!]|{_NAMED}{{0,2}})
    | to\s+whom\s+it\s+may\s+concern[,:.]?""",
    re.IGNORECASE | re.VERBOSE,
)
_GREETING: Final = re.compile(rf"(?:Dear|Hello|Hi){_NAMED}{{1,6}}?,\s+(?=[A-Z])")

#: Copy lists go on over the next lines: "cc: Dr Frame", then "Mr Achebe, community nurse".
_COPIES: Final = re.compile(r"(?:cc|c\.c\.?|cop(?:y|ies)(?:\s+to)?|enc(?:l|s|ls|losures?)?)\b", re.IGNORECASE)


def is_reference(words: str) -> bool:
    """Say whether a line is a reference, a copy list, a page number or the like, wherever it stands."""
    return _REFERENCE.fullmatch(words) is not None and not (words.endswith(".") and words.count(" ") >= 6)


def is_place(words: str) -> bool:
    """Say whether a line is only a date, a telephone number, an e-mail or a web address."""
    return _PLACE.fullmatch(words) is not None


def is_address(words: str) -> bool:
    """Say whether a line ends with a UK postcode or is a house number and its street."""
    return len(words) <= 60 and (_POSTCODE.search(words) is not None or _STREET.fullmatch(words) is not None)


def is_valediction(words: str) -> bool:
    """Say whether a line closes a letter: "Yours sincerely"."""
    return _VALEDICTION.fullmatch(words.rstrip(" ,.!")) is not None


def is_salutation(words: str) -> bool:
    """Say whether a line opens a letter and says no more: "Dear Sam,"."""
    return _SALUTATION.fullmatch(words) is not None


def greeting_length(words: str) -> int:
    """How many characters of a line greet before its prose begins: 10 in "Dear Sam, We met …", 0 without a greeting."""
    match = _GREETING.match(words)
    return match.end() if match else 0


def is_copy_list(words: str) -> bool:
    """Say whether a line begins a copy list or a list of enclosures."""
    return _COPIES.match(words) is not None
