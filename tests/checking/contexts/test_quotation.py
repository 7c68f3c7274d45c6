import pytest


@pytest.mark.parametrize(
    "text",
    [
        "You told me, “I felt like such a failure that week.”",
        "Your son said ‘she thinks I am a failure at all of it’ and left.",
        'In your words: "a failure from the first day".',
        "The last letter called you ‘a failure’, and I am sorry.",
        "You described yourself as a failure when we met.",
        "You said that you had been a failure, and cried.",
    ],
)
def test_words_that_somebody_said_are_theirs(fate, text):
    assert fate(text, "a failure") == "quotation"


@pytest.mark.parametrize(
    "text",
    [
        "The scheme was a failure.",
        "You brought a list of your “failures” to clinic.",
        "She has ‘a failure’ with every tenancy.",
        "Sam's and Jo's plans: a failure from the first day, and nobody's fault but theirs.",
    ],
)
def test_scare_quotes_and_apostrophes_are_not_quotations(fate, text):
    assert fate(text, "failure") == "found"


def test_a_quotation_may_run_over_several_sentences(fate):
    text = "You wrote: “It was a long night. I was a failure. Nobody came.” Thank you for telling me."
    assert fate(text, "a failure") == "quotation"


def test_a_lone_quotation_mark_quotes_nothing(fate):
    assert fate("He measured 6' and was a failure at school, 5\" of rain fell.", "a failure") == "found"
