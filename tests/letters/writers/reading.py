"""Reads the words of a file back with other people's readers."""

import io
import shutil
import subprocess
from html.parser import HTMLParser

import docx
import pypdf

from plainletter.letters.leaks.pdftext import logical_pages

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
    """The text layer as a screen reader has it."""
    return "".join(logical_pages(pypdf.PdfReader(io.BytesIO(content))))


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
