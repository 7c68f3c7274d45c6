import pytest

from plainletter.lexicon.notation import Choice, Gap, Named, Word, parse_term

SETS = {"person", "test"}


def test_words_choices_gaps_and_sets_are_told_apart():
    assert parse_term("waste … {an appointment,a slot}", SETS) == (
        Word("waste"),
        Gap(),
        Choice(((Word("an"), Word("appointment")), (Word("a"), Word("slot")))),
    )
    assert parse_term("c/o <test>", SETS) == (Word("c/o"), Named("test"))


def test_an_empty_choice_makes_a_word_optional():
    assert parse_term("{very,} difficult", SETS) == (Choice(((Word("very"),), ())), Word("difficult"))


def test_choices_may_stand_in_choices():
    assert parse_term("{a {big,small},no} dog", SETS)[0] == Choice(
        ((Word("a"), Choice(((Word("big"),), (Word("small"),)))), (Word("no"),))
    )


@pytest.mark.parametrize(
    ("term", "says"),
    [
        ("", "empty"),
        ("{this,that", "no closing }"),
        ("this}", "come in pairs"),
        ("{this}", "braces hold a choice"),
        ("<nobody> is", "is not a set of words"),
        ("… appointment", "may not start"),
        ("<word> visits", "may not start"),
        ("{<word>,several} visits", "may not start"),
        ("waste …", "may not end"),
        ("{very,}", "optional"),
    ],
)
def test_a_slip_in_a_term_is_said_in_plain_words(term, says):
    with pytest.raises(ValueError, match=says):
        parse_term(term, SETS)
