"""Fields of a Word file: what they show is prose, their code is not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from plainletter.documents.docx_names import name, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ACTIVE: Final = re.compile(r"\s*(?:DDE|DDEAUTO)\b", re.IGNORECASE)
_FETCHING: Final = re.compile(r"\s*(?:INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|RD|DATABASE)\b", re.IGNORECASE)
_BUTTON: Final = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\b", re.IGNORECASE)
_CODE: Final = 200  # code points of a code that are looked at: its command stands at its beginning
_STEP: Final = {"begin": 1, "end": -1}


@dataclass(slots=True)
class _Field:
    code: str = ""
    shows: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open at this place of the text, the outermost first.

    ``trusted`` is off in a text whose fields do not end where they should: there every word is read.
    """

    doubts: dict[str, None]
    trusted: bool = True
    _open: list[_Field] = field(default_factory=list)

    @property
    def shown(self) -> bool:
        """Whether words at this place are shown: no field around them is still in its code."""
        return not self.trusted or all(field.shows for field in self._open)

    def sign(self, kind: str) -> None:
        """Take the sign that a field begins, shows its result from here, or ends."""
        if kind == "begin":
            self._open.append(_Field())
        elif self._open and kind == "separate":
            self._open[-1].shows = True
        elif self._open and kind == "end":
            self.judge(self._open.pop().code)

    def code(self, text: str) -> None:
        """Take a piece of a field's code."""
        if self._open:
            if len(self._open[-1].code) < _CODE:
                self._open[-1].code += text
        else:
            self.judge(text)

    def judge(self, code: str) -> None:
        """Note what a whole code would do if a program obeyed it."""
        for pattern, doubt in ((_ACTIVE, "active field"), (_FETCHING, "fetching field"), (_BUTTON, "field words")):
            if pattern.match(code):
                self.doubts[doubt] = None

    def enter(self, story: Element) -> list[_Field]:
        """Begin a text of its own; give what is returned to ``leave`` when it ends."""
        outer, self._open = self._open, []
        if not _is_balanced(story):
            self.trusted = False
            self.doubts["unended field"] = None
        return outer

    def leave(self, outer: list[_Field]) -> None:
        """End a text of its own."""
        if any(not field.shows for field in self._open):
            self.doubts["field words"] = None
        for left in self._open:
            self.judge(left.code)
        self._open = outer


def _is_balanced(story: Element) -> bool:
    depth = 0
    for element in story.iter("{*}fldChar"):
        if name(element) == "fldChar":
            depth += _STEP.get(value(element, "fldCharType") or "", 0)
            if depth < 0:
                return False
    return depth == 0
