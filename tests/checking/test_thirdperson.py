"""Whom "she" means: the reader of the letter, or somebody else."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainletter import Checker
from tests.conftest import SETS

_MARK = re.compile(r"\[\[(.*?)\]\]")
_RULES = ("third_person/he-or-she", "third_person/name-in-own-letter", "third_person/mum")
WORDS = """she her hers he him they them Isla Isla's Mum your mother baby you , . and that Dr Shah rang Mrs Lowe said - ( ) “ ”
the patient this 42-year-old lady nurse May 3""".split()
_LETTERS = tomllib.loads((Path(__file__).parent / "letters" / "third_person.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def readers():
    return Checker(scores=False, select=_RULES, every_mention=True)


def unmarked(marked):
    text, spans, past = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[past : match.start()]
        spans.append((len(text), match[1]))
        text += match[1]
        past = match.end()
    return text + marked[past:], spans


@pytest.mark.parametrize(
    "marked", [pytest.param(text, id=f"{group}-{name}") for group, letters in _LETTERS.items() for name, text in letters.items()]
)
def test_what_means_the_reader_is_found_and_nothing_else(readers, marked):
    text, spans = unmarked(marked)
    found = [(finding.start, finding.text) for finding in readers.check(text).findings]
    # "Yusuf's" is a name and its ending: the name is what is found.
    assert found == [(start, name.removesuffix("'s")) for start, name in spans]


def test_the_first_of_each_kind_is_found_and_the_others_are_counted():
    text = "Dear Tom,\n\nTom was seen on Monday. He fell twice, and he hurt his wrist. I have asked the nurse to ring Tom."
    findings = Checker(scores=False, select=_RULES).check(text).findings
    assert [(finding.text, finding.count) for finding in findings] == [("Tom", 2), ("He", 3)]


@pytest.mark.parametrize(("doc_type", "found"), [("letter", ["She"]), ("outreach", ["She"]), ("note", []), ("guidance", [])])
def test_messages_count_as_letters_do_and_records_and_guidance_do_not(doc_type, found):
    checker = Checker(doc_type, scores=False, select=_RULES)
    text = "Hi Priya, the scan was clear. She can eat and drink as normal."
    assert [finding.text for finding in checker.check(text).findings] == found


def test_who_else_is_meant_is_told_among_what_was_left_alone(readers):
    report = readers.check("Dear Isla,\n\nYour mother rang me. She is worried.")
    assert [(match.text, match.context) for match in report.suppressed] == [("She", "reader")]


def test_a_rule_that_is_ignored_says_nothing():
    text = "Dear Tom,\n\nTom was seen on Monday. He fell twice."
    found = Checker(scores=False, select=["third_person"], ignore=["third_person/he-or-she"]).check(text).findings
    assert {finding.rule for finding in found} == {"third_person/name-in-own-letter"}


@given(name=st.sampled_from(SETS["she_names"]), other=st.sampled_from(("He", "Him", "His")))
@settings(max_examples=60, deadline=None)
def test_he_is_never_somebody_whose_name_goes_with_she(readers, name, other):
    text = f"Dear {name.title()},\n\nThe bus was late. {other} too, it seems, and so it went on."
    assert readers.check(text).findings == ()


@given(number=st.integers(0, 3), words=st.lists(st.sampled_from(WORDS), max_size=40))
@settings(max_examples=100, deadline=None)
def test_a_letter_to_a_professional_has_no_reader_to_talk_about(readers, number, words):
    greeting = ("Dear Dr Shah", "Dear Colleague", "Dear Social Worker", "To whom it may concern")[number]
    text = f"{greeting},\n\n{' '.join(words)}."
    assert readers.check(text).findings == ()


@given(words=st.lists(st.sampled_from(WORDS), max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_words_in_any_order_slice_the_text(readers, words):
    text = f"Dear Isla,\n\n{' '.join(words)}"
    assert all(text[finding.start : finding.end] == finding.text for finding in readers.check(text).findings)


def test_there_are_letters_both_ways():
    letters = [text for group in _LETTERS.values() for text in group.values()]
    assert len(letters) >= 80
    assert sum("[[" in text for text in letters) >= 30
    assert sum("[[" not in text for text in letters) >= 40
