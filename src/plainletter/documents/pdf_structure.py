"""What a PDF holds besides the words on its pages: told in notices, never resolved, run or followed."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final, cast

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

_SUBTYPES: Final = {"/Text", "/FreeText", "/Popup", "/Note", "/Highlight", "/Caret", "/StrikeOut"}
_BOXES: Final = ("/Square", "/Redact", "/Polygon")
_ACTIONS: Final = ("/JavaScript", "/Launch", "/URI", "/SubmitForm", "/ImportData", "/GoToR")
_TELLING: Final = ("/Author", "/Subject", "/Keywords", "/Manager")
_MOST: Final = 200  # pages and fields that are looked at

_OPEN_IMAGE: Final = re.compile(rb"(?s)\bBI\s(?:(?!\bEI\b).){1,10000}\Z")
_SPOKEN_TEXT: Final = re.compile(rb"/ActualText\s*(\((?:\\(?s:.)|[^\\()])*\)|<[0-9A-Fa-f\s]*>)")
_ENDLESS: Final = 0x10000  # codes that one range of a font stands for
_RANGES: Final = re.compile(rb"(?s)beginbfrange(.*?)endbfrange")
_RANGE: Final = re.compile(rb"<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,8})>\s*[<\[]")

METADATA = (
    "Its properties hold names or other words that go out with it (author, title, subject): look at them before you send it."
)
NOTES = "It holds notes or comments that go out with it: they were checked too."
ATTACHED = "It holds attached files that go out with it: they were not checked."
ACTIVE = "It holds scripts, actions or links that act when it is opened or clicked: they were not followed."
EARLIER = "It holds an earlier version of itself, from which words that were taken out can be read: save it anew."
LAYER = "It has a layer that is switched off: what stands there goes out with it."
SPOKEN = "It gives screen readers and copying other words than those drawn on the page: only one of the two was checked."
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
    found = Structure(list(_outer(data)), [])
    counter, logger = _Counter(), logging.getLogger("pypdf")
    logger.propagate = False
    logger.addHandler(counter)
    try:
        _look(data, pypdf.PdfReader(BytesIO(data), strict=False), found)
    except RecursionError:
        raise
    except Exception:  # a broken structure has no end of ways to fail; the words on the pages are read by another library
        counter.count += 1
    logger.removeHandler(counter)
    if counter.count:
        found.notices.append(REPAIRED)
    found.notices = list(dict.fromkeys(found.notices))
    return found


def _look(data: bytes, reader: pypdf.PdfReader, found: Structure) -> None:
    root = cast("DictionaryObject", reader.trailer["/Root"])
    found.notices += _of_root(root)
    if any(str(value).strip() for key, value in (reader.metadata or {}).items() if key in _TELLING):
        found.notices.append(METADATA)
    for page in reader.pages[:_MOST]:
        contents = page.get_contents()  # a content stream that is cut short is told by a warning
        drawn = contents.get_data() if contents is not None else b""
        if _OPEN_IMAGE.search(drawn[-10_000:]):
            found.notices.append(REPAIRED)
        if b"/ActualText" in drawn and _speaks_otherwise([page], drawn):
            found.notices.append(SPOKEN)
        if any(map(_lies, _fonts(page))):
            found.notices.append(UNREADABLE)
        for note in _notes(page):
            found.notices += _of_note(note)
            if _at(note, "/Subtype") in _SUBTYPES and str(_at(note, "/Contents") or "").strip():
                found.words.append(str(note["/Contents"]))
        if _at(page, "/AA"):
            found.notices.append(ACTIVE)
    found.words += _fields(root)
    if b"/ActualText" in data and _speaks_otherwise(reader.pages[:_MOST], data):  # as a tagged PDF says it, outside its pages
        found.notices.append(SPOKEN)


def _fonts(page: pypdf.PageObject) -> Iterator[DictionaryObject]:
    fonts = _at(page, "/Resources", "/Font")
    for name in fonts if isinstance(fonts, DictionaryObject) else ():
        font = _at(fonts, name)
        if isinstance(font, DictionaryObject):
            yield font


def _at(holder: object, *names: str) -> Any:  # noqa: ANN401  # a PDF object
    """What stands under names, one in the other, references followed (``get`` does not); None where there is nothing."""
    for name in names:
        holder = holder[name].get_object() if isinstance(holder, DictionaryObject) and name in holder else None
    return holder


def _each(holder: object, *names: str) -> Iterator[Any]:
    """Yield what an array under names holds, references followed; nothing where there is none."""
    array = _at(holder, *names)
    for one in array if isinstance(array, ArrayObject) else ():
        yield one.get_object()


def _lies(font: DictionaryObject) -> bool:
    """Tell whether a font's table of letters has a range of more codes than any font has."""
    table = _at(font, "/ToUnicode")
    if not isinstance(table, StreamObject):
        return False
    ranges = (pair for part in _RANGES.findall(table.get_data()[:1_000_000]) for pair in _RANGE.findall(part))
    return any(int(last, 16) - int(first, 16) > _ENDLESS for first, last in ranges)


def _speaks_otherwise(pages: Iterable[pypdf.PageObject], drawn: bytes) -> bool:
    """Tell whether the text that is given instead of what pages draw has letters that are not drawn there."""
    shown = "".join(_letters(page.extract_text()) for page in pages)
    return any(_letters(_decoded(given)) not in shown for given in _SPOKEN_TEXT.findall(drawn))


def _decoded(given: bytes) -> str:
    """Return the words of a PDF string as it is written, in brackets or as hexadecimal digits."""
    if given.startswith(b"<"):
        digits = re.sub(rb"\s", b"", given[1:-1]).decode()
        words = bytes.fromhex(digits + "0" * (len(digits) % 2))
    else:
        words = re.sub(rb"\\([0-7]{3})", lambda code: bytes([int(code[1], 8) & 255]), given[1:-1])
        words = re.sub(rb"(?s)\\(.)", rb"\1", words)
    return words[2:].decode("utf-16-be", "replace") if words.startswith(b"\xfe\xff") else words.decode("latin-1")


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", words).casefold()))


def _outer(data: bytes) -> Iterator[str]:
    if not data.startswith(b"%PDF-") or not _finds_its_table(data):
        yield REPAIRED
    if len(re.findall(rb"startxref\s+\d+\s+%%EOF", data)) > 1 and b"/Linearized" not in data[:2048]:
        yield EARLIER


def _finds_its_table(data: bytes) -> bool:
    """Tell whether the file says truly where its table of contents is."""
    ends = re.findall(rb"startxref\s+(\d+)", data[-4096:] if len(data) > 65536 else data)
    if not ends:
        return False
    place = int(ends[-1])
    return re.match(rb"\s*(xref|\d+\s+\d+\s+obj)", data[place : place + 40]) is not None


def _of_root(root: DictionaryObject) -> Iterator[str]:
    if isinstance(_at(root, "/OpenAction"), Mapping) or _at(root, "/AA") or _at(root, "/Names", "/JavaScript"):
        yield ACTIVE
    if _at(root, "/Names", "/EmbeddedFiles") or _at(root, "/AF"):
        yield ATTACHED
    if _at(root, "/OCProperties", "/D", "/OFF") or _at(root, "/OCProperties", "/D", "/BaseState") == "/OFF":
        yield LAYER


def _notes(page: pypdf.PageObject) -> Iterator[DictionaryObject]:
    return (note for note in _each(page, "/Annots") if isinstance(note, DictionaryObject))


def _of_note(note: DictionaryObject) -> Iterator[str]:
    kind, action = _at(note, "/Subtype"), _at(note, "/A")
    if kind in _SUBTYPES and str(_at(note, "/Contents") or "").strip():
        yield NOTES
    if kind == "/FileAttachment":
        yield ATTACHED
    if (_at(action, "/S") in _ACTIONS and not _is_plain_link(action)) or _at(note, "/AA"):
        yield ACTIVE
    if kind in _BOXES and _is_dark(_at(note, "/IC")):
        yield COVERED


def _is_plain_link(action: DictionaryObject) -> bool:
    """Tell whether an action is a link as web pages have it, without a tail by which its reader is followed."""
    return _at(action, "/S") == "/URI" and re.fullmatch(r"(https?://|mailto:|tel:)[^?]*", str(_at(action, "/URI"))) is not None


def _is_dark(colour: Any) -> bool:  # noqa: ANN401  # a PDF object
    return colour is not None and len(colour) > 0 and max(float(part) for part in colour) < 0.25


def _fields(root: DictionaryObject) -> Iterator[str]:
    waiting = list(_each(root, "/AcroForm", "/Fields"))
    for _ in range(_MOST):
        if not waiting:
            return
        field = waiting.pop(0)
        value = _at(field, "/V")
        if _at(field, "/FT") == "/Tx" and isinstance(value, str) and value.strip():
            yield value
        waiting.extend(_each(field, "/Kids"))
