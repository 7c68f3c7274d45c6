"""Putting suggestions in place: only swaps that drop straight in, only in files that are text, and as a picture first."""

from __future__ import annotations

import codecs
import difflib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plainletter.checking.swapping import fits_in, safe_swap, stretch_of
from plainletter.cli.files import STDIN
from plainletter.documents import Document, read
from plainletter.errors import DocumentError, PlainletterError
from plainletter.findings import Finding
from plainletter.formats import Checked
from plainletter.wholefile import write_whole

TEXTS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", "")
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Swap:
    """New words for a stretch of a text, in code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text before and after its swaps."""

    path: str
    before: str
    after: str
    swaps: int
    encoding: str


def fix(checked: Checked) -> Fixed | None:
    """Apply what can be swapped safely in a file that was checked; None where nothing can, or the file is not text.

    Raises:
        DocumentError: the file cannot be read any more.
    """
    if checked.path == STDIN or Path(checked.path).suffix.lower() not in TEXTS or not checked.report.findings:
        return None
    document = read(checked.path)
    if document.text != checked.text:
        raise DocumentError(f"{checked.path} was changed while it was checked: run the check again.")
    swaps = list(_apart(_swaps(checked.report.findings, document)))
    if not swaps:
        return None
    pieces, place = [], 0
    for swap in swaps:
        pieces += [document.text[place : swap.start], swap.text]
        place = swap.end
    return Fixed(checked.path, document.text, "".join([*pieces, document.text[place:]]), len(swaps), document.encoding)


def write_fixed(fixed: Fixed) -> None:
    """Write a fixed text over its file, in its encoding, with its byte-order mark.

    Raises:
        PlainletterError: the new words cannot be written in the file's encoding, or the file not at all.
    """
    path = Path(os.path.realpath(fixed.path))
    mark, encoding = _mark_of(path.read_bytes(), fixed.encoding)
    try:
        data = fixed.after.encode(encoding)
    except UnicodeEncodeError:
        raise PlainletterError(
            f"{fixed.path} was left as it is: its encoding ({encoding}) lacks a sign of the new words; save it as UTF-8 first"
        ) from None
    write_whole(path, mark + data)


def diff_of(fixed: Fixed) -> str:
    """Return what would change, as a unified diff."""
    before, after = fixed.before.splitlines(keepends=True), fixed.after.splitlines(keepends=True)
    lines = difflib.unified_diff(before, after, fixed.path, fixed.path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines).rstrip("\n")


def _swaps(findings: Iterable[Finding], document: Document) -> Iterator[Swap]:
    for finding in findings:
        best = safe_swap(finding)
        if best is not None:
            start, end = stretch_of(finding, best)
            if fits_in(document, start, end, best.text):
                yield Swap(start, end, best.text)


def _apart(swaps: Iterable[Swap]) -> Iterator[Swap]:
    reached = 0
    for swap in sorted(swaps, key=lambda one: (one.start, one.end)):
        if swap.start >= reached:
            yield swap
            reached = swap.end


def _mark_of(data: bytes, encoding: str) -> tuple[bytes, str]:
    if encoding == "utf-8-sig":
        return codecs.BOM_UTF8, "utf-8"
    return next(
        ((mark, name) for mark, name in _MARKS if encoding in ("utf-16", "utf-32") and data.startswith(mark)), (b"", encoding)
    )
