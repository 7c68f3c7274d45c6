"""What the fields of a form ask for, and what is said of those that cannot be used."""

import json

import pytest

from plainletter.desk.languagetool.refusing import RefusedError
from plainletter.desk.languagetool.wish import Choice, wish_of

ENGLISH = {"language": "en-GB"}
SECRET = "Rosa was seen at the clinic"


def data(value):
    return ENGLISH | {"data": json.dumps(value)}


def test_a_plain_text_is_its_own_prose():
    assert wish_of(ENGLISH | {"text": SECRET}).text.prose == SECRET


def test_annotated_data_is_read_with_what_stands_for_its_mark_up():
    parts = [{"text": "Dear "}, {"markup": "<b>"}, {"text": "Rosa"}, {"markup": "<br>", "interpretAs": "\n"}]
    text = wish_of(data({"annotation": parts})).text
    assert (text.written, text.prose) == ("Dear <b>Rosa<br>", "Dear Rosa\n")


def test_data_may_hold_a_text_alone():
    assert wish_of(data({"text": "Dear Rosa"})).text.prose == "Dear Rosa"


def test_data_without_any_part_is_the_empty_text():
    assert wish_of(data({"annotation": []})).text.prose == ""


@pytest.mark.parametrize("language", ["en", "en-GB", "en-US", "EN_za", "auto"])
def test_any_english_is_taken(language):
    assert wish_of({"language": language, "text": "x"}).guessed == (language == "auto")


def test_rules_and_categories_are_told_by_their_names_in_any_case():
    fields = {"disabledRules": "missed/dna, UPPERCASE_SENTENCE_START", "enabledCategories": "THREAT", "level": "picky"}
    wanted = Choice(frozenset({"threat"}), frozenset({"missed/dna", "uppercase_sentence_start"}), picky=True)
    assert wish_of(ENGLISH | {"text": "x"} | fields).choice == wanted


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": SECRET}, "Missing 'language'"),
        (ENGLISH, "Missing 'text' or 'data'"),
        (ENGLISH | {"text": SECRET, "data": "{}"}, "not both"),
        ({"language": "de-DE", "text": SECRET}, "English only"),
        ({"language": "enx", "text": SECRET}, "English only"),
        (ENGLISH | {"data": SECRET}, "Could not parse JSON"),
        (ENGLISH | {"data": "[" * 100_000}, "Could not parse JSON"),
        (ENGLISH | {"data": "9" * 10_000}, "Could not parse JSON"),
        (data([SECRET]), "either 'text' or 'annotation'"),
        (data({}), "either 'text' or 'annotation'"),
        (data({"annotation": SECRET}), "has to be a list"),
        (data({"annotation": [{"text": SECRET}, SECRET]}), "part 2 of 'annotation'"),
        (data({"annotation": [{"text": SECRET, "markup": "<b>"}]}), "either the key text or the key markup"),
        (data({"annotation": [{"text": SECRET, "interpretAs": "x"}]}), "belongs to 'markup'"),
        (data({"annotation": [{"markup": 7}]}), "'markup' has to be a text"),
        (data({"annotation": [{"markup": "<b>", "interpretAs": [SECRET]}]}), "'interpretAs' has to be a text"),
        (ENGLISH | {"text": SECRET, "level": "strict"}, "default or picky"),
        (ENGLISH | {"text": SECRET, "mode": "some"}, "'mode' has to be one of"),
        (ENGLISH | {"text": SECRET, "enabledOnly": "true"}, "must specify enabled rules"),
        (ENGLISH | {"text": SECRET, "enabledOnly": "yes", "enabledRules": "a", "disabledRules": "b"}, "cannot specify disabled"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence_without_words_of_the_text(fields, said):
    with pytest.raises(RefusedError, match=said) as caught:
        wish_of(fields)
    assert caught.value.status == 400
    assert "Rosa" not in str(caught.value)
    assert "\n" not in str(caught.value)
