"""What an editor shows of a finding under the pointer: why, what to say instead, whose advice it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lsprotocol import types

from plainletter.findings import Finding
from plainletter.formats.wording import counted, instead
from plainletter.lsp.positions import Positions

_MARKUP: Final = re.compile(r"([\\`*_\[\]<>#|~&!])")
_DISAGREE: Final = " Guides disagree: "


def hover_of(findings: Sequence[Finding], positions: Positions, *, markdown: bool) -> types.Hover | None:
    """Return the findings as one text, in Markdown where the editor shows that; None where there are none."""
    if not findings:
        return None
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    value = ("\n\n---\n\n" if markdown else "\n\n").join(_text(finding, markdown) for finding in findings)
    where = positions.range(min(one.start for one in findings), max(one.end for one in findings))
    return types.Hover(types.MarkupContent(kind, value), where)


def _text(finding: Finding, markdown: bool) -> str:
    lines = [line for part in _parts(finding) for line in part]
    if not markdown:
        return "\n".join(f"{label}: {words}" if label else words for label, words in lines)
    # The words of a text are no mark-up of ours; a source may hold a web address, which escapes would spoil.
    shown = ((label, words if label == "Source" else _MARKUP.sub(r"\\\1", words)) for label, words in lines)
    return "\n\n".join(f"**{label}:** {words}" if label else words for label, words in shown)


def _parts(finding: Finding) -> Iterator[list[tuple[str, str]]]:
    yield [("", finding.message)]
    why, _, contested = finding.why.partition(_DISAGREE)
    yield [("Why", why)]
    yield [("Guides disagree", contested)] if contested else []
    yield [("Instead", instead(suggestion)) for suggestion in finding.suggestions]
    yield [("Source", finding.source)]
    times = f"; {counted(finding.count, 'time')} in this text" if finding.count > 1 else ""
    yield [("Rule", f"{finding.rule} ({finding.severity}{times})")]
    yield [("Also here", ", ".join(finding.merged))] if finding.merged else []
