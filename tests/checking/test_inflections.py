import pytest

from plainletter.checking.inflections import forms


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("fail", {"fail", "fails", "failed", "failing"}),
        ("failed", {"fail", "fails", "failed", "failing"}),
        ("be", {"be", "am", "is", "are", "was", "were", "been", "being"}),
        ("catastrophise", {"catastrophises", "catastrophised", "catastrophizing"}),
        ("child", {"child", "children"}),
        ("go", {"goes", "went", "gone", "going"}),
    ],
)
def test_a_word_stands_for_its_inflections(word, expected):
    assert expected <= set(forms(word, "all"))


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organise", "organize"),
        ("behaviour", "behavior"),
        ("anaemia", "anemia"),
        ("oedema", "edema"),
        ("paediatric", "pediatric"),
        ("centre", "center"),
        ("programme", "program"),
        ("counselling", "counseling"),
        ("diarrhoea", "diarrhea"),
        ("fibre", "fiber"),
    ],
)
def test_a_british_spelling_stands_for_the_american_one(british, american):
    assert american in forms(british, "all")


def test_a_word_that_is_its_own_base_is_not_taken_for_another():
    assert "leave" not in forms("left", "all")
    assert "bad" not in forms("worse", "all")


def test_an_entry_can_ask_for_one_word_class_or_none():
    assert set(forms("refuse", "noun")) == {"refuse"}
    assert set(forms("present", "none")) == {"present"}
    assert "presents" in forms("present", "noun")


@pytest.mark.parametrize("word", ["the", "you", "not", "with", "should"])
def test_small_words_stand_as_written(word):
    assert forms(word, "all") == (word,)
