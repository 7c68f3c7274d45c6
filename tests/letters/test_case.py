"""A case refuses what it cannot mean, and says so where the mistake is."""

import pytest
from pydantic import ValidationError

from plainletter.letters.case import Case
from tests.letters.sample import case, data, item, reader, step


def fault(**changes):
    with pytest.raises(ValidationError) as caught:
        Case.model_validate(data(**changes))
    return str(caught.value.errors()[0].get("ctx", {}).get("error", caught.value))


def test_the_sample_is_a_case():
    assert case().client.preferred_name == "Dilys"


def test_a_mark_on_an_item_that_is_not_there_is_refused_with_the_nearest_name():
    assert "did you mean T2?" in fault(marks=[{"id": "C1", "fact": "x", "items": ["T22"], "set_by": "client"}])


def test_a_mark_names_readers_that_exist():
    marks = [{"id": "C1", "fact": "x", "items": ["T2"], "withhold_from": ["gpp"], "set_by": "client"}]
    assert "mark C1 names the reader “gpp”, which does not exist; did you mean gp?" in fault(marks=marks)


def test_a_mark_that_marks_nothing_is_refused():
    assert "marks nothing" in fault(marks=[{"id": "C1", "fact": "x", "set_by": "client"}])


def test_a_mark_without_readers_keeps_its_fact_from_everybody():
    marks = [{"id": "C1", "fact": "drinking", "items": ["T2"], "set_by": "client"}]
    seen = case(marks=marks).as_seen_by("client")
    assert "T2" not in {one.id for one in seen.items["what_you_told_us"]}


def test_an_id_may_stand_once():
    assert "the id T1 is given 2 times" in fault(items=[item(0), item(1, id="T1")])


def test_a_step_is_ticked_for_readers_that_exist():
    assert "names the reader “teacher”" in fault(plan=[step(0, **{"for": ["teacher"]})])


def test_a_rewording_has_words_or_leaves_out_but_not_both():
    both = [{"of": "T1", "for": ["gp"], "text": "you sleep badly", "leave_out": True}]
    assert "needs either a text, or leave_out" in fault(rewordings=both)
    assert "needs either a text, or leave_out" in fault(rewordings=[{"of": "T1", "for": ["gp"]}])


def test_no_reader_may_be_called_all():
    assert "has a meaning of its own" in fault(readers=[reader(0, id="all")], marks=None)


@pytest.mark.parametrize("text", ["", "   ", "a\x07b", "a\ue000b"])
def test_empty_and_unprintable_texts_are_refused(text):
    with pytest.raises(ValidationError):
        Case.model_validate(data(items=[item(0, text=text)]))


def test_nothing_of_a_client_is_shown_by_repr():
    shown = repr(case()) + str(case()) + repr(case().client) + repr(case().items[0]) + f"{case().items}"
    assert "Dilys" not in shown
    assert "whisky" not in shown


def test_an_error_does_not_quote_the_client():
    with pytest.raises(ValidationError) as caught:
        Case.model_validate(data(items=[item(1, section="wrong")]))
    assert "whisky" not in str(caught.value)


def test_the_age_is_counted_on_the_date_of_the_letter():
    born = data()["client"] | {"date_of_birth": "2010-05-13"}
    assert case(client=born).client_age == 15
    assert case(client=born, date="2026-05-13").client_age == 16
