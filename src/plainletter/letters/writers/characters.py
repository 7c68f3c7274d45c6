"""Characters that no file of a letter can hold."""

from __future__ import annotations

import re

from plainletter.errors import PlainletterError
from plainletter.letters.letter import Bullets, Letter, blocks_of

# XML 1.0 knows none of these, and no reader would see them: controls but tab and newline, halves of a pair, non-characters.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def require_writable(letter: Letter) -> None:
    """Raise PlainletterError where a letter, its title or issuer holds a character that a file cannot carry."""
    for origin, text in _texts(letter):
        if found := _UNWRITABLE.search(text):
            where = f"from {origin!r} " if origin else ""
            raise PlainletterError(
                f"The letter for {letter.reader!r} has the control character {code_point(found.group())} in its text {where}"
                "that no file can show; remove it from the case record."
            )


def code_point(character: str) -> str:
    """Return "U+00E9" for "é"."""
    return f"U+{ord(character):04X}"


def _texts(letter: Letter) -> list[tuple[str, str]]:
    texts = [("", letter.title), ("", letter.issuer)]
    for block in blocks_of(letter):
        lines = block.items if isinstance(block, Bullets) else (getattr(block, "runs", ()),)
        texts += [(run.origin, run.text) for line in lines for run in line]
    return texts
