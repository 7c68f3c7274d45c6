"""Why a match is innocent: fourteen small functions, asked in this order until one clears the match."""

from collections.abc import Callable, Mapping

from plainletter.checking.contexts.attributive import attributive
from plainletter.checking.contexts.document_type import document_type
from plainletter.checking.contexts.homographs import homographs
from plainletter.checking.contexts.law import law
from plainletter.checking.contexts.mention import mention
from plainletter.checking.contexts.modal import modal
from plainletter.checking.contexts.names import names
from plainletter.checking.contexts.negation import negation
from plainletter.checking.contexts.ownership import ownership
from plainletter.checking.contexts.preference import preference
from plainletter.checking.contexts.quotation import quotation
from plainletter.checking.contexts.reader import reader
from plainletter.checking.contexts.safety import safety
from plainletter.checking.contexts.scene import Scene, Verdict
from plainletter.checking.contexts.subject import subject

CONTEXTS: Mapping[str, Callable[[Scene], Verdict]] = {
    "document_type": document_type,
    "reader": reader,
    "preference": preference,
    "mention": mention,
    "quotation": quotation,
    "names": names,
    "ownership": ownership,
    "negation": negation,
    "modal": modal,
    "law": law,
    "safety": safety,
    "attributive": attributive,
    "homographs": homographs,
    "subject": subject,
}
ON_REQUEST = frozenset(("modal", "safety", "attributive"))

__all__ = ["CONTEXTS", "ON_REQUEST", "Scene", "Verdict"]
