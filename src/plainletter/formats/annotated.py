"""A copy of a Word file with our findings as comments in its margin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

from plainletter.documents.docx import placed
from plainletter.documents.docx_comments import OURS
from plainletter.documents.docx_file import WordFile, open_word
from plainletter.documents.docx_names import child, name
from plainletter.documents.docx_styles import Styles, styles_of
from plainletter.documents.docx_walk import Walker, WordBlock
from plainletter.documents.reading import shown
from plainletter.errors import DocumentError, PlainletterError
from plainletter.findings import Finding, Report
from plainletter.formats.annotated_parts import comments_root, linked, next_id, packed, serialised, uri_of
from plainletter.formats.annotated_runs import Cutter, Stretch, carrier_of
from plainletter.formats.wording import explained
from plainletter.wholefile import write_whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # in XML
_INITIALS: Final = {OURS: "pl"}


def annotate(source: Path, target: Path, report: Report, *, author: str = OURS) -> int:
    """Write a copy of a Word file that has each finding of ``report`` as a comment at its words; return how many.

    Offsets are those of ``read_docx_file(source).text``. Where Word allows no comment (headers, notes, text boxes) it stands at
    the place in the body that leads there, and says so. Runs are cut with their formatting kept; no word and no other part
    is changed, and the same input gives the same bytes. ``target`` is written whole or not at all.

    Raises DocumentError when the file cannot be read or is not the one that was checked, PlainletterError when the copy cannot
    be written or would replace the original.
    """
    if target.exists() and target.samefile(source):
        raise PlainletterError(f"{shown(target)} is the original, which is never changed: give the copy another name.")
    word = open_word(source)
    findings = sorted(report.findings, key=lambda finding: (finding.start, -finding.end))
    changed = _changed(word, findings, author) if findings else {}
    write_whole(target, packed(source, word, changed) if changed else source.read_bytes())
    return len(findings)


@dataclass(frozen=True, slots=True)
class _Note:
    """A finding and the block that it stands in, which starts at this code point of the text."""

    finding: Finding
    block: WordBlock
    start: int

    @property
    def span(self) -> tuple[int, int]:
        """The finding's code points, counted in the block."""
        return self.finding.start - self.start, self.finding.end - self.start


def _changed(word: WordFile, findings: Sequence[Finding], author: str) -> dict[str, bytes]:
    """The parts that change, with their new bytes."""
    blocks = list(placed(Walker(word).blocks()))
    notes = list(_located(word, blocks, findings))
    part, comments = comments_root(word)
    fresh = part not in word.package
    first = next_id(word, comments)
    styles = styles_of(word.part("styles"))
    stretches = list(_stretches(word, blocks, notes))
    _mark(word, stretches, first, styles)
    for number, note in enumerate(notes, first):
        comments.append(_comment(uri_of(word), number, author, _lines(note), styles))
    changed = {
        word.main: serialised(word.document, word.package.read(word.main)),
        part: serialised(comments, b"" if fresh else word.package.read(part)),
    }
    return changed | dict(linked(word, part)) if fresh else changed


def _located(word: WordFile, blocks: Sequence[tuple[int, WordBlock]], findings: Sequence[Finding]) -> Iterator[_Note]:
    starts = [start for start, _ in blocks]
    for finding in findings:
        start, block = blocks[max(bisect_right(starts, finding.start) - 1, 0)] if blocks else (0, None)
        words = "" if block is None else block.text[max(finding.start - start, 0) : finding.end - start]
        if block is None or not words or words != finding.text:
            raise DocumentError(f"{word.package.title} is not the file that was checked: check it again.")
        yield _Note(finding, block, start)


def _stretches(word: WordFile, blocks: Sequence[tuple[int, WordBlock]], notes: Sequence[_Note]) -> Iterator[Stretch]:
    """Cut the runs and yield what the comment on each finding embraces."""
    cutter = Cutter()
    for note in notes:
        if note.block.direct:
            cutter.plan(note.block.pieces, *note.span)
    cutter.cut()
    for note in notes:
        if note.block.direct:
            yield cutter.stretch(note.block.pieces, *note.span)
        elif note.block.home is not None:
            home = carrier_of(note.block.home)
            yield Stretch(home, home)
        else:
            yield _beginning(word, blocks, cutter)


def _beginning(word: WordFile, blocks: Sequence[tuple[int, WordBlock]], cutter: Cutter) -> Stretch:
    """The first paragraph of the body that has words, else the end of the first that there is."""
    block = next((block for _, block in blocks if block.direct), None)
    if block is not None:
        return cutter.stretch(block.pieces, 0, len(block.text))
    body = child(word.document, "body")
    paragraph = next((element for element in ([] if body is None else body.iter()) if name(element) == "p"), None)
    if paragraph is None:
        raise DocumentError(f"{word.package.title} has no paragraph of its own that a comment could stand at.")
    run = next((element for element in paragraph if name(element) == "r"), None)
    if run is None:
        run = etree.SubElement(paragraph, f"{{{uri_of(word)}}}r")
    return Stretch(run, run)


def _mark(word: WordFile, stretches: Sequence[Stretch], first: int, styles: Styles) -> None:
    """Put the marks of the comments into the body. What begins first embraces what begins later."""
    uri = uri_of(word)
    for number, stretch in enumerate(stretches, first):
        stretch.first.addprevious(_element(uri, "commentRangeStart", id=number))
        reference = _element(uri, "r")
        if "CommentReference" in styles.known:
            etree.SubElement(reference, f"{{{uri}}}rPr").append(_element(uri, "rStyle", val="CommentReference"))
        reference.append(_element(uri, "commentReference", id=number))
        tail, stretch.last.tail = stretch.last.tail, None
        stretch.last.addnext(reference)
        stretch.last.addnext(_element(uri, "commentRangeEnd", id=number))
        reference.tail = tail


def _lines(note: _Note) -> Iterator[str]:
    """The paragraphs of the comment on a finding."""
    finding, block = note.finding, note.block
    quoted = "" if finding.text in finding.message else f" “{finding.text}”:"
    yield finding.message if block.direct else f"In {_place(block.part)}:{quoted} {finding.message}"
    yield from explained(finding)
    yield f"Rule: {finding.rule}"


def _place(part: str) -> str:
    return part if part[-1:].isdigit() else f"the {part}"


def _comment(uri: str, number: int, author: str, lines: Iterator[str], styles: Styles) -> Element:
    initials = _INITIALS.get(author) or "".join(name[0] for name in author.split())
    comment = _element(uri, "comment", id=number, author=author, initials=initials)
    for line in lines:
        paragraph = etree.SubElement(comment, f"{{{uri}}}p")
        if "CommentText" in styles.known:
            etree.SubElement(paragraph, f"{{{uri}}}pPr").append(_element(uri, "pStyle", val="CommentText"))
        run = etree.SubElement(paragraph, f"{{{uri}}}r")
        text = etree.SubElement(run, f"{{{uri}}}t")
        text.text = " ".join(_FORBIDDEN.sub("\ufffd", line).split())
    return comment


def _element(uri: str, tag: str, **attributes: object) -> Element:
    element = etree.Element(f"{{{uri}}}{tag}", nsmap={"w": uri})
    for key, found in attributes.items():
        element.set(f"{{{uri}}}{key}", str(found))
    return element
