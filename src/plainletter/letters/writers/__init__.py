"""The writers: from a finished letter to the bytes of a file. Each is pure, so the same letter gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable

from plainletter.letters.letter import Letter

Writer = Callable[[Letter], bytes]


def _docx(letter: Letter) -> bytes:
    from plainletter.letters.writers.docx import write_docx

    return write_docx(letter)


def _pdf(letter: Letter) -> bytes:
    from plainletter.letters.writers.pdf import write_pdf

    return write_pdf(letter)


def _html(letter: Letter) -> bytes:
    from plainletter.letters.writers.html import write_html

    return write_html(letter)


def _txt(letter: Letter) -> bytes:
    from plainletter.letters.writers.text import write_text

    return write_text(letter)


WRITERS: dict[str, Writer] = {"docx": _docx, "pdf": _pdf, "html": _html, "txt": _txt}
"""File ending to writer; each module is loaded when its first file is wanted."""
