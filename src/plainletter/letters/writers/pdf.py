"""The .pdf of a letter: PDF/UA-1 through typst, with the letter passed as data and the packaged fonts only.

In the text layer letters that share glyphs carry ActualText and words from right to left ReversedChars, which pypdf does not
follow; a mark that is raised over its letter, as in "Ọ̀", is there twice (typst 0.15). On paper all of them are right.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainletter.errors import PlainletterError
from plainletter.letters.letter import Block, Box, Bullets, Heading, Letter, Runs
from plainletter.letters.writers.characters import require_writable
from plainletter.letters.writers.fonts import FOLDER, faces, pieces

if TYPE_CHECKING:
    import typst

PAGE = Path(__file__).with_name("letter.typ")

_LONG_WORD = re.compile(r"(\S{16,})")  # the page measures it: an address of 40 letters is wider than a line in large print
_CHUNK = re.compile(r"[^@./_?&=-]{0,7}[@./_?&=-]+|.{1,8}")  # where a web address may be broken, if it must


def write_pdf(letter: Letter) -> bytes:
    """Return the letter as tagged PDF.

    Raises PlainletterError where a character cannot be shown, with its code point, and where the page cannot be set.
    """
    require_writable(letter)
    import typst

    compiler = typst.Compiler(
        PAGE.read_bytes(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"letter": json.dumps(_data(letter), ensure_ascii=False)},
    )
    try:
        pdf = compiler.compile(format="pdf", pdf_standards="ua-1")
    except typst.TypstError:
        raise PlainletterError(
            f"The PDF for {letter.reader!r} could not be set as accessible PDF (PDF/UA-1); "
            "use .docx, .html or .txt for this letter and report the fault with a letter that holds no real names."
        ) from None  # typst's own sentence may quote the letter
    assert isinstance(pdf, bytes)
    return pdf


@cache
def _fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])


def _data(letter: Letter) -> dict[str, Any]:
    language, _, region = letter.language.partition("-")
    levels = _Levels()
    return {
        "title": letter.title,
        "author": [letter.issuer] if letter.issuer else [],
        "date": [letter.date.year, letter.date.month, letter.date.day],
        "lang": language,
        "region": region or None,
        "font": faces()[0].family,
        "size": letter.point_size,
        "leading": 0.7 if letter.point_size < 16 else 0.8,
        "parts": [
            {"name": part.name, "blocks": [_block(block, levels) for block in part.blocks]}
            for part in letter.parts
            if part.blocks
        ],
    }


class _Levels:
    """Heading levels as PDF/UA-1 asks: the first is 1, and none is left out on the way down."""

    def __init__(self) -> None:
        self._last = 0

    def next(self, level: int) -> int:
        self._last = min(level, self._last + 1)
        return self._last


def _block(block: Block, levels: _Levels) -> dict[str, Any]:
    match block:
        case Heading(runs, level):
            return {"kind": "heading", "level": levels.next(level), "runs": _runs(runs)}
        case Bullets(items):
            return {"kind": "bullets", "items": [_runs(item) for item in items]}
        case Box(blocks):
            return {"kind": "box", "blocks": [_block(inner, levels) for inner in blocks]}
        case _:
            return {"kind": "paragraph", "runs": _runs(block.runs)}


def _runs(runs: Runs) -> list[dict[str, Any]]:
    return [{"strong": run.strong, "pieces": list(_pieces(run.text))} for run in runs]


def _pieces(text: str) -> Iterable[dict[str, Any]]:
    for line in re.split(r"(\n)", text.replace("\t", " ")):
        if line == "\n":
            yield {"text": line, "chunks": []}
            continue
        for family, piece in pieces(line):
            for index, words in enumerate(_LONG_WORD.split(piece)):
                yield {"font": family, "text": words, "chunks": _CHUNK.findall(words) if index % 2 else []}
