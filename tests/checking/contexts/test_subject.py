import pytest

REFUSE = {"subject": "person"}


@pytest.mark.parametrize(
    "text",
    [
        "You refused the blood test.",
        "Mum has repeatedly refused the blood test.",
        "Mrs Adeyemi still refused the blood test.",
        "Pt refused bloods overnight.",
        "Refused bloods x2.",
        "Having refused the test twice, you were sent a letter.",
        "Your daughter came with you and refused the test.",
        "Callum, who lives with his gran, refused the test.",
    ],
)
def test_the_client_or_the_family_does_it(fate, text):
    assert fate(text, "refuse", **REFUSE) == "found"


@pytest.mark.parametrize(
    "text",
    [
        "The council refused your claim.",
        "Our insurer has now refused to pay.",
        "We refused the offer of a smaller room.",
        "The old lock refused to open.",
        "Your ex-husband was there. He refused to leave.",
        "You said that he refused to go and smashed your phone.",
        "You were refused a place on the course.",
        "You rang the police that night. He refused to come out.",
        "You told me what happened. He kicked the bins over and refused to go.",
        "The registrar whom your mother met refused to sign.",
    ],
)
def test_somebody_or_something_else_does_it(fate, text):
    assert fate(text, "refuse", **REFUSE) in ("subject", "ownership")


def test_without_a_model_the_doubtful_is_left_alone(fate):
    doubtful = "The neighbour of your aunt came round and refused the parcel."
    assert fate(doubtful, "refuse", model=False, **REFUSE) == "subject"
    assert fate("You refused the parcel.", "refuse", model=False, **REFUSE) == "found"


def test_a_thing_as_subject_can_be_asked_for(fate):
    assert (
        fate("The scan showed progression, and the tumour is progressing.", "progressing", subject="thing", group="jargon")
        == "found"
    )
    assert fate("You are progressing well.", "progressing", subject="thing", group="jargon") == "subject"
