"""spaCy's tokenizer as plainletter uses it: nothing of a text stays in the vocabulary."""

from __future__ import annotations

import re
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from plainletter.checking.without_cli import import_spacy
from plainletter.checking.words import Words, words_of

if TYPE_CHECKING:
    from spacy.language import Language


_ENDLESS = re.compile(r"\S{300,}")  # spaCy takes off one sign at a time, and copies the rest each time
_SHOUTED = re.compile(r"\b[A-Z]+'(?:T|S|RE|VE|LL|D|M)\b")  # spaCy undoes contractions in small letters only


class Tokens:
    """An English pipeline without components, safe to share between threads."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self._lock = Lock()  # a memory zone belongs to one text at a time

    def words(self, text: str, base: int = 0) -> Words:
        """Return the words of a text that begins at ``base`` in the folded text."""
        with self._lock, self.nlp.memory_zone():
            if _ENDLESS.search(text):
                text = _ENDLESS.sub(_loosened, text)
            return words_of(self.nlp.make_doc(_SHOUTED.sub(lambda match: match[0].lower(), text)), base)


def _loosened(run: re.Match[str]) -> str:
    return re.sub(r"[^\w\s]", " ", run[0])


@cache
def english() -> Tokens:
    """Return the one English tokenizer of this process."""
    spacy = import_spacy()  # takes the better part of a second, so nothing imports it before there is text to check
    nlp = spacy.blank("en")
    # A word is made anew for each text, with all that spaCy knows of it; nothing here asks for more than its norm.
    wanted = (spacy.attrs.LOWER, spacy.attrs.NORM, spacy.attrs.IS_SPACE)
    nlp.vocab.lex_attr_getters = {name: getter for name, getter in nlp.vocab.lex_attr_getters.items() if name in wanted}
    return Tokens(nlp)
