"""Terms in texts: every spelling a writer may use, and offsets that point into the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import make_checker, make_entry

CHECKER = make_checker(
    make_entry("non-compliant", "fail to {attend,turn up}", "waste … appointment", "did not attend", "{very,} difficult person")
)
EXACT = make_checker(make_entry("SALT", "DNA'd", case_exact=True), group="jargon", every_mention=True)
CLASSES = make_checker(make_entry("missed <number> visits", "see <name> Smith", "<relative> refuser", "{<number>,many} dogs"))


def found(checker, text):
    return [finding.text for finding in checker.check(text).findings]


@pytest.mark.parametrize(
    "written",
    ["non-compliant", "noncompliant", "non compliant", "Non‑Compliant", "NON-COMPLIANT", "non–compliant", "non\u00adcompliant",
     "non-com\u200bpliant", "non-\ncompliant"],
)  # fmt: skip
def test_hyphens_capitals_and_hidden_characters_do_not_matter(written):
    assert found(CHECKER, f"She is {written}, they say.") == [written]


@pytest.mark.parametrize(
    "written", ["didn't attend", "didn’t attend", "did not attend", "does not attend", "DIDN'T ATTEND", "did  not\nattend"]
)
def test_contractions_and_spaces_do_not_matter(written):
    assert found(CHECKER, f"Mr Khan {written} on Friday.") == [written]


@pytest.mark.parametrize("written", ["fail to attend", "failed to turn up", "failing to attend", "fails to turn up"])
def test_a_choice_stands_for_each_of_its_terms_in_every_form(written):
    assert found(CHECKER, f"People who {written} are sent a card.") == [written]


def test_a_gap_takes_up_to_four_words_of_the_same_sentence():
    assert found(CHECKER, "You wasted two of our new appointments.") == ["wasted two of our new appointments"]
    assert found(CHECKER, "You wasted one, two, three of our many new appointments.") == []
    assert found(CHECKER, "Nothing was wasted. Your appointment is on Friday.") == []


def test_an_optional_word_may_be_missing():
    assert found(CHECKER, "A difficult person. A very difficult person.") == ["difficult person", "very difficult person"]


def test_exact_terms_keep_their_capitals():
    assert found(EXACT, "SALT will see you. Pass the salt. Salt is fine. She DNA'd, she dna'd.") == ["SALT", "DNA'd"]


def test_classes_and_sets_match_their_members():
    assert found(CLASSES, "You missed three visits. You missed 4 visits. You missed some visits.") == [
        "missed three visits",
        "missed 4 visits",
    ]
    assert found(CLASSES, "A daughter refuser and a bread refuser.") == ["daughter refuser"]
    assert found(CLASSES, "There were 14 dogs, many dogs, some dogs.") == ["14 dogs", "many dogs"]
    assert found(CLASSES, "Please see Anna Smith, and see old Smith.") == ["see Anna Smith"]


@given(
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.sampled_from(["", "\r\n", "\n\n", "👩‍👩‍👧 ", "e\u0301 ", "\ufeff", "ﬁ "]),
    st.text(max_size=60),
)
def test_a_finding_is_always_the_slice_of_the_text(before, middle, after):
    text = f"{before}{middle} She is non-com\u00adpliant. {after}"
    report = CHECKER.check(text)
    for hit in (*report.findings, *report.suppressed):
        assert text[hit.start : hit.end] == hit.text


@given(st.lists(st.sampled_from(["She is non-compliant.", "All is well.", "You wasted an appointment."]), min_size=1, max_size=6))
def test_checking_paragraphs_together_finds_what_checking_each_finds(paragraphs):
    together = [finding.text for finding in CHECKER.check("\n\n".join(paragraphs)).findings]
    assert together == [text for paragraph in paragraphs for text in found(CHECKER, paragraph)]
