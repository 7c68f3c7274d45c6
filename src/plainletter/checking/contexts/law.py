"""Law: what an Act, a court or a rule of entry says is a fact, and it is not the writer who orders it."""

from __future__ import annotations

import re

from plainletter.checking.contexts.scene import Scene, Verdict

_CATEGORIES = ("command", "sole_expert")
_LAW = re.compile(
    r"\bby law\b|\blegally\b|\b(?:the|this|uk|english|scots|welsh|housing|employment|immigration|data protection) law"
    r" (?:\w+ )?(?:says?|requires?|means|gives|lets|allows|sets|expects|asks|makes|does not|did not|is clear|calls)\b"
    r"|\b(?:that|this|it|which) is (?:the|a) (?:law|legal (?:duty|requirement|rule))\b|\b(?:because|as|since) the law\b"
    r"|\bthe law sets\b|\bunder (?:section|schedule|regulation|article) \d"
    r"|\bunder the (?:\w+ ){0,5}(?:act|regulations|code|order)\b"
    r"|\b(?:section|article|regulation) \d+\w? (?:\w+ ){0,8}(?:says|means|gives|requires|lets|allows)\b"
    r"|\bact(?: \d{4})? (?:also )?(?:says|means|gives|requires|lets|allows|sets|expects)\b"
    r"|\b(?:court|tribunal|judge|sheriff|magistrates|parole board|home office|licence|injunction|regulations|section \d+)"
    r" (?:\w+ ){0,2}?(?:says?|said|decid(?:es?|ed)|rul(?:es?|ed)|set|sets|made|makes|order(?:s|ed)|requires?|required|found|asks"
    r"|directed|means|meant)\b"
    r"|\b(?:tribunal|court|judge) that (?:decided|ruled|said|ordered)\b"
    r"|\bset by (?:the )?(?:court|law|parole board|home office)\b",
    re.IGNORECASE,
)
# What somebody has to be or have for something to be open to them, said of no conduct: "you must be 18 or over to apply".
_ENTRY = re.compile(
    r"\b(?:must|need to|have to) (?:also |either |both )?(?:be (?:aged |at least |over |under )?\d"
    r"|be (?:over|under|aged|registered|resident|pregnant|on (?:the \w+ (?:register|roll)|the register|universal|income|a low)"
    r"|a (?:uk |british )?(?:resident|citizen|national|tenant|student|parent|carer|patient|member))"
    r"|(?:live|have lived|be living|work|have worked) (?:in|at|within|here)\b|earn\b"
    r"|have (?:a national|been (?:resident|living|registered)))",
    re.IGNORECASE,
)


def law(scene: Scene) -> Verdict:
    """Clear an order or a decision that the sentence puts down to the law or a court, or that says for whom something is."""
    if scene.entry.category not in _CATEGORIES:
        return None
    if _LAW.search(scene.text, scene.sentence.start, scene.sentence.end):
        return "it says what the law or a court says"
    if _ENTRY.match(scene.text, _modal_at(scene), scene.sentence.end):
        return "it says for whom something is"
    return None


def _modal_at(scene: Scene) -> int:
    """Return where the modal of the match stands, in code points; the match's start if it has none."""
    for place in range(scene.first, scene.last):
        if scene.words.norms[place] in ("must", "need", "have"):
            return scene.words.starts[place]
    return scene.start
