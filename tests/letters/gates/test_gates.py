"""Each gate speaks where it should, names what it is about, and stays quiet in an ordinary case."""

import pytest

from plainletter.letters.gates.agreement import agreement_gates
from plainletter.letters.gates.contact import contact_gates
from plainletter.letters.gates.content import content_gates
from plainletter.letters.gates.history import history_gates, month_after
from tests.letters.sample import case, data, item, reader, step


def stops(gates):
    return {gate.id: gate.readers for gate in gates if gate.stops}


def notes(gates):
    return {gate.id for gate in gates if not gate.stops}


def client(**changes):
    return data()["client"] | changes


def test_an_ordinary_case_is_stopped_by_nothing():
    every = [*agreement_gates(case()), *contact_gates(case()), *content_gates(case()), *history_gates(case())]
    assert stops(every) == {}
    assert notes(every) == {"consent_denied_college"}


def test_a_reader_nobody_asked_about_stops_that_copy_only():
    changed = case(readers=[reader(0), reader(1, consent=[])], marks=None)
    assert stops(agreement_gates(changed)) == {"consent_missing_gp": ("gp",)}


def test_consent_is_recorded_and_never_overridden():
    changed = case(readers=[reader(0), reader(1, consent=[])], marks=None)
    assert not any(gate.open_to_override for gate in agreement_gates(changed))


def test_sharing_without_consent_needs_a_lawful_basis_and_that_the_client_knows():
    entry = {"status": "shared_without_consent", "date": "2026-05-11"}
    changed = case(readers=[reader(0), reader(1, consent=[entry])])
    assert set(stops(agreement_gates(changed))) == {"lawful_basis_missing_gp", "client_not_told_gp"}
    told = entry | {"lawful_basis": "Children Act 1989, section 47", "reason": "a child at risk", "client_told_on": "2026-05-11"}
    assert stops(agreement_gates(case(readers=[reader(0), reader(1, consent=[told])]))) == {}


def test_what_was_agreed_in_words_is_shown_beside_what_the_copy_holds():
    entry = {"status": "permit", "date": "2026-05-11", "scope": "plan", "agreed_words": "the choir only"}
    (gate,) = [gate for gate in agreement_gates(case(readers=[reader(0), reader(1, consent=[entry])])) if "agreed" in gate.id]
    assert "the choir only" in gate.question
    assert "P1 and P2" in gate.question


@pytest.mark.parametrize(
    ("jurisdiction", "born", "asked"),
    [("england", "2014-01-01", True), ("scotland", "2014-01-01", False), ("scotland", "2015-01-01", True)],
)
def test_somebody_decides_for_a_child_and_in_scotland_from_twelve_the_child_does(jurisdiction, born, asked):
    changed = case(jurisdiction=jurisdiction, client=client(date_of_birth=born))
    assert ("under_16_sharing_decision_missing" in stops(agreement_gates(changed))) == asked


def test_a_recorded_decision_about_a_child_opens_the_way():
    decided = {"decision": "sharing with the GP", "decided_by": "Ifeoma Okafor", "date": "2026-05-11"}
    changed = case(client=client(date_of_birth="2014-01-01", capacity=decided))
    assert stops(agreement_gates(changed)) == {}


@pytest.mark.parametrize(
    ("changes", "gate"),
    [
        ({"addresses": [{"lines": ["9 Quay Street"], "safe": "no"}]}, "unsafe_address_blocks_post"),
        ({"addresses": [{"lines": ["9 Quay Street"]}]}, "address_safety_unknown"),
        ({"addresses": []}, "address_missing"),
        ({"no_fixed_abode": True}, "no_fixed_abode"),
        ({"contact": {"never": ["post"]}}, "channel_refused_client"),
        ({"language": {"written": "Tigrinya"}}, "translation_or_interpreter_recorded"),
    ],
)
def test_a_way_of_reaching_the_client_that_may_not_be_safe_stops_their_letter(changes, gate):
    assert gate in stops(contact_gates(case(client=client(**changes))))


@pytest.mark.parametrize(("channel", "gate"), [("text", "text_not_known_safe_client"), ("email", "email_not_agreed_client")])
def test_texts_and_emails_need_a_yes(channel, gate):
    changed = case(readers=[reader(0, channel=channel), reader(1)])
    assert gate in stops(contact_gates(changed))


def test_a_safe_number_with_a_window_is_no_stop_and_is_told():
    contact = {"text": {"number": "07700 900 100", "safe": "yes", "window": "9am to 1pm"}, "never": ["phone"]}
    changed = case(client=client(contact=contact), readers=[reader(0, channel="text"), reader(1)])
    assert stops(contact_gates(changed)) == {}
    assert {"text_only_inside_window", "no_call_no_voicemail"} <= notes(contact_gates(changed))


@pytest.mark.parametrize(
    ("words", "stopped"),
    [
        ("we meet on Tuesday 9 June", False),
        ("we meet on Tuesday the 9th of June 2026", False),
        ("we meet on Monday 9 June", True),
        ("we meet on Friday 31 June", True),
        ("you came on Friday 12 December", False),
    ],
)
def test_a_weekday_has_to_fit_its_date(words, stopped):
    gates = stops(content_gates(case(items=[item(0, text=words), item(1)])))
    assert ("weekday_and_date_differ_T1" in gates) == stopped


@pytest.mark.parametrize(
    ("words", "stopped"),
    [
        ("I will meet [name of worker]", True),
        ("I will meet {{ first_name }}", True),
        ("I will meet «Worker»", True),
        ("I will meet you on XX June", True),
        ("your code is {{ braces }} and you love <3 cats", False),
        ("you read the book [again]", False),
    ],
)
def test_a_gap_that_nobody_filled_in_stops(words, stopped):
    gates = stops(content_gates(case(plan=[step(0, what=words), step(1)])))
    assert ("placeholder_in_P1" in gates) == stopped


def test_an_opinion_has_an_owner():
    opinion = item(0, section="assessment", source="record", text="you may have had a small stroke")
    assert "opinion_without_owner_T1" in stops(content_gates(case(items=[opinion, item(1)])))
    assert "opinion_without_owner_T1" not in stops(content_gates(case(items=[opinion | {"opinion_of": "Dr Rao"}, item(1)])))


def test_what_somebody_else_said_has_a_source():
    said = item(0, source="third_party_said")
    assert "third_party_source_T1" in stops(content_gates(case(items=[said, item(1)])))


def test_a_step_that_rests_on_a_withheld_item_stops_the_copy_that_cannot_see_it():
    resting = case(plan=[step(0, rests_on=["T2"]), step(1)])
    assert stops(content_gates(resting)) == {"plan_line_rests_on_withheld_item_P1": ("gp",)}
    worded = case(plan=[step(0, rests_on=["T2"]), step(1)], rewordings=[{"of": "P1", "for": ["gp"], "text": "I will write"}])
    assert stops(content_gates(worded)) == {}


def test_a_step_that_nobody_agreed_to_is_not_called_agreed():
    assert "plan_line_not_agreed_P1" in stops(content_gates(case(plan=[step(0, agreed="no"), step(1)])))


def test_an_overdue_review_of_a_withheld_decision_stops_every_letter():
    decision = {
        "id": "W1", "about": "a risk", "decision": "withheld", "reason": "serious harm", "decided_by": "Dr Rao",
        "decided_on": "2026-01-01", "review_on": "2026-04-01",
    }  # fmt: skip
    assert stops(content_gates(case(withheld_decisions=[decision]))) == {"review_overdue_W1": ("client", "gp")}
    assert stops(content_gates(case(withheld_decisions=[decision | {"review_on": "2026-06-01"}]))) == {}


def test_the_client_has_time_to_answer():
    late = {"reply_by": "2026-05-12", "ways": ["phone"]}
    assert "reply_date_has_passed" in stops(content_gates(case(checking=late)))


CORRECTION = {"id": "K1", "item": "T1", "client_says": "I sleep well", "received_on": "2026-01-31", "how": "phone"}
SENT = [{"version": 1, "date": "2026-01-20", "sent_to": [{"reader": "client", "whole": True}, {"reader": "gp", "whole": True}]}]


def test_a_correction_starts_a_clock_and_an_open_one_stops_the_next_letter():
    gates = list(history_gates(case(corrections=[CORRECTION], sent=SENT, version=2)))
    assert "art16_clock_started_2026-01-31" in notes(gates)
    assert any("2026-02-28" in gate.question for gate in gates)
    assert "correction_open_K1" in stops(gates)


@pytest.mark.parametrize(
    ("changes", "gate"),
    [
        ({"outcome": "agreed"}, "right_text_missing_K1"),
        ({"outcome": "agreed", "right_text": "you sleep well"}, "record_not_amended_K1"),
        ({"outcome": "refused"}, "refusal_without_reason_K1"),
    ],
)
def test_an_outcome_is_not_done_until_it_is_done(changes, gate):
    assert gate in stops(history_gates(case(corrections=[CORRECTION | changes], sent=SENT, version=2)))


def test_only_those_who_were_sent_the_mistake_are_to_be_told():
    agreed = CORRECTION | {"outcome": "agreed", "right_text": "you sleep well", "record_amended_on": "2026-02-03"}
    gates = list(history_gates(case(corrections=[agreed], sent=SENT, version=2)))
    assert {gate for gate in notes(gates) if gate.startswith("art19")} == {"art19_notice_due_gp"}


def test_a_version_that_was_sent_is_not_sent_again():
    assert "version_not_raised" in stops(history_gates(case(sent=SENT)))
    assert "version_2_supersedes_version_1" in notes(history_gates(case(sent=SENT, version=2)))


@pytest.mark.parametrize(
    ("day", "due"), [("2026-01-31", "2026-02-28"), ("2026-12-15", "2027-01-15"), ("2028-01-30", "2028-02-29")]
)
def test_one_calendar_month_ends_on_the_same_day_or_the_last(day, due):
    from datetime import date

    assert month_after(date.fromisoformat(day)) == date.fromisoformat(due)
