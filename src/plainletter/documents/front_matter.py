"""The YAML at the top of a Markdown file: settings for a program, and a title for people."""

from __future__ import annotations

import re
from typing import Final

from plainletter.documents.document import Block
from plainletter.documents.origin import line_spans

#: What a line of YAML begins with; a line that begins otherwise says that the "---" above was only a rule.
_FIELD: Final = re.compile(r"[\w\"'.-][\w\"' .-]*:(?:\s|$)|-\s|#|[\]})]|[ \t]")
_TITLE: Final = re.compile(r"(?:title|subtitle|description|summary)\s*:\s*([\"']?)(.*\w.*)\1\s*$", re.IGNORECASE)


def split_front_matter(text: str) -> tuple[int, tuple[Block, ...]]:
    """Find where the body of a Markdown text begins, and the titles in the front matter above it.

    The offset is 0 without front matter. Titles and descriptions are headings: people read them. Nothing is parsed as
    YAML, so nothing in it can act.
    """
    if not text.startswith(("---\n", "---\r")):
        return 0, ()
    titles: list[Block] = []
    for start, end in line_spans(text)[1:]:
        line = text[start:end]
        if line.rstrip() in ("---", "..."):
            return end, tuple(titles)
        if line.strip() and not _FIELD.match(line):
            break
        title = _TITLE.match(line)
        if title:
            titles.append(Block("heading", ((start + title.start(2), start + title.end(2)),)))
    return 0, ()
