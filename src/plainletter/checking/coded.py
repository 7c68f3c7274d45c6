"""The rules that code tells and no lexicon holds: long sentences, unfamiliar words, and comments that allow wording."""

from __future__ import annotations

from plainletter.checking import allowing, longsentences, unfamiliar
from plainletter.lexicon import Lexicon

KINDS = (longsentences.KIND, unfamiliar.KIND, allowing.KIND)
ENTRIES = (longsentences.ENTRY, *unfamiliar.ENTRIES, *allowing.ENTRIES)
RULES = tuple(entry.rule for entry in ENTRIES)


def with_coded(lexicon: Lexicon) -> Lexicon:
    """Return a lexicon and, behind its own, the rules of code."""
    categories = {**lexicon.categories, **{kind.id: kind for kind in KINDS}}
    return Lexicon(categories, (*lexicon.entries, *ENTRIES), lexicon.sets)
