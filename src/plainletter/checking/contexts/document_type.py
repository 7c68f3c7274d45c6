"""Document type: some wording is only a problem in a letter to the person."""

from __future__ import annotations

from plainletter.checking.contexts.scene import Scene, Verdict


def document_type(scene: Scene) -> Verdict:
    """Clear a match of an entry that is about other kinds of text."""
    wanted = scene.entry.doc_types
    if not wanted or scene.setting.doc_type in wanted:
        return None
    return f"it only matters in: {', '.join(wanted)}"
