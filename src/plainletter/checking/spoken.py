"""The words of a sentence as somebody would say them: the one list that textstat and our own counts both read."""

from __future__ import annotations

import re
import unicodedata

# One word: letters and figures, joined inside by a hyphen, an apostrophe, the marks of a figure (2.30pm, 1,000, 3/5/26)
# or the stops of an abbreviation (e.g., p.m.). Every other mark parts words, and no mark is left that could end a sentence.
_WORD = re.compile(r"[^\W_]+(?:(?:['-]|(?<=\d)[.,:/](?=\d)|(?<=\b[^\W\d_])\.(?=[^\W\d_]\b))[^\W_]+)*")
_LINK = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|gov|net|org|uk)\b\S*", re.IGNORECASE)
_LINK_SIGN = re.compile(r"@|://|www\.|\w\.(?:com|gov|net|org|uk)\b", re.IGNORECASE)
_AND = re.compile(r"(?<=\w)&(?=\w)")
_APOSTROPHES = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-", "\u00ad": None, "\u200b": None}
)
_FIGURE_MARKS = str.maketrans(dict.fromkeys(".,:/"))
_NOT_CONTRACTED = re.compile(r"'(?!(?:[tsd]|ve|ll|re)$)", re.IGNORECASE)


def written_words(sentence: str) -> list[str]:
    """Return the words of a sentence as they are written, without the marks around them.

    A link or an e-mail address is one word, ``link``: nobody reads it out.
    """
    if not sentence.isascii():
        sentence = unicodedata.normalize("NFKC", sentence).translate(_APOSTROPHES)
    if _LINK_SIGN.search(sentence):
        sentence = _LINK.sub(" link ", sentence)
    if "&" in sentence:
        sentence = _AND.sub("-and-", sentence)
    return _WORD.findall(sentence)


def spoken_word(written: str) -> str:
    """Return a written word with only letters, figures, the apostrophe of a contraction, and ``_`` between its parts.

    textstat leaves such a word as it is, so that it counts the words that we count.
    """
    if written.isalnum():
        return written
    word = written.translate(_FIGURE_MARKS).replace("-", "_")
    return _joined(word) if "'" in word else word


def spoken_words(sentence: str) -> list[str]:
    """Return the words of a sentence as they are said. ``_`` parts a hyphened word, which counts as one."""
    return [spoken_word(written) for written in written_words(sentence)]


def _joined(word: str) -> str:
    word = re.sub(r"'m$", "m", word, flags=re.IGNORECASE)
    return _NOT_CONTRACTED.sub("_", word)
