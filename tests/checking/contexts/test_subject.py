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


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ana, The man who robbed you refused the test.",
        "Dear Ana, Your former partner refused the test.",
        "Dear Ana, Your ex-wife came. She refused the test.",
        "Dear Ana, The tenant below, who threatened your children, moved. The neighbour who hit you refused the test.",
        "Dear Ana, Those who were convicted of it refused the test.",
        "Dear Ana, A violent husband may do this. Bullies refused the test.",
        "Dear Ana, You know what he did to you. He refused the test.",
        "Dear Ana, The boys who bullied you at the bus stop refused the test.",
        "Ex-partner came to the ward, refused the test.",
    ],
)
def test_somebody_who_did_harm_does_it_however_they_are_named(fate, text):
    assert fate(text, "refuse") == "subject"
    assert fate(text, "refuse", **REFUSE) == "subject"


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ana, The man who robbed you was there, and you refused the test.",
        "Dear Ana, You told your ex-wife, and you refused the test.",
        "Dear Mr Abe, Your son, who hit a child, refused the test.",
        "Dear Mr Abe, Your son hit two children. He refused the test.",
        "The ex-partner hurt her. She refused the test.",
        "The man who pushed him has gone. He refused the test.",
        "Ex-soldier, refused the test.",
        "The letter that followed your visit says why you refused the test.",
    ],
)
def test_the_client_does_it_though_a_harmer_is_near(fate, text):
    assert fate(text, "refuse") == "found"


def test_the_clause_about_a_partner_who_may_do_harm_is_told_by_the_help_that_follows(fate):
    assert fate("If your partner refuses to stop, ring us on 0300 123.", "refuse") == "subject"
    assert fate("If you refuse to stop, ring us on 0300 123.", "refuse") == "found"
