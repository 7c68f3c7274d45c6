"""plainletter: checks letters and leaflets for jargon, blame and hard sentences, on your own machine.

>>> import plainletter
>>> report = plainletter.check("You failed to attend on 3 May.", doc_type="letter")
>>> report.findings[0].rule
'missed/failed-to-attend'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from plainletter.errors import ConfigError, DocumentError, LexiconError, ModelError, PlainletterError
from plainletter.findings import Finding, Report, Score, SentenceScore, Suggestion, Suppressed

if TYPE_CHECKING:
    from plainletter.checking.checker import Checker as Checker
    from plainletter.checking.checker import check as check
    from plainletter.documents import Document as Document
    from plainletter.documents import read as read

__version__ = "0.1.0"

__all__ = [
    "Checker", "ConfigError", "Document", "DocumentError", "Finding", "LexiconError", "ModelError", "PlainletterError",
    "Report", "Score", "SentenceScore", "Suggestion", "Suppressed", "check", "read",
]  # fmt: skip

# The checker needs spaCy, which takes a second to import; asking for a version or a type should not.
_LATER = {
    "Checker": "plainletter.checking.checker",
    "check": "plainletter.checking.checker",
    "Document": "plainletter.documents",
    "read": "plainletter.documents",
}


def __getattr__(name: str) -> object:
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module 'plainletter' has no attribute {name!r}")
