import pytest


@pytest.mark.parametrize(
    "text",
    [
        "You did not let us down.",
        "Nobody thinks that you let us down.",
        "That does not mean, now or later, that you let us down.",
        "Many parents worry that they let their children down.",
        "You never let us down.",
        "It is common to feel that you let people down.",
    ],
)
def test_blame_that_is_denied_blames_nobody(fate, text):
    assert fate(text, "let {us,people,their children} down") == "negation"


@pytest.mark.parametrize(
    "text",
    [
        "It was not raining, but you let us down.",
        "You not only let us down: you told everyone.",
        "There is no doubt that you let us down.",
        "Not for the first time, you let us down.",
        "If you do not come you will have let us down.",
        "If nobody rings you will let us down.",
        "One thing: do not let us down.",
        "Try not to let us down.",
    ],
)
def test_a_negation_elsewhere_in_the_sentence_denies_nothing(fate, text):
    assert fate(text, "let us down") == "found"


def test_a_word_that_stigmatises_does_so_even_when_denied(fate):
    assert fate("He is not a junkie.", "junkie", group="stigma") == "found"
    assert fate("There is no pyrexia.", "pyrexia", group="jargon") == "found"
