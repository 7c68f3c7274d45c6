"""Where a comment that allows a finding can stand, so that the document stays as it is in every other way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from plainletter.checking.allowing import CATEGORY, allowances_of
from plainletter.documents import Block, Document, read_text
from plainletter.errors import PlainletterError
from plainletter.findings import Finding
from plainletter.formats.places import lines_of
from plainletter.lsp.texts import Seen

_INDENT: Final = re.compile(r"[ \t]*")
_LINE_END: Final = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Insertion:
    """New words at an offset of a text, in code points."""

    offset: int
    words: str


def permit(seen: Seen, finding: Finding) -> Insertion | None:
    """Return the comment that allows a finding once its reason is written; None where none can stand.

    The reason is left open: until somebody writes one, the check says so and allows nothing. The comment goes on the line above
    the finding's paragraph; where that would change the document (between two items of a list), to the end of its line or words.
    """
    if finding.category == CATEGORY:
        return None
    for place in _places(seen.document, finding):
        if _holds(seen.document, place, finding):
            return place
    return None


def _places(document: Document, finding: Finding) -> Iterator[Insertion]:
    lines = lines_of(document.text)
    comment = _comment(document, finding.rule)
    block = _block_of(document, finding)
    if not (document.format == "markdown" and block and block.kind == "list_item"):  # a line between them parts a list in two
        line_end = found[0] if (found := _LINE_END.search(document.text)) else "\n"
        first = block.spans[0][0] if block else finding.start
        for number in sorted({lines.place(first)[0], lines.place(finding.start)[0]}):
            indent = _INDENT.match(lines.line(number))
            yield Insertion(lines.starts[number - 1], f"{indent[0] if indent else ''}{comment}{line_end}")
    yield Insertion(lines.ends[lines.place(finding.end)[0] - 1], f" {comment}")
    if block:
        yield Insertion(block.spans[-1][1], f" {comment}")


def _block_of(document: Document, finding: Finding) -> Block | None:
    return next((one for one in document.blocks if one.spans[0][0] <= finding.start < one.spans[-1][1]), None)


def _comment(document: Document, rule: str) -> str:
    words = f"plainletter: allow {rule} -- "
    return f"[{words}]" if document.format == "plain" else f"<!-- {words}-->"


def _holds(before: Document, place: Insertion, finding: Finding) -> bool:
    open_end = f"allow {finding.rule} -- "
    words = place.words.replace(open_end, f"{open_end}a reason ")
    text = before.text[: place.offset] + words + before.text[place.offset :]
    try:
        after = read_text(text, format=before.format)
    except PlainletterError:
        return False
    moved = len(words) if finding.start >= place.offset else 0
    allowed, _ = allowances_of(after, {finding.rule})
    covered = any(one.covers(finding.rule, finding.start + moved, finding.end + moved) for one in allowed)
    return covered and _prose(before) == _prose(after)


def _prose(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, " ".join("".join(document.text[a:b] for a, b in block.spans).split())) for block in document.blocks]
