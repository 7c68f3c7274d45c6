"""What a file is, told from its first bytes or its name, in words that its owner uses."""

from __future__ import annotations

from typing import Final

#: The first bytes of a file, and what such a file is. Longer beginnings stand before shorter ones.
BEGINNINGS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", "a PDF"),
    (b"\xef\xbb\xbf%PDF-", "a PDF"),
    (b"{\\rtf", "a rich text file (.rtf)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office document (.doc)"),
    (b"\x89PNG\r\n\x1a\n", "an image (.png)"),
    (b"\xff\xd8\xff", "an image (.jpg)"),
    (b"GIF87a", "an image (.gif)"),
    (b"GIF89a", "an image (.gif)"),
    (b"II*\x00", "an image (.tif)"),
    (b"MM\x00*", "an image (.tif)"),
    (b"\x1f\x8b", "a compressed file (.gz)"),
    (b"BZh", "a compressed file (.bz2)"),
    (b"\xfd7zXZ\x00", "a compressed file (.xz)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"\xffWPC", "a WordPerfect document"),
    (b"SQLite format 3\x00", "a database"),
)

#: Names of parts inside a zip package that say what the package is.
PACKAGES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint presentation (.pptx)"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)"),
    (b"application/epub+zip", "an e-book (.epub)"),
)

#: What a file's ending promises, for kinds that are not read.
ENDINGS: Final[dict[str, str]] = {
    ".doc": "an old Word document (.doc)",
    ".pages": "a Pages document (.pages)",
    ".eml": "an e-mail (.eml)",
    ".msg": "an Outlook e-mail (.msg)",
    ".xlsx": "an Excel workbook (.xlsx)",
    ".pptx": "a PowerPoint presentation (.pptx)",
    ".csv": "a table (.csv)",
    ".png": "an image (.png)",
    ".jpg": "an image (.jpg)",
    ".jpeg": "an image (.jpeg)",
    ".tif": "an image (.tif)",
    ".tiff": "an image (.tiff)",
    ".zip": "a zip archive",
}


def recognise(data: bytes) -> str | None:
    """Say what ``data`` is when its first bytes prove that it is not plain text; ``None`` when they do not.

    The answer goes behind "is": ``"a Word document (.docx)"``.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next((kind for part, kind in PACKAGES if part in data), "a zip archive")
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "an image (.webp)"
    if data[4:8] == b"ftyp":
        return "an image or a film"
    return next((kind for beginning, kind in BEGINNINGS if data.startswith(beginning)), None)
