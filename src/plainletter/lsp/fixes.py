"""Quick fixes: a suggestion that drops straight in, and a comment that allows the wording."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from plainletter.checking.swapping import fits_in, safe_swap, stretch_of
from plainletter.findings import Finding
from plainletter.lsp.diagnostics import diagnostic_of
from plainletter.lsp.permits import Insertion, permit
from plainletter.lsp.positions import Positions
from plainletter.lsp.texts import Seen, Text


def fixes_of(
    seen: Seen, finding: Finding, positions: Positions, *, versioned: bool, commented: bool
) -> Iterator[types.CodeAction]:
    """Yield the quick fixes for a finding, ``commented`` also the comment that allows it.

    ``versioned`` edits hold only for the text that was checked.
    """
    marked = [diagnostic_of(finding, positions)]
    for number, suggestion in enumerate(finding.suggestions):
        start, end = stretch_of(finding, suggestion)
        if suggestion.kind != "swap" or not fits_in(seen.document, start, end, suggestion.text):
            continue
        edit = types.TextEdit(positions.range(start, end), suggestion.text)
        title = f"Say “{suggestion.text}” instead of “{' '.join(seen.text.words[start:end].split())}”"
        yield _action(title, edit, seen.text, marked, versioned, preferred=number == 0 and safe_swap(finding) is not None)
    place = permit(seen, finding) if commented else None
    if place is not None:
        title = f"Allow {finding.rule} here, and say why"
        yield _action(title, _inserted(place, positions), seen.text, marked, versioned, preferred=False)


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
