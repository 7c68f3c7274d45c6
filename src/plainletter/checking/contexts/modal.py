"""Modal sense: "you must have been frightened" guesses, "you should get a letter" expects; neither commands."""

from __future__ import annotations

import re

from plainletter.checking.contexts.scene import Scene, Verdict

_GUESS = re.compile(
    r"^(?:\w+ly |also |all |both )?(?:have (?:\w+ly |also |all )?"
    r"(?:been|felt|had|thought|found|known|seen|come|gone|got|left|\w+ed)\b"
    r"|be (?:\w+ly |so |very |really |quite )?(?:\w+ing\b(?! to)|hard|difficult|sad|upset|lonely|worn|glad|sore|busy|proud"
    r"|fed up|angry|hungry|sick|ill|anxious|nervous"
    r"|(?:tir|worri|reliev|pleas|exhaust|frighten|scar|shock|disappoint|annoy|confus|delight|bor|frustrat"
    r"|overwhelm|puzzl|surpris|terrifi|excit)(?:ed|ied)?)\b)",
    re.IGNORECASE,
)
_EXPECT = re.compile(
    r"^(?:also |then |soon |start to |begin to |be able to )*(?:get|receive|hear|arrive|heal|feel|find|notice|see"
    r"|start|begin|expect|recover|improve|settle|have (?:had|received|got|heard)"
    r"|be (?:able|safe|given|offered|told|asked|seen|contacted|sent|home|back|fine|treated|free|kept|listened|left)"
    r"|not (?:feel|have to|be (?:left|made|asked|told)))\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\b(?:not|never|nobody|no one|n't)\W+(?:\w+\W+)?(?:have|has|need|had)\s*(?:to)?\W*$|\bneed not\W*$", re.IGNORECASE
)
_MODALS = frozenset(("must", "should", "ought", "shall"))


def modal(scene: Scene) -> Verdict:
    """Clear "must" and "should" where they guess, hope, or ask ("Should you wish …"), and "you do not have to"."""
    inside = scene.words.norms[scene.first : scene.last]
    place = next((i for i, norm in enumerate(inside) if norm in _MODALS), None)
    before = scene.text[scene.sentence.start : scene.start]
    if _FREE.search(before):
        return "it says that the person is free to choose"
    if place is None:
        return None
    if scene.first + place == scene.sentence.first and inside[place] == "should":
        return "“Should you …” means “if you …”"
    rest = scene.text[scene.words.ends[scene.first + place] : scene.sentence.end].strip()
    if inside[place] == "must" and _GUESS.match(rest):
        return "“must” is a guess here, not an order"
    if inside[place] in ("should", "ought") and _EXPECT.match(rest):
        return "“should” says what to expect here"
    return None
