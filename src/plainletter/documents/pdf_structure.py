"""What a PDF holds besides the words on its pages: told in notices, never resolved, run or followed."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final, cast

import pypdf
from pypdf.generic import DictionaryObject, StreamObject

_SUBTYPES: Final = {"/Text", "/FreeText", "/Popup", "/Note", "/Highlight", "/Caret", "/StrikeOut"}
_BOXES: Final = ("/Square", "/Redact", "/Polygon")
_ACTIONS: Final = ("/JavaScript", "/Launch", "/URI", "/SubmitForm", "/ImportData", "/GoToR")
_TELLING: Final = ("/Author", "/Subject", "/Keywords", "/Manager")
_MOST: Final = 200  # pages and fields that are looked at

_NEGATIVE: Final = re.compile(rb"/Length\s+-\d")
_TOO_DEEP: Final = re.compile(rb"\[{1000}|(?:\[\s){1000}")
_OPEN_IMAGE: Final = re.compile(rb"(?s)\bBI\s(?:(?!\bEI\b).){1,10000}\Z")
_ENDLESS: Final = 0x10000  # codes that one range of a font stands for

METADATA = (
    "Its properties hold names or other words that go out with it (author, title, subject): look at them before you send it."
)
NOTES = "It holds notes or comments that go out with it: they were checked too."
ATTACHED = "It holds attached files that go out with it: they were not checked."
ACTIVE = "It holds scripts, actions or links that act when it is opened or clicked: they were not followed."
EARLIER = "It holds an earlier version of itself, from which words that were taken out can be read: save it anew."
LAYER = "It has a layer that is switched off: what stands there goes out with it."
SPOKEN = "It gives screen readers and copying other words than those on the page: they were not checked."
COVERED = "Words in it are covered by a dark box, but they are still there and can be read: they were checked too."
UNREADABLE = "Some of its letters are in a font that does not say truly what they are: look at what was checked."
REPAIRED = "It is damaged in places and was read as far as it goes: check that nothing is missing."


@dataclass(slots=True)
class Structure:
    """The notices about a PDF, and the words in its form fields and notes."""

    notices: list[str]
    words: list[str]


class _Counter(logging.Handler):
    """Counts the library's warnings, which are not shown: they may quote the file."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def structure_of(data: bytes) -> Structure:
    """Return what a PDF holds besides its pages; what cannot be read of its structure is left out.

    Raises:
        RecursionError: it is nested beyond all sense.
    """
    if _TOO_DEEP.search(data):
        raise RecursionError
    found = Structure(list(_outer(data)), [])
    counter, logger = _Counter(), logging.getLogger("pypdf")
    logger.propagate = False
    logger.addHandler(counter)
    try:
        _look(pypdf.PdfReader(BytesIO(data), strict=False), found)
    except RecursionError:
        raise
    except Exception:  # a broken structure has no end of ways to fail; the words on the pages are read by another library
        counter.count += 1
    logger.removeHandler(counter)
    if counter.count:
        found.notices.append(REPAIRED)
    found.notices = list(dict.fromkeys(found.notices))
    return found


def _look(reader: pypdf.PdfReader, found: Structure) -> None:
    root = cast("DictionaryObject", reader.trailer["/Root"])
    found.notices += _of_root(root)
    if any(str(value).strip() for key, value in (reader.metadata or {}).items() if key in _TELLING):
        found.notices.append(METADATA)
    for page in reader.pages[:_MOST]:
        contents = page.get_contents()  # a content stream that is cut short is told by a warning
        if contents is not None and (b"ETBT" in (drawn := contents.get_data()) or _OPEN_IMAGE.search(drawn[-10_000:])):
            found.notices.append(REPAIRED)
        if any(map(_lies, _fonts(page))):
            found.notices.append(UNREADABLE)
        for note in _notes(page):
            found.notices += _of_note(note)
            if note.get("/Subtype") in _SUBTYPES and str(note.get("/Contents", "")).strip():
                found.words.append(str(note["/Contents"]))
        if "/AA" in page:
            found.notices.append(ACTIVE)
    found.words += _fields(root)


def _fonts(page: pypdf.PageObject) -> Iterator[DictionaryObject]:
    resources = _followed(page, "/Resources")
    fonts = _followed(resources, "/Font") if isinstance(resources, DictionaryObject) else None
    for name in fonts if isinstance(fonts, DictionaryObject) else ():
        yield cast("DictionaryObject", _followed(cast("DictionaryObject", fonts), name))


def _followed(holder: DictionaryObject, name: str) -> object:
    """What stands under a name, its reference followed (``get`` does not); None where there is nothing."""
    return holder[name] if name in holder else None  # noqa: SIM401


def _lies(font: DictionaryObject) -> bool:
    """Tell whether a font's table of letters has a range beyond all sense, or its codes are in a table that nobody has."""
    if "/.." in str(font.get("/Encoding", "")):
        return True
    table = _followed(font, "/ToUnicode")
    if not isinstance(table, StreamObject):
        return False
    ranges = re.findall(rb"<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,8})>\s*[<\[]", table.get_data()[:1_000_000])
    return any(int(last, 16) - int(first, 16) > _ENDLESS for first, last in ranges)


def _outer(data: bytes) -> Iterator[str]:
    if not data.startswith(b"%PDF-") or not _finds_its_table(data):
        yield REPAIRED
    if len(re.findall(rb"startxref\s+\d+\s+%%EOF", data)) > 1 and b"/Linearized" not in data[:2048]:
        yield EARLIER
    if _NEGATIVE.search(data):
        yield REPAIRED
    if b"/ActualText" in data:
        yield SPOKEN


def _finds_its_table(data: bytes) -> bool:
    """Tell whether the file says truly where its table of contents is."""
    ends = re.findall(rb"startxref\s+(\d+)", data[-4096:] if len(data) > 65536 else data)
    if not ends:
        return False
    place = int(ends[-1])
    return re.match(rb"\s*(xref|\d+\s+\d+\s+obj)", data[place : place + 40]) is not None


def _of_root(root: DictionaryObject) -> Iterator[str]:
    if isinstance(root.get("/OpenAction"), Mapping) or "/AA" in root:
        yield ACTIVE
    names = root.get("/Names", {})
    if "/JavaScript" in names:
        yield ACTIVE
    if "/EmbeddedFiles" in names or "/AF" in root:
        yield ATTACHED
    layers = root.get("/OCProperties", {})
    if layers and (layers.get("/D", {}).get("/OFF") or layers.get("/D", {}).get("/BaseState") == "/OFF"):
        yield LAYER


def _notes(page: pypdf.PageObject) -> Iterator[DictionaryObject]:
    for note in page.get("/Annots", ()) or ():
        yield note.get_object()


def _of_note(note: DictionaryObject) -> Iterator[str]:
    kind, action = note.get("/Subtype"), note.get("/A", {})
    if kind in _SUBTYPES and str(note.get("/Contents", "")).strip():
        yield NOTES
    if kind == "/FileAttachment":
        yield ATTACHED
    if action.get("/S") in _ACTIONS and not _is_plain_link(action):
        yield ACTIVE
    if kind in _BOXES and _is_dark(note.get("/IC")):
        yield COVERED


def _is_plain_link(action: Mapping[str, Any]) -> bool:
    """Tell whether an action is a link as web pages have it, without a tail by which its reader is followed."""
    return action.get("/S") == "/URI" and re.fullmatch(r"(https?://|mailto:|tel:)[^?]*", str(action.get("/URI", ""))) is not None


def _is_dark(colour: Any) -> bool:  # noqa: ANN401  # a PDF object
    return colour is not None and len(colour) > 0 and max(float(part) for part in colour) < 0.25


def _fields(root: DictionaryObject) -> Iterator[str]:
    waiting = list(root.get("/AcroForm", {}).get("/Fields", ()))
    for _ in range(_MOST):
        if not waiting:
            return
        field = waiting.pop(0).get_object()
        value = field.get("/V")
        if field.get("/FT") == "/Tx" and isinstance(value, str) and value.strip():
            yield value
        waiting.extend(field.get("/Kids", ()))
