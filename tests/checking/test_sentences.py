import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainletter.checking.sentences import split_sentences


def split(text):
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("You saw Dr. Patel. She was kind.", ["You saw Dr. Patel.", "She was kind."]),
        ("Bring fruit, e.g. apples. Water too.", ["Bring fruit, e.g. apples.", "Water too."]),
        ("Come at 2.30pm on 3 May. Ring first.", ["Come at 2.30pm on 3 May.", "Ring first."]),
        ("Mr. J. K. Osei came. He sat.", ["Mr. J. K. Osei came.", "He sat."]),
        ("“Is it over?” you asked. It was.", ["“Is it over?” you asked.", "It was."]),
        ("Stop! Why now? We wait…", ["Stop!", "Why now?", "We wait…"]),
        ("You waited ... and waited. Then you left.", ["You waited ... and waited.", "Then you left."]),
        ("St. Mary's Hospital, approx. 3 miles away.", ["St. Mary's Hospital, approx. 3 miles away."]),
        ("Your dose is 2.5 mg. take it at night.", ["Your dose is 2.5 mg. take it at night."]),
        ("He came in May. (She did not.) They left.", ["He came in May.", "(She did not.)", "They left."]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, sentences):
    assert split(text) == sentences


@given(st.text(max_size=300))
def test_sentences_cover_all_but_the_white_space(text):
    assert "".join("".join(split(text)).split()) == "".join(text.split())
