"""The .txt of a letter: 72 columns, UTF-8, blocks apart by a blank line."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from plainletter.letters.letter import Block, Box, Bullets, Heading, Letter, Runs
from plainletter.letters.writers.characters import require_writable
from plainletter.letters.writers.sms import sms_text

COLUMNS = 72
_RULE = "-" * COLUMNS
_TIGHT = ("letterhead", "address", "signature")


def write_text(letter: Letter) -> bytes:
    """Return the letter as plain text; a text message is one line, in GSM characters where its words allow it."""
    require_writable(letter)
    if letter.form == "text":
        return f"{sms_text(letter)}\n".encode()
    parts = (("\n" if part.name in _TIGHT else "\n\n").join(_blocks(part.blocks)) for part in letter.parts if part.blocks)
    return ("\n\n".join(parts) + "\n").encode()


def _blocks(blocks: Iterable[Block]) -> list[str]:
    written: list[str] = []
    for block in blocks:
        match block:
            case Heading(runs):
                # A heading stands nearer to what follows than to what goes before.
                written.append(("\n" if written else "") + _wrapped(runs))
            case Bullets(items):
                written.append("\n".join(_wrapped(item, first="• ", then="  ") for item in items))
            case Box(inner):
                written.append("\n\n".join([_RULE, *_blocks(inner), _RULE]))
            case _:
                written.append(_wrapped(block.runs))
    return written


def _wrapped(runs: Runs, first: str = "", then: str = "") -> str:
    text = "".join(run.text for run in runs)
    lines: list[str] = []
    for line in text.split("\n"):
        # Words longer than a line, such as web addresses, and hyphenated words stay whole.
        wrapped = textwrap.wrap(
            line,
            COLUMNS,
            initial_indent=then if lines else first,
            subsequent_indent=then,
            break_long_words=False,
            break_on_hyphens=False,
        )
        lines += wrapped or [""]
    return "\n".join(lines)
