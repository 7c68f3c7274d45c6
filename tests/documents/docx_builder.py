"""Small Word files, made on the spot."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
#: Parts that stand for themselves: their relationship's kind by their base name without digits.
KINDS = ("styles", "comments", "footnotes", "endnotes", "settings", "header", "footer")


def run(text: str, look: str = "") -> str:
    """A run; ``look`` is what stands in its properties."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of plain words."""
    if style:
        properties = f'<w:pStyle w:val="{style}"/>{properties}'
    inner = "".join(part if part.startswith("<") else run(part) for part in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of rows of cells; a cell is XML or plain words."""
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    made = ("".join(cell.format(part if part.startswith("<") else paragraph(part)) for part in row) for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


def part(root: str, inner: str) -> str:
    """A part of the package with this root element."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {NAMES}>{inner}</w:{root}>'


def docx(body: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """The bytes of a Word file with this body. ``parts`` are named from the package's root ("word/header1.xml")."""
    parts = dict(parts or {})
    links, types = [], []
    for number, path in enumerate(parts, 1):
        base = path.rpartition("/")[2].removesuffix(".xml")
        kind = base.rstrip("0123456789")
        if path == f"word/{base}.xml" and kind in KINDS:
            links.append(f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{base}.xml"/>')
            content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
            types.append(f'<Override PartName="/{path}" ContentType="{content}"/>')
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    links_of = f'<Relationships xmlns="{PACKAGE}/relationships">{{}}</Relationships>'
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{"".join(types)}</Types>',
        "_rels/.rels": links_of.format(f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": links_of.format("".join(links)),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        **parts,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in whole.items():
            package.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def write_docx(path: Path, body: str, parts: Mapping[str, str | bytes] | None = None) -> Path:
    """Write a Word file with this body."""
    path.write_bytes(docx(body, parts))
    return path
