"""The words of one paragraph of a Word file, with the way back to the elements that hold them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from plainletter.documents.docx_fields import Fields
from plainletter.documents.docx_names import child, link_of, name, value
from plainletter.documents.docx_shapes import alternatives, fill_around, texts
from plainletter.documents.docx_styles import PLAIN, Look, Styles, look_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BLANK: Final = re.compile(r"[\t\n\r]")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
#: Fonts of pictures: what they show is not a letter.
_PICTURE_FONTS: Final = re.compile(r"symbol|wingdings|webdings|zapf dingbats|mt extra", re.IGNORECASE)
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
#: What holds no words that Word shows, or words that are read elsewhere.
SILENT: Final = frozenset(
    "pPr rPr sectPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr customXmlPr smartTagPr rubyPr fldData softHyphen delText "
    "delInstrText ffData annotationRef footnoteRef endnoteRef separator continuationSeparator mc:Fallback".split()
)
DELETED: Final = ("del", "moveFrom")


class Piece(NamedTuple):
    """A stretch of a paragraph that one element holds.

    ``start`` counts the paragraph's code points, ``at`` those of the element's own text; an element without text (a tab) has
    ``length`` 1.
    """

    element: Element
    at: int
    start: int
    length: int


class Mark(NamedTuple):
    """Where in a paragraph the comment of this id begins, ends, or is referred to."""

    kind: str
    id: str
    offset: int


class Side(NamedTuple):
    """What stands beside the words of a paragraph: a text box (``element`` holds paragraphs), or ``words`` of a picture.

    ``home`` is the element in the paragraph that it hangs on.
    """

    part: str
    home: Element
    element: Element | None = None
    words: str = ""
    look: Look = PLAIN


@dataclass(slots=True)
class Words:
    """The words of a paragraph as they are read."""

    text: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    sides: list[Side] = field(default_factory=list)
    notes: list[tuple[str, str, Element]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, element: Element, at: int = 0) -> None:
        """Put words behind the others."""
        if text:
            self.text.append(text)
            self.pieces.append(Piece(element, at, self.length, len(text)))
            self.length += len(text)


class Runs:
    """Reads the runs of paragraphs. ``doubts`` collects what must be said; ``fields`` is where we are in the fields."""

    def __init__(self, styles: Styles, doubts: dict[str, None]) -> None:
        self.styles = styles
        self.doubts = doubts
        self.fields = Fields(doubts)
        self._words = Words()
        self._look = PLAIN

    def read(self, paragraph: Element, words: Words, look: Look) -> None:
        """Read a paragraph into ``words``; ``look`` is how its words look where their runs say nothing."""
        self._words, self._look = words, look
        self._children(paragraph)

    def _children(self, parent: Element) -> None:
        for element in parent:
            self._element(element, name(element))

    def _element(self, element: Element, kind: str) -> None:
        if kind in SILENT:
            return
        if kind in _SIGNS:
            self._show(_SIGNS[kind], element)
            return
        handler = _HANDLERS.get(kind)
        if handler is None:
            self._children(element)
        else:
            handler(self, element)

    def _run(self, run: Element) -> None:
        before = len(self._words.text)
        self._children(run)
        if any(not text.isspace() for text in self._words.text[before:]):
            self._note_look(child(run, "rPr"))

    def _note_look(self, properties: Element | None) -> None:
        look = self._look
        if properties is not None:
            style = self.styles.known.get(value(child(properties, "rStyle")) or "")
            look = look_of(properties).over(style.look if style else Look()).over(look)
        if look.unseen:
            self.doubts["unseen"] = None
        elif look.blacked:
            self.doubts["blacked"] = None

    def _text(self, element: Element) -> None:
        text = element.text or ""
        at = 0
        if not keeps_blanks(element):
            at = len(text) - len(text.lstrip())
            text = text.strip()
        self._show(_BLANK.sub(" ", text), element, at)

    def _show(self, text: str, element: Element, at: int = 0) -> None:
        if self.fields.shown:
            self._words.add(text, element, at)
        elif text.strip():
            self.doubts["field words"] = None

    def _symbol(self, element: Element) -> None:
        try:
            code = int(value(element, "char") or "", 16)
        except ValueError:
            return
        pictorial = _PICTURE_FONTS.match(value(element, "font") or "") is not None
        if not pictorial and 0xF020 <= code <= 0xF0FF:
            code -= 0xF000
        visible = not pictorial and code < 0x110000 and chr(code).isprintable()
        self._show(chr(code) if visible else " ", element)

    def _field_sign(self, element: Element) -> None:
        self.fields.sign(value(element, "fldCharType") or "")
        chosen = _chosen(child(element, "ffData", "ddList"))
        if chosen:
            self._words.add(chosen, element)

    def _field_code(self, element: Element) -> None:
        self.fields.code(element.text or "")

    def _simple_field(self, element: Element) -> None:
        self.fields.judge(value(element, "instr") or "")
        self._children(element)

    def _inserted(self, element: Element) -> None:
        self.doubts["inserted"] = None
        self._children(element)

    def _deleted(self, element: Element) -> None:
        self.doubts["deleted"] = None

    def _link(self, element: Element) -> None:
        self._children(element)
        self._beside("link", value(element, "tooltip"), element)

    def _comment(self, element: Element) -> None:
        self._words.marks.append(Mark(name(element), value(element, "id") or "", self._words.length))

    def _note(self, element: Element) -> None:
        self._words.notes.append((name(element).removesuffix("Reference"), value(element, "id") or "", element))

    def _ruby(self, element: Element) -> None:
        base, above = child(element, "rubyBase"), child(element, "rt")
        if base is not None:
            self._children(base)
        if above is not None:
            self._beside("letters above the line", "".join(texts(above, "t")), element)

    def _sub_document(self, element: Element) -> None:
        self.doubts["sub-document"] = None

    def _alternatives(self, element: Element) -> None:
        for alternative in alternatives(element, self.doubts):
            self._children(alternative)

    def _box(self, element: Element) -> None:
        look = Look(fill=fill_around(element))
        self._words.sides.append(Side("text box", element, element, look=look))

    def _picture(self, element: Element) -> None:
        words = dict.fromkeys(filter(None, (element.get("title"), element.get("descr"), element.get("alt"))))
        for text in words:
            self._beside("picture", text, element)
        self._children(element)

    def _word_art(self, element: Element) -> None:
        self._beside("word art", element.get("string"), element)

    def _drawn(self, element: Element) -> None:
        self._beside("drawing", "".join(texts(element, "a:t")), element)

    def _linked(self, element: Element) -> None:
        part = link_of(element) if name(element) == "c:chart" else link_of(element, "dm")
        self._words.sides.append(Side("chart", element, words=part))

    def _beside(self, part: str, words: str | None, element: Element) -> None:
        if words and words.strip():
            self._words.sides.append(Side(part, element, words=words))


_HANDLERS: Final[dict[str, Callable[[Runs, Element], None]]] = {
    "r": Runs._run,
    "t": Runs._text,
    "m:t": Runs._text,
    "sym": Runs._symbol,
    "fldChar": Runs._field_sign,
    "instrText": Runs._field_code,
    "fldSimple": Runs._simple_field,
    "ins": Runs._inserted,
    "moveTo": Runs._inserted,
    **dict.fromkeys(DELETED, Runs._deleted),
    "hyperlink": Runs._link,
    **dict.fromkeys(("commentRangeStart", "commentRangeEnd", "commentReference"), Runs._comment),
    **dict.fromkeys(("footnoteReference", "endnoteReference"), Runs._note),
    "ruby": Runs._ruby,
    "subDoc": Runs._sub_document,
    "mc:AlternateContent": Runs._alternatives,
    "txbxContent": Runs._box,
    "wp:docPr": Runs._picture,
    "v:shape": Runs._picture,
    "v:textpath": Runs._word_art,
    "a:p": Runs._drawn,
    "c:chart": Runs._linked,
    "dgm:relIds": Runs._linked,
}


def keeps_blanks(element: Element) -> bool:
    """Whether blanks at the two ends of a text are shown; the nearest ``xml:space`` above decides, too."""
    text = element.text or ""
    if not text or not (text[0].isspace() or text[-1].isspace()):
        return True
    spaces = (above.get(_SPACE) for above in (element, *element.iterancestors()))
    return next((space == "preserve" for space in spaces if space), False)


def _chosen(choices: Element | None) -> str | None:
    """The entry of a drop-down list that is shown."""
    entries = [value(entry) or "" for entry in choices if name(entry) == "listEntry"] if choices is not None else []
    number = value(child(choices, "result")) or "0"
    return entries[int(number)] if number.isdecimal() and len(number) < 6 and int(number) < len(entries) else None
