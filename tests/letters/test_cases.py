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


@pytest.mark.parametrize("name", NAMES)
def test_the_gates_that_a_case_expects_speak(name):
    said = {gate.id for gate in deliver(case(name, answers=False)).gates}
    wanted = {
        gate
        for gate in expected(name)["gates"]
        if gate.startswith(("consent_", "hint_of_", "third_party_X", "plan_line_", "art", "large"))
    }
    for gate in wanted:
        assert any(gate == one or gate.startswith(one) or one.startswith(gate.rpartition("_never")[0] or gate) for one in said), (
            gate
        )
