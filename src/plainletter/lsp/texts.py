"""Texts that are open in an editor, and what a check has to say about one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from plainletter.documents import Document, read_text
from plainletter.documents.reading import format_of
from plainletter.errors import DocumentError, PlainletterError
from plainletter.findings import Report

if TYPE_CHECKING:
    from plainletter.checking.checker import Checker

#: The checker for a file, by its path ("" where it has none) and the folder whose settings count; None where it is excluded.
CheckerOf = Callable[[str, str], "Checker | None"]

_LANGUAGES: Final = {"markdown": "markdown", "gfm": "markdown", "html": "html", "xhtml": "html", "mhtml": "html"}
_PLAIN: Final = frozenset(("", "plaintext", "plain", "text", "txt", "normal"))
_ENDINGS: Final = frozenset((".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"))


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it stands in the editor; ``path`` is empty for one without a file, ``folder`` is where its settings are."""

    uri: str
    version: int | None
    words: str
    language: str
    path: str
    folder: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A text that was checked."""

    text: Text
    document: Document
    report: Report


@dataclass(frozen=True, slots=True)
class Unseen:
    """A text about which nothing is known, and why; a ``fault`` is one of the settings, the lexicon or the model."""

    text: Text
    reason: str
    fault: bool = False


def format_in(text: Text) -> str | None:
    """Return the format that the language of a text says, else the ending of its name; None for another kind of text."""
    ending = Path(text.path).suffix.lower()
    if text.language in _LANGUAGES:
        return _LANGUAGES[text.language]
    return format_of(text.path) if text.language in _PLAIN or ending in _ENDINGS else None


def look(text: Text, checker_of: CheckerOf) -> Seen | Unseen | None:
    """Check a text; None where the settings exclude it. Takes as long as a check does: call it in a thread."""
    form = format_in(text)
    if form is None:
        return Unseen(text, "plainletter checks plain text, Markdown and HTML in an editor; this file is of another kind.")
    try:
        checker = checker_of(text.path, text.folder)
        if checker is None:
            return None
        document = read_text(text.words, format=form)
        return Seen(text, document, checker.check_document(document))
    except DocumentError as error:
        return Unseen(text, str(error))
    except PlainletterError as error:
        return Unseen(text, f"This text was not checked: {error}", fault=True)
    except Exception as error:  # its message may quote the text
        return Unseen(text, f"plainletter stumbled over this text ({type(error).__name__}); please report it, without the text.")
