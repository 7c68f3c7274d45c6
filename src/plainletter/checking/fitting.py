"""Suggestions that fit the sentence: in the right form, with the right article and capital, and as firm as what they replace."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from plainletter.checking.articles import article
from plainletter.checking.contexts.scene import Scene
from plainletter.checking.paradigms import NUMBER, Fits, head_of
from plainletter.findings import Suggestion
from plainletter.lexicon.entry import Entry

_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ARTICLES: Final = ("a", "an")
_DETERMINERS: Final = frozenset("a an the my your our his her its their this that these those no any each every some".split())
_ONE: Final = frozenset("a an this that each every another one is was has does".split())
_MANY: Final = frozenset("these those many few several both are were have do".split())
_PARTICIPLE_AFTER: Final = frozenset(
    "have has had having 've be am is are was were been being 's 're 'm get gets got getting".split()
)
_SUBJECTS: Final = frozenset("i you he she it we they who that which".split())
_MASS: Final = re.compile(r"(?:ing|ness|blood|pain|relief|pee|poo|water|sugar|fat|sickness|thrush|diabetes|removal)$")
_YOUR, _YOU = re.compile(r"\byour\b"), re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_HERS: Final = re.compile(r"\b(?:she|he|they|her|his|their|him|them)\b", re.IGNORECASE)
_IN_CONTEXT: Final = ("abbreviation", "double_meaning")  # whose terms hold the words that tell what is meant
_AMOUNTS: Final = frozenset("not too enough more many much most both as".split())
_PREPOSITIONS: Final = frozenset("in into by at from on under with over round".split())
#: After these words, and at the start, a swap keeps its own article: "shows bradycardia", but not "mild bradycardia".
_BEFORE_ARTICLE: Final = frozenset(
    """of with from by for about after before to in and or as is was are were be been have has had having get gets got getting
    see sees saw show shows showed shown find finds found cause causes caused give gives gave develop developed called""".split()
)
_MAY_FOLLOW: Final = _PREPOSITIONS | frozenset("and or for to if when as until after before but because while".split())
#: Wording that compels: where the law does too, softer words would mislead.
_COMPELLING: Final = ("command", "threat", "compliance")
_FIRM: Final = {
    "firm_law": "Keep what the law says and who decides it; explain it in plain words beside it.",
    "firm_safety": "Keep this as firm as it is, because someone's safety hangs on it; give the reason in plain words.",
    "firm_harm": "Keep what is known as it is recorded; say it in plain, kind words, and who will do what.",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """The words that a suggestion is for, and what stands around them in the folded text.

    ``before`` and ``after`` are small letters; ``first``: they begin a sentence. ``start`` is where the word before them starts,
    ``capital``: that word has one.
    """

    words: str
    before: tuple[str, ...]
    after: str
    first: bool
    start: int
    end: int
    capital: bool


def fitted(scene: Scene, fits: Sequence[Fits], place: Callable[[int, int], tuple[int, int]]) -> tuple[Suggestion, ...]:
    """Return the suggestions of a scene's entry as they fit its sentence.

    A swap that cannot be made to fit for certain becomes a rewording. ``place`` gives the stretch of the document's own text
    for one of the folded text, in code points.
    """
    entry, firm = scene.entry, _firm(scene)
    if firm and entry.category in _COMPELLING:
        return (Suggestion("reword", _FIRM[firm]),)
    addressed = scene.setting.addressed and scene.setting.doc_type in ("letter", "outreach")
    swaps, spot, suggestions = iter(fits), _spot(scene), []
    for one in entry.suggestions:
        if one.kind == "swap":
            one = _swapped(one.text, next(swaps, {}), spot, entry, place)
            one = one if addressed else _for_others(one)
            if firm or len(entry.means) > 1 or _holds_more(spot, entry) or (scene.group != "jargon" and not _turns(spot, fits)):
                one = Suggestion("reword", one.text)
        suggestions.append(one)
    if firm and any(one.kind == "swap" for one in entry.suggestions):
        suggestions.append(Suggestion("reword", _FIRM[firm]))
    return tuple(sorted(suggestions, key=lambda one: _suits(one, addressed=addressed)))


def _spot(scene: Scene) -> Spot:
    first = scene.first == scene.sentence.first
    start = scene.start if first else scene.words.starts[scene.first - 1]
    words = scene.text[scene.start : scene.end]
    around = tuple(scene.norms_before(3)), "".join(scene.norms_after(1))
    return Spot(words, *around, first, start, scene.end, scene.text[start].isupper())


def _swapped(swap: str, fits: Fits, spot: Spot, entry: Entry, place: Callable[[int, int], tuple[int, int]]) -> Suggestion:
    text = _in_form(swap, fits, spot)
    if text is not None and text.startswith(("a ", "an ")):
        text = _with_article(text, spot)
    if text is None or _clashes(text, spot):
        return Suggestion("reword", _capital(swap if text is None else text, spot, entry))
    if not spot.before or spot.before[-1] not in _ARTICLES or spot.before[-1] == article(text):
        return Suggestion("swap", _capital(text, spot, entry))
    start, end = place(spot.start, spot.end)
    fresh = f"{article(text)} {_capital(text, spot, entry)}"
    return Suggestion("swap", fresh[0].upper() + fresh[1:] if spot.capital else fresh, start, end)


def _in_form(swap: str, fits: Fits, spot: Spot) -> str | None:
    """Return a swap in the form of the words that it replaces, None where there is none or it has the wrong number."""
    fit = next((fits[word] for word in _WORD.findall(spot.words.lower()) if word in fits), swap)
    if fit.startswith(NUMBER):
        neighbours = {spot.after, *spot.before[-1:]}
        return None if neighbours & (_ONE | _MANY) else fit.removeprefix(NUMBER)
    past, _, participle = fit.partition("|")
    if not participle:
        return past or None
    if not _PARTICIPLE_AFTER.isdisjoint(spot.before):
        return participle
    return past if not _SUBJECTS.isdisjoint(spot.before[-2:]) else None


def _with_article(text: str, spot: Spot) -> str | None:
    """Return a swap with its own article, without it after another determiner, or None where it would stand amid words."""
    before = spot.before[-1] if spot.before else ""
    if before in _DETERMINERS:
        return text.partition(" ")[2]
    return text if spot.first or before in _BEFORE_ARTICLE else None


def _clashes(text: str, spot: Spot) -> bool:
    """Tell whether a swap does not go with the word before it: "a" and "pain relief", "your" and "a talk"."""
    before = spot.before[-1] if spot.before else ""
    words = text.lower().split()
    if words[0] in _PREPOSITIONS and spot.after.isalpha() and spot.after not in _MAY_FOLLOW:  # "into a vein" and "fluids"
        return True
    if before not in _DETERMINERS:
        return False
    return words[0] in _DETERMINERS | _AMOUNTS or (before in _ARTICLES and bool(_MASS.search(words[head_of(words)])))


def _holds_more(spot: Spot, entry: Entry) -> bool:
    """Tell whether a match holds words beside those that a swap is for: "oral steroids", "prn lorazepam"."""
    return entry.category in _IN_CONTEXT and len(spot.words.split()) > 1


def _turns(spot: Spot, fits: Sequence[Fits]) -> bool:
    """Tell whether the first word of a match inflects with a swap: "committed suicide", not "a suicide that was committed"."""
    first = _WORD.findall(spot.words.lower())[:1]
    return any(one.get(word) for one in fits for word in first)


def _capital(text: str, spot: Spot, entry: Entry) -> str:
    """Return a swap with the capitals of what it replaces; those of letters like "MSU" are not taken over."""
    shouted = spot.words.isupper() and len(spot.words) > 1
    own = entry.case_exact or entry.category == "abbreviation"
    if shouted and not own:
        return text.upper()
    letters = spot.words.split()[0].isupper() and len(spot.words.split()[0]) > 1  # "GUM clinic"
    return text[:1].upper() + text[1:] if spot.words[:1].isupper() and (spot.first or not (own or letters)) else text


def _for_others(swap: Suggestion) -> Suggestion:
    """Return a swap for a text that is not addressed to the person: "sugar in the pee"."""
    text = _YOUR.sub("the", swap.text)
    return replace(swap, text=text, kind="reword" if _YOU.search(text) else swap.kind)


def _suits(suggestion: Suggestion, *, addressed: bool) -> bool:
    """Tell whether a suggestion is for the other kind of text: "you" in a note, "she" in a letter; such ones come last."""
    if suggestion.kind == "swap":
        return False
    you = bool(_YOU.search(suggestion.text))
    return not you and bool(_HERS.search(suggestion.text)) if addressed else you


def _firm(scene: Scene) -> str:
    """Return the name of the set of cues that stands in the sentence of a match, outside the match itself; "" for none."""
    sentence = scene.sentence
    around = (scene.text[sentence.start : scene.start], scene.text[scene.end : sentence.end])
    for name in _FIRM:
        cues = _cues(scene.setting.sets.get(name, frozenset()))
        if cues is not None and any(cues.search(part) for part in around):
            return name
    return ""


@cache
def _cues(phrases: frozenset[str]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(phrases, key=len, reverse=True)))})\b", re.IGNORECASE)
