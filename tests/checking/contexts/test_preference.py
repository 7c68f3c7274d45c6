def test_a_persons_own_word_is_never_flagged(fate):
    assert fate("You are autistic, and proud of it.", "autistic", group="stigma", preferences=("autistic",)) == "preference"


def test_the_preference_covers_a_longer_match_that_contains_it(fate):
    assert (
        fate("You are an Addict in Recovery.", "an addict", group="stigma", preferences=("addict in recovery",)) == "preference"
    )


def test_other_words_stay_flagged(fate):
    assert fate("You are an addict.", "addict", group="stigma", preferences=("autistic",)) == "found"
    assert fate("You are an addict.", "addict", group="stigma", preferences=("addict in recovery",)) == "found"
