"""Quotation: words that somebody is quoted as saying are theirs, not the writer's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainletter.checking.contexts.scene import Scene, Verdict

# Word-inner apostrophes were folded before, so what is left here are quotation marks, or the plural possessive.
_PAIRS = re.compile(
    r"“[^“”]*”|‘[^‘’]*(?:’(?=s\b)[^‘’]*)*’|\"[^\"\n]*\"|(?<![\w])'(?=\S)[^'\n]*?(?<=\S)'(?!\w)|«[^«»]*»|„[^„“”]*[“”]"
)
_SHORT_QUOTE = 2
_LOOK_AROUND = 6
_OWN_ACCOUNT = re.compile(
    r"\b(?:you|they|he|she|people|many|some)\b(?:\W+\w+){0,2}?\W+(?:call|called|describe|described|see|saw|speak of"
    r"|spoke of|think of|thought of|refer to)"
    r"\W+(?:your|them|him|her)sel(?:f|ves)\b",
    re.IGNORECASE,
)
_OWN_THOUGHT = re.compile(
    r"\b(?P<who>you|he|she|they|i)\b(?:\W+\w+){0,2}?\W+(?:said|say|told (?:me|us|yourself)|felt|feel|feels|thought"
    r"|think|thinks|wondered|wonder|wonders"
    r"|worried|worry|worries|asked|ask)\b(?:\W+(?:that|like|whether|if|as if|as though))?\s+(?P=who)\b[^,;:]*$",
    re.IGNORECASE,
)


def quotation(scene: Scene) -> Verdict:
    """Clear a match inside quotation marks, unless they are scare quotes: one or two words that nobody is said to have said."""
    if scene.sentence.kind == "quote":
        return "it stands in a quoted passage"
    for start, end in scene.quotes:
        if start <= scene.start and scene.end <= end:
            return _spoken(scene, start, end)
    return _own_account(scene)


def quoted_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of ``text[start:end]`` that stand in quotation marks, the marks included."""
    for match in _PAIRS.finditer(text, start, end):
        yield match.span()


def _spoken(scene: Scene, start: int, end: int) -> Verdict:
    words = scene.words
    inside = [i for i in range(scene.sentence.first, scene.sentence.last) if start < words.starts[i] < end - 1]
    said = sum(words.texts[i][0].isalnum() for i in inside)
    if said > _SHORT_QUOTE or len(scene.text[start:end].split()) > _SHORT_QUOTE:
        return "it is quoted"
    first, last = (inside[0], inside[-1] + 1) if inside else (scene.first, scene.last)
    around = [
        *words.norms[max(scene.sentence.first, first - _LOOK_AROUND) : first],
        *words.norms[last : min(scene.sentence.last, last + _LOOK_AROUND)],
    ]
    return "somebody is quoted as saying it" if scene.setting.sets["reporting"].intersection(around) else None


def _own_account(scene: Scene) -> Verdict:
    before = scene.text[scene.sentence.start : scene.start]
    if _OWN_ACCOUNT.search(before):
        return "it is how the person describes themselves"
    if scene.group in ("blame", "deficit", "power") and _OWN_THOUGHT.search(before):
        return "it is what the person said or felt about themselves"
    return None
