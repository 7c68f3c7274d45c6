"""Candidates -> what stands and what was cleared, asking for a parse only where a context cannot tell without one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plainletter.checking.contexts import CONTEXTS, ON_REQUEST, Scene, Verdict
from plainletter.checking.contexts.scene import UNCLEAR, Unclear
from plainletter.checking.model import Grammar

UNLESS = "unless"


@dataclass(frozen=True, slots=True)
class Judged:
    """A match and its fate: ``context`` and ``reason`` say what cleared it, both empty if it stands."""

    scene: Scene
    context: str = ""
    reason: str = ""


def judge(scenes: Sequence[tuple[Scene, bool]], grammar: Grammar | None) -> list[Judged]:
    """Ask the contexts about each scene (and whether a longer innocent phrase covers it)."""
    judged: list[Judged | None] = []
    unclear: list[int] = []
    for scene, innocent in scenes:
        fate = Judged(scene, UNLESS, "it is part of a longer phrase that is innocent") if innocent else _first_verdict(scene)
        if fate is None:
            unclear.append(len(judged))
        judged.append(fate)
    for place, scene in zip(unclear, _parsed([scenes[place][0] for place in unclear], grammar), strict=True):
        judged[place] = _final_verdict(scene)
    return [fate for fate in judged if fate is not None]


def _first_verdict(scene: Scene) -> Judged | None:
    cleared, doubtful = _ask(scene)
    if cleared is not None:
        return cleared
    return None if doubtful else Judged(scene)


def _final_verdict(scene: Scene) -> Judged:
    cleared, doubtful = _ask(scene)
    if cleared is not None:
        return cleared
    if doubtful:
        return Judged(scene, doubtful[0], "without the language model it cannot be told who or what is meant")
    return Judged(scene)


def _ask(scene: Scene) -> tuple[Judged | None, list[str]]:
    doubtful: list[str] = []
    for name in CONTEXTS:
        if not _applies(name, scene):
            continue
        verdict: Verdict = CONTEXTS[name](scene)
        if isinstance(verdict, Unclear):
            doubtful.append(name)
        elif verdict is not None:
            return Judged(scene, name, verdict), []
    return None, doubtful


def _applies(name: str, scene: Scene) -> bool:
    if name in scene.entry.even_in:
        return False
    return name not in ON_REQUEST or name in scene.entry.contexts


def _parsed(scenes: Sequence[Scene], grammar: Grammar | None) -> Iterable[Scene]:
    if grammar is None or not scenes:
        return scenes
    wanted = {(scene.sentence.start, scene.sentence.end): scene for scene in scenes}
    texts = [(scene.text[start:end], start) for (start, end), scene in wanted.items()]
    parses = dict(zip(wanted, grammar.parse(texts), strict=True))
    return [replace(scene, parse=parses[scene.sentence.start, scene.sentence.end]) for scene in scenes]


__all__ = ["UNCLEAR", "UNLESS", "Judged", "judge"]
