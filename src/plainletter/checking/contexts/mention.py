"""Mention: a word that is named in order to be rejected or explained is not used."""

from __future__ import annotations

import re

from plainletter.checking.contexts.scene import Scene, Verdict

# A word that we do not say; and a thing or a word that we avoid or replace, which only quotation marks or talk of words decide.
_UNSAID = re.compile(
    r"\b(?:(?:do not|don't|never|not|no longer|stop|stopped|instead of|rather than|avoid) (?:say|saying|write|writing)"
    r"|(?:do not|don't|never|no longer) use)\b[^,;:]*$",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"\b(?:instead of|rather than|in place of|as opposed to|avoid(?:s|ed|ing)?|replac(?:e|es|ed|ing)|swap(?:s|ped|ping)?"
    r"|steer clear of)\b[^,;:]*$",
    re.IGNORECASE,
)
_OF_WORDS = re.compile(r"\b(?:say|says|said|write|writes|wrote|words?|wording|terms?|phrases?|letters)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:(?:the|a|an|old|legal|textbook|official|medical|these|those|such|our|like|of) (?:\w+ )?(?:words?|terms?"
    r"|phrases?|labels?|expressions?|wording|heading|language)"
    r"|(?:words?|terms?|phrases?|labels?|expressions?|language) (?:such as|like)|so called|known as|(?:is|are|was"
    r"|were|be|been|being) called|termed"
    r"|(?:which|this) (?:we|people|staff) call|prefer(?:s|red)?)\b[^.;]*$",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    r"^[\"'”’,\s]*(?:\([^)]*\)\s*)?(?:is|are|was|were) (?:only |just )?(?:the|a|an|our|their|not a) (?:\w+ ){0,2}"
    r"(?:words?|terms?|phrases?|labels?|names?|codes?|headings?|expressions?)\b|^[\"'”’]*,? (?:a"
    r"|the) (?:\w+ ){0,2}(?:word|term|phrase|label|name|code) (?:for|that|which|we)",
    re.IGNORECASE,
)
_ABOUT_WORDS = re.compile(
    r"\b(?:avoid|words?|wording|say|write|instead|language|house style|terms?|phrases?|not)\b", re.IGNORECASE
)


def mention(scene: Scene) -> Verdict:
    """Clear a match that is named as a word ("instead of …", "the term …", "… is a label"), not used."""
    before = scene.text[scene.sentence.start : scene.start]
    after = scene.text[scene.end : scene.sentence.end]
    if _UNSAID.search(before) or (_REPLACED.search(before) and (_in_quotes(scene) or _OF_WORDS.search(before + after))):
        return "it is mentioned as something to avoid"
    if _NAMED.search(before) and (_in_quotes(scene) or scene.setting.doc_type == "guidance" or _straight_after(before)):
        return "it is mentioned as a word"
    if _EXPLAINED.search(after):
        return "it is mentioned and explained as a word"
    if scene.setting.doc_type == "guidance" and (_in_quotes(scene) or _listed(scene, before + after)):
        return "the text is guidance about wording"
    return None


def _straight_after(before: str) -> bool:
    return bool(
        re.search(
            r"(?:words?|terms?|phrases?|labels?|expressions?|such as|like|called|termed|known as)\W*$", before, re.IGNORECASE
        )
    )


def _in_quotes(scene: Scene) -> bool:
    return any(start <= scene.start and scene.end <= end for start, end in scene.quotes)


def _listed(scene: Scene, around: str) -> bool:
    return scene.sentence.kind in ("list_item", "table", "heading") or bool(_ABOUT_WORDS.search(around))
