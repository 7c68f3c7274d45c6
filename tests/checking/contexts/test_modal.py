import pytest

MUST = {"contexts": ("modal",), "group": "power"}


@pytest.mark.parametrize(
    "text",
    [
        "You must have been very frightened.",
        "You must be exhausted.",
        "You should get a letter within ten days.",
        "You should feel better soon.",
        "Should you wish to come earlier, ring us.",
        "You should be able to climb the stairs by June.",
    ],
)
def test_guesses_and_hopes_are_no_orders(fate, text):
    assert fate(text, "you {must,should}", "should you", **MUST) == "modal"


@pytest.mark.parametrize(
    "text",
    ["You must attend every week.", "You should lose weight.", "You must be on time.", "You should not have a bath alone."],
)
def test_orders_are_orders(fate, text):
    assert fate(text, "you {must,should}", **MUST) == "found"


def test_an_entry_that_does_not_ask_for_it_is_not_cleared(fate):
    assert fate("You must have been very frightened.", "you must", group="power") == "found"
