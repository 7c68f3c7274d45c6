"""Reads a finished letter back, as its reader would see it: the words inside, and what shows from outside."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from html.parser import HTMLParser

from pypdf import PdfReader

_FOLDED = str.maketrans(
    {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0xA0: " ", 0x202F: " ", 0x2013: "-", 0x2014: "-", 0xAD: None}
)


def folded(text: str) -> str:
    """Return a text as the patterns of the cases expect it."""
    return re.sub(r"\s+", " ", text.translate(_FOLDED))


def text_of(name: str, data: bytes) -> str:
    """Read a finished file back as words."""
    if name.endswith(".pdf"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [
                archive.read(part).decode() for part in archive.namelist() if re.match(r"word/(document|header|footer)", part)
            ]
        return unescape(re.sub(r"<[^>]+>", "", re.sub(r"</w:p>|<w:br/>|<w:tab/>", "\n", "\n".join(parts))))
    return _page(data.decode()) if name.endswith(".html") else data.decode()


def title_of(name: str, data: bytes) -> str:
    """Return what a file shows without being opened: title, author, subject."""
    if name.endswith(".pdf"):
        return " ".join(str(value) for value in (PdfReader(io.BytesIO(data)).metadata or {}).values())
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return re.sub(r"<[^>]+>", " ", archive.read("docProps/core.xml").decode())
    found = re.search(r"<title>(.*?)</title>", data.decode(), re.DOTALL) if name.endswith(".html") else None
    return found[1] if found else ""


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden = tag in ("style", "script", "title")
        self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def _page(text: str) -> str:
    reader = _Words()
    reader.feed(text)
    return "".join(reader.words)
