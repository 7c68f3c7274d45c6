"""Reads the words of a file back with other people's readers."""

import io
import re
import shutil
import subprocess
from html.parser import HTMLParser

import docx
import pypdf

POPPLER = shutil.which("pdftotext")


def words_of(letter):
    return letter.text.replace("• ", "").split()


def words_in(ending, content):
    return {"docx": docx_text, "html": html_text, "txt": txt_text, "pdf": pdf_text}[ending](content).replace("•", " ").split()


def docx_text(content):
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)


def txt_text(content):
    return content.decode("utf-8").replace("-" * 72, "")


def html_text(content):
    page = _Page()
    page.feed(content.decode("utf-8"))
    page.close()
    return "".join(page.body)


def pdf_text(content):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def logical_text(content):
    """The text layer as a screen reader has it: as it was written, with ActualText in place of glyphs, ReversedChars turned."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    return "".join(_logical_page(page, reader) for page in reader.pages)


def _logical_page(page, reader):
    maps = {name: _letters_of(font["/ToUnicode"].get_data().decode()) for name, font in page["/Resources"]["/Font"].items()}
    letters, spans, texts = {}, [], []
    for operands, operator in pypdf.generic.ContentStream(page["/Contents"], reader).operations:
        if operator == b"Tf":
            letters = maps[operands[0]]
        elif operator in (b"BDC", b"BMC"):
            actual = operands[1].get("/ActualText") if operator == b"BDC" else None
            spans.append((operands[0], actual, len(texts)))
        elif operator == b"EMC":
            kind, actual, start = spans.pop()
            if actual is not None:
                texts[start:] = [actual]
            elif kind == "/ReversedChars":
                texts[start:] = texts[start:][::-1]
        elif operator in (b"Tj", b"TJ"):
            shown = operands[0] if operator == b"TJ" else operands
            glyphs = b"".join(one.original_bytes for one in shown if hasattr(one, "original_bytes"))
            texts += [letters[glyphs[at : at + 2].hex().upper()] for at in range(0, len(glyphs), 2)]
    return "".join(texts)


def _letters_of(table):
    letters = {}
    for section in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        letters |= dict(re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", section))
    return {glyph.upper(): bytes.fromhex(code).decode("utf-16-be") for glyph, code in letters.items()}


def poppler_text(content):
    """The text layer as a reader sees it that knows ActualText, which pypdf does not."""
    return _poppler(content)


def poppler_boxes(content):
    """The place of each word, as XHTML."""
    return _poppler(content, "-bbox")


def _poppler(content, *options):
    return subprocess.run([POPPLER, *options, "-", "-"], input=content, capture_output=True, check=True).stdout.decode("utf-8")


class _Page(HTMLParser):
    BLOCKS = ("p", "li", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6")

    def __init__(self):
        super().__init__()
        self.body, self.tags, self.attributes, self.inside = [], [], [], False

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        self.inside = self.inside or tag == "body"
        if tag in self.BLOCKS:
            self.body.append("\n")

    def handle_data(self, data):
        if self.inside:
            self.body.append(data)


def html_page(content):
    page = _Page()
    page.feed(content.decode("utf-8"))
    return page
