"""What a Word file says, read as Word shows it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainletter.checking.checker import Checker
from plainletter.documents import Document
from plainletter.documents.reading import read, read_text
from plainletter.errors import DocumentError
from tests.documents.docx_builder import docx, paragraph, part, run, table, write_docx

HERE = Path(__file__).parent
Read = Callable[..., Document]


@pytest.fixture
def read_body(tmp_path: Path) -> Read:
    def read_it(body: str, **parts: str) -> Document:
        named = {f"word/{name}.xml": text for name, text in parts.items()}
        return read(write_docx(tmp_path / "letter.docx", body, named))

    return read_it


def prose_of(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, "".join(document.text[start:end] for start, end in block.spans)) for block in document.blocks]


def words_of(document: Document) -> list[str]:
    return [words for _, words in prose_of(document)]


def said(document: Document, word: str) -> bool:
    return any(word in notice for notice in document.notices)


def test_a_letter_has_its_kinds_and_its_places(read_body: Read) -> None:
    document = read_body(
        paragraph("12 Mill Lane", "<w:r><w:br/></w:r>", "Leeds", "<w:r><w:br/></w:r>", "LS1 4AB")
        + paragraph("")
        + paragraph("Dear Sam,")
        + paragraph("Thank you for coming.")
        + paragraph("Yours sincerely,")
    )
    assert prose_of(document) == [
        ("furniture", "12 Mill Lane"),
        ("furniture", "Leeds"),
        ("furniture", "LS1 4AB"),
        ("salutation", "Dear Sam,"),
        ("paragraph", "Thank you for coming."),
        ("furniture", "Yours sincerely,"),
    ]
    assert [str(place) for place in document.places] == [f"paragraph {number}" for number in (1, 1, 1, 2, 3, 4)]
    assert document.notices == ()


def test_what_the_lines_around_tell_is_told_as_in_plain_text(read_body: Read) -> None:
    lines = (
        "Rowan House Service",
        "Dear Sam, Thank you for coming to see us on Tuesday, and for telling us so much in one hour.",
        "What we agreed",
        "I will ring you on Friday about the choir, and you can bring a friend to our next meeting if you like.",
        "With best wishes",
        "Maya Lindqvist",
        "Counsellor",
    )
    document = read_body("".join(paragraph(line) for line in lines))
    assert prose_of(document) == prose_of(read_text("\n\n".join(lines)))


def test_a_word_in_several_runs_is_one_word(read_body: Read) -> None:
    assert words_of(read_body(paragraph(run("non", "<w:b/>"), run("-comp"), run("liant")))) == ["non-compliant"]


def test_blanks_count_only_where_the_text_says_so(read_body: Read) -> None:
    loose = "<w:p><w:r><w:t> You and </w:t></w:r><w:r><w:t xml:space='preserve'> I</w:t></w:r></w:p>"
    assert words_of(read_body(loose)) == ["You and I"]


def test_lines_of_one_paragraph_are_told_apart_by_what_they_are(read_body: Read) -> None:
    line = "<w:r><w:br/></w:r>"
    document = read_body(
        paragraph("Dear Sam,", line, "Thank you for coming.", line, "Please bring:", line, "• your tablets", line, "• a friend")
    )
    lines = ["Dear Sam,", "Thank you for coming.", "Please bring:", "• your tablets", "• a friend"]
    assert prose_of(document) == prose_of(read_text("\n".join(lines)))
    assert prose_of(document)[-1] == ("list_item", "a friend")
    assert {place.paragraph for place in document.places} == {1}


def test_styles_make_headings_lists_and_quotes_whatever_their_ids_are_called(read_body: Read) -> None:
    def style(id: str, name: str, inner: str = "") -> str:
        return f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{inner}</w:style>'

    styles = part(
        "styles",
        style("berschrift1", "heading 1")
        + style("Mine", "Team title", '<w:basedOn w:val="Outlined"/>')
        + style("Outlined", "x", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + style("Dots", "Our dots", '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>')
        + style("Round", "y", '<w:basedOn w:val="Round"/>')
        + style("Q", "Quote"),
    )
    body = "".join(
        paragraph("Your plan is now with us.", style=id) for id in ("berschrift1", "Mine", "Dots", "Round", "Q", "Gone")
    )
    kinds = [kind for kind, _ in prose_of(read_body(body, styles=styles))]
    assert kinds == ["heading", "heading", "list_item", "paragraph", "quote", "paragraph"]


def test_a_list_item_is_made_and_unmade_by_the_paragraph_itself(read_body: Read) -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    document = read_body("".join(paragraph("your tablets", properties=number.format(id)) for id in (1, 0)))
    assert [kind for kind, _ in prose_of(document)] == ["list_item", "paragraph"]


def test_tables_are_read_cell_by_cell_with_table_and_row(read_body: Read) -> None:
    inner = table(("Deep",)) + paragraph("After it")
    document = read_body(table(("What", "Why"), ("Sertraline", inner)) + paragraph("The end."))
    assert [(kind, words, str(place)) for (kind, words), place in zip(prose_of(document), document.places, strict=True)] == [
        ("table", "What", "table 1, row 1"),
        ("table", "Why", "table 1, row 1"),
        ("table", "Sertraline", "table 1, row 2"),
        ("table", "Deep", "table 1, row 2"),
        ("table", "After it", "table 1, row 2"),
        ("paragraph", "The end.", "paragraph 1"),
    ]


def test_a_frame_of_one_cell_holds_prose(read_body: Read) -> None:
    assert prose_of(read_body(table(("Please ring us.",)))) == [("paragraph", "Please ring us.")]


def test_headers_and_footers_are_furniture_and_repeated_ones_are_read_once(read_body: Read) -> None:
    same = paragraph("Riverside Team")
    document = read_body(
        paragraph("Hello."), header1=part("hdr", same), header2=part("hdr", same), footer1=part("ftr", paragraph("Page 1"))
    )
    assert prose_of(document) == [("furniture", "Riverside Team"), ("paragraph", "Hello."), ("furniture", "Page 1")]
    assert [place.part for place in document.places] == ["header", "", "footer"]


def test_notes_have_the_numbers_that_a_reader_sees(read_body: Read) -> None:
    notes = "".join(f'<w:footnote w:id="{id}">{paragraph(text)}</w:footnote>' for id, text in ((2, "Last"), (7, "First")))
    separator = f'<w:footnote w:type="separator" w:id="0">{paragraph("no")}</w:footnote>'
    body = paragraph("One", '<w:r><w:footnoteReference w:id="7"/></w:r>', " two", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    document = read_body(body, footnotes=part("footnotes", separator + notes))
    assert words_of(document) == ["One two", "First", "Last"]
    assert [place.part for place in document.places] == ["", "footnote 1", "footnote 2"]


def test_a_text_box_is_read_once_though_it_is_written_twice(read_body: Read) -> None:
    def box(first: str, second: str) -> str:
        content = "<w:txbxContent>{}</w:txbxContent>"
        return (
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
            f"{content.format(paragraph(first))}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
            f"<v:textbox>{content.format(paragraph(second))}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )

    document = read_body(paragraph("Before", box("Ring us", "Ring us"), " after"))
    assert words_of(document) == ["Before after", "Ring us"]
    assert document.places[1].part == "text box 1"
    assert document.notices == ()
    other = read_body(paragraph(box("Ring us", "You refused")))
    assert words_of(other) == ["Ring us", "You refused"]
    assert said(other, "other programs")


def test_the_words_in_links_tags_controls_and_fields_are_part_of_the_sentence(read_body: Read) -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    document = read_body(
        paragraph(
            "You ",
            f"<w:hyperlink w:anchor='x' w:tooltip='our page'>{run('can ')}</w:hyperlink>",
            f"<w:smartTag w:element='x'>{run('ring ')}</w:smartTag>",
            f"<w:sdt><w:sdtPr><w:alias w:val='no'/></w:sdtPr><w:sdtContent>{run('us ')}</w:sdtContent></w:sdt>",
            f"<w:fldSimple w:instr='AUTHOR'>{run('at ')}</w:fldSimple>",
            field.format("begin") + "<w:r><w:instrText>PAGEREF no</w:instrText></w:r>" + field.format("separate"),
            run("any"),
            field.format("end"),
            " time.",
        )
    )
    assert words_of(document) == ["You can ring us at any time.", "our page"]


def test_a_field_may_run_over_several_paragraphs(read_body: Read) -> None:
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = "<w:r><w:instrText>TOC</w:instrText></w:r>"
    document = read_body(
        paragraph(sign.format("begin"), code, sign.format("separate"), "Your plan 2")
        + paragraph("Who helps 3", sign.format("end"))
        + paragraph("Hello.")
    )
    assert words_of(document) == ["Your plan 2", "Who helps 3", "Hello."]


def test_a_field_that_does_not_end_hides_nothing(read_body: Read) -> None:
    document = read_body(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "You refused.") + paragraph("Hello."))
    assert words_of(document) == ["You refused.", "Hello."]
    assert said(document, "does not end")


def test_words_inside_a_field_code_are_not_prose_and_said(read_body: Read) -> None:
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    document = read_body(paragraph(sign.format("begin"), "You refused.", sign.format("end"), "Hello."))
    assert words_of(document) == ["Hello."]
    assert said(document, "field codes")


@pytest.mark.parametrize(("code", "notice"), [("DDEAUTO c:\\x", "DDE"), (' IncludeText "a.docx"', "another file")])
def test_fields_that_reach_out_are_said(read_body: Read, code: str, notice: str) -> None:
    assert said(read_body(paragraph(f"<w:r><w:instrText>{code}</w:instrText></w:r>", "Hello.")), notice)


def test_what_was_put_in_is_read_and_what_was_deleted_is_not(read_body: Read) -> None:
    document = read_body(
        paragraph(
            "You ",
            f"<w:ins w:id='1'>{run('came')}</w:ins>",
            "<w:del w:id='2'><w:r><w:delText>failed to come</w:delText></w:r></w:del>",
            f"<w:moveFrom w:id='3'>{run(' and refused')}</w:moveFrom>",
            f"<w:moveTo w:id='4'>{run(' to see us')}</w:moveTo>",
        )
    )
    assert words_of(document) == ["You came to see us"]
    assert said(document, "put in")
    assert said(document, "deleted")


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(read_body: Read) -> None:
    gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
    document = read_body(paragraph("You were non-", properties=gone) + paragraph("compliant."))
    assert words_of(document) == ["You were non-compliant."]
    assert words_of(read_body(paragraph("You came.", properties=gone))) == ["You came."]


def test_a_deleted_row_is_not_read(read_body: Read) -> None:
    gone = "<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>" + paragraph("Gone") + "</w:tc></w:tr></w:tbl>"
    document = read_body(gone + paragraph("Hello."))
    assert words_of(document) == ["Hello."]
    assert said(document, "deleted")


def comment(id: int, words: str, author: str = "Sam Reed") -> str:
    return f'<w:comment w:id="{id}" w:author="{author}">{paragraph(words)}</w:comment>'


def test_comments_are_said_and_checked_as_furniture(read_body: Read) -> None:
    document = read_body(paragraph("Hello."), comments=part("comments", comment(0, "Is this right?")))
    assert prose_of(document) == [("paragraph", "Hello."), ("furniture", "Is this right?")]
    assert document.places[1].part == "comment 1"
    assert said(document, "comments")


def test_a_comment_to_plainletter_is_a_remark_at_its_words(read_body: Read) -> None:
    mark = "<w:comment{} w:id='{}'/>"
    body = paragraph("Dear Sam,") + paragraph(
        "You ", mark.format("RangeStart", 3), "failed ", run("to attend"), mark.format("RangeEnd", 3), " it."
    )
    whole = paragraph("We met.", "<w:r><w:commentReference w:id='5'/></w:r>")
    comments = comment(3, "Plainletter: allow missed -- the law's own words") + comment(5, "plainletter: allow missed -- why")
    document = read_body(body + whole, comments=part("comments", comments))
    assert [document.text[remark.start : remark.end] for remark in document.remarks] == ["failed to attend", "We met."]
    assert document.remarks[0].words == "Plainletter: allow missed -- the law's own words"
    assert "allow" not in document.text
    assert document.notices == ()


def test_a_remark_over_two_paragraphs_covers_both(read_body: Read) -> None:
    start, end = "<w:commentRangeStart w:id='3'/>", "<w:commentRangeEnd w:id='3'/>"
    body = start + paragraph("One.") + paragraph("Two.") + end + paragraph("Three.")
    document = read_body(body, comments=part("comments", comment(3, "plainletter: allow missed -- why")))
    assert [document.text[remark.start : remark.end] for remark in document.remarks] == ["One.\n\nTwo."]


def test_our_own_comments_are_not_checked_again(read_body: Read) -> None:
    document = read_body(paragraph("Hello."), comments=part("comments", comment(0, "“failed”", "plainletter")))
    assert words_of(document) == ["Hello."]
    assert document.notices == ()


WHITE, BLACK = '<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:fill="000000"/>'


@pytest.mark.parametrize(
    ("look", "notice"),
    [
        ("<w:vanish/>", "does not see"),
        ('<w:rStyle w:val="Gone"/>', "does not see"),
        (WHITE, "does not see"),
        ('<w:color w:val="FEFDFF"/>', "does not see"),
        ('<w:sz w:val="4"/>', "does not see"),
        ('<w:highlight w:val="black"/>', "black marking"),
        ('<w:color w:val="000000"/>' + BLACK, "black marking"),
    ],
)
def test_words_that_nobody_sees_are_checked_and_said(read_body: Read, look: str, notice: str) -> None:
    styles = part(
        "styles", '<w:style w:type="character" w:styleId="Gone"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    document = read_body(paragraph("Hello ", run("you refused", look)), styles=styles)
    assert words_of(document) == ["Hello you refused"]
    assert said(document, notice)


@pytest.mark.parametrize(
    "look",
    [
        '<w:vanish w:val="0"/>',
        "<w:webHidden/>",
        WHITE + BLACK,
        WHITE + '<w:highlight w:val="blue"/>',
        '<w:color w:val="auto"/>',
        '<w:sz w:val="5"/>',
        '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>',
    ],
)
def test_words_that_can_be_seen_are_not_called_hidden(read_body: Read, look: str) -> None:
    assert read_body(paragraph(run("Hello there", look))).notices == ()


def test_white_words_on_a_dark_cell_can_be_seen(read_body: Read) -> None:
    cell = f"<w:tc><w:tcPr>{BLACK}</w:tcPr>{paragraph(run('Why', WHITE))}</w:tc>"
    assert read_body(f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>").notices == ()


def test_signs_that_are_elements_are_signs(read_body: Read) -> None:
    inner = (
        "<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>com</w:t><w:softHyphen/><w:t>pliant</w:t><w:tab/><w:t>so</w:t><w:br/>"
        "<w:t>it</w:t><w:sym w:font='Arial' w:char='0073'/><w:sym w:font='Wingdings' w:char='F04A'/></w:r>"
    )
    assert read_body(f"<w:p>{inner}</w:p>").text == "non-compliant\tso\nits"


def test_ruby_is_read_at_its_base_and_the_letters_above_it_beside(read_body: Read) -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('above')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby></w:r>"
    assert prose_of(read_body(paragraph("The ", ruby, " word."))) == [("paragraph", "The base word."), ("furniture", "above")]


def test_what_is_said_for_a_picture_is_furniture(read_body: Read) -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A person &#10;who smiles"/></wp:inline></w:drawing></w:r>'
    )
    document = read_body(paragraph("Hello.", picture))
    assert prose_of(document) == [("paragraph", "Hello."), ("furniture", "A person who smiles")]
    assert document.places[1].part == "picture 1"


def test_properties_and_variables_are_said(tmp_path: Path) -> None:
    core = '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Sam</dc:creator></p>'
    settings = part("settings", "<w:docVars><w:docVar w:name='a' w:val='b'/></w:docVars>")
    path = write_docx(tmp_path / "a.docx", paragraph("Hello."), {"docProps/core.xml": core, "word/settings.xml": settings})
    assert said(read(path), "properties")
    assert said(read(path), "variables")


def test_a_file_with_only_a_picture_cannot_be_checked(read_body: Read) -> None:
    with pytest.raises(DocumentError, match="holds no text, only pictures"):
        read_body("<w:p><w:r><w:drawing/></w:r></w:p>")


def test_no_notice_and_no_error_holds_words_of_the_text(read_body: Read) -> None:
    document = read_body(paragraph(run("Zebra", "<w:vanish/>"), f"<w:ins w:id='1'>{run('zebra')}</w:ins>"))
    assert document.notices
    assert "zebra" not in " ".join(document.notices).lower()


def test_a_letter_made_by_libreoffice_is_read_whole() -> None:
    document = read(HERE / "word" / "letter.docx")
    assert prose_of(document) == [
        ("furniture", "Riverside Community Team – non-compliant with nothing"),
        ("heading", "What we agreed"),
        ("furniture", "12 Mill Lane"),
        ("furniture", "Leeds"),
        ("furniture", "LS1 4AB"),
        ("salutation", "Dear Sam,"),
        (
            "paragraph",
            "Thank you for coming on 3 May. You failed to attend in April, and the GP said that you suffers from anxiety. "
            "We will write again.",
        ),
        ("paragraph", "Please read the page for people who suffer from anxiety first."),
        ("list_item", "your tablets"),
        ("list_item", "a sedentary way of living"),
        ("table", "What"),
        ("table", "Why"),
        ("table", "Sertraline 50 mg"),
        ("table", "You were non-compliant before."),
        ("furniture", "Yours sincerely,"),
        ("furniture", "Dr Anna Frame"),
        ("paragraph", "You were non-compliant with your tablets."),
        ("furniture", "Page 1 of our letter"),
    ]


@pytest.mark.parametrize("example", sorted((HERE.parents[1] / "examples").glob("*.txt")), ids=lambda path: path.stem)
def test_the_same_letter_in_word_and_in_plain_text_has_the_same_findings(
    example: Path, read_body: Read, checker: Checker
) -> None:
    paragraphs = re.split(r"\n[ \t]*\n", example.read_text("utf-8"))
    typed = (paragraph("<w:r><w:br/></w:r>".join(run(escape(line)) for line in text.split("\n"))) for text in paragraphs)
    reports = [checker.check_document(document) for document in (read(example), read_body("".join(typed)))]
    plain, word = ([(found.rule, found.text.split()) for found in report.findings] for report in reports)
    assert word == plain
    before, after = ([score.value for score in report.scores] for report in reports)
    assert after == pytest.approx(before, abs=1)  # one line of shorthand may count as a heading


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="<&\ufffe\uffff"))


@given(st.lists(st.lists(WORDS, max_size=4), max_size=5))
def test_every_visible_word_is_in_a_span(tmp_path_factory: pytest.TempPathFactory, paragraphs: list[list[str]]) -> None:
    body = "".join("<w:p>" + "".join(run(text.replace(">", "&gt;")) for text in runs) + "</w:p>" for runs in paragraphs)
    path = write_docx(tmp_path_factory.getbasetemp() / "drawn.docx", body)
    visible = "".join(sign for runs in paragraphs for text in runs for sign in text if sign.isalpha())
    try:
        document = read(path)
    except DocumentError:
        assert not visible
        return
    spans = [span for block in document.blocks for span in block.spans]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(document.text) for start, end in spans)
    shown = "".join(sign for start, end in spans for sign in document.text[start:end] if sign.isalpha())
    # A typed number ("a.") at the beginning of a line is a label, not a word.
    assert len(visible) - len(shown) <= 4 * len(paragraphs)
    assert set(shown) <= set(visible)


@given(st.integers(0), st.integers(0, 7))
def test_a_flipped_bit_is_read_or_refused_in_one_sentence(tmp_path_factory: pytest.TempPathFactory, at: int, bit: int) -> None:
    data = bytearray(docx(paragraph("Dear Sam,") + table(("a", "b")), {"word/styles.xml": part("styles", "")}))
    data[at % len(data)] ^= 1 << bit
    path = tmp_path_factory.getbasetemp() / "flipped.docx"
    path.write_bytes(data)
    message = ""
    try:
        assert read(path).text
    except DocumentError as error:
        message = str(error)
    assert "\n" not in message
    assert "Sam" not in message
