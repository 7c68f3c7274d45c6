"""How a word of a term may be spelled: the same tokens that spaCy's tokenizer makes of a text, in every form."""

from __future__ import annotations

from functools import cache
from itertools import product

from spacy.language import Language

from plainletter.checking.automaton import EXACT
from plainletter.checking.inflections import forms
from plainletter.checking.prose import fold_text
from plainletter.checking.words import words_of
from plainletter.lexicon.entry import Inflect


class Spelling:
    """Spells the words of terms with one pipeline's tokenizer."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._cached = cache(self._spell)

    def __call__(self, word: str, inflect: Inflect, exact: bool) -> tuple[tuple[str, ...], ...]:
        """Return each way to spell ``word``, as a tuple of token norms (or of exact tokens)."""
        return self._cached(word, inflect, exact)

    def _spell(self, word: str, inflect: Inflect, exact: bool) -> tuple[tuple[str, ...], ...]:
        words = words_of(self._nlp.make_doc(fold_text(word)))
        if exact:
            return (tuple(EXACT + text for text in words.texts),)
        spellings = list(product(*(forms(norm, inflect) for norm in words.norms)))
        if all(words.joined[1:]) and len(words) > 1:
            spellings += [("".join(spelling),) for spelling in spellings]
        return tuple(spellings)
