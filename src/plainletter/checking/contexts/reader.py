"""Reader: "she" and "Mrs Lowe" in a letter to Isla Brown only talk about the reader where they mean Isla Brown."""

from __future__ import annotations

import re

from plainletter.checking.addressee import TITLES
from plainletter.checking.contexts.scene import Scene, Verdict
from plainletter.checking.mums import MUMS, is_to_a_child
from plainletter.checking.thirdperson import RULES

_CATEGORY = "third_person"
_BY_TITLE = ("named-bare", "titled-name-does")
_YOU = re.compile(r"\byou(?:r|rs)?\b", re.IGNORECASE)
_OFTEN = 6


def reader(scene: Scene) -> Verdict:
    """Clear a pronoun, name, title or "Mum" that means somebody else than the person whom the letter is addressed to."""
    if scene.entry.rule in RULES:
        if scene.sentence.kind == "quote" or any(start <= scene.start and scene.end <= end for start, end in scene.quotes):
            return "it is quoted"  # what somebody reports without quotation marks is the writer's wording
        reason = scene.setting.referents.get((scene.entry.rule, scene.start), "nothing shows that it means the reader")
        return reason or None
    if scene.entry.category != _CATEGORY:
        return None
    if scene.words.norms[scene.first] in MUMS and is_to_a_child(scene.text):
        return "the letter is to a child, whose mum or dad this is"
    return "it is the name of somebody else" if _names_another(scene) else None


def _names_another(scene: Scene) -> bool:
    """Tell whether the match has a title and a surname that are not the reader's; told only where these are known."""
    reader, words = scene.setting.reader, scene.words
    if not reader.surnames:
        # "Dear Grace … Mrs Dacre will do this": a letter that says "you" all along calls its reader by no title.
        return scene.entry.id in _BY_TITLE and len(_YOU.findall(scene.text)) >= _OFTEN
    for place in range(scene.first, scene.last - 1):
        title = words.norms[place].rstrip(".")
        if title in TITLES and words.texts[place + 1][0].isupper():
            names = {text.lower() for text in words.texts[place + 1 : place + 3]}
            fits = TITLES[title] is None or reader.gender is None or TITLES[title] == reader.gender
            same = (not reader.titles and fits) or title in reader.titles or TITLES[title] == reader.gender == "she"
            return reader.surnames.isdisjoint(names) or not same
    return False
