"""Bytes to text: which encoding a file is in, and a clear refusal when it is not text at all."""

from __future__ import annotations

import codecs
import re
from typing import Final

from plainletter.documents.signatures import recognise
from plainletter.errors import DocumentError

_ENDING: Final = re.compile(r"\.[a-z]+$")

#: Python's names: "utf-16" and "utf-32" read the mark themselves, so ``data.decode(encoding)`` is the text.
_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: Control bytes that no letter needs. Tab, line ends, vertical tab and form feed are layout.
_CONTROLS: Final = bytes([*range(9), *range(14, 32), 127])
_SAMPLE: Final = 4096
_STRAY: Final = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII: Final = re.compile("[^\x00-\x7f\udc80-\udcff]")


def decode(data: bytes, name: str = "The file", declared: str | None = None) -> tuple[str, str]:
    """Turn the bytes of a file into its text and the name of its encoding.

    The text has no byte-order mark; line ends stay as they are. The encoding is Python's name for it:
    ``data.decode(encoding)`` gives the text (an unfinished last UTF-16 unit is left out). ``name`` begins the error's
    sentence; ``declared`` is the encoding that a web page names for itself, which holds if its bytes agree.

    Raises DocumentError when the bytes are empty, blank, binary or broken; the message holds none of the text.
    """
    kind = recognise(data)
    if kind is not None:
        raise DocumentError(f"{name} is {kind} under another ending: {advice(kind)}.")
    encoding = _marked(data) or (declared if declared and _agrees(data, declared) else _unmarked(data))
    text = _decode_as(data, encoding, name)
    if not text.strip().strip("\ufeff\u200b\u00ad\u2060"):
        raise DocumentError(f"{name} is empty: there is no text in it to check.")
    if _is_binary(text, encoding):
        raise DocumentError(f"{name} is not text: check that it is the file you meant.")
    return text, encoding


def advice(kind: str) -> str:
    """What to do about a file of this kind ("a PDF") that is not read as it stands; goes on a sentence."""
    if any(kind.startswith(begin) for begin in ("a PDF", "a Word", "an OpenDocument text", "a web page")):
        ending = _ENDING.search(kind.rstrip(")"))
        return f"give it the ending {ending.group() if ending else '.pdf'} and try again"
    if kind.startswith("an image"):
        return "have its words read (OCR) and save them as text"
    return "save it as a Word document (.docx) or as plain text (UTF-8) and try again"


def _agrees(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _unmarked(data: bytes) -> str:
    """Name the encoding of bytes without a mark: UTF-8 unless its NULs or its high bytes say otherwise."""
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        pairs = max(1, len(sample) // 2)
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        if odd * 10 > pairs * 6 and even * 10 < pairs:
            return "utf-16-le"
        if even * 10 > pairs * 6 and odd * 10 < pairs:
            return "utf-16-be"
    return "cp1252" if _is_windows(data) else "utf-8"


def _is_windows(data: bytes) -> bool:
    """Say whether bytes that are not UTF-8 look like a Windows letter and not like damaged UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        loose = data.decode("utf-8", "surrogateescape")
        return len(_STRAY.findall(loose)) > len(_BEYOND_ASCII.findall(loose))
    return False


def _decode_as(data: bytes, encoding: str, name: str) -> str:
    # A file cut in the middle of a UTF-16 unit is still readable up to there; doubts.py says so.
    whole = data[: len(data) - len(data) % 2] if encoding.startswith("utf-16") else data
    try:
        return whole.decode(encoding)
    except UnicodeDecodeError:
        reason = "is damaged or not text" if encoding == "cp1252" else f"is damaged: not all of it is {_plain(encoding)}"
        raise DocumentError(f"{name} {reason}, so save it again as plain text (UTF-8).") from None


def _plain(encoding: str) -> str:
    """The name that people and editors use: "UTF-8", "UTF-16", "UTF-32"."""
    return "-".join(encoding.upper().split("-")[:2])


def _is_binary(text: str, encoding: str) -> bool:
    """Say whether text holds more control characters than slips of copy and paste explain."""
    raw = text.encode("utf-8")
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    # A guess at the encoding and control characters together are two doubts about one file.
    allowed = len(text) // 50 if encoding == "cp1252" else len(text) // 4
    return b"\0\0" in raw or controls > allowed
