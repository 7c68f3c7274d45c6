"""plainletter: checks letters and leaflets for jargon, blame and hard sentences, and drafts letters, on your own machine.

>>> import plainletter
>>> report = plainletter.check("You failed to attend on 3 May.", doc_type="letter")
>>> report.findings[0].rule
'missed/failed-to-attend'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from plainletter.errors import (
    CaseError,
    ConfigError,
    DocumentError,
    LexiconError,
    ModelError,
    PlainletterError,
    TemplateError,
)
from plainletter.findings import Finding, Report, Score, SentenceScore, Suggestion, Suppressed
from plainletter.version import __version__ as __version__

if TYPE_CHECKING:
    from plainletter.checking.checker import Checker as Checker
    from plainletter.checking.checker import check as check
    from plainletter.documents import Document as Document
    from plainletter.documents import read as read
    from plainletter.letters.case import Case as Case
    from plainletter.letters.drafting import copies as copies
    from plainletter.letters.drafting import draft as draft
    from plainletter.letters.gates import Gate as Gate
    from plainletter.letters.gates import check_case as check_case
    from plainletter.letters.letter import Letter as Letter

__all__ = [
    "Case", "CaseError", "Checker", "ConfigError", "Document", "DocumentError", "Finding", "Gate", "Letter", "LexiconError",
    "ModelError", "PlainletterError", "Report", "Score", "SentenceScore", "Suggestion", "Suppressed", "TemplateError",
    "check", "check_case", "copies", "draft", "read",
]  # fmt: skip

# The checker needs spaCy, which takes a second to import; asking for a version or a type should not.
_LATER = {
    "Checker": "plainletter.checking.checker",
    "check": "plainletter.checking.checker",
    "Document": "plainletter.documents",
    "read": "plainletter.documents",
    "Case": "plainletter.letters.case",
    "copies": "plainletter.letters.drafting",
    "draft": "plainletter.letters.drafting",
    "Gate": "plainletter.letters.gates",
    "check_case": "plainletter.letters.gates",
    "Letter": "plainletter.letters.letter",
}


def __getattr__(name: str) -> object:
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module 'plainletter' has no attribute {name!r}")
