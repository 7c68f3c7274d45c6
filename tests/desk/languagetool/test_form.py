"""The form that a client posts, as clients write it."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainletter.desk.languagetool.describing import FORM
from plainletter.desk.languagetool.form import FIELDS, fields_of
from plainletter.desk.languagetool.refusing import RefusedError

TEXTS = st.text(st.characters(exclude_categories=("Cs",)))


@given(TEXTS)
def test_every_text_comes_out_of_an_encoded_form_as_it_went_in(text):
    fields = {"language": "en-GB", "text": text, "disabledRules": "A,B"}
    assert fields_of(urlencode(fields).encode()) == fields


@pytest.mark.parametrize(
    "text",
    [
        "Tom & Ann are 50% better + café 🙂 a=b; done",
        "Open https://example.org/?x=1&y=2 and call 0300 100%20",
        "One\r\nTwo & three",
    ],
)
def test_a_text_that_libreoffice_sends_as_it_stands_is_taken_as_it_stands(text):
    body = f"text={text}&language=en-GB&username=me&apiKey=secret".encode()
    assert fields_of(body) == {"text": text, "language": "en-GB", "username": "me", "apiKey": "secret"}


def test_a_line_end_behind_an_encoded_form_does_not_make_it_a_raw_one():
    assert fields_of(b"text=a%20b&language=en\n") == {"text": "a b", "language": "en"}


@pytest.mark.parametrize("body", [b"text=%ff&language=en", b"text=caf\xe9 noir&language=en", b"text=caf\xe9&language=en"])
def test_a_form_in_another_encoding_is_refused_without_its_words(body):
    with pytest.raises(RefusedError, match="not UTF-8") as caught:
        fields_of(body)
    assert "caf" not in str(caught.value)


def test_an_empty_body_is_a_form_without_fields():
    assert fields_of(b"").get("text") is None


def test_the_description_of_the_api_names_every_field():
    form = FORM["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]
    assert set(form["properties"]) == set(FIELDS)
