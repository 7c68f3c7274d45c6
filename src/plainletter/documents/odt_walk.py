"""The walk through an OpenDocument text that collects its blocks in the order of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from plainletter.documents.document import BlockKind
from plainletter.documents.docx_kinds import Part, divide
from plainletter.documents.odt_names import all_text, full, name, value
from plainletter.documents.odt_runs import Words, plain_words, words_of
from plainletter.documents.odt_styles import PLAIN, Look, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MARK: Final = "plainletter:"
_HEADERS: Final = {"style:header": "header", "style:footer": "footer"}
_INDEXES: Final = frozenset(
    f"text:{kind}"
    for kind in (
        "table-of-content illustration-index table-index object-index user-index alphabetical-index bibliography".split()
    )
)
_SKIPPED: Final = frozenset(
    ("text:sequence-decls", "text:variable-decls", "text:user-field-decls", "text:dde-connection-decls", "office:scripts")
)


_Remark = tuple[int, int, str]


class OdtBlock(NamedTuple):
    """A block: its text, where its prose begins in it, and where it stands; with the remarks made in it."""

    kind: BlockKind
    text: str
    body: int
    part: str = ""
    paragraph: int = 0
    remarks: tuple[_Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Where:
    """What holds for the paragraphs of one text, list, table or frame."""

    part: str = ""
    kind: BlockKind | None = None
    look: Look = PLAIN


class Walker:
    """One walk through the parts of a file; ``doubts`` are the names of what must be said about it."""

    def __init__(self, content: Element, styles: Element | None) -> None:
        self.doubts: set[str] = set()
        self._content = content
        self._masters = styles
        self._styles = Styles([root for root in (styles, content) if root is not None])
        self._counts: Counter[str] = Counter()
        self._paragraph = 0

    def blocks(self) -> Iterator[OdtBlock]:
        """Yield the blocks: headers and footers, then the body with its notes, frames and annotations where they stand."""
        yield from self._headers()
        for body in self._content.iter(full("office:text")):
            yield from self._inside(body, _Where())

    def _headers(self) -> Iterator[OdtBlock]:
        told: set[str] = set()
        for part in self._masters.iter() if self._masters is not None else ():
            kind = next((kind for start, kind in _HEADERS.items() if name(part).startswith(start)), None)
            if kind is None or name(part).endswith(("-style", "-properties")) or (words := plain_words(part)) in told:
                continue
            told.add(words)
            if value(part, "style:display") == "false" and words:
                self.doubts.add("unseen")
            yield from self._inside(part, _Where(kind, "furniture"))

    def _inside(self, element: Element, where: _Where) -> Iterator[OdtBlock]:
        for part in element:
            yield from self._visit(part, where)

    def _visit(self, part: Element, where: _Where) -> Iterator[OdtBlock]:
        kind = name(part)
        if kind in ("text:p", "text:h"):
            yield from self._prose(part, where)
        elif kind in ("text:list-item", "text:list-header"):
            yield from self._inside(part, replace(where, kind=where.kind or "list_item"))
        elif kind == "table:table":
            yield from self._table(part, where)
        elif kind == "text:section":
            yield from self._section(part, where)
        elif kind in _INDEXES:
            yield from self._inside(part, replace(where, kind="furniture"))
        elif kind == "text:tracked-changes":
            self._changes(part)
        elif kind == "office:forms":
            yield from self._forms(part, where)
        elif kind.startswith("draw:"):
            yield from self._drawn(part, where)
        elif kind not in _SKIPPED and kind not in ("text:index-title-template", "text:table-of-content-source"):
            yield from self._inside(part, where)

    def _prose(self, paragraph: Element, where: _Where) -> Iterator[OdtBlock]:
        style = value(paragraph, "text:style-name")
        look = self._styles.look("paragraph", style).over(where.look)
        words = words_of(paragraph, self._styles, look, self.doubts)
        text = words.text
        kind = where.kind or ("heading" if name(paragraph) == "text:h" else self._styles.kind(style)) or "paragraph"
        parts = list(divide(text, kind))
        if parts and not where.part:
            self._paragraph += 1
        remarks = tuple(self._remarks(words))
        for part in parts:
            mine = tuple(_within(part, remark) for remark in remarks if remark[0] < part.end and part.start < remark[1])
            number = 0 if where.part else self._paragraph
            yield OdtBlock(part.kind, text[part.start : part.end], part.body - part.start, where.part, number, mine)
        for _, aside in words.asides:
            yield from self._aside(aside, where)

    def _remarks(self, words: Words) -> Iterator[_Remark]:
        """The annotations that speak to plainletter: where they begin and end in the paragraph's text, and what they say."""
        for place, aside in words.asides:
            said = plain_words(aside) if name(aside) == "office:annotation" else ""
            if said.lower().startswith(MARK):
                end = words.ends.get(value(aside, "office:name"), words.length)
                yield (place, end, said) if place < end else (0, words.length, said)

    def _aside(self, part: Element, where: _Where) -> Iterator[OdtBlock]:
        kind = name(part)
        if kind == "text:note":
            note = value(part, "text:note-class") or "footnote"
            yield from self._inside(part, _Where(self._numbered(note), look=where.look))
        elif kind == "office:annotation":
            if not plain_words(part).lower().startswith(MARK):
                self.doubts.add("comments")
                yield from self._inside(part, _Where(self._numbered("comment"), "furniture"))
        elif kind.startswith("draw:"):
            yield from self._drawn(part, where)
        else:
            self.doubts.add("unseen")
            hidden = value(part, "text:string-value") or all_text(part)
            yield from self._line(hidden, replace(where, part=where.part or "hidden text"))

    def _drawn(self, part: Element, where: _Where) -> Iterator[OdtBlock]:
        """A picture's words for those who cannot see it, and what is written in a frame or a shape."""
        box = self._numbered("text box") if part.find(f".//{full('text:p')}") is not None and not where.part else where.part
        inside = _Where(box, None if where.kind == "list_item" else where.kind, where.look)
        for inner in part:
            kind = name(inner)
            if kind in ("svg:title", "svg:desc"):
                yield from self._line(all_text(inner), _Where(where.part or "picture", "furniture"))
            elif kind in ("draw:object", "draw:object-ole", "draw:plugin", "draw:applet", "draw:floating-frame"):
                self.doubts.add("embedded")
            elif kind.startswith("draw:"):
                yield from self._drawn(inner, inside) if kind != "draw:text-box" else self._inside(inner, inside)
            else:
                yield from self._visit(inner, inside)

    def _table(self, table: Element, where: _Where) -> Iterator[OdtBlock]:
        part = where.part or self._numbered("table")
        rows = [row for row in table.iter(full("table:table-row")) if _table_of(row) is table]
        for number, row in enumerate(rows, 1):
            place = where.part or f"{part}, row {number}"
            for cell in row:
                if (name(cell) == "table:covered-table-cell" or _is_collapsed(row)) and plain_words(cell):
                    self.doubts.add("unseen")
                yield from self._inside(cell, _Where(place, where.kind or "table", where.look))
        for inner in table:
            if name(inner) in ("table:title", "table:desc"):
                yield from self._line(all_text(inner), _Where(part, "furniture"))

    def _section(self, section: Element, where: _Where) -> Iterator[OdtBlock]:
        if section.find(full("text:section-source")) is not None or section.find(full("office:dde-source")) is not None:
            self.doubts.add("linked")
        hidden = value(section, "text:display") in ("none", "condition")
        look = replace(where.look, hidden=True) if hidden else where.look
        yield from self._inside(section, replace(where, look=look))

    def _changes(self, changes: Element) -> None:
        for kind, doubt in (("text:insertion", "inserted"), ("text:deletion", "deleted")):
            if changes.find(f".//{full(kind)}") is not None:
                self.doubts.add(doubt)

    def _forms(self, forms: Element, where: _Where) -> Iterator[OdtBlock]:
        for control in forms.iter():
            for attribute in ("form:label", "form:title", "form:current-value", "form:value"):
                if not name(control).startswith("form:hidden"):
                    yield from self._line(value(control, attribute), _Where(where.part or "form", "furniture"))

    def _line(self, words: str, where: _Where) -> Iterator[OdtBlock]:
        said = " ".join(words.split())
        for part in divide(said, where.kind or "furniture"):
            yield OdtBlock(part.kind, said[part.start : part.end], 0, where.part)

    def _numbered(self, part: str) -> str:
        self._counts[part] += 1
        return f"{part} {self._counts[part]}"


def _within(part: Part, remark: _Remark) -> _Remark:
    """A remark on a paragraph as one on this part of it."""
    start, end, said = remark
    return max(start - part.start, 0), min(end, part.end) - part.start, said


def _is_collapsed(row: Element) -> bool:
    return value(row, "table:visibility") in ("collapse", "filter")


def _table_of(row: Element) -> Element | None:
    """The table that a row is of, and not one that this table stands in."""
    return next(row.iterancestors(full("table:table")), None)
