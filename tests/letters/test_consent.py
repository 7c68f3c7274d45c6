"""Consent over time: the latest answer wins, and no answer is no."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from plainletter.letters.consent import latest, permission, readers_with_copy
from plainletter.letters.sharing import Consent
from tests.letters.sample import case, reader

ANSWERS = st.lists(
    st.builds(
        Consent,
        status=st.sampled_from(["permit", "deny", "withdrawn", "not_asked"]),
        date=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    ),
    max_size=8,
)


def answer(*pairs):
    entries = [{"status": status, "date": day} for status, day in pairs]
    changed = case(readers=[reader(0), reader(1, consent=entries)])
    return permission(changed, changed.readers[1]).status


def test_no_answer_is_no():
    assert answer() == "not_asked"


def test_the_latest_answer_wins_whatever_its_place_in_the_list():
    assert answer(("withdrawn", "2026-05-02"), ("permit", "2026-05-01")) == "withdrawn"
    assert answer(("permit", "2026-05-03"), ("withdrawn", "2026-05-02")) == "permit"


def test_of_two_answers_on_one_day_the_later_in_the_list_wins():
    assert answer(("permit", "2026-05-01"), ("withdrawn", "2026-05-01")) == "withdrawn"


def test_an_answer_after_the_date_of_the_letter_does_not_count_yet():
    assert answer(("permit", "2026-05-01"), ("deny", "2026-05-30")) == "permit"


def test_only_those_who_may_have_a_copy_are_readers_of_one():
    assert [one.id for one in readers_with_copy(case())] == ["client", "gp"]


@given(ANSWERS, st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_the_latest_answer_is_never_one_from_the_future_and_none_is_later(entries, today):
    chosen = latest(tuple(entries), today)
    counted = [entry for entry in entries if entry.date <= today]
    assert (chosen is None) == (not counted)
    assert all(entry.date <= chosen.date for entry in counted)


@given(ANSWERS)
def test_nobody_gets_a_copy_after_a_withdrawal(entries):
    history = [*entries, Consent(status="withdrawn", date=date(2026, 12, 31))]
    changed = case(date="2026-12-31", readers=[reader(0), reader(1, consent=[entry.model_dump() for entry in history])])
    assert "gp" not in [one.id for one in readers_with_copy(changed)]
