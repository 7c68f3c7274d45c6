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


@pytest.mark.parametrize(
    "text",
    [
        "We do not think that you were ever rude or that you let us down.",
        "We will not close your file because you let us down.",
        "Your money will not be stopped if you let us down.",
        "It would be wrong to say that you let us down.",
        "It is a myth that people like you let us down.",
        "Your notes wrongly say that you let us down.",
        "Hardly anybody who lives here has let us down.",
    ],
)
def test_what_is_taken_back_or_will_not_follow_blames_nobody(fate, text):
    assert fate(text, "let us down") == "negation"


@pytest.mark.parametrize(
    "text",
    [
        "We will not offer you a fourth visit because you let us down.",
        "It would be wise not to let us down.",
        "We do not tolerate people who let us down.",
        "Nobody likes it when you let us down.",
        "I can think of no reason why you let us down.",
        "You were wrong to say so, and you let us down.",
        "I do not think you are well, but you let us down.",
    ],
)
def test_a_refusal_advice_or_reproach_denies_nothing(fate, text):
    assert fate(text, "let us down") == "found"
