import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainletter.checking.prose import LONGEST, fold, fold_text
from plainletter.documents import Block, Document, read_text

INVISIBLE = ("\u00ad", "\u200b", "\u200d", "\ufeff", "\u2060", "\u200e")


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("non\u2011compliant", "non-compliant"),
        ("non\u2013compliant", "non-compliant"),
        ("didn\u2019t", "didn't"),
        ("com\u00adpliant", "compliant"),
        ("com\u200bpliant", "compliant"),
        ("e\ufb03cient", "efficient"),
        ("cafe\u0301", "café"),
        ("ＤＮＡ", "DNA"),
        ("self-\nharm", "self-harm"),
        ("non\u00ad\ncompliant", "noncompliant"),
        ("3\u20135 May", "3\u20135 May"),
        ("she said \u2013 no", "she said \u2013 no"),
    ],
)
def test_what_looks_the_same_is_folded_to_the_same(written, folded):
    assert fold_text(written) == folded


def test_a_span_of_the_folded_text_leads_back_to_the_original():
    text = "Dear Siân,\n\nYou were non\u2011com\u00adpliant, e\ufb03ciently so."
    prose = fold(read_text(text))
    for word, original in (("non-compliant", "non\u2011com\u00adpliant"), ("efficiently", "e\ufb03ciently")):
        start = prose.text.index(word)
        first, last = prose.source_span(start, start + len(word))
        assert text[first:last] == original


def test_runs_that_touch_are_one_word():
    text = "You are **non**-compliant."
    document = Document(text, (Block("paragraph", ((0, 8), (10, 13), (15, 26))),))
    prose = fold(document)
    assert prose.text.strip() == "You are non-compliant."
    start = prose.text.index("non-compliant")
    first, last = prose.source_span(start, start + len("non-compliant"))
    assert text[first:last] == "non**-compliant"


def test_a_character_reference_is_the_character_it_stands_for():
    text = "You did&nbsp;not come &amp; that is fine. A plain R&D; stays."
    prose = fold(read_text(text, format="markdown"))
    assert "did\u00a0not come & that" in prose.text
    assert "R&D; stays" in prose.text
    assert "&nbsp;" in fold(read_text(text)).text


def test_a_block_without_end_is_cut_at_white_space_and_loses_nothing():
    text = "a word " * 20_000
    prose = fold(Document(text, (Block("paragraph", ((0, len(text)),)),)))
    assert max(passage.end - passage.start for passage in prose.passages) <= LONGEST
    assert sum(prose.text[p.start : p.end].count("word") for p in prose.passages) == 20_000


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_every_character_of_the_folded_text_comes_from_the_original_in_order(text):
    prose = fold(Document(text, (Block("paragraph", ((0, len(text)),)),)))
    length = prose.passages[0].end if prose.passages else 0
    spans = [prose.source_span(i, i + 1) for i in range(length)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_folding_twice_changes_nothing_more(text):
    once = fold_text(text)
    assert fold_text(once) == once or unicodedata.normalize("NFC", once) != once


@given(st.sampled_from(INVISIBLE), st.integers(1, 8))
def test_invisible_characters_hide_no_word(invisible, place):
    assert fold_text("compliant"[:place] + invisible + "compliant"[place:]) == "compliant"
