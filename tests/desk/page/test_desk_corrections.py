"""What the client answers starts the clock, and what comes of it makes the next version and a note."""

import pytest

SAID = {"says": "My son walks with me", "how": "phone", "received_on": "2026-03-16", "item": "S1"}
CAME = {
    "correction": "K1",
    "outcome": "agreed",
    "right_text": "you walk in the evenings with your son",
    "amended_on": "2026-03-17",
    "amended_by": "Eilidh Fraser",
    "new_date": "2026-03-18",
}


@pytest.fixture
def draft(desk, example):
    return desk.put(example)


def test_an_answer_and_its_outcome_make_the_next_version_and_a_note_for_the_record(desk, draft):
    said = desk.post(draft, "replies", **SAID)
    assert (said["correction"], said["answer_by"]) == ("K1", "2026-04-16")
    stops = [gate["id"] for gate in desk.get(draft, "case")["gates"] if gate["stops"]]
    assert stops == ["correction_open_K1"]
    came = desk.post(draft, "settlements", **CAME)
    assert (came["version"], came["date"]) == (2, "2026-03-18")
    assert came["notes"] == ["record-note-2026-03-18-K1.docx", "record-note-2026-03-18-K1.txt"]
    note = desk.client.get(f"/drafts/{draft}/files/{came['notes'][1]}")
    assert "Thursday 16 April 2026" in note.text
    assert desk.get(draft, "record")["entries"][-1]["event"] == "corrected"
    case = desk.get(draft, "case")
    assert case["revision"] == came["revision"]
    assert case["case"]["sent"][0]["version"] == 1
    made = desk.files(draft, formats=["txt"])
    assert made["version"] == 2
    letter = desk.client.get(f"/drafts/{draft}/files/letter-2026-03-18-v2.txt").text
    assert "with your son" in letter
    assert "daughter" not in letter


def test_two_answers_to_one_version_go_into_one_new_version(desk, draft):
    desk.post(draft, "replies", **SAID)
    desk.post(draft, "replies", **SAID | {"item": "T1", "says": "It was not a boat"})
    assert desk.post(draft, "settlements", **CAME)["version"] == 2
    second = CAME | {"correction": "K2", "right_text": "the accident was on the quay", "new_date": "2026-03-19"}
    assert desk.post(draft, "settlements", **second)["version"] == 2
    case = desk.get(draft, "case")
    assert [letter["version"] for letter in case["case"]["sent"]] == [1]
    assert not [gate for gate in case["gates"] if gate["stops"]]


def test_an_answer_to_the_second_version_makes_a_third(desk, draft):
    desk.post(draft, "replies", **SAID)
    desk.post(draft, "settlements", **CAME)
    desk.post(draft, "replies", **SAID | {"item": "T1", "received_on": "2026-03-25"})
    third = CAME | {"correction": "K2", "right_text": "the accident was on the quay", "new_date": "2026-03-27"}
    assert desk.post(draft, "settlements", **third)["version"] == 3
    case = desk.get(draft, "case")
    assert [letter["version"] for letter in case["case"]["sent"]] == [1, 2]
    assert not [gate for gate in case["gates"] if gate["stops"]]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"right_text": ""}, "needs the right words"),
        ({"outcome": "refused", "reason": ""}, "needs the reason"),
        ({"correction": "K9"}, "there is no correction “K9”"),
        ({"outcome": "maybe"}, "outcome is none of open"),
        ({"new_date": "soon"}, "new_date: is no date"),
        ({"more": 1}, "more is no key"),
    ],
)
def test_an_outcome_that_lacks_something_changes_nothing(desk, draft, change, said):
    desk.post(draft, "replies", **SAID)
    before = desk.get(draft, "case")
    answer = desk.try_post(draft, "settlements", **CAME | change)
    assert answer.status_code == 422
    assert said in answer.json()["error"]["message"]
    assert desk.get(draft, "case") == before
    assert not list(desk.folder.glob("*-letters"))


@pytest.mark.parametrize("change", [{"says": " "}, {"how": ""}, {"item": "T9"}, {"type": "lie"}, {"received_on": "16 March"}])
def test_an_answer_that_cannot_be_used_changes_nothing(desk, draft, change):
    before = desk.get(draft, "case")
    answer = desk.try_post(draft, "replies", **SAID | change)
    assert answer.status_code == 422
    assert "walks with me" not in answer.text
    assert desk.get(draft, "case") == before
