"""Document type: some wording is only a problem in a letter, and then in a letter to the person it is about."""

from __future__ import annotations

from plainletter.checking.contexts.scene import Scene, Verdict


def document_type(scene: Scene) -> Verdict:
    """Clear a match of an entry that is about other kinds of text."""
    wanted = scene.entry.doc_types
    if wanted == ("letter",) and scene.setting.reader.kind == "professional":
        return "it only matters in a letter to the person, and this one is to a professional"
    if not wanted or scene.setting.doc_type in wanted:
        return None
    return f"it only matters in: {', '.join(wanted)}"
