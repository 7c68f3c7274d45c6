import pytest

VERB = {"word_class": "verb"}


@pytest.mark.parametrize("text", ["The refuse is collected on Tuesdays.", "Household refuse goes in the grey bin."])
def test_a_noun_is_not_the_verb(fate, text):
    assert fate(text, "refuse", **VERB) == "homographs"


@pytest.mark.parametrize(
    "text", ["You refuse every offer.", "They often refuse to come.", "Parents refuse this clinic.", "Refused bloods x2."]
)
def test_the_verb_is_found(fate, text):
    assert fate(text, "refuse", **VERB) == "found"


def test_a_noun_can_be_asked_for(fate):
    assert fate("He had a fit on Monday.", "fit", word_class="noun") == "found"
    assert fate("The shoes fit well.", "fit", word_class="noun") == "homographs"


def test_without_a_model_only_plain_cases_are_told(fate):
    assert fate("Household refuse goes in the grey bin.", "refuse", model=False, **VERB) == "homographs"
    assert fate("You refuse every offer.", "refuse", model=False, **VERB) == "found"
