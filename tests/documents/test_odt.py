"""An OpenDocument text is read as LibreOffice shows it, with the way back to the place."""

from __future__ import annotations

import zipfile
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainletter.documents.document import Document
from plainletter.documents.odt import read_odt_file
from plainletter.errors import DocumentError
from tests.documents.odt_files import KIND, odt

HIDDEN = '<style:style style:name="H" style:family="text"><style:text-properties {}/></style:style>'


def told(document: Document) -> list[tuple[str, str, str]]:
    """The blocks of a document: kind, words and place."""
    assert len(document.places) == len(document.blocks)
    return [
        (block.kind, document.text[start:end], str(place))
        for block, place in zip(document.blocks, document.places, strict=True)
        for start, end in block.spans
    ]


def test_the_parts_of_a_letter_have_their_kinds_and_places(tmp_path: Path) -> None:
    styles = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"/>'
    styles += '<style:style style:name="Heading_20_1" style:family="paragraph" style:default-outline-level="1"/>'
    masters = """<style:master-page style:name="Standard"><style:header><text:p>Riverside Trust</text:p></style:header>
    <style:header-left><text:p>Riverside Trust</text:p></style:header-left>
    <style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>"""
    body = """<text:h text:outline-level="1">Your visit</text:h><text:p/><text:p text:style-name="P1">Where</text:p>
    <text:p>Dear Sam,</text:p><text:p>Thank <text:span>y</text:span>ou.<text:note text:note-class="footnote">
    <text:note-citation>1</text:note-citation><text:note-body><text:p>It is free.</text:p></text:note-body></text:note></text:p>
    <text:list><text:list-item><text:p>a pen</text:p></text:list-item></text:list>
    <table:table><table:table-row><table:table-cell><text:p>Day</text:p></table:table-cell></table:table-row>
    <table:table-row><table:table-cell><text:p>Tuesday</text:p></table:table-cell></table:table-row></table:table>
    <text:p>Bring<draw:frame><draw:text-box><text:p>Parking is free.</text:p></draw:text-box></draw:frame> it.
    <draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>A map of the site</svg:desc></draw:frame></text:p>
    <text:p>Yours sincerely</text:p>"""
    assert told(read_odt_file(odt(tmp_path / "a.odt", body, styles=styles, masters=masters))) == [
        ("furniture", "Riverside Trust", "header"),
        ("furniture", "Page 1", "footer"),
        ("heading", "Your visit", "paragraph 1"),
        ("heading", "Where", "paragraph 2"),
        ("salutation", "Dear Sam,", "paragraph 3"),
        ("paragraph", "Thank you.", "paragraph 4"),
        ("paragraph", "It is free.", "footnote 1"),
        ("list_item", "a pen", "paragraph 5"),
        ("table", "Day", "table 1, row 1"),
        ("table", "Tuesday", "table 1, row 2"),
        ("paragraph", "Bring it.", "paragraph 6"),
        ("paragraph", "Parking is free.", "text box 1"),
        ("furniture", "A map of the site", "picture"),
        ("furniture", "Yours sincerely", "paragraph 7"),
    ]


@pytest.mark.parametrize(
    ("mark_up", "words"),
    [
        ("a  b\n c", "a b c"),
        ("a<text:s text:c='3'/>b", "a   b"),
        ("a<text:s/>b<text:tab/>c<text:line-break/>d", "a b\tc\nd"),
        ("non<text:span>-com</text:span>pliant", "non-compliant"),
        ("<text:a xlink:href='x'>our <text:span>page</text:span></text:a> here", "our page here"),
        ("<text:ruby><text:ruby-base>kanji</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>", "kanji"),
        ("a<text:soft-page-break/>b<text:bookmark text:name='x'/>c", "abc"),
        ("on <text:date>3 May</text:date>", "on 3 May"),
        ("a<text:s text:c='999999999999'/>b", "a" + " " * 100 + "b"),
    ],
)
def test_blanks_and_marks_are_those_that_are_shown(tmp_path: Path, mark_up: str, words: str) -> None:
    assert read_odt_file(odt(tmp_path / "a.odt", f"<text:p>{mark_up}</text:p>")).text == words


def test_line_breaks_divide_the_lines_of_a_letter(tmp_path: Path) -> None:
    body = "<text:p>Dear Sam,<text:line-break/>We have a room for you.<text:line-break/>• a pen</text:p>"
    assert [(kind, words) for kind, words, _ in told(read_odt_file(odt(tmp_path / "a.odt", body)))] == [
        ("salutation", "Dear Sam,"),
        ("paragraph", "We have a room for you."),
        ("list_item", "a pen"),
    ]


@pytest.mark.parametrize(
    "properties",
    ['text:display="none"', 'fo:font-size="1pt"', 'fo:color="#FFFFFF"', 'fo:color="#000000" fo:background-color="#000000"'],
)
def test_hidden_words_are_read_and_said(tmp_path: Path, properties: str) -> None:
    body = '<text:p>Thank you. <text:span text:style-name="H">You refused.</text:span></text:p>'
    document = read_odt_file(odt(tmp_path / "a.odt", body, styles=HIDDEN.format(properties)))
    assert document.text == "Thank you. You refused."
    assert "does not see" in document.notices[0]


@pytest.mark.parametrize(
    ("body", "words", "notice"),
    [
        ('<text:section text:display="none"><text:p>You refused.</text:p></text:section>', "You refused.", "does not see"),
        ('<text:p>Hi <text:hidden-text text:string-value="you refused"/></text:p>', "you refused", "does not see"),
        ("<text:p>Hi<office:annotation><text:p>he is rude</text:p></office:annotation></text:p>", "he is rude", "comments"),
        (
            "<text:tracked-changes><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
            '<text:p>Hi <text:change-start text:change-id="c"/>there<text:change-end text:change-id="c"/></text:p>',
            "Hi there",
            "put in were checked",
        ),
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>"
            "</text:tracked-changes><text:p>Hi</text:p>",
            "Hi",
            "deleted were not checked",
        ),
        ("<text:section><text:section-source xlink:href='x'/><text:p>Hi</text:p></text:section>", "Hi", "another document"),
        ("<text:p>Hi<draw:frame><draw:object xlink:href='./Object 1'/></draw:frame></text:p>", "Hi", "embedded"),
        ("<text:p>Hi<text:script>run()</text:script></text:p>", "Hi", "scripts or macros"),
    ],
)
def test_what_a_reader_does_not_see_is_said(tmp_path: Path, body: str, words: str, notice: str) -> None:
    document = read_odt_file(odt(tmp_path / "a.odt", body))
    assert words in document.text
    assert "gone" not in document.text
    assert notice in " ".join(document.notices)


def test_properties_and_macros_are_said_and_counts_are_not(tmp_path: Path) -> None:
    said = read_odt_file(odt(tmp_path / "a.odt", "<text:p>Hi</text:p>", meta="<dc:creator>Jo</dc:creator>")).notices
    assert said == ("Its properties (such as title or author) were not checked.",)
    more = {"Basic/Standard/Module1.xml": "<x/>"}
    assert "macros" in read_odt_file(odt(tmp_path / "b.odt", "<text:p>Hi</text:p>", more=more)).notices[0]
    plain = odt(tmp_path / "c.odt", "<text:p>Hi</text:p>", meta="<dc:date>2026-05-03</dc:date>")
    assert read_odt_file(plain).notices == ()


def test_a_remark_stands_at_its_words(tmp_path: Path) -> None:
    body = """<text:p>Dear all</text:p><text:p>You <office:annotation office:name="1"><text:p>plainletter: allow missed</text:p>
    <text:p>-- the law’s word</text:p></office:annotation>failed to attend<office:annotation-end office:name="1"/> today.</text:p>
    <text:p>All of it.<office:annotation><text:p>plainletter: allow x -- y</text:p></office:annotation></text:p>"""
    document = read_odt_file(odt(tmp_path / "a.odt", body))
    assert [(document.text[r.start : r.end], r.words) for r in document.remarks] == [
        ("failed to attend", "plainletter: allow missed -- the law’s word"),
        ("All of it.", "plainletter: allow x -- y"),
    ]
    assert document.notices == ()


def test_what_holds_no_words_is_not_clean(tmp_path: Path) -> None:
    body = "<text:p><draw:frame><draw:image xlink:href='Pictures/scan.png'/></draw:frame></text:p>"
    with pytest.raises(DocumentError, match="holds no text, only pictures"):
        read_odt_file(odt(tmp_path / "a.odt", body))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"META-INF/manifest.xml": "<m:x xmlns:m='m'><m:encryption-data/></m:x>"}, "encrypted"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "is not an OpenDocument text"),
        ({"content.xml": "<x/>"}, "is not an OpenDocument text"),
        ({"content.xml": "<x>"}, "not well-formed XML"),
        ({"content.xml": "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"}, "DTD"),
        ({"styles.xml": "<s>" * 300 + "</s>" * 300}, "nests deeper"),
    ],
)
def test_hostile_and_broken_files_are_refused(tmp_path: Path, more: dict[str, str], said: str) -> None:
    with pytest.raises(DocumentError, match=r"a\.odt") as refusal:
        read_odt_file(odt(tmp_path / "a.odt", "<text:p>Dear Sam</text:p>", more=more))
    assert said in str(refusal.value)
    assert "Sam" not in str(refusal.value)


def test_a_template_and_a_file_without_styles_are_read(tmp_path: Path) -> None:
    whole = odt(tmp_path / "a.odt", "<text:p>Dear Sam</text:p>")
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(tmp_path / "b.ott", "w") as bare:
        bare.writestr("mimetype", KIND + "-template")
        bare.writestr("content.xml", archive.read("content.xml"))
    assert read_odt_file(tmp_path / "b.ott").text == "Dear Sam"


def test_the_deepest_nesting_that_is_allowed_is_read(tmp_path: Path) -> None:
    for opening, closing in (("<text:section>", "</text:section>"), ("<text:p><draw:frame><draw:text-box>",) * 1 + ("",)):
        depth = 190 // opening.count("<")
        closing = closing or "</draw:text-box></draw:frame></text:p>"
        body = opening * depth + "<text:p>Dear Sam</text:p>" + closing * depth
        assert read_odt_file(odt(tmp_path / "a.odt", body)).text == "Dear Sam"


@given(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=30), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_every_word_is_in_a_span(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("odt") / "a.odt"
    body = "".join(f"<text:p>{escape(text)}</text:p>" for text in [*texts, "end"])
    document = read_odt_file(odt(path, body))
    spans = [(start, end) for block in document.blocks for start, end in block.spans]
    assert spans == sorted(spans)
    seen = "\n".join(document.text[start:end] for start, end in spans)
    for word in (word for text in texts for word in text.split() if word.isalpha()):
        assert word in seen
