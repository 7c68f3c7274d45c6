"""PDFs by several programs: the same findings as in the plain text, and nothing unread that is not said."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from plainletter.checking.checker import Checker
from plainletter.documents import read
from plainletter.documents.document import Document
from plainletter.documents.pdf_hyphens import hyphens_of
from plainletter.errors import DocumentError

KEPT = Path(__file__).parent / "pdf"
FILES = sorted(KEPT.glob("*.pdf"))


def pdf(content: str, *, page: str = "", catalogue: str = "", more: tuple[str, ...] = ()) -> bytes:
    """A PDF of one page that draws ``content`` in Helvetica (F1); ``more`` objects count from 6."""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> {page} >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *more,
    ]
    data, starts = b"%PDF-1.7\n", []
    for number, words in enumerate(objects, 1):
        starts.append(len(data))
        data += f"{number} 0 obj\n{words}\nendobj\n".encode("latin-1")
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    head = f"xref\n0 {len(starts) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer\n<< /Size {len(starts) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + (head + tail).encode()


def drawn(*lines: str, top: int = 760, before: str = "") -> str:
    """Lines of text from the left margin down."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    return f" BT /F1 12 Tf 16 TL 50 {top} Td {before} {shown} ET "


def read_pdf(folder: Path, data: bytes) -> Document:
    path = folder / "letter.pdf"
    path.write_bytes(data)
    return read(path)


def findings(checker: Checker, path: Path) -> Counter[tuple[str, str]]:
    found = checker.check_document(read(path)).findings
    return Counter((finding.rule, " ".join(finding.text.lower().split())) for finding in found)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_pdf_has_the_findings_of_its_text(path: Path, checker: Checker) -> None:
    of_text = findings(checker, KEPT / f"{path.stem.split('-')[0]}.txt")
    of_pdf = findings(checker, path)
    assert (of_text & of_pdf).total() >= 0.97 * max(of_text.total(), of_pdf.total()), (of_text - of_pdf, of_pdf - of_text)


def test_all_pdfs_together_have_the_findings_of_their_texts_to_98_per_cent(checker: Checker) -> None:
    same = most = 0
    for path in FILES:
        of_text, of_pdf = findings(checker, KEPT / f"{path.stem.split('-')[0]}.txt"), findings(checker, path)
        same += (of_text & of_pdf).total()
        most += max(of_text.total(), of_pdf.total())
    assert same >= 0.98 * most


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_stands_in_a_span_and_every_block_has_its_page(path: Path) -> None:
    document = read(path)
    spans = [document.text[start:end] for block in document.blocks for start, end in block.spans]
    assert " ".join(spans).split() == document.text.split()
    assert [place.start for place in document.places] == [block.spans[0][0] for block in document.blocks]
    assert all(place.page >= 1 and place.paragraph >= 1 for place in document.places)


def test_a_word_that_a_line_end_breaks_is_made_whole(tmp_path: Path) -> None:
    document = read_pdf(tmp_path, pdf(drawn("Please bring your appoint-", "ment card with you.")))
    assert document.text == "Please bring your appointment card with you."


@pytest.mark.parametrize(("first", "second"), [("self", "esteem"), ("attention", "seeking"), ("wheelchair", "bound")])
def test_a_compound_keeps_its_hyphen_where_lines_break_words(first: str, second: str) -> None:
    lines = ["We are sorry that this hap-", "pened, and we are grate-", f"ful. The word was {first}-", f"{second} again."]
    assert hyphens_of(lines).keeps(first, second)
    assert not hyphens_of(lines).keeps("hap", "pened")


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = (
        ["The nurse will call", "you on Friday to ask", "how you are."],
        ["You can bring a", "friend or a carer to", "the clinic."],
    )
    page = "".join(
        f"BT /F1 10 Tf 50 {760 - 14 * row} Td ({one}) Tj ET BT /F1 10 Tf 320 {760 - 14 * row} Td ({two}) Tj ET "
        for row, (one, two) in enumerate(zip(left, right, strict=True))
    )
    assert read_pdf(tmp_path, pdf(page)).text == f"{' '.join(left)}\n\n{' '.join(right)}"


def test_a_line_drawn_three_times_to_look_bold_is_read_once(tmp_path: Path) -> None:
    page = "".join(f"BT /F1 12 Tf {50 + shift} 700 Td (We will write to you) Tj ET " for shift in (0, 0.3, 0.6))
    assert read_pdf(tmp_path, pdf(page)).text == "We will write to you"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (drawn("We met on Friday.") + drawn("It went well.", top=600, before="3 Tr"), "drawn invisibly"),
        (drawn("We met on Friday.") + "1 g" + drawn("It went well.", top=600), "white"),
        (drawn("We met on Friday.") + drawn("It went well.", top=-500), "off the page"),
        (drawn("We met on Friday.") + drawn("It went well.", top=600) + " 0 g 40 590 400 40 re f", "dark box"),
    ],
)
def test_words_that_nobody_sees_are_read_and_said(tmp_path: Path, page: str, words: str) -> None:
    document = read_pdf(tmp_path, pdf(page))
    assert "It went well." in document.text
    assert any(words in notice for notice in document.notices)


def test_notes_are_read_and_said(tmp_path: Path) -> None:
    note = "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Ring the ward first) >>"
    document = read_pdf(tmp_path, pdf(drawn("We met on Friday."), page="/Annots [6 0 R]", more=(note,)))
    assert "Ring the ward first" in document.text
    assert any("notes" in notice for notice in document.notices)


def test_scripts_are_said(tmp_path: Path) -> None:
    document = read_pdf(tmp_path, pdf(drawn("We met."), catalogue="/OpenAction << /S /JavaScript /JS (app.beep) >>"))
    assert any("scripts" in notice for notice in document.notices)


@pytest.mark.parametrize(
    ("catalogue", "more", "words"),
    [
        ("/OpenAction 6 0 R", ("<< /S /JavaScript /JS (app.beep) >>",), "scripts"),
        ("/Names 6 0 R", ("<< /JavaScript 7 0 R >>", "<< /Names [] >>"), "scripts"),
        ("/Names 6 0 R", ("<< /EmbeddedFiles 7 0 R >>", "<< /Names [] >>"), "attached files"),
        ("/OCProperties 6 0 R", ("<< /D 7 0 R >>", "<< /OFF 8 0 R >>", "[9 0 R]", "<< /Type /OCG /Name (A) >>"), "layer"),
    ],
)
def test_what_is_held_by_reference_is_said(tmp_path: Path, catalogue: str, more: tuple[str, ...], words: str) -> None:
    document = read_pdf(tmp_path, pdf(drawn("We met."), catalogue=catalogue, more=more))
    assert any(words in notice for notice in document.notices)


def test_a_field_held_by_reference_is_read(tmp_path: Path) -> None:
    more = ("<< /Fields 7 0 R >>", "[8 0 R]", "<< /FT /Tx /T (a) /V 9 0 R >>", "(Ring the ward first)")
    assert "Ring the ward first" in read_pdf(tmp_path, pdf(drawn("We met."), catalogue="/AcroForm 6 0 R", more=more)).text


@pytest.mark.parametrize("colour", ["0 0.37 0.72 rg", "0 g"])
def test_a_white_heading_on_a_banner_is_seen(tmp_path: Path, colour: str) -> None:
    page = f"{colour} 40 590 400 40 re f 1 g" + drawn("Your visit", top=600)
    assert read_pdf(tmp_path, pdf(page)).notices == ()


def test_white_words_on_a_white_box_on_a_banner_are_said(tmp_path: Path) -> None:
    page = "0 g 40 590 400 40 re f 1 g 40 590 400 40 re f" + drawn("Your visit", top=600)
    assert any("white" in notice for notice in read_pdf(tmp_path, pdf(page)).notices)


def test_a_frame_drawn_after_the_words_covers_none(tmp_path: Path) -> None:
    page = drawn("Your visit", top=600) + " 0 g 40 590 400 40 re 42 592 396 36 re f*"
    assert read_pdf(tmp_path, pdf(page)).notices == ()


@pytest.mark.parametrize(("given", "said"), [("We met.", False), ("We fought.", True)])
def test_other_words_for_screen_readers_are_said(tmp_path: Path, given: str, said: bool) -> None:
    page = f"/Span << /ActualText ({given}) >> BDC {drawn('We met.')} EMC"
    assert any("screen readers" in notice for notice in read_pdf(tmp_path, pdf(page)).notices) is said


def test_the_sender_and_the_signature_are_no_sentences(tmp_path: Path) -> None:
    lines = ["Rowan Clinic", "Dear Sam,", "We met on Friday and it went well.", "Yours sincerely,", "Ann Lee"]
    document = read_pdf(tmp_path, pdf("".join(drawn(line, top=760 - 40 * place) for place, line in enumerate(lines))))
    assert [block.kind for block in document.blocks] == ["furniture", "salutation", "paragraph", "furniture", "furniture"]


def test_arrays_nested_beyond_sense_are_said(tmp_path: Path) -> None:
    document = read_pdf(tmp_path, pdf(drawn("We met."), catalogue="/X " + "[" * 50_000 + "]" * 50_000))
    assert any("damaged" in notice for notice in document.notices)


def test_a_plain_letter_has_nothing_to_say(tmp_path: Path) -> None:
    assert read_pdf(tmp_path, pdf(drawn("We met on Friday."))).notices == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf("0 g 40 590 400 40 re f"), "holds no text"),
        (b"Dear Sam, we met on Friday.", "is not a PDF"),
        (b"%PDF-1.7\n", "is damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(DocumentError, match=words) as refused:
        read_pdf(tmp_path, data)
    assert "Friday" not in str(refused.value)


def test_one_process_reads_many_files_and_is_started_again_when_it_has_ended(tmp_path: Path) -> None:
    from plainletter.documents import pdf as reader

    read_pdf(tmp_path, pdf(drawn("We met on Friday.")))
    first = reader._CHILD[0].process
    read_pdf(tmp_path, pdf(drawn("We met on Monday.")))
    assert reader._CHILD[0].process is first
    first.kill()
    first.wait()
    assert read_pdf(tmp_path, pdf(drawn("We met on Tuesday."))).text == "We met on Tuesday."


def test_a_very_long_word_takes_no_longer_than_its_length() -> None:
    hyphens = hyphens_of(["a" * 300_000, "b-" * 100_000])
    assert json.dumps(list(hyphens.mended([("a" * 300_000, False), ("b", False)])))
