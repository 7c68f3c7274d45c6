"""A copy of a Word file with our findings in its margin: at the right words, and nothing else is changed."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plainletter.checking.checker import Checker
from plainletter.documents.reading import read
from plainletter.errors import DocumentError, PlainletterError
from plainletter.findings import Finding, Report, Suggestion
from plainletter.formats.annotated import annotate
from tests.documents.docx_builder import W, paragraph, part, run, table, write_docx

HERE = Path(__file__).parent
LETTER = HERE.parent / "documents" / "word" / "letter.docx"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Annotate = Callable[..., Path]


def finding(text: str, words: str, number: int = 1) -> Finding:
    """A finding at the words, where they stand in the text for this number of times."""
    start = -1
    for _ in range(number):
        start = text.index(words, start + 1)
    return finding_at(text, start, start + len(words))


def finding_at(text: str, start: int, end: int) -> Finding:
    suggestions = (Suggestion("swap", "came"), Suggestion("leave_out", "it is not needed"))
    return Finding("a/b", "a", "warning", start, end, text[start:end], "A message.", "A reason.", "A book", (), suggestions)


@pytest.fixture
def annotated(tmp_path: Path) -> Annotate:
    """Write a Word file with this body, put a comment at each of these words, and give the copy."""

    def make(body: str, *words: str, parts: dict[str, str] | None = None) -> Path:
        source = write_docx(tmp_path / "letter.docx", body, parts)
        text = read(source).text
        report = Report("letter", tuple(finding(text, some) for some in words))
        assert annotate(source, tmp_path / "copy.docx", report) == len(words)
        assert_only_comments_were_added(source, tmp_path / "copy.docx")
        return tmp_path / "copy.docx"

    return make


def part_of(path: Path, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def commented(path: Path) -> list[str]:
    """The words that each comment embraces, in order of their ids."""
    found: dict[int, str] = {}
    opened: set[int] = set()
    for element in part_of(path).iter():
        tag, id = etree.QName(element).localname, int(element.get(f"{{{W}}}id") or -1)
        if tag == "commentRangeStart":
            opened.add(id)
            found[id] = ""
        elif tag == "commentRangeEnd":
            opened.remove(id)
        elif tag == "t":
            for one in opened:
                found[one] += element.text or ""
    assert not opened
    return [found[id] for id in sorted(found)]


def references(path: Path) -> list[str]:
    return [element.get(f"{{{W}}}id") or "" for element in part_of(path).iter(f"{{{W}}}commentReference")]


def assert_only_comments_were_added(source: Path, copy: Path) -> None:
    """Words are the same; the body without our marks, its cut runs joined, is the same; other parts have the same bytes."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(copy) as new:
        ours = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
        assert new.testzip() is None
        assert [name for name in new.namelist() if name in old.namelist()] == old.namelist()
        assert set(new.namelist()) - set(old.namelist()) <= ours
        assert all(new.read(name) == old.read(name) for name in old.namelist() if name not in ours)
        known = {int(element.get(f"{{{W}}}id") or 0) for element in etree.fromstring(old.read("word/document.xml")).iter()
                 if etree.QName(element).localname.startswith("comment")}  # fmt: skip
        before, after = (etree.fromstring(package.read("word/document.xml")) for package in (old, new))
    assert "".join(words_in(before)) == "".join(words_in(after))
    without_comments(after, known)
    assert etree.tostring(joined(after), method="c14n") == etree.tostring(joined(before), method="c14n")


def words_in(root: etree._Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{{{W}}}t")]


def without_comments(root: etree._Element, known: set[int]) -> None:
    for element in list(root.iter()):
        tag = etree.QName(element).localname
        if tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            if int(element.get(f"{{{W}}}id") or 0) in known:
                continue
            gone = element.getparent() if tag == "commentReference" else element
            gone.getparent().remove(gone)


def joined(root: etree._Element) -> etree._Element:
    """The tree with neighbouring runs of one look made one, and neighbouring texts in a run made one."""
    root = deepcopy(root)
    for run_ in list(root.iter(f"{{{W}}}r")):
        before = run_.getprevious()
        if before is not None and before.tag == run_.tag and look(before) == look(run_):
            for element in [element for element in run_ if element.tag != f"{{{W}}}rPr"]:
                before.append(element)
            run_.getparent().remove(run_)
    for text in list(root.iter(f"{{{W}}}t")):
        text.attrib.pop(SPACE, None)
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            before.text = (before.text or "") + (text.text or "")
            text.getparent().remove(text)
    return root


def look(run_: etree._Element) -> bytes:
    properties = run_.find(f"{{{W}}}rPr")
    attributes = repr(sorted(run_.attrib.items())).encode()
    return attributes + (b"" if properties is None else etree.tostring(properties, method="c14n"))


def test_a_comment_stands_at_exactly_the_words(annotated: Annotate) -> None:
    copy = annotated(paragraph("You failed to attend on 3 May."), "failed to attend")
    assert commented(copy) == ["failed to attend"]
    assert references(copy) == ["0"]


def test_a_comment_says_what_why_what_instead_and_whose_advice(annotated: Annotate) -> None:
    comment = next(iter(docx.Document(str(annotated(paragraph("You failed."), "failed"))).comments))
    assert (comment.author, comment.initials, comment.timestamp) == ("plainletter", "pl", None)
    assert [line.text for line in comment.paragraphs] == [
        "A message.",
        "A reason.",
        "Instead: came",
        "Instead: leave it out: it is not needed",
        "Source: A book",
        "Rule: a/b",
    ]


def test_half_words_keep_their_look(annotated: Annotate) -> None:
    body = paragraph("You ", run("fai", "<w:b/>"), run("led to att"), run("end it", "<w:i/>"))
    copy = annotated(body, "failed to attend")
    assert commented(copy) == ["failed to attend"]
    slanted = part_of(copy).xpath("//w:r[w:rPr/w:i]/w:t/text()", namespaces={"w": W})
    assert slanted == ["end", " it"]


def test_findings_may_overlap_touch_and_be_the_same(annotated: Annotate) -> None:
    copy = annotated(paragraph("You failed to attend."), "failed to attend", "failed to", "to attend", "attend", "You ", "attend")
    assert commented(copy) == ["You ", "failed to attend", "failed to", "to attend", "attend", "attend"]


def test_links_insertions_controls_and_tables_hold_comments(annotated: Annotate) -> None:
    link = f"<w:hyperlink w:anchor='x'>{run('the link we sent')}</w:hyperlink>"
    inserted = f"<w:ins w:id='1'>{run('that you lost')}</w:ins>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('and again')}</w:sdtContent></w:sdt>"
    body = paragraph("See ", link, inserted, control) + table(("A cell here",))
    copy = annotated(body, "link", "sent", "that you", "lostand", "again", "cell")
    assert commented(copy) == ["link", "sent", "that you", "lostand", "again", "cell"]


def test_blanks_that_word_drops_stay_dropped(annotated: Annotate, tmp_path: Path) -> None:
    copy = annotated("<w:p><w:r><w:t>  You failed it  </w:t></w:r><w:r><w:t>now</w:t></w:r></w:p>", "You failed", "itnow")
    assert read(copy).text == read(tmp_path / "letter.docx").text == "You failed itnow"


def test_tabs_breaks_and_pictures_keep_their_order(annotated: Annotate) -> None:
    inner = "<w:rPr><w:b/></w:rPr><w:t>One</w:t><w:tab/><w:t>two and</w:t><w:drawing/><w:t>three</w:t><w:br/><w:t>4</w:t>"
    copy = annotated(f"<w:p><w:r>{inner}</w:r></w:p>", "One\ttwo", "andthree")
    assert commented(copy) == ["Onetwo", "andthree"]


def test_what_is_in_headers_and_notes_is_said_where_a_comment_may_stand(annotated: Annotate) -> None:
    note = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    parts = {
        "word/header1.xml": part("hdr", paragraph("You refused.")),
        "word/footnotes.xml": part("footnotes", f'<w:footnote w:id="2">{paragraph("They failed.")}</w:footnote>'),
    }
    copy = annotated(paragraph("Hello", note, " there."), "refused", "failed", parts=parts)
    assert commented(copy) == ["Hello there.", ""]
    first = [comment.paragraphs[0].text for comment in docx.Document(str(copy)).comments]
    assert first == ["In the header: “refused”: A message.", "In footnote 1: “failed”: A message."]
    after_note = part_of(copy).xpath("//w:footnoteReference/../following-sibling::*[1]", namespaces={"w": W})
    assert etree.QName(after_note[0]).localname == "commentRangeEnd"


def test_what_is_in_a_text_box_stands_at_the_box(annotated: Annotate) -> None:
    content = f"<w:txbxContent>{paragraph('You failed.')}</w:txbxContent>"
    box = f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    copy = annotated(paragraph("Hello", box, " there"), "failed")
    runs = part_of(copy).xpath("//w:pict/../preceding-sibling::*[1]", namespaces={"w": W})
    assert etree.QName(runs[0]).localname == "commentRangeStart"
    assert not part_of(copy).xpath("//w:txbxContent//w:commentReference", namespaces={"w": W})


def test_comments_that_are_there_stay_with_their_ids(annotated: Annotate) -> None:
    old = f'<w:comment w:id="7" w:author="Sam">{paragraph("Right?")}</w:comment>'
    body = "<w:p><w:commentRangeStart w:id='7'/>" + run("You failed") + "<w:commentRangeEnd w:id='7'/>"
    body += "<w:r><w:commentReference w:id='7'/></w:r></w:p>"
    copy = annotated(body, "failed", parts={"word/comments.xml": part("comments", old)})
    assert [(comment.comment_id, comment.author) for comment in docx.Document(str(copy)).comments] == [
        (7, "Sam"),
        (8, "plainletter"),
    ]
    assert commented(copy) == ["You failed", "failed"]


def test_a_comment_in_the_margin_has_its_findings_at_its_mark(annotated: Annotate) -> None:
    old = f'<w:comment w:id="7" w:author="Sam">{paragraph("You refused.")}</w:comment>'
    body = paragraph("Hello.", "<w:r><w:commentReference w:id='7'/></w:r>", " Bye.")
    copy = annotated(body, "refused", parts={"word/comments.xml": part("comments", old)})
    assert references(copy) == ["7", "8"]


def test_the_same_input_gives_the_same_bytes_and_leaves_the_original(annotated: Annotate, tmp_path: Path) -> None:
    first = annotated(paragraph("You failed."), "failed").read_bytes()
    original = (tmp_path / "letter.docx").read_bytes()
    assert annotated(paragraph("You failed."), "failed").read_bytes() == first
    assert (tmp_path / "letter.docx").read_bytes() == original


def test_without_findings_the_copy_is_the_original(annotated: Annotate, tmp_path: Path) -> None:
    assert annotated(paragraph("Hello.")).read_bytes() == (tmp_path / "letter.docx").read_bytes()


def test_the_original_is_never_overwritten(tmp_path: Path) -> None:
    source = write_docx(tmp_path / "letter.docx", paragraph("You failed."))
    (tmp_path / "link.docx").hardlink_to(source)
    for target in (source, tmp_path / "." / "letter.docx", tmp_path / "link.docx"):
        with pytest.raises(PlainletterError, match="is the original"):
            annotate(source, target, Report("letter", ()))


def test_a_report_of_another_text_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    source = write_docx(tmp_path / "letter.docx", paragraph("You failed."))
    with pytest.raises(DocumentError, match="check it again"):
        annotate(source, tmp_path / "copy.docx", Report("letter", (finding("You came to see us.", "came"),)))
    assert list(tmp_path.iterdir()) == [source]


@given(st.data())
def test_any_runs_and_any_findings(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    texts = st.text("ab \U0001f600é", max_size=6)
    looks = st.sampled_from(("", "<w:b/>", "<w:i/>"))
    pieces = st.one_of(
        st.builds(run, texts, looks), st.just("<w:r><w:tab/></w:r>"), st.just("<w:r><w:t> loose </w:t><w:br/></w:r>")
    )
    body = "".join(paragraph("word", *runs) for runs in data.draw(st.lists(st.lists(pieces, max_size=5), min_size=1, max_size=3)))
    folder = tmp_path_factory.getbasetemp()
    source = write_docx(folder / "drawn.docx", body)
    document = read(source)
    spans = [span for block in document.blocks for span in block.spans]
    found = []
    for start, end in data.draw(st.lists(st.sampled_from(spans), max_size=4)):
        first = data.draw(st.integers(start, end - 1))
        found.append(finding_at(document.text, first, data.draw(st.integers(first + 1, end))))
    annotate(source, folder / "drawn-copy.docx", Report("letter", tuple(found)))
    assert_only_comments_were_added(source, folder / "drawn-copy.docx")
    copy = read(folder / "drawn-copy.docx")
    assert (copy.text, copy.blocks, copy.places) == (document.text, document.blocks, document.places)
    wanted = sorted(found, key=lambda one: (one.start, -one.end))
    squeezed = ["".join(one.text.split()) for one in wanted]
    assert ["".join(words.split()) for words in commented(folder / "drawn-copy.docx")] == squeezed


@pytest.fixture(scope="module")
def soffice() -> str:
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice (soffice) is not installed: the annotated copy was NOT opened in it")
    return found


def test_libreoffice_opens_a_real_letter_with_every_comment_and_word(soffice: str, checker: Checker, tmp_path: Path) -> None:
    document = read(LETTER)
    report = checker.check_document(document)
    copy = tmp_path / "copy.docx"
    assert annotate(LETTER, copy, report) == len(report.findings) >= 6
    assert_only_comments_were_added(LETTER, copy)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path), str(copy)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    root = etree.parse(BytesIO((tmp_path / "copy.fodt").read_bytes()), etree.XMLParser(huge_tree=True)).getroot()
    names = {"office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0"}
    notes = root.xpath("//office:annotation", namespaces=names)
    assert len(notes) == len(report.findings)
    assert {"".join(note[0].itertext()) for note in notes} == {"plainletter"}
    assert all(rule.rule in "".join(root.itertext()) for rule in report.findings)


def test_what_a_letter_lacks_is_a_comment_at_its_greeting(tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    document = docx.Document()
    for words in (
        "Dear Rosa",
        "Thank you for coming on Tuesday. You said that the nights are hard. " * 9,
        "With best wishes",
        "Jo",
    ):
        document.add_paragraph(words)
    document.save(str(letter))
    report = Checker("letter").check_document(read(letter))
    assert "Dear Rosa" in {found.text for found in report.findings if found.category == "presence"}
    assert annotate(letter, tmp_path / "commented.docx", report) == len(report.findings)
