"""XML from outside is parsed without fetching, growing or nesting beyond sense."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainletter.documents.xml_parts import DEEPEST, MOST_SIGNS, parse_xml
from plainletter.errors import DocumentError


def test_text_keeps_its_blanks_and_comments_are_gone() -> None:
    root = parse_xml("<p> Dear <!-- not this --> Zoë <?nor this?></p>".encode(), "letter.docx")
    assert root.text == " Dear  Zoë "


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_every_encoding_that_a_package_may_use_is_read(encoding: str) -> None:
    declared = "utf-8" if encoding == "utf-8-sig" else encoding
    data = f"<?xml version='1.0' encoding='{declared}'?><p>café</p>".encode(encoding)
    assert parse_xml(data, "letter.docx").text == "café"


@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE p>",
        "<!DOCTYPE p [<!ENTITY secret SYSTEM 'file://{file}'>]>",
        "<!DOCTYPE p [<!ENTITY % more SYSTEM 'file://{file}'> %more;]>",
        "<!DOCTYPE p SYSTEM 'http://127.0.0.1:9/p.dtd'>",
        "<!DOCTYPE p [<!ENTITY a 'lol'><!ENTITY secret '&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_and_nothing_of_what_it_names_is_read(tmp_path: Path, declaration: str, encoding: str) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("a canary")
    body = "<p>&secret;</p>" if "secret" in declaration else "<p>x</p>"
    with pytest.raises(DocumentError) as refusal:
        parse_xml((declaration.replace("{file}", str(file)) + body).encode(encoding), "letter.docx")
    assert "DTD" in str(refusal.value)
    assert "canary" not in str(refusal.value)


def test_nesting_ends_at_its_limit() -> None:
    def nested(depth: int) -> bytes:
        return b"<t>" * depth + b"</t>" * depth

    assert parse_xml(nested(DEEPEST), "letter.docx").tag == "t"
    for depth in (DEEPEST + 1, 300, 50_000):
        with pytest.raises(DocumentError, match="nests deeper than 200 levels"):
            parse_xml(nested(depth), "letter.docx")


@pytest.mark.parametrize("data", [b"", b"<p>", b"<p>Sam \x01</p>", b"<p>&#1;</p>", b"<p>&nbsp;</p>", b"<p>\xff</p>", b"\0\0"])
def test_what_is_not_well_formed_is_damage_and_its_words_are_not_repeated(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"letter\.docx is damaged") as refusal:
        parse_xml(data, "letter.docx")
    assert "Sam" not in str(refusal.value)


def test_a_part_of_too_many_tags_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(DocumentError, match="too large"):
        parse_xml(b"<p>" + b"<b/>" * MOST_SIGNS + b"</p>", "letter.docx")
