import pytest

from tests.conftest import make_checker, make_entry

CHECKER = make_checker(make_entry("hypertension"), make_entry("CMHT", "EMDR", rule="test/short", case_exact=True), group="jargon")


def found(text):
    return [finding.text for finding in CHECKER.check(text).findings]


@pytest.mark.parametrize(
    "text",
    [
        "You have hypertension (high blood pressure).",
        "You have hypertension, which means high blood pressure.",
        "You have high blood pressure (hypertension).",
        "You have high blood pressure, called hypertension.",
        "Hypertension is when your blood pushes too hard.",
        "Your community mental health team (CMHT) will ring you.",
        "The CMHT (community mental health team) will ring you.",
        "We offer EMDR, a talking treatment with eye movements.",
    ],
)
def test_what_the_text_explains_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "You have hypertension.",
        "You have hypertension (2019).",
        "You have hypertension (see page 3).",
        "You have hypertension and, as you said, little sleep.",
        "You have a cough, a rash and hypertension.",
    ],
)
def test_what_is_not_explained_is_found(text):
    assert found(text) == ["hypertension"]


def test_an_explanation_that_is_jargon_explains_nothing():
    assert found("You have hypertension (known to your CMHT since May).") == ["hypertension", "CMHT"]


def test_what_was_explained_once_is_known_afterwards():
    assert found("You have hypertension (high blood pressure). Hypertension is common.") == []
    assert found("Hypertension is common. You have hypertension (high blood pressure).") == ["Hypertension"]
