"""What looks wrong in a text that could be read: said beside the findings, in plain words, without the text."""

from __future__ import annotations

import re
from typing import Final

from plainletter.documents.front_matter import split_front_matter

_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
# What UTF-8 looks like when it was read as Windows text once.
_MOJIBAKE: Final = re.compile(
    "\u00e2\u20ac[\u2018-\u2122\u0153\u00a6\u00a2\u009d]|\u00c3[\u00a0-\u00bf]|\u00c2[\u00a3\u00a0\u00bd]"
)
_DIRECTION: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LOOKALIKE: Final = re.compile("[A-Za-z][\u0370-\u03ff\u0400-\u04ff][A-Za-z]")

_IN_TEXT: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (_CONTROL, "It holds control characters that a reader does not see."),
    (_MOJIBAKE, "Some signs look garbled by an earlier wrong encoding: open the original and save it as UTF-8."),
    (_DIRECTION, "It holds marks that change the direction of writing, so it may read differently on a screen."),
    (_LOOKALIKE, "A word mixes Latin with Greek or Cyrillic letters that look alike, so it may not be recognised."),
)

_IN_MARKDOWN: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile("<!--"), "Comments in it were not checked."),
    (re.compile(r"^[ \t>]*(?:```|~~~)", re.MULTILINE), "Code in it was not checked."),
    (re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE), "It holds text that a browser hides."),
)

_OF_ENCODING: Final[dict[str, str]] = {
    "cp1252": "It is not UTF-8 and was read as Windows text (cp1252): check that names and signs look right.",
    "utf-16-le": "It has no byte-order mark and was read as UTF-16: check that it looks right.",
    "utf-16-be": "It has no byte-order mark and was read as UTF-16: check that it looks right.",
}


def doubts_of_text(text: str) -> tuple[str, ...]:
    """Sentences about what looks wrong in ``text`` (control characters, garbled signs …); none when all is well."""
    return tuple(sentence for pattern, sentence in _IN_TEXT if pattern.search(text))


def doubts_of_markdown(text: str) -> tuple[str, ...]:
    """Sentences about what a Markdown text holds besides its prose (comments, code, front matter); none when it is all prose."""
    front = ("The front matter was not checked, but for its title and description.",) if split_front_matter(text)[0] else ()
    return front + tuple(sentence for pattern, sentence in _IN_MARKDOWN if pattern.search(text))


def doubts_of_bytes(data: bytes, encoding: str) -> tuple[str, ...]:
    """Sentences about how ``data`` was decoded as ``encoding`` (a guess, a cut-off end); none when it was certain."""
    guessed = (_OF_ENCODING[encoding],) if encoding in _OF_ENCODING else ()
    cut = ("Its last character is incomplete: the file may be cut off.",)
    return guessed + (cut if encoding.startswith("utf-16") and len(data) % 2 else ())
