"""The blocks of a Word file in the order in which they are read, each with the way back to its runs."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from plainletter.documents.document import BlockKind
from plainletter.documents.docx_chunks import words_of_chart, words_of_chunk
from plainletter.documents.docx_comments import OURS, comments_of, is_remark
from plainletter.documents.docx_file import WordFile
from plainletter.documents.docx_kinds import Part, divide
from plainletter.documents.docx_names import child, link_of, name, value
from plainletter.documents.docx_runs import DELETED, SILENT, Mark, Piece, Runs, Side, Words
from plainletter.documents.docx_shapes import alternatives
from plainletter.documents.docx_styles import (
    UNKNOWN,
    Look,
    Style,
    fill_of,
    kind_of,
    styles_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NOTES: Final = ("footnote", "endnote")


@dataclass(frozen=True, slots=True)
class WordBlock:
    """A block of a Word file; its prose is ``text`` from ``body`` on.

    ``pieces`` and ``marks`` count code points of ``text``. ``home`` is where a comment on the block may stand when it may not
    stand at the words themselves (in a header, a footnote, a text box), ``None`` for the first paragraph; with ``direct`` it
    may stand at the words.
    """

    kind: BlockKind
    text: str
    body: int = 0
    part: str = ""
    paragraph: int = 0
    pieces: tuple[Piece, ...] = ()
    marks: tuple[Mark, ...] = ()
    direct: bool = False
    home: Element | None = None


@dataclass(frozen=True, slots=True)
class _Where:
    """What holds for the paragraphs of one text, table or text box."""

    part: str = ""
    kind: BlockKind | None = None
    direct: bool = False
    home: Element | None = None
    fill: str | None = None


@dataclass(slots=True)
class Walker:
    """Walks through a Word file once. ``doubts`` holds what must be said when the walk is over."""

    word: WordFile
    doubts: dict[str, None] = field(default_factory=dict)
    _runs: Runs = field(init=False)
    _counts: Counter[str] = field(default_factory=Counter)
    _marks: list[Mark] = field(default_factory=list)
    _carried: Words | None = None
    _note_homes: dict[tuple[str, str], Element] = field(default_factory=dict)
    _comment_homes: dict[str, Element] = field(default_factory=dict)
    _seen: set[tuple[str, ...]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._runs = Runs(styles_of(self.word.part("styles")), self.doubts)

    def blocks(self) -> Iterator[WordBlock]:
        """Yield every block: headers, the body, notes, footers, and comments."""
        body = child(self.word.document, "body")
        background = UNKNOWN if child(self.word.document, "background") is not None else None
        yield from self._once("header")
        if body is not None:
            yield from self._story(body, _Where(direct=True, fill=background))
        for kind in _NOTES:
            yield from self._notes(kind)
        yield from self._once("footer")
        yield from self._comments()

    def _story(self, story: Element, where: _Where) -> Iterator[WordBlock]:
        """The blocks of a text of its own, whose fields begin and end in it."""
        outer, carried = self._runs.fields.enter(story), self._carried
        trusted, self._carried = self._runs.fields.trusted, None
        yield from self._container(story, where)
        yield from self._left_over(where)
        self._runs.fields.leave(outer)
        self._runs.fields.trusted, self._carried = trusted, carried

    def _container(self, parent: Element, where: _Where) -> Iterator[WordBlock]:
        for element in parent:
            kind = name(element)
            if kind in ("p", "r", "t"):
                yield from self._paragraph(element, where)
            elif kind == "tbl":
                yield from self._table(element, where)
            elif kind == "altChunk":
                yield from self._chunk(element, where)
            elif kind == "mc:AlternateContent":
                for alternative in alternatives(element, self.doubts):
                    yield from self._container(alternative, where)
            elif kind in ("commentRangeStart", "commentRangeEnd"):
                self._marks.append(Mark(kind, value(element, "id") or "", 0))
            elif kind in DELETED:
                self.doubts["deleted"] = None
            elif kind not in SILENT:
                yield from self._container(element, where)

    def _paragraph(self, paragraph: Element, where: _Where) -> Iterator[WordBlock]:
        properties = child(paragraph, "pPr")
        style = self._runs.styles.get(value(child(properties, "pStyle")))
        words, self._carried = self._carried or Words(), None
        look = style.look if where.fill is None else style.look.over(Look(fill=where.fill))
        fill = fill_of(child(properties, "shd"))
        self._runs.read(paragraph, words, look if fill is None else look._replace(fill=fill))
        if properties is not None and _mark_is(properties, *DELETED):
            # Its end is deleted, so it goes on in the next paragraph.
            self.doubts["deleted"] = None
            self._carried = words
            return
        if properties is not None and _mark_is(properties, "ins", "moveTo"):
            self.doubts["inserted"] = None
        yield from self._finish(words, style, properties, where)

    def _finish(self, words: Words, style: Style, properties: Element | None, where: _Where) -> Iterator[WordBlock]:
        """The blocks of a paragraph that was read to its end, and of what hangs on it."""
        for kind, id, home in words.notes:
            self._note_homes.setdefault((kind, id), home)
        text = "".join(words.text)
        number = self._number(where) if text and not text.isspace() else 0
        parts = list(divide(text, where.kind or kind_of(style, properties))) if text else []
        if parts:
            marks, self._marks = [*self._marks, *words.marks], []
            yield from _blocks(text, parts, words.pieces, marks, where, number)
        else:
            self._marks += (mark._replace(offset=0) for mark in words.marks)
        for side in words.sides:
            yield from self._side(side, where)

    def _left_over(self, where: _Where) -> Iterator[WordBlock]:
        """The blocks of a last paragraph whose end is deleted, and which had no next one to go on in."""
        words, self._carried = self._carried, None
        if words is not None:
            yield from self._finish(words, Style(), None, where)

    def _number(self, where: _Where) -> int:
        if where.part or not where.direct:
            return 0
        self._counts["paragraph"] += 1
        return self._counts["paragraph"]

    def _side(self, side: Side, where: _Where) -> Iterator[WordBlock]:
        home = side.home if where.direct else where.home
        if side.element is not None:
            part = self._numbered("text box")
            yield from self._story(side.element, _Where(part, where.kind, home=home, fill=side.look.fill))
        elif side.part == "chart":
            target = self.word.target(side.words)
            for words in words_of_chart(self.word, target):
                yield WordBlock("furniture", words, part="chart", home=home)
        else:
            yield WordBlock("furniture", " ".join(side.words.split()), part=self._numbered(side.part), home=home)

    def _numbered(self, part: str) -> str:
        self._counts[part] += 1
        return f"{part} {self._counts[part]}"

    def _table(self, table: Element, where: _Where) -> Iterator[WordBlock]:
        properties = child(table, "tblPr")
        outer = where.part
        part = outer if outer or not where.direct else self._numbered("table")
        for key in ("tblCaption", "tblDescription"):
            words = value(child(properties, key))
            if words and words.strip():
                yield WordBlock("furniture", " ".join(words.split()), part=part, home=where.home)
        shaded = value(child(properties, "tblStyle")) in self._runs.styles.shaded_tables
        fill = UNKNOWN if shaded else fill_of(child(properties, "shd")) or where.fill
        rows = list(_inside(table, "tr"))
        # A frame round a paragraph is often a table of one cell: what stands in it is prose.
        framed = len(rows) == 1 and len(list(_inside(rows[0], "tc"))) == 1
        kind = where.kind or (None if framed else "table")
        for number, row in enumerate(rows, 1):
            place = part if outer or not where.direct else f"{part}, row {number}"
            yield from self._row(row, replace(where, part=place, kind=kind, fill=fill))

    def _row(self, row: Element, where: _Where) -> Iterator[WordBlock]:
        change = child(row, "trPr")
        if child(change, "del") is not None:
            self.doubts["deleted"] = None
            return
        if child(change, "ins") is not None:
            self.doubts["inserted"] = None
        for cell in _inside(row, "tc"):
            properties = child(cell, "tcPr")
            if child(properties, "cellDel") is not None:
                self.doubts["deleted"] = None
                continue
            carried, self._carried = self._carried, None
            yield from self._container(cell, replace(where, fill=fill_of(child(properties, "shd")) or where.fill))
            yield from self._left_over(where)
            self._carried = carried

    def _chunk(self, element: Element, where: _Where) -> Iterator[WordBlock]:
        self.doubts["embedded text"] = None
        target = self.word.target(link_of(element))
        for kind, words in words_of_chunk(self.word, target, self.doubts):
            yield WordBlock(where.kind or kind, words, part=where.part or "inserted document", home=where.home)

    def _once(self, kind: str) -> Iterator[WordBlock]:
        """The blocks of the headers or footers, each that says something else once."""
        for root in self.word.parts(kind):
            blocks = list(self._story(root, _Where(kind, "furniture")))
            words = tuple(block.text for block in blocks)
            if words not in self._seen:
                self._seen.add(words)
                yield from blocks

    def _notes(self, kind: str) -> Iterator[WordBlock]:
        """The blocks of the foot- or endnotes, in the order and with the numbers that a reader sees."""
        root = self.word.part(f"{kind}s")
        if root is None:
            return
        notes = {value(note, "id") or "": note for note in root if name(note) == kind and _is_note(note)}
        order = [id for of, id in self._note_homes if of == kind and id in notes]
        for number, id in enumerate(dict.fromkeys((*order, *notes)), 1):
            yield from self._story(notes[id], _Where(f"{kind} {number}", home=self._note_homes.get((kind, id))))

    def _comments(self) -> Iterator[WordBlock]:
        """The blocks of the comments that people wrote; those to plainletter and from it are not prose."""
        for number, comment in enumerate(comments_of(self.word), 1):
            if comment.author == OURS or is_remark(comment.words):
                continue
            self.doubts["comments"] = None
            yield from self._story(comment.element, _Where(f"comment {number}", "furniture"))


def _blocks(
    text: str, parts: list[Part], pieces: list[Piece], marks: list[Mark], where: _Where, number: int
) -> Iterator[WordBlock]:
    """The parts of a paragraph as blocks; pieces and marks are in order, and each mark goes to one part."""
    taken = 0
    for part in parts:
        last = len(marks) if part is parts[-1] else bisect_right(marks, part.end, key=lambda mark: mark.offset)
        length = part.end - part.start
        yield WordBlock(
            part.kind,
            text[part.start : part.end],
            part.body - part.start,
            where.part,
            number,
            tuple(_cut(pieces, part.start, part.end)),
            tuple(mark._replace(offset=min(max(mark.offset - part.start, 0), length)) for mark in marks[taken:last]),
            where.direct,
            where.home,
        )
        taken = max(taken, last)


def _cut(pieces: list[Piece], start: int, end: int) -> Iterator[Piece]:
    for index in range(bisect_right(pieces, start, key=lambda piece: piece.start) - 1, len(pieces)):
        piece = pieces[index]
        first, last = max(piece.start, start), min(piece.start + piece.length, end)
        if piece.start >= end:
            break
        yield Piece(piece.element, piece.at + first - piece.start, first - start, last - first)


def _mark_is(properties: Element, *kinds: str) -> bool:
    """Whether the end of the paragraph itself was inserted, deleted or moved."""
    look = child(properties, "rPr")
    return look is not None and any(child(look, kind) is not None for kind in kinds)


def _inside(parent: Element, kind: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row, also those in content controls."""
    for element in parent:
        if name(element) == kind:
            yield element
        elif name(element) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inside(element, kind)


def _is_note(note: Element) -> bool:
    return value(note, "type") in (None, "normal")
