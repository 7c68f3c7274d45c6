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


@pytest.mark.parametrize(
    "text",
    [
        "Our driver failed to ring.",
        "The night nurse failed to ring.",
        "Two of our carers failed to ring.",
        "The council failed to ring.",
    ],
)
def test_the_service_and_its_staff_are_not_the_reader(fate, text):
    assert fate(text, "fail to ring") == "ownership"


@pytest.mark.parametrize(
    "text",
    [
        "You met our driver and failed to ring.",
        "Our tenants failed to ring.",
        "Mum saw the nurse, then failed to ring.",
        "We can only help those who do not fail to ring.",
    ],
)
def test_the_service_beside_the_reader_does_not_take_the_blame(fate, text):
    assert fate(text, "fail to ring") != "ownership"
