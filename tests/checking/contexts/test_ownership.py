import pytest


@pytest.mark.parametrize(
    "text",
    [
        "We failed to ring you back.",
        "I am sorry that we have failed to answer.",
        "I also failed to tell you about the delay.",
        "You should not have been left alone when the clinic failed to ring.",
    ],
)
def test_a_service_may_blame_itself(fate, text):
    assert fate(text, "fail to {ring,answer,tell}") == "ownership"


@pytest.mark.parametrize(
    "text", ["You failed to ring us back.", "We waited, and you failed to ring.", "I know that you failed to ring."]
)
def test_blame_of_the_reader_stays_blame(fate, text):
    assert fate(text, "fail to ring") == "found"


def test_power_over_people_is_not_an_apology(fate):
    assert fate("We have decided that the visits stop.", "have decided that", group="power") == "found"
