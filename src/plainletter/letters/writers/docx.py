"""The .docx of a letter: real headings and lists, one column, nothing of a template and nothing of the clock."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import escape
from io import BytesIO

from plainletter.letters.letter import Block, Box, Bullets, Heading, Letter, Part, PartName, Runs
from plainletter.letters.writers import docx_parts as parts
from plainletter.letters.writers.characters import require_writable

_STYLES: dict[PartName, str] = {
    "letterhead": "Letterhead",
    "address": "EnvelopeAddress",
    "date": "Date",
    "salutation": "Salutation",
    "closing": "Closing",
    "signature": "Signature",
}
_TOP_MARGIN, _WINDOW = 15.0, 48.0  # mm from the top of the page; the window of a DL envelope begins at 45 to 50
_TEXT_WIDTH = 170.0  # mm between the margins
_TWENTIETHS = 1440 / 25.4  # of a point, in a millimetre
_RULE = '<w:{side} w:val="single" w:sz="8" w:space="6" w:color="1B3A57"/>'


def write_docx(letter: Letter) -> bytes:
    """Return the letter as a Word document that Word and LibreOffice open without repair."""
    require_writable(letter)
    language = escape(letter.language)
    files = {
        "[Content_Types].xml": parts.CONTENT_TYPES,
        "_rels/.rels": parts.RELATIONSHIPS,
        "docProps/app.xml": parts.APP,
        "docProps/core.xml": parts.core(escape(letter.title), escape(letter.issuer), language, letter.date.isoformat()),
        "word/_rels/document.xml.rels": parts.DOCUMENT_RELATIONSHIPS,
        "word/document.xml": _document(letter),
        "word/fontTable.xml": parts.FONT_TABLE,
        "word/numbering.xml": parts.numbering(letter.point_size),
        "word/settings.xml": parts.settings(language),
        "word/styles.xml": parts.styles(letter.point_size, language),
    }
    return _zipped(files)


def _zipped(files: dict[str, str]) -> bytes:
    package = BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 0  # otherwise the operating system of the writer
            # Stored, as compressed bytes differ between versions of zlib.
            archive.writestr(entry, text.encode("utf-8"), compress_type=zipfile.ZIP_STORED)
    return package.getvalue()


def _document(letter: Letter) -> str:
    body = "".join("".join(_part(part, letter)) for part in letter.parts if part.blocks)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {parts.W}><w:body>{body}'
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="850" w:right="1134" w:bottom="1134" w:left="1134"'
        ' w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _part(part: Part, letter: Letter) -> Iterator[str]:
    style = _STYLES.get(part.name, "Normal")
    before = _space_before(part, letter)
    for index, block in enumerate(part.blocks):
        together = "<w:keepNext/>" if part.name == "signature" and index < len(part.blocks) - 1 else ""
        spacing = f'<w:spacing w:before="{before}"/>' if before and index == 0 else ""
        yield from _block(block, style, together + spacing)


def _space_before(part: Part, letter: Letter) -> int:
    """Return the space above the first paragraph of a part, in twentieths of a point, where its style cannot know it."""
    if part.name == "address":
        heads = [head for head in letter.parts if head.name == "letterhead"]
        used = sum(_height(head, letter.point_size) for head in heads)
        gap = _WINDOW - _TOP_MARGIN - used
        return round(max(gap, letter.point_size * 0.35) * _TWENTIETHS)
    return {"signature": letter.point_size * 32, "after": letter.point_size * 32}.get(part.name, 0)


def _height(head: Part, points: int) -> float:
    """Return about how high a letterhead stands, in millimetres: half the size of print a character, 1.15 lines."""
    columns = _TEXT_WIDTH / (points * 0.3528 * 0.5)
    lines = [line for block in head.blocks for runs in _lines(block) for line in _plain(runs).split("\n")]
    return sum(max(1, -int(-len(line) // columns)) for line in lines) * points * 0.3528 * 1.15 * 1.15


def _lines(block: Block) -> list[Runs]:
    match block:
        case Bullets(items):
            return list(items)
        case Box(blocks):
            return [runs for inner in blocks for runs in _lines(inner)]
        case _:
            return [block.runs]


def _plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _block(block: Block, style: str, properties: str) -> Iterator[str]:
    match block:
        case Heading(runs, level):
            yield _paragraph(runs, f"Heading{min(max(level, 1), 3)}", properties)
        case Bullets(items):
            for item in items:
                yield _paragraph(item, "ListBullet", properties)
        case Box(blocks):
            yield from _box(blocks, style)
        case _:
            yield _paragraph(block.runs, style, properties)


def _box(blocks: tuple[Heading | Bullets | Block, ...], style: str) -> Iterator[str]:
    """Rules above and below rather than a frame: Word breaks a frame where the indent of a list begins."""
    lines = [(inner, runs) for inner in blocks for runs in _lines(inner)]
    for index, (inner, runs) in enumerate(lines):
        first, last = index == 0, index == len(lines) - 1
        together = "<w:keepLines/>" if last else "<w:keepNext/><w:keepLines/>"
        rules = (_RULE.format(side="top") if first else "") + (_RULE.format(side="bottom") if last else "")
        properties = f"{together}<w:pBdr>{rules}</w:pBdr>" if rules else together
        alone = Bullets((runs,)) if isinstance(inner, Bullets) else inner
        yield from _block(alone, style, properties)


def _paragraph(runs: Runs, style: str, properties: str) -> str:
    named = "" if style == "Normal" else f'<w:pStyle w:val="{style}"/>'
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(_run(run.text, run.strong) for run in runs)}</w:p>"


def _run(text: str, strong: bool) -> str:
    pieces = re.split(r"([\n\t])", text)
    inner = "".join(_BREAKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in pieces if piece)
    properties = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>' if strong else ""
    return f"<w:r>{properties}{inner}</w:r>"


_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
