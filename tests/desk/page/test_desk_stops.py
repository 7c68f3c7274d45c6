"""What stops a copy is shown with both places, can be mended, and is lifted with a name and a reason only."""

import pytest


@pytest.fixture
def leaking(example):
    """The ship's doctor would read in P2 what C1 keeps from him."""
    example["rewordings"][0]["text"] = "we will meet about the tramadol"
    return example


def test_a_leak_stops_its_copy_names_both_places_and_is_gone_when_it_is_mended(desk, leaking):
    draft = desk.put(leaking)
    shown = {reader["reader"]: reader for reader in desk.get(draft, "letters")["readers"]}
    assert shown["ship_doctor"]["stopped_by"] == ["hint_of_C1_in_P2"]
    assert "tramadol" in shown["ship_doctor"]["text"], "the author sees what would go out"
    assert shown["client"]["stopped_by"] == []
    made = desk.files(draft, formats=["txt"])
    stopped = {copy["reader"]: copy for copy in made["copies"] if copy["stopped_by"]}
    assert list(stopped) == ["ship_doctor", "wife"]
    assert stopped["ship_doctor"]["files"] == []
    gate = next(gate for gate in made["gates"] if gate["id"] == "hint_of_C1_in_P2")
    assert "P2" in gate["question"]
    assert "C1" in gate["question"]
    assert not list(desk.folder.glob("*/*copy-2*"))
    leaking["rewordings"][0]["text"] = "we will meet again"
    desk.save(draft, leaking)
    assert not [copy for copy in desk.files(draft, formats=["txt"])["copies"] if copy["stopped_by"]]
    assert "meet again" in next(desk.folder.glob("*/letter-2026-03-11-copy-2.txt")).read_text()
    events = [entry["event"] for entry in desk.get(draft, "record")["entries"]]
    assert events == ["drafted", "drafted", "stopped", "stopped", "drafted", "drafted", "drafted", "drafted"]


def test_a_stop_is_lifted_with_name_and_reason_and_both_are_in_the_record(desk, leaking):
    draft = desk.put(leaking)
    lift = {"gate": "hint_of_C1_in_P2", "by": "Eilidh Fraser", "because": "he asked me to tell the doctor"}
    made = desk.files(draft, formats=["txt"], overrides=[lift])
    assert not [copy for copy in made["copies"] if copy["stopped_by"]]
    record = desk.get(draft, "record")
    assert record["whole"] is True
    assert record["entries"][0] | lift == record["entries"][0]
    assert "tramadol" not in str(record)


@pytest.mark.parametrize(("by", "because"), [("", "quick"), ("Eilidh", ""), ("Eilidh", "  ")])
def test_a_stop_is_not_lifted_without_a_name_or_a_reason(desk, leaking, by, because):
    draft = desk.put(leaking)
    revision = desk.get(draft, "case")["revision"]
    lift = {"gate": "hint_of_C1_in_P2", "by": by, "because": because}
    answer = desk.try_post(draft, "files", revision=revision, formats=["txt"], overrides=[lift])
    assert answer.status_code == 422
    assert "give your name and the reason" in answer.json()["error"]["message"]
    assert not list(desk.folder.glob("*-letters"))


def test_an_answer_about_consent_cannot_be_lifted(desk, example):
    del example["readers"][1]["consent"]
    draft = desk.put(example)
    gate = next(gate for gate in desk.get(draft, "case")["gates"] if gate["id"] == "consent_missing_gp")
    assert gate["open_to_override"] is False
    lift = {"gate": "consent_missing_gp", "by": "Eilidh", "because": "quick"}
    answer = desk.try_post(draft, "files", revision=desk.get(draft, "case")["revision"], formats=["txt"], overrides=[lift])
    assert answer.status_code == 422
    assert "consent_missing_gp cannot be overridden" in answer.json()["error"]["message"]
    assert desk.get(draft, "letters")["none_for"][0]["reader"] == "gp"


def test_a_record_that_was_changed_by_hand_is_told_and_nothing_is_added(desk, example):
    draft = desk.put(example)
    desk.files(draft, formats=["txt"])
    record = next(desk.folder.glob("*/record.jsonl"))
    record.write_text(record.read_text().replace('"gp"', '"gq"'))
    before = record.read_bytes()
    assert desk.get(draft, "record")["whole"] is False
    answer = desk.try_post(draft, "files", revision=desk.get(draft, "case")["revision"], formats=["txt"])
    assert answer.status_code == 422
    assert "record.jsonl, line 2: this entry does not follow" in answer.json()["error"]["message"]
    assert str(desk.folder) not in answer.text
    assert record.read_bytes() == before
