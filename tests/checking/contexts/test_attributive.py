import pytest

NAMED = {"contexts": ("attributive",), "group": "stigma"}


@pytest.mark.parametrize(
    "text",
    ["Diabetic foot checks take an hour.", "He has diabetic retinopathy.", "Ask about the diabetic foot clinic."],
)
def test_a_condition_word_may_describe_a_thing(fate, text):
    assert fate(text, "diabetic", **NAMED) == "attributive"


@pytest.mark.parametrize(
    "text",
    [
        "As a diabetic you know this.",
        "Diabetics should come at nine.",
        "The diabetic in bed four is hungry.",
        "Her mother is diabetic.",
        "A diabetic patient came.",
    ],
)
def test_a_condition_word_for_a_person_is_found(fate, text):
    assert fate(text, "diabetic", **NAMED) == "found"
