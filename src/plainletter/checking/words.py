"""The words of a passage: plain lists that outlive the spaCy Doc they came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

HYPHEN = "-"


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens as parallel lists. A hyphen inside a word is not a token: it makes the next one ``joined``.

    ``norms`` are lower case with contractions undone (``n't`` is ``not``); ``starts`` and ``ends`` are code points of the
    folded text.
    """

    norms: list[str]
    texts: list[str]
    starts: list[int]
    ends: list[int]
    joined: list[bool]

    def __len__(self) -> int:
        return len(self.norms)


def words_of(doc: Doc, base: int = 0) -> Words:
    """Return the words of a spaCy Doc whose text begins at ``base`` in the folded text."""
    norms: list[str] = []
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    joined: list[bool] = []
    glue = False
    pending = False
    for token in doc:
        text = token.text
        if text == HYPHEN and pending and not token.whitespace_:
            glue = True
            continue
        if text.isspace():
            pending = False
            continue
        norms.append(token.norm_)
        texts.append(text)
        start = base + token.idx
        starts.append(start)
        ends.append(start + len(text))
        joined.append(glue)
        glue = False
        pending = not token.whitespace_ and text[-1].isalnum()
    return Words(norms, texts, starts, ends, joined)
