"""Joining: one term is one finding, and what drops in replaces its own words alone."""

import pytest

from plainletter.checking.checker import Checker
from plainletter.checking.joining import join_compounds
from plainletter.findings import Finding, Suggestion

TEXT = "Your serum creatinine is raised."


def finding(rule, word, *suggestions, text=TEXT):
    start = text.index(word)
    return Finding(rule, "jargon", "note", start, start + len(word), word, f"Jargon: “{word}”.", "w", "s", (), suggestions)


SERUM = finding("jargon/serum", "serum", Suggestion("swap", "blood"))
CREATININE = finding("jargon/creatinine", "creatinine", Suggestion("explain", "a waste product"))
BOTH = {SERUM.rule, CREATININE.rule}


def test_two_words_of_one_term_are_one_finding_that_keeps_what_both_say():
    [term] = join_compounds([SERUM, CREATININE], TEXT, BOTH)
    assert (term.rule, term.text, term.merged) == ("jargon/serum", "serum creatinine", ("jargon/creatinine",))
    assert TEXT[term.start : term.end] == term.text
    assert term.message == "Jargon: “serum creatinine”."
    swap, explained = term.suggestions
    assert TEXT[swap.start : swap.end] == "serum"
    assert explained == CREATININE.suggestions[0]


@pytest.mark.parametrize("rules", [set(), {SERUM.rule}, {CREATININE.rule}])
def test_words_that_make_no_compounds_stay_apart(rules):
    assert join_compounds([SERUM, CREATININE], TEXT, rules) == [SERUM, CREATININE]


@pytest.mark.parametrize("text", ["Your serum, creatinine and urea.", "Your serum\n\ncreatinine", "Your serum and creatinine"])
def test_words_that_something_parts_stay_apart(text):
    pair = [finding("jargon/serum", "serum", text=text), finding("jargon/creatinine", "creatinine", text=text)]
    assert join_compounds(pair, text, BOTH) == pair


def test_a_term_that_was_met_in_a_longer_one_is_not_found_again():
    report = Checker("letter", scores=False).check("Your serum creatinine is raised. Your creatinine was raised in May too.")
    assert [found.text for found in report.findings if found.category == "jargon"] == ["serum creatinine"]


def test_a_short_form_beside_a_word_is_a_finding_of_its_own():
    report = Checker("note", scores=False).check("U&E NAD, IV abx given.")
    assert [found.text for found in report.findings if found.category == "abbreviation"] == ["U&E", "NAD", "IV", "abx"]


def test_office_english_is_told_to_those_who_write_to_people_and_not_in_a_note_for_colleagues():
    letter, note = (Checker(kind, scores=False).check("You were seen prior to the visit.") for kind in ("letter", "note"))
    assert [found.rule for found in letter.findings if found.category == "jargon"] == ["jargon/prior-to"]
    assert not [found.rule for found in note.findings if found.category == "jargon"]
