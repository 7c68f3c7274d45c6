"""textstat without NLTK: its door to NLTK's dictionary opens only for those who ask for it.

textstat imports NLTK when it is imported itself, which costs 0.2 s, and which plainletter never uses. So the one small module
of textstat that does so is put in place beforehand; whoever asks it for a dictionary is answered by the original, loaded then.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

_DOOR = "textstat.backend.utils._get_cmudict"


def keep_nltk_out() -> None:
    """Put the door in place, unless textstat is imported already or has other insides; then nothing is changed."""
    if "textstat" in sys.modules or _original() is None:
        return
    door = ModuleType(_DOOR, __doc__)
    door.__dict__["get_cmudict"] = _asked
    sys.modules[_DOOR] = door


def _asked(lang: str) -> object:
    """Answer as textstat's own ``get_cmudict`` does."""
    path = _original()
    assert path is not None
    return _loaded(path).get_cmudict(lang)


@cache
def _loaded(path: Path) -> ModuleType:
    spec = spec_from_file_location("textstat.backend.utils._get_cmudict_of_nltk", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _original() -> Path | None:
    spec = find_spec("textstat")
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / "backend" / "utils" / "_get_cmudict.py"
    return path if path.is_file() else None
