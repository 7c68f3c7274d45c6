"""Quick fixes: a suggestion that drops straight in, and a comment that allows the wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lsprotocol import types

from plainletter.documents import Document
from plainletter.findings import Finding, Suggestion
from plainletter.lsp.diagnostics import diagnostic_of
from plainletter.lsp.permits import Insertion, permit
from plainletter.lsp.positions import Positions
from plainletter.lsp.texts import Seen, Text

# A word with two senses may be right as it is, and guides that disagree are for a person to weigh.
_WEIGHED: Final = frozenset(("double_meaning",))
_MARKUP: Final = re.compile(r"[<>&*_`\[\]\\|#~]")


def fixes_of(
    seen: Seen, finding: Finding, positions: Positions, *, versioned: bool, commented: bool
) -> Iterator[types.CodeAction]:
    """Yield the quick fixes for a finding, ``commented`` also the comment that allows it.

    ``versioned`` edits hold only for the text that was checked.
    """
    marked = [diagnostic_of(finding, positions)]
    for number, suggestion in enumerate(finding.suggestions):
        start, end = _stretch(finding, suggestion)
        if suggestion.kind != "swap" or not _is_seen(seen.document, start, end) or _is_markup(seen.document, suggestion.text):
            continue
        edit = types.TextEdit(positions.range(start, end), suggestion.text)
        title = f"Say “{suggestion.text}” instead of “{' '.join(seen.text.words[start:end].split())}”"
        yield _action(title, edit, seen.text, marked, versioned, preferred=number == 0 and _is_safe(finding))
    place = permit(seen, finding) if commented else None
    if place is not None:
        title = f"Allow {finding.rule} here, and say why"
        yield _action(title, _inserted(place, positions), seen.text, marked, versioned, preferred=False)


def _stretch(finding: Finding, suggestion: Suggestion) -> tuple[int, int]:
    start = finding.start if suggestion.start is None else suggestion.start
    return start, finding.end if suggestion.end is None else suggestion.end


def _is_seen(document: Document, start: int, end: int) -> bool:
    """Tell whether a stretch is visible text without a gap: a swap over mark-up could break it."""
    return any(first <= start and end <= last for block in document.blocks for first, last in block.spans)


def _is_markup(document: Document, words: str) -> bool:
    return document.format != "plain" and _MARKUP.search(words) is not None


def _is_safe(finding: Finding) -> bool:
    return finding.category not in _WEIGHED and "Guides disagree" not in finding.why


def _inserted(place: Insertion, positions: Positions) -> types.TextEdit:
    return types.TextEdit(positions.range(place.offset, place.offset), place.words)


def _action(
    title: str, edit: types.TextEdit, text: Text, marked: list[types.Diagnostic], versioned: bool, *, preferred: bool
) -> types.CodeAction:
    if versioned:
        document = types.OptionalVersionedTextDocumentIdentifier(uri=text.uri, version=text.version)
        edits = types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, [edit])])
    else:
        edits = types.WorkspaceEdit(changes={text.uri: [edit]})
    return types.CodeAction(
        title=title, kind=types.CodeActionKind.QuickFix, diagnostics=marked, is_preferred=preferred or None, edit=edits
    )
