"""The prose of a document, folded for matching, with the way back to every character of the original."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from plainletter.documents.document import Block, BlockKind, Document

# Invisible characters (soft hyphen, zero-width, direction marks), decomposed letters, ligatures, full-width forms,
# the hyphens that look like "-", apostrophes inside words, and words broken at the end of a line.
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_ODD = re.compile(
    rf"(?P<gone>[{_INVISIBLE}]+(?:\r?\n[ \t]*(?=[^\W\d_]))?)"
    r"|(?P<composed>[^\W\d_][\u0300-\u036f]+)"
    r"|(?P<compatible>[\ufb00-\ufb06\uff01-\uff5e])"
    r"|(?P<hyphen>[\u2010\u2011\ufe63\u00b7](?=\w)|(?<=[^\W\d_])[\u2012\u2013\u2212](?=[^\W\d_]))"
    r"|(?P<apostrophe>(?<=\w)[\u2019\u2018\u02bc\u00b4\u0060\u2032](?=\w))"
    r"|(?P<broken>(?<=[^\W\d_])[-\u2010]\r?\n[ \t]*(?=[^\W\d_]))"
)
BLOCK_BREAK = "\n\n"
_WITH_REFERENCES = ("markdown", "html")  # whose own text holds character references
LONGEST = 50_000  # code points in one passage: a file without line ends is cut at white space, so that memory stays flat


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the prose: offsets are code points of the folded text."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Prose:
    """Folded text, its passages, and the map back to the document's own text."""

    text: str
    passages: tuple[Passage, ...]
    _starts: tuple[int, ...]
    _sources: tuple[tuple[int, int, bool], ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the code-point span in the document's text of a non-empty span of the folded text."""
        return self._first(start), self._last(end - 1)

    def _first(self, position: int) -> int:
        index = bisect_right(self._starts, position) - 1
        source, _, plain = self._sources[index]
        return source + (position - self._starts[index] if plain else 0)

    def _last(self, position: int) -> int:
        index = bisect_right(self._starts, position) - 1
        source, end, plain = self._sources[index]
        return source + position - self._starts[index] + 1 if plain else end


def fold(document: Document) -> Prose:
    """Fold the visible runs of a document into prose: composed letters, plain hyphens and apostrophes, nothing invisible."""
    pieces: list[str] = []
    starts: list[int] = []
    sources: list[tuple[int, int, bool]] = []
    passages: list[Passage] = []
    length = 0
    ascii_only = document.text.isascii()
    for block in (part for whole in document.blocks for part in _cut(document.text, whole)):
        start = length
        for piece, source, end, plain in _pieces(
            document.text, block, references=document.format in _WITH_REFERENCES, ascii_only=ascii_only
        ):
            pieces.append(piece)
            starts.append(length)
            sources.append((source, end, plain))
            length += len(piece)
        if length > start:
            passages.append(Passage(block.kind, start, length))
            pieces.append(BLOCK_BREAK)
            length += len(BLOCK_BREAK)
    return Prose("".join(pieces), tuple(passages), tuple(starts), tuple(sources))


def fold_text(text: str) -> str:
    """Fold a term or a message in the same way as a document."""
    whole = Block("paragraph", ((0, len(text)),))
    return "".join(piece for piece, *_ in _pieces(text, whole, references=False, ascii_only=text.isascii()))


def _cut(text: str, block: Block) -> Iterator[Block]:
    if sum(end - start for start, end in block.spans) <= LONGEST:
        yield block
        return
    runs: list[tuple[int, int]] = []
    length = 0
    for start, end in _short_runs(text, block):
        if runs and length + end - start > LONGEST:
            yield Block(block.kind, tuple(runs))
            runs, length = [], 0
        runs.append((start, end))
        length += end - start
    yield Block(block.kind, tuple(runs))


def _short_runs(text: str, block: Block) -> Iterator[tuple[int, int]]:
    for start, end in block.spans:
        while start < end:
            stop = end if end - start <= LONGEST else _break(text, start)
            yield start, stop
            start = stop


def _break(text: str, start: int) -> int:
    for mark in (". ", " "):
        place = text.rfind(mark, start, start + LONGEST)
        if place > start:
            return place + len(mark)
    return start + LONGEST


def _pieces(text: str, block: Block, *, references: bool, ascii_only: bool) -> Iterator[tuple[str, int, int, bool]]:
    for start, end in block.spans:
        position = start
        if references and text[start] == "&" and text[end - 1] == ";":
            # Readers of marked-up text give each character reference (&nbsp;) a run of its own.
            yield _resolved(text, start, end), start, end, False
            continue
        if not ascii_only or text.find("-\n", start, end) >= 0 or text.find("-\r", start, end) >= 0:
            for match in _ODD.finditer(text, start, end):
                if match.start() > position:
                    yield text[position : match.start()], position, match.start(), True
                folded = _folded(match)
                if folded:
                    yield folded, match.start(), match.end(), False
                position = match.end()
        if end > position:
            yield text[position:end], position, end, True


def _resolved(text: str, start: int, end: int) -> str:
    """The sign that a character reference stands for, folded as it would be if it stood in the text itself."""
    before = text[max(start - 1, 0) : start]
    sign = html.unescape(text[start:end])
    match = _ODD.match(before + sign + text[end : end + 1], len(before))
    return _folded(match) if match and match.end() == len(before) + len(sign) else sign


def _folded(match: re.Match[str]) -> str:
    if match["gone"]:
        return ""
    if match["composed"]:
        return unicodedata.normalize("NFC", match[0])
    if match["compatible"]:
        return unicodedata.normalize("NFKC", match[0])
    return "'" if match["apostrophe"] else "-"
