"""The form that a client posts, in the several ways in which clients write one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote_to_bytes

from plainletter.desk.languagetool.refusing import RefusedError

#: The fields that mean something here; those that LanguageTool knows besides are passed over.
FIELDS: Final = (
    *("text", "data", "language", "level", "mode", "enabledRules", "disabledRules", "enabledCategories", "disabledCategories"),
    *("enabledOnly", "preferredVariants", "motherTongue", "username", "apiKey"),
)
_MARK: Final = re.compile(f"(?:^|&)({'|'.join(FIELDS)})=")
_RAW: Final = re.compile(rb"[\x00-\x20\x7f]")  # no encoded form holds these


def fields_of(body: bytes) -> Mapping[str, str]:
    """Return the fields of a form, whatever type the client says that it has: LTeX says JSON, and sends a form.

    LibreOffice 7.4 sends ``text=Tom & Ann are 50% better&language=en-GB``, with nothing encoded. So a body with a space or
    a line end in it is taken as it stands, and only an ampersand before the name of a known field divides it.

    Raises:
        RefusedError: the body is not UTF-8.
    """
    body = body.rstrip(b"\r\n")
    try:
        text = body.decode("utf-8")
        return dict(_raw(text) if _RAW.search(body) else _encoded(text))
    except UnicodeDecodeError:
        raise RefusedError(400, "the form is not UTF-8; send its fields in UTF-8") from None


def _encoded(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split("&"):
        name, _, value = part.replace("+", " ").partition("=")
        yield unquote_to_bytes(name).decode("utf-8"), unquote_to_bytes(value).decode("utf-8")


def _raw(text: str) -> Iterator[tuple[str, str]]:
    marks = list(_MARK.finditer(text))
    for mark, end in zip(marks, [*(mark.start() for mark in marks[1:]), len(text)], strict=True):
        yield mark[1], text[mark.end() : end]
