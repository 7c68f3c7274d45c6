"""How wide a text stands on a terminal, where some characters take two columns and some none."""

from __future__ import annotations

import unicodedata

MORE = "…"


def columns(text: str) -> int:
    """Return the number of terminal columns of a text."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def clip(text: str, start: int, length: int, width: int) -> tuple[str, int]:
    """Cut a line to ``width`` characters around ``text[start:start + length]``; return it and the new start."""
    if len(text) <= width:
        return text, start
    room = max(0, width - length - 2 * len(MORE))
    left = max(0, start - room // 2)
    right = min(len(text), left + width - 2 * len(MORE))
    left = max(0, min(left, right - (width - 2 * len(MORE))))
    before, after = (MORE if left else ""), (MORE if right < len(text) else "")
    return before + text[left:right] + after, start - left + len(before)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
