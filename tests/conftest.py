"""What the tests share: entries made on the spot, and what became of them in a sentence."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from plainletter.checking.checker import Checker
from plainletter.checking.compiling import compile_lexicon
from plainletter.checking.tokens import english
from plainletter.lexicon import Category, Entry, Lexicon, load_sets
from plainletter.lexicon.folders import shipped_folder

ROOT = Path(__file__).parent.parent
MODEL_WANTED = os.environ.get("PLAINLETTER_TEST_MODEL", "1") == "1"


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    # Tests neither read nor leave anything in the home of the person who runs them.
    before = os.environ.get("PLAINLETTER_CACHE")
    os.environ["PLAINLETTER_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["PLAINLETTER_CACHE"]
    else:
        os.environ["PLAINLETTER_CACHE"] = before


@pytest.fixture(scope="session")
def checker() -> Checker:
    """The shipped checker, kind of text told from each text."""
    return Checker()


SETS = load_sets([shipped_folder("lexicons")])
ENTRY = Entry("test/entry", "test", "warning", "A reason.", "A source.", ("a term",), ("flags",), ("passes",))


def make_checker(*entries: Entry, group: str = "blame", model: bool = True, **options: object) -> Checker:
    """Return a checker that knows only these entries, all of category ``test``, and no rule told by code."""
    category = Category("test", "Test words", group, "warning", "A reason.")  # type: ignore[arg-type]
    lexicon = Lexicon({"test": category}, entries, SETS)
    options["ignore"] = ["unfamiliar", *options.get("ignore", ())]  # type: ignore[misc]
    return Checker(compiled=compile_lexicon(lexicon, english().nlp), scores=False, model=model, **options)  # type: ignore[arg-type]


def make_entry(*terms: str, **values: object) -> Entry:
    """Return an entry with these terms, and otherwise plain."""
    return replace(ENTRY, terms=terms, **values)  # type: ignore[arg-type]


Fate = Callable[..., str]


@pytest.fixture(scope="session")
def fate() -> Fate:
    """Tell what becomes of an entry's first match in a text: "found", "" for no match, or the context that cleared it."""

    def tell(
        text: str,
        *terms: str,
        doc_type: str = "letter",
        group: str = "blame",
        model: bool = True,
        preferences: tuple[str, ...] = (),
        **values: object,
    ) -> str:
        checker = make_checker(make_entry(*terms, **values), group=group, model=model, preferences=preferences)
        fates = checker.judge_entry(text, "test/entry", doc_type)  # type: ignore[arg-type]
        return (fates[0].context or "found") if fates else ""

    return tell
