"""Web pages: the words that people see or hear, and where each run of them stands in the file."""

from __future__ import annotations

import re
from typing import Final

from plainletter.documents.document import Block
from plainletter.documents.html_walk import walk

#: The first bytes of a page, in which it must name its encoding.
_HEAD: Final = 4096
_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARED: Final = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([a-z0-9_:.-]+)|^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([a-z0-9_:.-]+)",
    re.IGNORECASE,
)
_KNOWN: Final = re.compile(
    r"utf-?8|windows-125[0-8]|cp125[0-8]|iso-?8859-(?:[2-9]|1[0-6])|koi8-[ru]|shift_jis|euc-(?:jp|kr)|iso-2022-jp"
    r"|gb(?:k|2312|18030)|big5|macintosh|ibm866"
)
_WESTERN: Final = re.compile(r"(?:us-)?ascii|latin-?1|iso-?8859-?1|l1")


def read_html(text: str) -> tuple[Block, ...]:
    """Divide a web page into blocks; offsets are those of ``text``, the decoded file.

    Read are the text between the tags, the title and description of the page, and the attributes that are shown or read aloud
    (``alt``, ``title``, ``placeholder``, ``aria-label`` …), each a block of its own. Code, scripts, styles and parts in
    another language are in no span. Words that a browser hides are read, and ``doubts_of_html`` says that they are there. A
    character reference is a run of its own, as it stands in the file; one that shows nothing (``&shy;``) is in no run.
    There are no blocks when the body of the page has no words. Time is linear in the length of the text.
    """
    page = walk(text)
    return page.blocks if page.has_words else ()


def doubts_of_html(text: str) -> tuple[str, ...]:
    """Sentences about what a web page holds besides the prose that a reader sees; none when that is all."""
    return walk(text).notices


def encoding_of_html(data: bytes) -> str | None:
    """The encoding that a page names for itself, as Python's name; None when it has a byte-order mark or names none.

    What browsers do not believe is not believed here either: UTF-7 never, UTF-16 without a mark is UTF-8, and Latin-1 is
    Windows text.
    """
    if data.startswith(_MARKS):
        return None
    found = _DECLARED.search(_COMMENT.sub(b"", data[:_HEAD]))
    name = (found[1] or found[2]).decode("ascii").lower() if found else ""
    if _WESTERN.fullmatch(name):
        return "cp1252"
    if name.startswith("utf-16"):
        return "utf-8"
    return {"macintosh": "mac_roman"}.get(name, name) if _KNOWN.fullmatch(name) else None
