import pytest

MUST = {"contexts": ("safety",), "group": "power"}


@pytest.mark.parametrize(
    "text",
    [
        "You must not drive for two days, because the sedation slows your reactions.",
        "If your chest hurts you must ring 999.",
        "You must not eat after midnight so that the anaesthetic is safe.",
    ],
)
def test_a_safety_instruction_with_its_reason_may_be_firm(fate, text):
    assert fate(text, "you must", **MUST) == "safety"


@pytest.mark.parametrize(
    "text",
    ["You must be here at nine because the doctor is busy.", "You must not drive.", "You must ring the secretary."],
)
def test_an_order_without_a_safety_reason_is_an_order(fate, text):
    assert fate(text, "you must", **MUST) == "found"


def test_the_reason_may_be_the_next_sentence(fate):
    never = {"contexts": ("safety",), "group": "power"}
    assert fate("Never leave the pan alone. Hot oil can burn a child.", "never leave", **never) == "safety"
    assert fate("Never leave the pan alone. Our cook will be cross.", "never leave", **never) == "found"
    assert fate("You must never leave early. Smokers may harm others.", "never leave", **never) == "found"
