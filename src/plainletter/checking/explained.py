"""Jargon that the text explains where it uses it is not left unexplained.

The patterns are those in which people explain a term that they keep: "term (explanation)", "term, which is …", "term (ABBR),
explanation", "explanation (term)", "explanation, called term", and the full form before an abbreviation. An explanation that
is jargon itself explains nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from plainletter.checking.contexts.scene import Scene
from plainletter.checking.judging import Judged

CONTEXT = "explained"
FEWEST_WORDS = 2

_SHORT_FORM = r"(?:\s*\([A-Z][\w&-]{1,7}\))?"
_IN_BRACKETS = re.compile(r"[\"'”’]?\s*\((?!e\.g|see\b|page\b|ref\b|\d)(?P<said>[^()]{4,200})\)")
_KINDS = (
    "kind|type|sort|word|name|group|test|talking|medicine|condition|illness|scan|treatment|service|team|person|nurse|doctor"
    "|plan|meeting|form|part|problem|swelling|feeling"
)
_FOLLOWING = re.compile(
    rf"[\"'”’]?{_SHORT_FORM}(?:,?\s*(?:which|this) (?:is|are|means?)\b|,\s*(?:or|meaning|in other words|that is|i\.e\.)\b"
    rf"|\s(?:means?|is when|are when|is where|is the (?:word|name|term) for)\b|(?:, an?| is an?| are) (?:\w+ )?(?:{_KINDS})\b)"
    r"(?P<said>[^.;()]{4,200})"
)
_CALLED = re.compile(
    r"[,(]?\s*(?:\b(?:this is |it is |is |are |sometimes |also |often )*(?:called|known as|we call)"
    r"|\bthe (?:medical )?(?:name|word|term) for (?:this|it|which) is)\s*(?:an? |the )?[\"'“‘]?$",
    re.IGNORECASE,
)
_NEAR = 60  # code points
_BEFORE_BRACKET = re.compile(r"(?P<said>(?:[\w'’-]+\s+){2,8})\(\s*[\"'“‘]?$")
_AFTER_BRACKET = re.compile(r"[\"'”’]?\s*[),]")


def clear_explained(judged: Iterable[Judged]) -> Iterator[Judged]:
    """Yield the matches on; jargon that is explained, and its later mentions, come with the context ``explained``."""
    fates = list(judged)
    standing = [fate.scene for fate in fates if not fate.context and fate.scene.group == "jargon"]
    known: set[tuple[str, str]] = set()
    for fate in fates:
        scene = fate.scene
        if fate.context or scene.group != "jargon":
            yield fate
            continue
        name = scene.entry.rule, scene.text[scene.start : scene.end].lower().removesuffix("s")
        if name in known:
            yield replace(fate, context=CONTEXT, reason="it was explained before")
        elif any(_is_plain(span, scene, standing) for span in explanations(scene)):
            known.add(name)
            yield replace(fate, context=CONTEXT, reason="the text explains it here")
        else:
            yield fate


def explanations(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield the spans of the folded text that may explain the match."""
    begin, end = scene.sentence.start, scene.sentence.end
    for pattern in (_IN_BRACKETS, _FOLLOWING):
        if match := pattern.match(scene.text, scene.end, end):
            yield match.span("said")
    if _AFTER_BRACKET.match(scene.text, scene.end, end) and (
        match := _BEFORE_BRACKET.search(scene.text, max(begin, scene.start - 3 * _NEAR), scene.start)
    ):
        yield match.span("said")
    if match := _CALLED.search(scene.text, max(begin, scene.start - _NEAR), scene.start):
        yield begin, match.start()


def _is_plain(span: tuple[int, int], scene: Scene, standing: Iterable[Scene]) -> bool:
    start, end = span
    words = scene.text[start:end].split()
    if len(words) < FEWEST_WORDS or all(word.isupper() for word in words):
        return False
    return not any(other.start < end and start < other.end and other.entry is not scene.entry for other in standing)
