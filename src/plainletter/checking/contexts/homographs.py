"""Homographs: to "refuse" something is not household refuse."""

from __future__ import annotations

from plainletter.checking.contexts.scene import UNCLEAR, Scene, Verdict

_TAGS = {
    "noun": ("NN", "NNS", "NNP", "NNPS"),
    "verb": ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"),
    "adjective": ("JJ", "JJR", "JJS"),
}
_BEFORE_NOUN = frozenset("a an the this that these those my your his her its our their no any some each every another".split())
_BEFORE_VERB = frozenset(
    "i you u he she we they who to not must should can could will would may might do does did cannot".split()
)


def homographs(scene: Scene) -> Verdict:
    """Clear a match whose first word is not used as the word class that the entry is about."""
    wanted = scene.entry.word_class
    if wanted is None:
        return None
    if wanted == "verb" and scene.first == scene.sentence.first and scene.words.norms[scene.first].endswith(("s", "ed")):
        return None  # clinical notes begin like this ("Denies chest pain"), and parsers take it for a noun
    if scene.parse is not None:
        token = scene.parse.at(scene.start)
        if token is None or scene.parse.tags[token] in _TAGS[wanted]:
            return None
        return f"it is not used as {'an' if wanted == 'adjective' else 'a'} {wanted} here"
    before = scene.norms_before(1)
    if before and before[0] in _BEFORE_VERB:
        return None if wanted == "verb" else "it is a verb here"
    if before and before[0] in _BEFORE_NOUN and wanted == "verb":
        return "it is not a verb here"
    return UNCLEAR
