"""Text made safe for the place where it is shown: a terminal, a line of its own, XML, JSON, the address of a file."""

from __future__ import annotations

import json
import os
import re
from html import escape  # xml.sax.saxutils does the same, and takes 20 ms to import
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from plainletter.formats.places import harmless

_LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_UNWRITABLE = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
# In JSON, what could steer a terminal or split a line is written as an escape: the value stays the same.
_ESCAPED = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def one_line(text: str) -> str:
    """Return the text in one line, without control characters and without halves of surrogate pairs."""
    if text.isprintable():  # as nearly every text is
        return text
    return _UNWRITABLE.sub("\ufffd", harmless(_LINE_END.sub(" ", text)))


def json_text(value: Any) -> str:  # noqa: ANN401  # anything that JSON has
    """Return a value as JSON on one line."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def xml_attribute(text: str) -> str:
    """Return the text as the value of an XML attribute, with its quotes."""
    return f'"{escape(one_line(text))}"'


def xml_text(text: str) -> str:
    """Return the text as the content of an XML element; line ends stay."""
    return escape("\n".join(map(one_line, _LINE_END.split(text))), quote=False)


def relative(path: str) -> str:
    """Return a path as code hosts want it: from the working folder where it lies in there, with ``/``."""
    pure = PurePath(path)
    if pure.is_absolute() and pure.is_relative_to(Path.cwd()):
        pure = pure.relative_to(Path.cwd())
    return pure.as_posix()


def address(path: str) -> str:
    """Return a path as a URI reference."""
    shown = relative(path)
    prefix = "file://" + ("" if shown.startswith("/") else "/") if PurePath(shown).is_absolute() else ""
    return prefix + quote(os.fsencode(shown) if not _is_lone(shown) else shown.encode("utf-8", "replace"))


def _is_lone(path: str) -> bool:
    # Bytes of a name that are not UTF-8 come as U+DC80 to U+DCFF; any other half of a pair names no file.
    return re.search(r"[\ud800-\udc7f\udd00-\udfff]", path) is not None
