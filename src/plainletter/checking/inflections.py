"""The forms of a word: inflections from lemminflect's dictionary, and American spellings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from plainletter.lexicon.entry import Inflect

_BE = ("be", "am", "is", "are", "was", "were", "been", "being", "'m", "'re")
_HAVE = ("have", "has", "had", "having", "'ve")
_DO = ("do", "does", "did", "done", "doing")
_PARADIGMS = {form: forms for forms in (_BE, _HAVE, _DO) for form in forms if form[0] != "'"}
_VERBAL = ("ise", "ize", "yse", "ate", "ede", "ide", "ert", "ify")
_UNIVERSAL = {"noun": "NOUN", "verb": "VERB", "adjective": "ADJ"}

# Words that only hold a phrase together: they stand as written.
_FIXED = frozenset(
    """a an the this that these those and or but nor if so as than then not no n't of to in on at by for from with without
    into onto up down out off over under again about against between through during before after above below you your yours u
    ur he him his she her hers they them their theirs it its we us our ours i me my mine who whom whose which what when where
    why how there here all any both each few more most other some such only own same too very just yet still ever never can
    could will would shall should may might must ought let's least less much many well once yes i'm you're per via""".split()
)

# British -> American, on word parts; a form that no one writes matches nothing and does no harm.
_AMERICAN = (
    (re.compile(r"(?<=[a-z]{2})is(e|es|ed|er|ers|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z])ys(e|es|ed|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z]{2})our(?=(s|ed|ing|al|ally|able|ful|ite|ites)?$)"), "or"),
    (re.compile(r"ae(?=[dmst])"), "e"),
    (re.compile(r"oe(?=[dsmt])|oe(?=a$)"), "e"),
    (re.compile(r"rrhoea"), "rrhea"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"),
    (re.compile(r"ll(?=(ed|ing|er|ers|or|ors)$)"), "l"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"amme(?=s?$)"), "am"),
    (re.compile(r"(?<=[a-z])ou(?=ld(ed|ing|y)?$)"), "o"),
)


def forms(word: str, inflect: Inflect) -> tuple[str, ...]:
    """Return the forms in which ``word`` (lower case) may stand, itself first, in British and American spelling."""
    if word in _FIXED:
        return (word,)
    found = dict.fromkeys([word])
    if inflect != "none" and word.isalpha():
        found |= dict.fromkeys(_PARADIGMS[word] if word in _PARADIGMS else _inflected(word, inflect))
    found |= dict.fromkeys(spelling for form in tuple(found) for spelling in _american(form))
    return tuple(found)


@cache
def _inflected(word: str, inflect: Inflect) -> tuple[str, ...]:
    import lemminflect  # slow to import, and only needed to compile a lexicon

    classes = tuple(_UNIVERSAL.values()) if inflect == "all" else (_UNIVERSAL[inflect],)
    known: dict[str, tuple[str, ...]] = lemminflect.getAllLemmas(word)
    if not known:
        return _unknown(word, classes)
    is_base = any(word in lemmas for lemmas in known.values())
    found: dict[str, None] = {}
    for kind in classes:
        for lemma in known.get(kind, ()):
            # "left" is its own lemma, so its other reading, "leave", is not what the term says.
            if lemma == word or not is_base:
                found |= dict.fromkeys(_paradigm(lemmas=lemminflect.getAllInflections(lemma, upos=kind)))
    return tuple(form for form in found if " " not in form)


def _unknown(word: str, classes: Iterable[str]) -> tuple[str, ...]:
    import lemminflect

    if "VERB" in classes and word.endswith(_VERBAL):
        return tuple(_paradigm(lemminflect.getAllInflectionsOOV(word, "VERB")))
    if "NOUN" not in classes or word.endswith("s"):
        return ()
    return (f"{word[:-1]}ies",) if re.search("[^aeiou]y$", word) else (f"{word}s",)


def _paradigm(lemmas: dict[str, tuple[str, ...]]) -> list[str]:
    return [form.lower() for inflected in lemmas.values() for form in inflected]


def _american(word: str) -> tuple[str, ...]:
    spelling = word
    for british, american in _AMERICAN:
        spelling = british.sub(american, spelling)
    return (spelling,) if spelling != word else ()
