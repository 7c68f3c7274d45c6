"""Comments to plainletter are found in a text, and are no part of its prose."""

from __future__ import annotations

import pytest

from plainletter.documents import read_text
from plainletter.documents.remarks import remarks_in


@pytest.mark.parametrize(
    ("format", "text", "words"),
    [
        (
            "plain",
            "Dear Sam\n[plainletter: allow missed -- the law’s own word]\n",
            "plainletter: allow missed -- the law’s own word",
        ),
        ("markdown", "# Dates\n<!-- plainletter: allow\n missed -- a reason -->\n", "plainletter: allow missed -- a reason"),
        ("html", "<p>a<!--PlainLetter: allow x -- y--></p>", "PlainLetter: allow x -- y"),
    ],
)
def test_a_remark_is_found_where_it_stands(format: str, text: str, words: str) -> None:
    (remark,) = remarks_in(text, format)
    assert remark.words == words
    assert text[remark.start : remark.end][0] in "[<"


@pytest.mark.parametrize("text", ["[see below]", "<!-- plainletter: allow x -- y -->", "plainletter: allow x -- y"])
def test_other_brackets_and_other_forms_are_no_remarks_in_plain_text(text: str) -> None:
    assert remarks_in(text, "plain") == ()


def test_a_remark_is_no_prose_of_a_plain_text() -> None:
    text = "You failed to attend [plainletter: allow missed -- as the court wrote] on 3 May.\n\n[plainletter: allow fault -- x]\n"
    document = read_text(text)
    assert [[text[a:b] for a, b in block.spans] for block in document.blocks] == [["You failed to attend ", " on 3 May."]]
    assert len(document.remarks) == 2


def test_an_example_of_a_remark_in_code_is_none() -> None:
    example = "<!-- plainletter: allow x -- y -->"
    text = f"Write `{example}`:\n\n```html\n{example}\n```\n\n{example.replace('x', 'z')}\n"
    (remark,) = remarks_in(text, "markdown")
    assert remark.words == "plainletter: allow z -- y"
