"""A finished letter as plain values: parts, blocks and runs of text, before any writer turns it into a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Form = Literal["letter", "note", "booking", "text"]
PartName = Literal["letterhead", "address", "date", "salutation", "body", "closing", "signature", "after"]

PART_NAMES: tuple[PartName, ...] = ("letterhead", "address", "date", "salutation", "body", "closing", "signature", "after")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. A newline in it is a line break; nothing in it is mark-up.

    ``origin`` is the id of the item, plan line or other piece of the case that it came from ("T3", "P1", "crisis.2"),
    or empty where the words are the template's own.
    """

    text: str
    origin: str = ""
    strong: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the letter; ``level`` 1 is the highest."""

    runs: Runs
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item is one line of thought, or a few sentences."""

    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A frame around blocks, for the one thing that a certain reader should act on."""

    blocks: tuple[Heading | Paragraph | Bullets, ...]


Block = Heading | Paragraph | Bullets | Box


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the page, in the order of ``PART_NAMES``; a part that is empty is left out."""

    name: PartName
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """What one reader gets, before it is written as a file.

    ``title`` goes into document properties and subject lines, ``file_stem`` is the file name without its ending: both
    are visible without opening the letter, so they hold no name and no true service name. ``point_size`` is the
    smallest size of print in points. ``issuer`` is the outward name of the service, for document properties.
    """

    reader: str
    kind: str
    form: Form
    date: date
    title: str
    file_stem: str
    issuer: str
    parts: tuple[Part, ...]
    version: int = 1
    language: str = "en-GB"
    point_size: int = 12

    @property
    def text(self) -> str:
        """The words of the letter, block by block, with a blank line between blocks and bullets as "• "."""
        return "\n\n".join("".join(run.text for run in line) for line in _paragraphs(self))

    def origins(self) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, origin) in code points of ``text`` for each run that came from the case."""
        at = 0
        for line in _paragraphs(self):
            for run in line:
                if run.origin:
                    yield at, at + len(run.text), run.origin
                at += len(run.text)
            at += 2


def blocks_of(letter: Letter) -> Iterator[Block]:
    """Yield every block of a letter in order; a box is followed by the blocks in it."""
    for part in letter.parts:
        for block in part.blocks:
            yield block
            if isinstance(block, Box):
                yield from block.blocks


def _paragraphs(letter: Letter) -> Iterator[Runs]:
    for block in blocks_of(letter):
        match block:
            case Bullets(items):
                for item in items:
                    yield (Run("• "), *item)
            case Heading(runs) | Paragraph(runs):
                yield runs
