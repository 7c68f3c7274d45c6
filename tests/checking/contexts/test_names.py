import pytest


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Alcoholics Anonymous meets upstairs on Mondays.", "alcoholic"),
        ("Please ring the Substance Misuse Service.", "substance misuse"),
        ("A friend from Victim Support came along.", "victim"),
        ("The National Society for Epilepsy and the Friends of Epileptics Trust write leaflets.", "epileptic"),
    ],
)
def test_a_name_is_what_it_is_called(fate, text, term):
    assert fate(text, term, group="stigma") == "names"


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Alcoholics can come on Mondays.", "alcoholic"),
        ("He met other alcoholics, Anna among them.", "alcoholic"),
        ("ALCOHOLICS ARE WELCOME HERE", "alcoholic"),
        ("I saw Epileptics at the clinic.", "epileptic"),
        ("Broken English, came with a friend.", "broken english"),
        ("The PoP was late.", "the pop be"),
    ],
)
def test_a_capital_alone_makes_no_name(fate, text, term):
    assert fate(text, term, group="stigma") == "found"
