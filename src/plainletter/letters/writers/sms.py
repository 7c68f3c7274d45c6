"""A text message: one line, GSM 7-bit characters where the words allow it, and how many parts it takes.

Characters and part sizes: 3GPP TS 23.038 (alphabet) and TS 23.040 (160 septets, 153 in a part of several; 70 and 67
UTF-16 units where one character is outside the alphabet).
"""

from __future__ import annotations

from collections.abc import Iterable

from plainletter.letters.letter import Box, Bullets, Letter, Runs, blocks_of

GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_EXTENDED = frozenset("^{}\\[~]|€\f")

_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "′": "'", "″": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "…": "...",
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u00ad": "", "\u200b": "", "•": "",
    }
)  # fmt: skip


def sms_text(letter: Letter) -> str:
    """Return the letter as one line; signs are made plain, letters of a name are never changed."""
    words = " ".join("".join(run.text for run in line) for line in _lines(letter))
    return " ".join(words.translate(_PLAIN).split())


def sms_parts(text: str) -> int:
    """Return how many parts a text message takes (1 for up to 160 septets or 70 UTF-16 units, 0 for none)."""
    if all(character in GSM_BASIC or character in GSM_EXTENDED for character in text):
        return _parts([2 if character in GSM_EXTENDED else 1 for character in text], alone=160, joined=153)
    return _parts([2 if ord(character) > 0xFFFF else 1 for character in text], alone=70, joined=67)


def _parts(sizes: Iterable[int], alone: int, joined: int) -> int:
    sizes = list(sizes)
    if sum(sizes) <= alone:
        return 1 if sizes else 0
    parts, used = 1, 0
    for size in sizes:
        if used + size > joined:  # a character of two units is never split between parts
            parts, used = parts + 1, 0
        used += size
    return parts


def _lines(letter: Letter) -> Iterable[Runs]:
    for block in blocks_of(letter):
        match block:
            case Bullets(items):
                yield from items
            case Box():
                continue
            case _:
                yield block.runs
