"""Packs and contested wording: one setting switches them."""

import pytest

from plainletter import Checker, ConfigError
from plainletter.checking.selection import rules_off
from plainletter.lexicon import load_lexicon
from plainletter.lexicon.packs import ON_REQUEST, PACKS, packs_in_force
from tests.conftest import make_checker, make_entry

TEXT = "You have schizophrenia."
DECLINED = "You declined the scan."


def found(checker, text):
    return [(finding.rule, finding.severity) for finding in checker.check(text).findings]


def test_all_packs_are_on_but_those_on_request():
    assert packs_in_force() == set(PACKS) - {"formulation"}
    assert packs_in_force(["formulation"], ["weight"]) == set(PACKS) - {"weight"}


def test_the_formulation_pack_is_off_until_it_is_asked_for():
    rule = ("diagnosis/schizophrenia", "note")
    assert rule not in found(Checker("letter", scores=False), TEXT)
    assert rule in found(Checker("letter", scores=False, packs=["formulation"]), TEXT)


def test_a_rule_that_is_selected_by_name_needs_no_pack():
    assert found(Checker("letter", scores=False, select=["diagnosis/schizophrenia"]), TEXT) == [
        ("diagnosis/schizophrenia", "note")
    ]
    assert found(Checker("letter", scores=False, select=["diagnosis"]), TEXT) == []


def test_an_entry_of_a_pack_goes_with_its_pack():
    entry = make_entry("big tummy", packs=("maternity",))
    assert found(make_checker(entry), "Your big tummy.")
    assert found(make_checker(entry, without_packs=["maternity"]), "Your big tummy.") == []
    assert found(make_checker(entry, without_packs=["weight"]), "Your big tummy.")


def test_an_entry_of_two_packs_stays_while_one_is_on():
    entry = make_entry("big tummy", packs=("maternity", "weight"))
    assert found(make_checker(entry, without_packs=["weight"]), "Your big tummy.")
    assert found(make_checker(entry, without_packs=["weight", "maternity"]), "Your big tummy.") == []


@pytest.mark.parametrize(("contested", "severity"), [("note", ["note"]), ("warning", ["warning"]), ("off", [])])
def test_contested_wording_is_a_note_a_warning_or_off(contested, severity):
    entry = make_entry("decline", severity="note", contested="One guide offers it as the cure; another calls it blame.")
    assert [level for _, level in found(make_checker(entry, contested=contested), DECLINED)] == severity


def test_a_contested_note_shows_both_views():
    entry = make_entry("decline", severity="note", contested="One guide offers it as the cure; another calls it blame.")
    (finding,) = make_checker(entry).check(DECLINED).findings
    assert finding.why.endswith("Guides disagree: One guide offers it as the cure; another calls it blame.")


def test_other_wording_is_as_severe_as_before():
    entry = make_entry("decline")
    for contested in ("note", "off", "warning"):
        assert found(make_checker(entry, contested=contested), DECLINED) == [("test/entry", "warning")]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"packs": ["formulaton"]}, "there is no pack “formulaton”; did you mean formulation"),
        ({"without_packs": ["zzz"]}, "the packs are children, dementia"),
        ({"packs": "weight"}, "takes a list of texts"),
        ({"packs": ["weight"], "without_packs": ["weight"]}, "both asked for and switched off"),
        ({"contested": "quiet"}, "contested must be one of note, off, warning"),
    ],
)
def test_a_wrong_pack_or_setting_is_said_in_one_sentence(options, says):
    with pytest.raises(ConfigError, match=says):
        Checker(**options)


def test_each_pack_on_request_has_contested_notes_with_both_views():
    entries = [entry for entry in load_lexicon().entries if not ON_REQUEST.isdisjoint(entry.packs)]
    assert 15 <= len(entries) <= 40
    assert all(entry.contested and entry.severity == "note" for entry in entries)
    assert rules_off(entries) == {entry.rule for entry in entries}
