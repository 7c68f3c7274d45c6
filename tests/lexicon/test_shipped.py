"""The words that ship: proved both ways, sourced, and true to themselves."""

from collections import Counter
from pathlib import Path

import pytest

from plainletter.checking.checker import Checker
from plainletter.checking.proving import find_disorder, find_twins, prove
from plainletter.lexicon import load_lexicon
from tests.conftest import ROOT

LEXICON = load_lexicon()
CATEGORIES = (
    "compliance doubt label third_person character invalidating fault deficit command sole_expert threat missed suicide_selfharm "
    "substance victim_blame care_system engagement weight ability social_group"
).split()
FILES = sorted({entry.path for entry in LEXICON.entries})


@pytest.mark.parametrize("path", FILES, ids=lambda path: Path(path).stem)
def test_each_entry_finds_its_flags_and_leaves_its_passes(checker, path):
    entries = [entry for entry in LEXICON.entries if entry.path == path]
    assert [str(failure) for failure in prove(entries, checker)] == []


def test_entries_stand_a_to_z_and_no_term_stands_twice_unsaid():
    assert [str(failure) for failure in (*find_disorder(LEXICON.entries), *find_twins(LEXICON.entries))] == []


@pytest.mark.parametrize("category", CATEGORIES)
def test_each_wording_category_has_its_entries(category):
    assert sum(entry.category == category for entry in LEXICON.entries) >= 8


@pytest.mark.parametrize(("category", "fewest"), [("jargon", 250), ("abbreviation", 80), ("double_meaning", 40)])
def test_each_kind_of_jargon_has_its_entries(category, fewest):
    assert sum(entry.category == category for entry in LEXICON.entries) >= fewest


def test_no_example_sentence_stands_twice_in_one_role():
    for role in ("flags", "passes"):
        sentences = Counter((entry.rule, sentence) for entry in LEXICON.entries for sentence in getattr(entry, role))
        assert max(sentences.values()) == 1


# What plainletter says itself is checked as a letter: the strictest kind of text.
@pytest.fixture(scope="module")
def strict():
    return Checker("letter", every_mention=True, scores=False, ignore=["long_sentence", "third_person"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: Path(path).stem)
def test_no_reason_or_suggestion_of_ours_is_flagged(strict, path):
    flagged = []
    for entry in LEXICON.entries:
        if entry.path != path:
            continue
        for text in (entry.why, *(suggestion.text for suggestion in entry.suggestions)):
            flagged += [
                (entry.rule, found.rule, found.text, text) for found in strict.check(text).findings if _counts(entry.rule, found)
            ]
    assert flagged == []


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "lexicons/README.md", "letter_templates/README.md"]
)
def test_no_sentence_of_our_pages_is_flagged(name):
    page = Checker("guidance", scores=False, ignore=["long_sentence"])
    from plainletter import read

    report = page.check_document(read(ROOT / name))
    assert [(found.rule, found.text) for found in report.findings if found.severity != "note"] == []


def _counts(rule, found):
    # An abbreviation's own long form may hold the words that a letter would explain in their turn.
    return found.severity != "note"
