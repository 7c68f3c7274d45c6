"""The four development cases: every expected line holds, in all four formats, and without answers nothing leaks."""

import json
from pathlib import Path

import pytest
import tomlkit
from expected import broken_lines, leaking_lines

from plainletter.letters.case import Case
from plainletter.letters.delivery import deliver

CASES = Path(__file__).parent / "cases"
NAMES = ("dev1", "dev2", "dev3", "dev4")
WEAKER = {
    "as given": (),
    "without also_touches": ("also_touches",),
    "without hints too": ("also_touches", "hints"),
}


def expected(name):
    return json.loads((CASES / f"{name}.expected.json").read_text(encoding="utf-8"))


def case(name, without=(), answers=True):
    data = tomlkit.parse((CASES / f"{name}.toml").read_text(encoding="utf-8")).unwrap()
    data["marks"] = [{key: value for key, value in mark.items() if key not in without} for mark in data["marks"]]
    if not answers:
        data |= {"rewordings": [], "helpline_choices": []}
        data["client"].get("language", {}).pop("arranged", None)
    return Case.model_validate(data)


@pytest.mark.parametrize("without", WEAKER.values(), ids=WEAKER)
@pytest.mark.parametrize("name", NAMES)
def test_every_expected_line_holds_in_every_format(name, without):
    assert list(broken_lines(expected(name), deliver(case(name, without)))) == []


@pytest.mark.parametrize("without", WEAKER.values(), ids=WEAKER)
@pytest.mark.parametrize("name", NAMES)
def test_a_copy_that_would_betray_something_is_stopped_until_somebody_answers(name, without):
    delivery = deliver(case(name, without, answers=False))
    assert list(leaking_lines(expected(name), delivery)) == []
    assert any(gate.stops for gate in delivery.gates)


STOPS = {
    "dev1": {"hint_of_C1_in_P2", "hint_of_C1_in_M1", "hint_of_C1_in_crisis"},
    "dev2": {"third_party_X1_in_P2", "hint_of_C1_in_P1", "hint_of_C1_in_P5", "child_wording_missing_P3"},
    "dev3": {"plan_line_rests_on_corrected_fact_P5", "third_party_X1_in_T4", "hint_of_C1_in_P3"},
    "dev4": {"translation_or_interpreter_recorded", "hint_of_C1_in_P2", "hint_of_C1_in_P4"},
}
SAID_TWICE = {"dev2": {"hint_of_C2_in_P2", "hint_of_service_in_P1"}}  # the same two lines, by another road
NOTES = {
    "dev1": {"consent_denied_employer"},
    "dev2": {"under_16_sharing_decision_recorded"},
    "dev3": {"consent_withdrawn_lunch_club", "art16_clock_started_2026-09-21", "art19_notice_due_gp", "large_print_24_needed"},
    "dev4": {"unsafe_address_blocks_post", "no_call_no_voicemail", "text_only_inside_window", "letter_held_for_hand_over"},
}


@pytest.mark.parametrize("name", NAMES)
def test_it_stops_at_the_questions_of_the_case_and_at_no_others(name):
    gates = deliver(case(name, answers=False)).gates
    assert {gate.id for gate in gates if gate.stops} - SAID_TWICE.get(name, set()) == STOPS[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_author_is_told_what_else_matters(name):
    assert NOTES[name] <= {gate.id for gate in deliver(case(name)).gates if not gate.stops}
