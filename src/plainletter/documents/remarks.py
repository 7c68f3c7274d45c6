"""Comments to plainletter inside a document: "plainletter: allow missed -- the law's own word"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from plainletter.documents.document import Block, Remark

MARK: Final = "plainletter:"
# In plain text, where nothing is invisible, a remark stands in square brackets.
_BRACKETS: Final = re.compile(r"\[\s*(plainletter:[^\[\]\n]{0,500})\]", re.IGNORECASE)
_COMMENT: Final = re.compile(r"<!--\s*(plainletter:.{0,500}?)\s*-->", re.IGNORECASE | re.DOTALL)
# What shows a remark in Markdown's code is an example of one.
_CODE: Final = re.compile(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^[ \t>]*(?P=fence)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)
_PATTERNS: Final = {"plain": _BRACKETS, "markdown": _COMMENT, "html": _COMMENT}


def remarks_in(text: str, format: str) -> tuple[Remark, ...]:
    """Find the comments to plainletter in the text of a file: ``[plainletter: …]``, in mark-up ``<!-- plainletter: … -->``."""
    if MARK not in text.lower():
        return ()
    code = [found.span() for found in _CODE.finditer(text)] if format == "markdown" else []
    remarks = (Remark(*found.span(), " ".join(found[1].split())) for found in _PATTERNS[format].finditer(text))
    return tuple(one for one in remarks if not any(start <= one.start < end for start, end in code))


def without_remarks(text: str, blocks: Iterable[Block], remarks: Iterable[Remark]) -> tuple[Block, ...]:
    """Return the blocks without the stretches of these remarks, which are not prose; blocks of nothing else are left out."""
    kept = list(blocks)
    for remark in remarks:
        kept = [replace(block, spans=_cut(text, block.spans, remark)) for block in kept]
    return tuple(block for block in kept if block.spans)


def _cut(text: str, spans: Iterable[tuple[int, int]], remark: Remark) -> tuple[tuple[int, int], ...]:
    pieces: list[tuple[int, int]] = []
    for start, end in spans:
        if end <= remark.start or remark.end <= start:
            pieces.append((start, end))
        else:
            pieces += [piece for piece in ((start, remark.start), (remark.end, end)) if text[slice(*piece)].strip()]
    return tuple(pieces)
