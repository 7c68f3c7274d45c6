import pytest


@pytest.mark.parametrize(
    "text",
    [
        "We write “missed her visit” instead of “broke the rules”.",
        "Please avoid broke the rules in letters.",
        "The phrase “broke the rules” does not help anybody.",
        "“Broke the rules” is an old term that we have dropped.",
        "Words such as broke the rules make people feel small.",
    ],
)
def test_a_word_that_is_named_is_not_used(fate, text):
    assert fate(text, "break the rules") == "mention"


@pytest.mark.parametrize(
    "text",
    [
        "You broke the rules instead of asking us.",
        "He broke the rules, a phrase later written in the file by others.",
        "To avoid a fine, we told the team that you broke the rules.",
    ],
)
def test_a_word_that_is_used_is_found_though_another_is_named(fate, text):
    assert fate(text, "break the rules") == "found"


def test_in_guidance_a_list_of_words_is_a_list_of_words(fate):
    text = "Words we avoid\n\n- broke the rules\n- a failure\n"
    assert fate(text, "break the rules", doc_type="guidance") == "mention"
    assert fate("What you did\n\n- broke the rules\n- shouted\n", "break the rules", doc_type="letter") == "found"
