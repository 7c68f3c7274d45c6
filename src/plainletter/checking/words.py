"""The words of a passage: plain lists that outlive the spaCy Doc they came from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

HYPHEN = "-"
_COUNTED = re.compile(r"\w+(?:['’.-]\w+)*")
_STICKY = re.compile(r"[&+\d]|[a-z][A-Z]")


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


def count_words(text: str) -> int:
    """Return how many words a reader counts: "didn't", "follow-up" and "2.30pm" are one each."""
    return len(_COUNTED.findall(text))


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
        start = base + token.idx
        for part, norm in _parts(text, token.norm_):
            norms.append(norm)
            texts.append(part)
            starts.append(start)
            ends.append(start + len(part))
            joined.append(glue)
            start += len(part)
            glue = False
        glue = False
        pending = not token.whitespace_ and text[-1].isalnum()
    return Words(norms, texts, starts, ends, joined)


def _parts(text: str, norm: str) -> tuple[tuple[str, str], ...]:
    # "didn't" would give "do", and a full stop sticks to short forms at the end of a sentence ("D&V.", "SpR.").
    if norm == "do" and text.lower() == "did":
        return ((text, "did"),)
    if len(text) > 2 and text[-1] == "." and "." not in text[:-1] and norm == text.lower() and _STICKY.search(text):
        return (text[:-1], norm[:-1]), (".", ".")
    return ((text, norm),)
