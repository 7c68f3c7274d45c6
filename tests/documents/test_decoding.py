"""Bytes become text in the encoding that they are in, or are refused in one clear sentence."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainletter.documents.decoding import decode
from plainletter.documents.doubts import doubts_of_bytes, doubts_of_markdown, doubts_of_text
from plainletter.errors import DocumentError

LETTER = "Dear Zoë,\r\n\r\nThe client’s appointment – “physio” – is on 3 May. It costs £5.\r\n"
PROSE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
    lambda text: text.strip().strip("\ufeff\u200b\u00ad\u2060")
)


@pytest.mark.parametrize(
    ("mark", "codec", "named"),
    [
        (b"", "utf-8", "utf-8"),
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
        (b"", "utf-16-le", "utf-16-le"),
        (b"", "utf-16-be", "utf-16-be"),
        (b"", "cp1252", "cp1252"),
    ],
)
def test_a_letter_reads_the_same_in_every_encoding_that_windows_and_mac_write(mark: bytes, codec: str, named: str) -> None:
    assert decode(mark + LETTER.encode(codec)) == (LETTER, named)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_line_ends_stay_as_they_are(end: str) -> None:
    text = f"Dear Sam,{end}Thank you for coming.{end}"
    assert decode(text.encode())[0] == text


@given(PROSE, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_what_is_written_with_a_mark_or_in_utf_8_comes_back(text: str, codec: str) -> None:
    data = text.encode(codec)
    if codec == "utf-8" and text.startswith("\ufeff"):
        codec, text = "utf-8-sig", text[1:]
    assert decode(data) == (text, codec)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_that_they_encode_or_a_refusal(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except DocumentError:
        return
    assert text.strip()
    whole = data[: len(data) - len(data) % 2] if encoding.startswith("utf-16") else data
    assert whole.decode(encoding) == text


@pytest.mark.parametrize(
    ("data", "kind", "advice"),
    [
        (b"PK\x03\x04" + b"..word/document.xml", "a Word document (.docx)", "give it the ending .docx"),
        (
            b"PK\x03\x04" + b"..mimetypeapplication/vnd.oasis.opendocument.text",
            "an OpenDocument text (.odt)",
            "give it the ending .odt",
        ),
        (b"PK\x03\x04" + bytes(200), "a zip archive", "save it as a Word document (.docx) or as plain text"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF", "give it the ending .pdf"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100),
            "an old Word or Office document (.doc)",
            "save it as a Word document (.docx) or as plain text",
        ),
        (
            b"{\\rtf1\\ansi Sam suffers from pain.}",
            "a rich text file (.rtf)",
            "save it as a Word document (.docx) or as plain text",
        ),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "an image (.png)", "OCR"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "an image (.jpg)", "OCR"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "an image (.webp)", "OCR"),
        (b"\x1f\x8b\x08" + bytes(20), "a compressed file (.gz)", "save it as a Word document (.docx) or as plain text"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_the_name_that_people_know(data: bytes, kind: str, advice: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        decode(data, "letter.txt")
    assert str(refusal.value).startswith(f"letter.txt is {kind} under another ending: ")
    assert advice in str(refusal.value)


def test_the_encoding_that_a_page_declares_holds_if_its_bytes_agree() -> None:
    page = "<meta charset=shift_jis><p>どうぞ</p>"
    assert decode(page.encode("shift_jis"), "page.html", "shift_jis") == (page, "shift_jis")
    assert decode("Zoë’s page".encode("cp1252"), "page.html", "utf-8") == ("Zoë’s page", "cp1252")
    assert decode("Zoë’s page".encode(), "page.html", "no-such-encoding") == ("Zoë’s page", "utf-8")


@pytest.mark.parametrize(
    "data", [b"", b" \t\r\n\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF8 + b"\n", "\u200b\n".encode()]
)
def test_a_file_without_text_is_empty(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"^notes\.txt is empty: "):
        decode(data, "notes.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00 This program cannot be run in DOS mode.",
        b"Sam suffers from pain.\x00\x00\x00\x00",
        bytes(range(32)) * 4,
        b"ustar\x00\x01\x02\x03\x04\x05\x06abc",
    ],
)
def test_bytes_that_are_mostly_not_text_are_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match="not text"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"Sam said \x81 and \x8d.",  # no Windows letter has these bytes
        "Zoë’s café – £5".encode() + b" \xe9",  # UTF-8 with one byte of something else
        codecs.BOM_UTF16_LE + b"S\x00\x00\xd8a\x00",  # half of a surrogate pair
        codecs.BOM_UTF8 + b"Sam \xff",
    ],
)
def test_damaged_text_is_refused_and_not_guessed_at(data: bytes) -> None:
    with pytest.raises(DocumentError, match="is damaged"):
        decode(data)


def test_no_refusal_quotes_the_text() -> None:
    for data in (b"Wanjiru\x00\x00\x00", b"Wanjiru \x81", codecs.BOM_UTF16_LE + "Wanjiru".encode("utf-16-le") + b"\x00\xd8"):
        with pytest.raises(DocumentError) as refusal:
            decode(data)
        assert "anjiru" not in str(refusal.value)
        assert refusal.value.__cause__ is None
        assert refusal.value.__suppress_context__ or refusal.value.__context__ is None


def test_slips_of_copy_and_paste_do_not_hide_a_letter() -> None:
    text = "Sam suf\x00fers from\x00 anxiety.\x1b[31m He copes.\x08"
    assert decode(text.encode())[0] == text


def test_a_file_cut_in_the_middle_of_a_sign_is_read_up_to_there_and_says_so() -> None:
    data = codecs.BOM_UTF16_LE + "Sam suffers from pain.".encode("utf-16-le")[:-1]
    text, encoding = decode(data)
    assert text == "Sam suffers from pain"
    assert doubts_of_bytes(data, encoding) == ("Its last character is incomplete: the file may be cut off.",)


@pytest.mark.parametrize(("codec", "words"), [("cp1252", "cp1252"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")])
def test_a_guess_at_the_encoding_is_admitted(codec: str, words: str) -> None:
    data = LETTER.encode(codec)
    assert any(words in doubt for doubt in doubts_of_bytes(data, decode(data)[1]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sam doesnâ€™t say much.", "garbled"),
        ("Sam \u202emorf sreffus\u202c pain.", "direction"),
        ("Sam suff\u0435rs from pain.", "Cyrillic"),
        ("Sam \x1b[31msuffers\x1b[0m.", "control"),
    ],
)
def test_what_looks_wrong_in_a_text_is_said(text: str, words: str) -> None:
    (doubt,) = doubts_of_text(text)
    assert words in doubt


def test_what_is_in_order_raises_no_doubt() -> None:
    assert doubts_of_text(LETTER + "Καλημέρα, Привет, Nguyễn, 李, 👩‍👧") == ()
    assert doubts_of_bytes(LETTER.encode(), "utf-8") == ()
    assert doubts_of_markdown("# Title\n\nText with `code`.\n\n---\n") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("---\nauthor: Dr A\n---\nText", "front matter"),
        ("Text <!-- Sam was non-compliant -->", "Comments"),
        ("```\ncode\n```\n", "Code"),
        ("<span style='display: none'>Sam</span>", "hides"),
    ],
)
def test_what_markdown_holds_besides_prose_is_said(text: str, words: str) -> None:
    (doubt,) = doubts_of_markdown(text)
    assert words in doubt
