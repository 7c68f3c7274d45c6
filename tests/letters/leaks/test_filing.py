"""The last look at finished bytes: every layer, every disguise, and closed where it cannot see."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainletter.letters.leaks import Needle, leaks_in_file
from plainletter.letters.leaks.needle import needle
from plainletter.letters.writers import WRITERS
from tests.letters.conftest import letter_with

NEEDLES = (
    needle("C1", "hint", "gambling"),
    needle("X1", "name", "Kasimira", exact=True),
    Needle("C2", "number", "£4,000", digits="4000"),
)
DISGUISES = [
    "gambling", "GAMBLING", "gambled", "Gambler", "gam\u00adbling", "gam\u200bbling",
    "gamb-\nling", "ｇａｍｂｌｉｎｇ",
    "Kasimira", "KASIMIRA", "Kasimira's", "Kasimira’s", "K a s i m i r a", "£4,000", "£ 4000", "4 000",
]  # fmt: skip


def found(name, data):
    return {leak.secret for leak in leaks_in_file(NEEDLES, name, data)}


@pytest.mark.parametrize("word", DISGUISES)
def test_a_word_in_any_disguise_is_found_in_text_and_page(word):
    assert found("a.txt", f"and then {word} came up".encode())
    assert found("a.html", f"<html><body><p>and then {word} came up</p></body></html>".encode())


@pytest.mark.parametrize(
    "page",
    [
        "<p>gam<b>bling</b></p>", "<p>g&#97;mbling</p>", "<!-- gambling -->", '<p title="gambling">x</p>',
        "<title>gambling</title>",
        '<img alt="gambling" src="x">', '<meta name="description" content="gambling">',
    ],
)  # fmt: skip
def test_every_layer_of_a_page_is_searched(page):
    assert found("a.html", f"<html>{page}</html>".encode()) == {"C1"}


@pytest.mark.parametrize("ending", list(WRITERS))
@pytest.mark.parametrize("word", ["gambling", "Kasimira", "£4,000"])
def test_a_word_in_a_finished_letter_is_found_in_every_format(ending, word):
    letter = letter_with(f"We spoke about {word} for a while.")
    assert found(f"a.{ending}", WRITERS[ending](letter))
    assert not found(f"a.{ending}", WRITERS[ending](letter_with("We spoke about the garden for a while.")))


def test_a_file_name_is_looked_at_too():
    assert found("letter-gambling.txt", b"hello") == {"C1"}


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("docProps/core.xml", "<dc:title>gambling</dc:title>"),
        ("word/header1.xml", "<w:t>gam</w:t><w:t>bling</w:t>"),
        ("word/comments.xml", "<w:t>gambling</w:t>"),
        ("word/document.xml", '<w:docPr descr="gambling"/>'),
        ("gambling.xml", "<a/>"),
    ],
)
def test_every_part_of_a_word_file_is_searched(part, content):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(part, content)
    assert found("a.docx", packed.getvalue()) == {"C1"}


@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", b"no zip"), ("a.pdf", b"%PDF-1.7 broken"), ("a.txt", b"\xff\xfe\xff"), ("a.rtf", b"{\\rtf1 x}")]
)
def test_what_cannot_be_read_through_may_not_go_out(name, data):
    assert [leak.kind for leak in leaks_in_file(NEEDLES, name, data)] == ["unreadable"]


@given(
    st.text(st.characters(categories=("Ll", "Lu", "Zs", "Po"), max_codepoint=0x24F), max_size=60),
    st.sampled_from(["gambling", "Kasimira"]),
)
def test_wherever_it_stands_it_is_found(around, word):
    assert found("a.txt", f"{around} {word} {around}".encode())
