"""spaCy without its command line, which it imports with itself: 0.15 s and two HTTP libraries that plainletter never uses.

The one function of it that spaCy offers, ``spacy.info``, is answered by the original, loaded then; so is whoever imports
``spacy.cli``. Where spaCy is imported already, nothing is changed.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, Final

_CLI: Final = "spacy.cli"
_INFO: Final = "spacy.cli.info"


def import_spacy() -> ModuleType:
    """Import spaCy and return it."""
    if "spacy" in sys.modules or not _is_as_expected():
        return import_module("spacy")
    cli, info = ModuleType(_CLI), ModuleType(_INFO)
    cli.__path__ = []
    info.__dict__["info"] = _asked
    sys.modules |= {_CLI: cli, _INFO: info}
    try:
        spacy = import_module("spacy")
    finally:
        for name in (_CLI, _INFO):
            sys.modules.pop(name, None)
    spacy.__dict__.pop("cli", None)
    return spacy


def _asked(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - as spaCy's own
    return import_module(_INFO).info(*args, **options)


def _is_as_expected() -> bool:
    """Tell whether spaCy takes nothing but ``info`` from its command line when it is imported."""
    spec = find_spec("spacy")
    if spec is None or spec.origin is None:
        return False
    text = Path(spec.origin).read_text(encoding="utf-8")
    return text.count(".cli") == 1 and "from .cli.info import info" in text
