"""Properties, structure, size of print and place on the page."""

import hashlib
import io
import json
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import docx
import pypdf
import pytest
import typst

from plainletter.letters.letter import Box, Bullets, Heading, Paragraph, Part
from plainletter.letters.writers import WRITERS
from plainletter.letters.writers.fonts import FOLDER, faces
from plainletter.letters.writers.pdf import PAGE, _data, _fonts
from tests.letters.conftest import SAMPLE, letter_with, say
from tests.letters.writers.reading import POPPLER, html_page, pdf_text, poppler_boxes

SIZES = (12, 16, 20, 24, 28)
MM = 72 / 25.4


def opened(content):
    return docx.Document(io.BytesIO(content))


def pdf(letter):
    return pypdf.PdfReader(io.BytesIO(WRITERS["pdf"](letter)))


def shown(reader):
    """(text, left, from the top, size) of each stretch of text, in points."""
    for page in reader.pages:
        found = []

        def note(text, cm, tm, _font, size, found=found):
            if text.strip():
                # typst flips the page, so the scale may be negative
                found.append((text.strip(), tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5], abs(size * tm[3] * cm[3])))

        page.extract_text(visitor_text=note)
        yield [(text, left, float(page.mediabox.top) - up, size) for text, left, up, size in found]


def test_docx_properties_are_those_of_the_letter_alone():
    properties = opened(WRITERS["docx"](SAMPLE)).core_properties
    assert (properties.title, properties.author, properties.language) == ("A letter from Rowan Team", "Rowan Team", "en-GB")
    assert properties.created.isoformat() == properties.modified.isoformat() == "2026-03-03T00:00:00+00:00"
    assert [properties.comments, properties.keywords, properties.last_modified_by, properties.subject] == [""] * 4


def test_docx_holds_its_own_parts_only_in_one_order_and_without_the_clock():
    with zipfile.ZipFile(io.BytesIO(WRITERS["docx"](SAMPLE))) as archive:
        names = archive.namelist()
        assert names == ["[Content_Types].xml", *sorted(names[1:])]
        assert len(names) == 10
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(entry.create_system, entry.extra, entry.comment) for entry in archive.infolist()} == {(0, b"", b"")}
        for name in names:
            assert b"python-docx" not in archive.read(name)
            assert b"en-US" not in archive.read(name)
            ElementTree.fromstring(archive.read(name))  # well-formed


def test_docx_has_real_headings_and_lists():
    paragraphs = opened(WRITERS["docx"](SAMPLE)).paragraphs
    styles = {paragraph.text: paragraph.style.name for paragraph in paragraphs}
    assert styles["What you told me"] == "Heading 1"
    assert styles["What we will do"] == "Heading 2"
    assert styles["In danger now: 999."] == "List Bullet"
    assert styles["Dear Siân,"] == "Salutation"


def test_docx_has_no_table_text_box_field_or_comment():
    with zipfile.ZipFile(io.BytesIO(WRITERS["docx"](SAMPLE))) as archive:
        body = archive.read("word/document.xml").decode()
    assert not re.search(r"<w:(tbl|txbxContent|fldSimple|fldChar|comment\w*|ins|del|drawing|pict)\b", body)


@pytest.mark.parametrize("points", SIZES)
def test_docx_prints_nothing_smaller_than_asked(points):
    document = opened(WRITERS["docx"](replace(SAMPLE, point_size=points)))
    with zipfile.ZipFile(io.BytesIO(WRITERS["docx"](replace(SAMPLE, point_size=points)))) as archive:
        sizes = [int(size) for size in re.findall(rb'<w:szC?s? w:val="(\d+)"', archive.read("word/styles.xml"))]
        assert b"<w:sz " not in archive.read("word/document.xml")
    assert min(sizes) == 2 * points
    assert document.styles["Heading 1"].font.size.pt > document.styles["Heading 2"].font.size.pt > points


def test_docx_is_left_aligned_without_hyphens_between_generous_lines():
    with zipfile.ZipFile(io.BytesIO(WRITERS["docx"](SAMPLE))) as archive:
        styles, settings = archive.read("word/styles.xml").decode(), archive.read("word/settings.xml").decode()
    assert '<w:jc w:val="left"/>' in styles
    assert 'w:val="both"' not in styles
    assert '<w:autoHyphenation w:val="0"/>' in settings
    assert all(1.15 * 240 <= int(line) <= 1.5 * 240 for line in re.findall(r'w:line="(\d+)"', styles))


@pytest.mark.parametrize("points", SIZES)
def test_pdf_is_set_without_a_warning(points):
    data = json.dumps(_data(replace(SAMPLE, point_size=points)))
    _, warnings = typst.compile_with_warnings(
        PAGE.read_bytes(), font_paths=_fonts(), ignore_system_fonts=True, sys_inputs={"letter": data}, pdf_standards="ua-1"
    )
    assert warnings == []


def test_pdf_is_tagged_and_says_that_it_is_accessible():
    reader = pdf(SAMPLE)
    catalogue = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en-GB"
    assert "/StructTreeRoot" in catalogue
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in catalogue["/Metadata"].get_data()


def test_pdf_properties_are_those_of_the_letter_alone():
    data = pdf(SAMPLE).metadata
    assert (data.title, data.author) == ("A letter from Rowan Team", "Rowan Team")
    assert data["/CreationDate"].startswith("D:20260303")
    assert data.get("/ModDate", "D:20260303").startswith("D:20260303")
    assert (data.subject, data.keywords) == (None, None)


@pytest.mark.parametrize("points", SIZES)
def test_pdf_prints_nothing_smaller_than_asked(points):
    sizes = {round(size, 1) for page in shown(pdf(replace(SAMPLE, point_size=points))) for *_, size in page}
    assert min(sizes) == points
    assert max(sizes) == pytest.approx(1.3 * points, abs=0.1)


@pytest.mark.parametrize("points", SIZES)
def test_pdf_keeps_within_the_margins(points):
    for page in shown(pdf(replace(SAMPLE, point_size=points))):
        assert min(left for _, left, _, _ in page) >= 20 * MM - 0.1
        assert all(15 * MM <= top <= (297 - 20) * MM + 0.1 for _, _, top, _ in page)


@pytest.mark.skipif(POPPLER is None, reason="needs pdftotext")
@pytest.mark.parametrize("points", SIZES)
def test_pdf_breaks_a_word_that_is_wider_than_the_page(points):
    words = ("Bartholomew.Featherstonehaugh-Wolstenholme@northvale-recovery.example", "W" * 60, "straightforwardly")
    blocks = [*map(Paragraph, map(say, words)), Bullets(tuple(map(say, words))), *map(Heading, map(say, words))]
    content = WRITERS["pdf"](replace(SAMPLE, point_size=points, parts=(Part("body", (*blocks, Box(tuple(blocks)))),)))
    assert max(float(right) for right in re.findall(r'<word.* xMax="([\d.]+)"', poppler_boxes(content))) <= 190 * MM + 1
    assert "".join(pdf_text(content).replace("•", "").split()) == "".join(words * 6)
    assert "straightforwardly" in pdf_text(content)


def test_pdf_address_stands_in_the_window_of_the_envelope():
    (page,) = shown(pdf(SAMPLE))
    (left, top) = next((left, top) for text, left, top, _ in page if text.startswith("Private and"))
    assert left == pytest.approx(20 * MM, abs=1)
    assert 48 <= top / MM <= 55  # the foot of the first line


def test_docx_address_is_set_down_to_the_window_of_the_envelope():
    address = next(p for p in opened(WRITERS["docx"](SAMPLE)).paragraphs if p.text.startswith("Private and"))
    assert address.style.name == "envelope address"
    assert 10 < address.paragraph_format.space_before.mm < 20


def test_pages_grow_with_the_print():
    counts = [len(pdf(replace(SAMPLE, point_size=points)).pages) for points in SIZES]
    assert counts[0] == 1
    assert counts == sorted(counts)
    assert counts[-1] > 2


def test_pdf_embeds_packaged_fonts_only():
    families = {face.family.replace(" ", "") for face in faces()}
    for page in pdf(SAMPLE).pages:
        for font in page["/Resources"]["/Font"].values():
            name = font["/BaseFont"].split("+")[1]
            assert any(name.startswith(family) for family in families), name


def test_the_list_of_faces_is_true_of_the_fonts():
    listed = {line["file"]: line["sha256"] for line in json.loads((FOLDER / "faces.json").read_text(encoding="utf-8"))}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.glob("*.ttf")}
    assert listed == found
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 4 * 1024 * 1024


def test_html_asks_for_nothing_from_outside():
    content = WRITERS["html"](SAMPLE)
    page = html_page(content)
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'") in page.attributes
    assert not {"script", "link", "img", "iframe", "a", "form", "object", "base"} & set(page.tags)
    assert not [
        name for name, _ in page.attributes if name in ("src", "href", "style", "action", "background") or name[:2] == "on"
    ]
    assert b"url(" not in content


def test_html_has_its_language_title_and_landmarks():
    content = WRITERS["html"](SAMPLE).decode("utf-8")
    page = html_page(content.encode())
    assert ("lang", "en-GB") in page.attributes
    assert ("charset", "utf-8") in page.attributes
    assert "<title>A letter from Rowan Team</title>" in content
    assert {"header", "address", "main", "h1", "h2", "ul", "li", "footer"} <= set(page.tags)


def test_html_never_takes_an_element_from_the_letter():
    bare = html_page(WRITERS["html"](letter_with("word")))
    nasty = html_page(
        WRITERS["html"](
            letter_with("</p><script>alert(1)</script><img src=x onerror=y>&lt;b&gt;", title='"><b>', issuer="'\"><i>")
        )
    )
    assert nasty.tags == bare.tags
    assert [name for name, _ in nasty.attributes] == [name for name, _ in bare.attributes]


@pytest.mark.parametrize("points", SIZES)
def test_html_prints_nothing_smaller_than_asked(points):
    css = re.search(r"<style>(.*)</style>", WRITERS["html"](replace(SAMPLE, point_size=points)).decode(), re.DOTALL).group(1)
    assert f"font: {points}pt/1.5" in css
    assert all(float(size) >= 1 for size in re.findall(r"font-size: ([\d.]+)em", css))


@pytest.mark.parametrize("ending", WRITERS)
def test_headings_of_any_level_a_box_and_no_issuer_can_be_written(ending):
    body = Part(
        "body", (Heading(say("Low"), level=3), Box((Heading(say("Deep"), level=2), Bullets((say("one"),)))), Heading(say("Top")))
    )
    assert WRITERS[ending](replace(SAMPLE, parts=(body, Part("after", ())), issuer=""))
