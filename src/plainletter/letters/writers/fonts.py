"""The packaged fonts: which face shows which characters, and the text cut into pieces of one face each."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plainletter.errors import PlainletterError
from plainletter.letters.writers.characters import code_point

FOLDER = Path(__file__).parents[2] / "data" / "fonts"


@dataclass(frozen=True, slots=True)
class Face:
    """A font family and the code points that it can show."""

    family: str
    characters: frozenset[int]

    def shows(self, text: str) -> bool:
        """Say whether every visible character of the text is in the face."""
        return all(ord(character) in self.characters for character in text if not _is_invisible(character))


@cache
def faces() -> tuple[Face, ...]:
    """Return the packaged faces in the order in which they are tried, the accessible one first."""
    lines = json.loads((FOLDER / "faces.json").read_text(encoding="utf-8"))
    families = {line["family"]: line["characters"] for line in reversed(lines)}
    return tuple(Face(family, frozenset(_codes(ranges))) for family, ranges in reversed(families.items()))


def pieces(text: str) -> list[tuple[str, str]]:
    """Cut a text into (family, piece); a word is kept in one face where one face has all of it.

    Raises PlainletterError for a character that no packaged face can show: a box in place of a letter of somebody's name
    is worse than no PDF.
    """
    found: list[tuple[str, str]] = []
    for word in re.findall(r"\s+|\S+", text):
        for face, piece in _faced(word):
            if found and found[-1][0] == face:
                found[-1] = (face, found[-1][1] + piece)
            else:
                found.append((face, piece))
    return found


def _faced(word: str) -> Iterator[tuple[str, str]]:
    if face := _face_for(word):
        yield face.family, word
        return
    for cluster in _clusters(word):
        if not (face := _face_for(cluster)):
            raise PlainletterError(_refusal(cluster))
        yield face.family, cluster


def _face_for(text: str) -> Face | None:
    return next((face for face in faces() if face.shows(text)), None)


def _clusters(word: str) -> Iterator[str]:
    """Yield letters with the marks that sit on them."""
    cluster = ""
    for character in word:
        joins = _is_invisible(character) or unicodedata.category(character).startswith("M") or cluster.endswith("\u200d")
        if cluster and not joins:
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _refusal(cluster: str) -> str:
    missing = next((one for one in cluster if not any(ord(one) in face.characters for face in faces())), cluster[0])
    name = unicodedata.name(missing, "a character without a name")
    return (
        f"The PDF cannot show {code_point(missing)} ({name}): none of the packaged fonts has it; "
        "use .docx, .html or .txt for this letter, which can carry it."
    )


def _codes(ranges: str) -> Iterator[int]:
    for one in ranges.split():
        first, _, last = one.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)
