"""Syllables are counted as UK readers say the word."""

from __future__ import annotations

import hashlib
import json
import string
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainletter.checking import syllables
from plainletter.checking.syllables import Syllables, count_syllables, read_own, respelled, table
from plainletter.errors import ModelError

OWN = (syllables.DATA / "syllables_en_gb.tsv").read_text(encoding="utf-8")
LARGEST_TABLE = 700_000  # bytes: the wheel stays small


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1),
        ("letter", 2),
        ("appointment", 3),
        ("organisation", 5),
        ("emphasised", 3),
        ("centred", 2),
        ("stabilisation", 5),
        ("psychoeducation", 6),
        ("paediatric", 4),
        ("anaesthetist", 4),
        ("oedema", 3),
        ("haemoglobin", 4),
        ("diarrhoea", 4),
        ("ageing", 2),
        ("programme", 2),
        ("counselling", 3),
        ("sertraline", 3),
        ("Physiotherapist", 6),
    ],
)
def test_a_word_of_a_uk_letter_has_the_syllables_that_one_hears(word: str, count: int) -> None:
    assert count_syllables(word) == count


@pytest.mark.parametrize(("word", "count"), [("NHS", 3), ("GP", 2), ("GPs", 2), ("CAMHS", 1), ("ADHD", 4), ("BMJ", 3), ("Dr", 2)])
def test_an_abbreviation_is_counted_as_it_is_said(word: str, count: int) -> None:
    assert count_syllables(word) == count


@pytest.mark.parametrize(
    ("uk", "us"), [("hospitalisations", "hospitalizations"), ("tumourous", "tumorous"), ("caesium", "cesium")]
)
def test_a_uk_spelling_that_no_table_has_is_looked_up_in_its_us_spelling(uk: str, us: str) -> None:
    assert us in respelled(uk)
    assert count_syllables(uk) == count_syllables(us)


@pytest.mark.parametrize(
    ("word", "count"),
    [("signposted", 3), ("nonattendance", 4), ("reassessing", 4), ("clinic's", 2), ("nurse's", 2), ("rebooked", 2)],
)
def test_an_ending_or_a_prefix_is_added_to_a_word_that_the_table_has(word: str, count: int) -> None:
    assert count_syllables(word) == count


@pytest.mark.parametrize(("word", "count"), [("2026", 1), ("50mg", 1), ("230pm", 1)])
def test_a_figure_counts_as_one_syllable_as_textstat_counts_it(word: str, count: int) -> None:
    assert count_syllables(word) == count


def test_the_parts_of_a_hyphened_word_are_added_up() -> None:
    assert Syllables()["follow_up"] == 3
    assert Syllables()["A_and_E"] == 3


def test_a_word_without_end_is_counted_without_looking_for_rules() -> None:
    assert count_syllables("a" * 1_000_000) > 1


@given(st.text(min_size=1))
def test_any_word_has_at_least_one_syllable(word: str) -> None:
    assert count_syllables(word) >= 1


@given(st.text(alphabet=string.ascii_letters, min_size=1))
def test_capitals_make_no_difference(word: str) -> None:
    assert count_syllables(word) == count_syllables(word.lower())


def _own_lines() -> Iterator[tuple[str, str, str]]:
    for line in OWN.splitlines():
        if not line.startswith("#"):
            word, count, said = line.split("\t")
            yield word, count, said


def test_each_word_of_our_own_table_is_parted_into_as_many_syllables_as_it_claims() -> None:
    assert [word for word, count, said in _own_lines() if len(said.split("-")) != int(count)] == []


def test_a_long_word_of_our_own_table_is_spelled_by_its_parts() -> None:
    # Abbreviations are parted as they are said, so only words are compared.
    assert [word for word, _, said in _own_lines() if len(word) > 6 and said.replace("-", "") != word] == []


def test_our_own_table_stands_a_to_z_and_has_no_word_twice() -> None:
    words = [word for word, _, _ in _own_lines()]
    assert words == sorted(set(words))


def test_our_own_table_wins_over_the_dictionary() -> None:
    assert all(table()[word] == count for word, count in read_own(OWN))


def test_the_table_is_the_one_that_the_lock_names_and_small() -> None:
    lock = json.loads((syllables.DATA / "syllables.lock").read_text(encoding="utf-8"))
    packed = (syllables.DATA / "syllables.txt.gz").read_bytes()
    assert hashlib.sha256(packed).hexdigest() == lock["sha256"]
    assert len(packed) <= LARGEST_TABLE
    assert len(lock["source_sha256"]) == 64
    assert "CMUdict" in lock["source"]


@pytest.fixture
def other_data(tmp_path, monkeypatch):
    for name in ("syllables.txt.gz", "syllables.lock", "syllables_en_gb.tsv"):
        (tmp_path / name).write_bytes((syllables.DATA / name).read_bytes())
    monkeypatch.setattr(syllables, "DATA", tmp_path)
    table.cache_clear()
    yield tmp_path
    table.cache_clear()


def test_a_changed_table_is_refused(other_data) -> None:
    with (other_data / "syllables.txt.gz").open("ab") as packed:
        packed.write(b"x")
    with pytest.raises(ModelError, match="has changed"):
        count_syllables("letter")


def test_a_missing_table_is_refused_with_what_to_do(other_data) -> None:
    (other_data / "syllables.txt.gz").unlink()
    with pytest.raises(ModelError, match="install plainletter again"):
        count_syllables("letter")
