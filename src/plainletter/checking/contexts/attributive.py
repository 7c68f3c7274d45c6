"""Attributive names: "diabetic eye screening" and "bipolar disorder" name a thing, not a person."""

from __future__ import annotations

from plainletter.checking.contexts.scene import UNCLEAR, Scene, Verdict

_FUNCTION = frozenset(
    """and or but who that which with in on at of to for from by is are was were be been has have had will would can could should
    may might must do does did not as than then so if when while because since also who's 's he she they you we i it""".split()
)
_TIMES = frozenset("yesterday today tomorrow tonight week month year morning time times".split())
_PEOPLE_SETS = ("people", "client", "relative")


def attributive(scene: Scene) -> Verdict:
    """Clear a condition word that describes the thing after it ("epileptic seizure"), not a person."""
    after = scene.norms_after(1)
    if not after or not after[0][0].isalpha() or after[0] in _FUNCTION | _TIMES:
        return None
    if any(after[0] in scene.setting.sets[name] for name in _PEOPLE_SETS):
        return None
    if scene.parse is None:
        return UNCLEAR
    token = scene.parse.at(scene.words.starts[scene.last])
    if token is None or not scene.parse.tags[token].startswith(("NN", "JJ")):
        return None
    return "it describes the thing after it"
