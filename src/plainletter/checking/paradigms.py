"""For each form in which a term may stand, the form in which its plain word drops in: worked out when a lexicon is compiled.

The head word of a term and the head word of its swap inflect alike: "deferred" -> "put off", "lymph nodes" -> "glands".
Forms come from lemminflect's dictionary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from plainletter.checking.inflections import forms
from plainletter.lexicon.entry import Entry
from plainletter.lexicon.notation import Choice, Named, Piece, Word, parse_term

#: What a form stands for: the text that drops in; PAST text, "|", participle; NUMBER text, which has another number than the
#: term; "" where nothing drops in.
Fits = Mapping[str, str]
NUMBER: Final = "#"
NOUN, VERB = "NOUN", "VERB"
_ADJECTIVE: Final = ("al", "ary", "ous")
_VERBAL: Final = ("ate", "ise", "ify")
_LATIN: Final = (("ae", "a"), ("xes", "xis"), ("ses", "sis"), ("i", "us"))
_CLAUSE: Final = frozenset(("that", "which", "who", "what"))
_ARTICLES: Final = frozenset(("a", "an"))
_OF: Final = frozenset("of in for to with by on at from about before after that which who when round around inside into".split())


def fits_of(entry: Entry, sets: Mapping[str, Sequence[str]]) -> tuple[Fits, ...]:
    """Return the fits of each swap of an entry, in order; forms that take the swap as it is written are left out."""
    terms = [parse_term(term, sets) for term in entry.terms]  # compiled already, so none of them can fail
    return tuple(_fits(entry, terms, one.text, sets) for one in entry.suggestions if one.kind == "swap")


def _fits(entry: Entry, terms: Sequence[Sequence[Piece]], swap: str, sets: Mapping[str, Sequence[str]]) -> Fits:
    told: dict[str, dict[str, str]] = {}  # form -> tag -> what drops in
    written: dict[str, bool] = {}  # head -> it is the whole of a term
    for kind in (NOUN, VERB):
        if entry.inflect not in ("all", "none", kind.lower()):
            continue
        for word, alone in ((word, len(term) == 1) for term in terms for word in _heads(term, kind, sets)):
            written[word] = written.get(word, True) and alone
            for form, tag, text in _alike(word, swap, kind):
                told.setdefault(form, {}).setdefault(tag, text)
    fits = {}
    for word, alone in written.items():
        for form in forms(word, entry.inflect):
            fit = _one_of(told.get(form, {})) or ""
            if not fit and form == word and (not alone or _may_stand(word, swap)):
                fit = swap  # the entry's writer has seen these very words
            if fit != swap:
                fits[form] = fit
                fits.setdefault(form.replace("-", ""), fit)
    return fits


def _alike(word: str, swap: str, kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield each form of a head word with its tag and the swap in the same form."""
    words = swap.split()
    place = head_of(words) if kind == NOUN else 0
    if words[0].lower() in _OF or not _CLAUSE.isdisjoint(words):  # "at night" does not inflect, nor does what has a clause
        return
    mine = {tag for tag in _tags(word) if tag[0] == kind[0]}
    yours = {tag for tag in _tags(words[place].lower()) if tag[0] == kind[0]}
    if not mine or not yours or not _is_alike(word, words, kind):
        return
    for form, tag in _paradigm(word, kind):
        if kind == NOUN and mine.isdisjoint(yours):
            yield form, tag, NUMBER + swap
            continue
        for other, same in _paradigm(words[place].lower(), kind):
            if same == tag:
                first = 1 if tag == "NNS" and words[0] in _ARTICLES else 0
                yield form, tag, " ".join([*words[first:place], _like(other, words[place]), *words[place + 1 :]])


def _like(form: str, written: str) -> str:
    """Return a form with the capital of another form of the same word: "X-rays"."""
    return written[0] + form[1:] if form[0] == written[0].lower() else form


def _is_alike(word: str, words: Sequence[str], kind: str) -> bool:
    """Tell whether the head of a term and of a swap are of this kind indeed, and not only by chance."""
    mine, yours = _tags(word), _tags(words[0].lower())
    if kind == NOUN:  # "fundamental" and "main" are adjectives first
        return "JJ" not in mine & _tags(words[head_of(words)].lower())
    phrase = len(words) > 1 and not yours.isdisjoint(("NN", "JJ")) and "NN" in _tags(words[-1].lower())  # "suicide attempt"
    return any(tag[0] == "V" for tag in mine & yours) and (not phrase or mine.isdisjoint(("NN", "JJ")))


def _one_of(told: Mapping[str, str]) -> str | None:
    """Return what drops in for a form, whichever of its tags is meant; "" if that cannot be told, None if there is nothing."""
    if not told:
        return None
    texts = dict.fromkeys(told.values())
    if len(texts) == 1:
        return next(iter(texts))
    if set(told) == {"VBD", "VBN"}:
        return f"{told['VBD']}|{told['VBN']}"
    return ""


def _may_stand(word: str, swap: str) -> bool:
    """Tell whether a swap may stand as it is for a word that does not inflect with it; what no dictionary has is trusted."""
    words = swap.lower().split()
    mine, yours = _tags(word), {tag for word in (words[0], words[head_of(words)]) for tag in _tags(word)}
    if not mine and "VB" in yours and word.endswith(("ed", "ing", "s", "tion", "ment")):
        return False
    if mine == {"JJ"} and "of" in words:  # "sacral" and "base of the spine"
        return False
    if not mine or not yours or not mine.isdisjoint(yours):
        return True
    return "JJ" in mine and not yours.isdisjoint(("NN", "NNS", "VBN"))


def _heads(term: Sequence[Piece], kind: str, sets: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the words that may be the head of a term: in a noun phrase the last before "of" and the like, of a verb the first."""
    if kind == VERB:
        yield from _edge(term[0], 0, sets)
        return
    last = next((i for i, piece in enumerate(term) if i and isinstance(piece, Word) and piece.text.lower() in _OF), len(term)) - 1
    while last > 0 and isinstance(term[last], Choice) and () in term[last].options:  # type: ignore[union-attr]  # it is a Choice
        yield from _edge(term[last], -1, sets)
        last -= 1
    yield from _edge(term[last], -1, sets)


def _edge(piece: Piece, side: int, sets: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if isinstance(piece, Word):
        yield piece.text.lower()
    elif isinstance(piece, Choice):
        for option in piece.options:
            if option:
                yield from _edge(option[side], side, sets)
    elif isinstance(piece, Named):
        yield from (words.lower().split()[side] for words in sets.get(piece.name, ()))


def head_of(words: Sequence[str]) -> int:
    """Return the place of the head of a noun phrase."""
    return next((place for place, word in enumerate(words) if place and word.lower() in _OF), len(words)) - 1


@cache
def _tags(word: str) -> frozenset[str]:
    """Return the Penn tags that a word may have; those of an adjective for what looks like one and no dictionary has."""
    tags = frozenset(tag for kind in (NOUN, VERB, "ADJ", "ADV") for form, tag in _paradigm(word, kind) if form == word)
    return tags or (frozenset(("JJ",)) if word.endswith(_ADJECTIVE) else tags)


@cache
def _paradigm(word: str, kind: str) -> tuple[tuple[str, str], ...]:
    """Return the forms of a word with their tags; of a noun that the dictionary lacks, the regular ones."""
    import lemminflect  # slow to import, and only needed to compile a lexicon

    found: dict[tuple[str, str], None] = {}
    lemmas = lemminflect.getAllLemmas(word, upos=kind).get(kind, ())
    for lemma in lemmas:
        if lemma == word and lemma.removesuffix("s") in lemmas and lemma.endswith("s"):  # "shingles" is no word of its own
            continue
        inflections = lemminflect.getAllInflections(lemma, upos=kind)
        for tag in inflections:
            form = _usual(tag, inflections, lemma).lower()
            if tag == "NNS" and form in inflections.get("NN", ()):  # the dictionary takes "vaccination" for a mass
                form = _regular_plural(form)
            found.setdefault((form, "VB" if tag == "VBP" else tag))
            if tag == "VBD" and "VBN" not in inflections:  # it is listed where it differs only
                found.setdefault((form, "VBN"))
    if "-" in word and not found:
        start, _, last = word.rpartition("-")
        return tuple((f"{start}-{form}", tag) for form, tag in _paradigm(last, kind)) if last else ()
    if found or not word.isalpha() or lemminflect.getAllLemmas(word):
        return tuple(found)
    return _unlisted_noun(word) if kind == NOUN else _unlisted_verb(word) if kind == VERB else ()


def _unlisted_noun(word: str) -> tuple[tuple[str, str], ...]:
    """Return the forms of a noun that the dictionary lacks: "axillae", "cholelithiasis"."""
    if word.endswith((*_ADJECTIVE, *_VERBAL, "ed", "ing")):
        return ()
    if word.endswith(("xis", "sis", "tis")):
        return ((word, "NN"), (f"{word[:-2]}es", "NNS"))
    for many, one in _LATIN:
        if word.endswith(many):
            return ((word, "NNS"), (word.removesuffix(many) + one, "NN"))
    if forms(word, "all") == (word,) or word.endswith("s"):
        return ()
    plurals = (f"{word}e", *forms(word, "noun")[1:2]) if word.endswith("a") else forms(word, "noun")[1:2]
    return ((word, "NN"), *((form, "NNS") for form in plurals))


def _unlisted_verb(word: str) -> tuple[tuple[str, str], ...]:
    """Return the forms of a regular verb that the dictionary lacks: "titrate"."""
    import lemminflect

    if not word.endswith(_VERBAL):
        return ()
    inflections = lemminflect.getAllInflectionsOOV(word, VERB).items()
    return tuple(dict.fromkeys((form.lower(), "VB" if tag == "VBP" else tag) for tag, found in inflections for form in found))


def _regular_plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def _usual(tag: str, inflections: Mapping[str, Sequence[str]], lemma: str) -> str:
    """Return the usual form of several: "broken", which the dictionary lists behind "broke"; but "got", as in Britain."""
    if lemma.endswith("el") and inflections[tag][0] in (f"{lemma}ed", f"{lemma}ing"):  # "cancelled", as in Britain
        return f"{lemma}l{inflections[tag][0].removeprefix(lemma)}"
    if lemma == "get" and tag in ("VBD", "VBN"):
        return "got"
    if tag == "VBN":
        return next((form for form in inflections[tag] if form not in inflections.get("VBD", ())), inflections[tag][0])
    return inflections[tag][0]


def fits_by_rule(entries: Iterable[Entry], sets: Mapping[str, Sequence[str]]) -> dict[str, tuple[Fits, ...]]:
    """Return the fits of all entries that have swaps, by rule."""
    with_swaps = (entry for entry in entries if any(one.kind == "swap" for one in entry.suggestions))
    return {entry.rule: fits for entry in with_swaps if any(fits := fits_of(entry, sets))}
