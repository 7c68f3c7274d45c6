"""Findings as an editor marks them in a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lsprotocol import types

from plainletter.findings import Finding, Severity
from plainletter.lsp.positions import Positions
from plainletter.lsp.texts import Seen

SOURCE: Final = "plainletter"
_LEVELS: Final[dict[Severity, types.DiagnosticSeverity]] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
_START: Final = types.Range(types.Position(0, 0), types.Position(0, 0))


def diagnostics_of(seen: Seen, positions: Positions) -> Iterator[types.Diagnostic]:
    """Yield what is said of the text as a whole, and each finding."""
    for notice in seen.report.notices:
        yield said("notice", notice, types.DiagnosticSeverity.Information)
    for finding in seen.report.findings:
        yield diagnostic_of(finding, positions)


def diagnostic_of(finding: Finding, positions: Positions) -> types.Diagnostic:
    """Return one finding; ``data`` has its category, and its offsets in code points."""
    return types.Diagnostic(
        range=positions.range(finding.start, finding.end),
        message=f"{finding.message} {finding.why}",
        severity=_LEVELS[finding.severity],
        code=finding.rule,
        source=SOURCE,
        data={"category": finding.category, "start": finding.start, "end": finding.end},
    )


def said(code: str, message: str, severity: types.DiagnosticSeverity) -> types.Diagnostic:
    """Return something about the text as a whole, at its start."""
    return types.Diagnostic(range=_START, message=message, severity=severity, code=code, source=SOURCE)
