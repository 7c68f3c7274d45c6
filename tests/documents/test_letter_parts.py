"""Letterhead and signature are furniture in every format, as they are in a plain letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainletter.documents import read_text
from plainletter.documents.document import Document
from plainletter.documents.odt import read_odt_file
from tests.documents.odt_files import odt

LETTER = [
    ("furniture", "Riverside Community Trust"),
    ("furniture", "3 May 2026"),
    ("salutation", "Dear Sam,"),
    ("paragraph", "Thank you for coming to see us on Tuesday, and for telling us what helps you."),
    ("furniture", "Yours sincerely"),
    ("furniture", "Dr Jo Müller"),
    ("furniture", "Consultant"),
    ("paragraph", "Please ring us if this letter is not what you remember: we will put it right at once."),
    ("paragraph", "Thank you"),
]


def told(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[start:end]) for block in document.blocks for start, end in block.spans]


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_a_letter_of_marked_up_paragraphs_has_its_parts(format: str) -> None:
    text = "".join(f"<p>{words}</p>\n" if format == "html" else f"{words}\n\n" for _, words in LETTER)
    assert told(read_text(text, format=format)) == LETTER


def test_a_letter_of_an_open_document_has_its_parts(tmp_path: Path) -> None:
    assert told(read_odt_file(odt(tmp_path / "a.odt", "".join(f"<text:p>{words}</text:p>" for _, words in LETTER)))) == LETTER


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_a_text_that_is_no_letter_keeps_its_short_paragraphs(format: str) -> None:
    text = "".join(f"<p>{words}</p>\n" if format == "html" else f"{words}\n\n" for words in ("Good to know", "Parking is free"))
    assert [kind for kind, _ in told(read_text(text, format=format))] == ["paragraph", "paragraph"]
