"""Nothing that was typed is lost: two windows, a full disk, a folder that may not be written to, a file changed by hand."""

import errno
import json
import os

import pytest

from plainletter.desk.drafts import id_of


def test_a_save_that_comes_too_late_keeps_both_versions(desk, example):
    draft = desk.put(example)
    start = desk.get(draft, "case")["revision"]
    assert desk.try_save(draft, example | {"subject": "The first window"}, start).status_code == 200
    answer = desk.try_save(draft, example | {"subject": "The second window"}, start)
    assert answer.status_code == 409
    told = answer.json()
    assert told["current"]["case"]["subject"] == "The first window"
    assert desk.get(told["kept"]["id"], "case")["case"]["subject"] == "The second window"
    assert told["kept"]["name"].startswith("letter-1.kept-")
    assert desk.get(draft, "case")["case"]["subject"] == "The first window"
    chosen = desk.try_save(draft, example | {"subject": "The second window"}, told["current"]["revision"])
    assert chosen.status_code == 200


def test_two_late_saves_in_one_second_are_both_kept(desk, example):
    draft = desk.put(example)
    for subject in ("one", "two"):
        assert desk.try_save(draft, example | {"subject": subject}, "0" * 64).status_code == 409
    kept = {json.loads(path.read_text())["subject"] for path in desk.folder.glob("*.kept-*")}
    assert kept == {"one", "two"}


def test_a_save_whose_answer_was_lost_can_be_sent_again(desk, example):
    draft = desk.put(example)
    start = desk.get(draft, "case")["revision"]
    new = example | {"subject": "Our meeting"}
    first, second = desk.try_save(draft, new, start), desk.try_save(draft, new, start)
    assert (first.status_code, second.status_code) == (200, 200)
    assert not list(desk.folder.glob("*.kept-*"))


def test_a_save_holds_even_where_its_questions_cannot_be_worked_out(desk, example, workers, monkeypatch):
    draft = desk.put(example)
    revision = desk.get(draft, "case")["revision"]
    with monkeypatch.context() as patched:
        patched.setattr(workers, "_waiting", 10_000)
        assert desk.client.get(f"/drafts/{draft}/letters").status_code == 503
        answer = desk.try_save(draft, example | {"subject": "Our meeting"}, revision)
    assert answer.status_code == 200
    assert answer.json()["questions"][0]["message"].startswith("The letter is saved")
    assert desk.get(draft, "case")["revision"] == answer.json()["revision"]


def test_a_file_that_was_changed_by_hand_meanwhile_is_not_written_over(desk, example):
    draft = desk.put(example)
    start = desk.get(draft, "case")["revision"]
    (desk.folder / "letter-1.json").write_text('{"kind": "review", broken by hand')
    answer = desk.try_save(draft, example, start)
    assert answer.status_code == 409
    assert answer.json()["current"]["fault"].startswith("this is not JSON")
    assert desk.get(answer.json()["kept"]["id"], "case")["case"] == example
    assert "broken by hand" in (desk.folder / "letter-1.json").read_text()
    assert desk.client.get(f"/drafts/{draft}/case").status_code == 422


def test_a_full_disk_is_told_and_the_file_is_what_it_was(desk, example, monkeypatch):
    draft = desk.put(example)
    before = (desk.folder / "letter-1.json").read_bytes()
    revision = desk.get(draft, "case")["revision"]

    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        answer = desk.try_save(draft, example | {"subject": "Our meeting"}, revision)
        made = desk.try_post(draft, "files", revision=revision, formats=["txt"])
    assert answer.status_code == made.status_code == 507
    assert (
        answer.json()["error"]["message"] == "the letter could not be written: the disk is full; free some space and try again."
    )
    assert "the disk is full" in made.json()["error"]["message"]
    assert str(desk.folder) not in answer.text + made.text
    assert (desk.folder / "letter-1.json").read_bytes() == before
    assert not list(desk.folder.glob(".plainletter*"))
    assert desk.try_save(draft, example | {"subject": "Our meeting"}, revision).status_code == 200


def test_a_folder_that_may_not_be_written_to_is_told(desk, example, monkeypatch):
    draft = desk.put(example)
    revision = desk.get(draft, "case")["revision"]

    def refused(*_args, **_named):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    answer = desk.try_save(draft, example | {"subject": "Our meeting"}, revision)
    assert answer.status_code == 403
    assert "the folder may not be written to" in answer.json()["error"]["message"]
    begun = desk.client.post("/drafts", data={"csrf": desk.csrf, "kind": "review"})
    assert begun.status_code == 403


def test_a_draft_that_was_taken_away_is_told(desk, example):
    draft = desk.put(example)
    revision = desk.get(draft, "case")["revision"]
    (desk.folder / "letter-1.json").unlink()
    assert desk.client.get(f"/drafts/{draft}/case").status_code == 404
    answer = desk.try_save(draft, example, revision)
    assert (answer.status_code, answer.json()["error"]["status"]) == (404, 404)


def test_a_toml_case_is_copied_and_left_as_it_is(desk, toml, example):
    before = (desk.folder / "tomasz.toml").read_bytes()
    draft = desk.went(f"/drafts/{toml}/open").rpartition("/")[2]
    assert draft == id_of("tomasz.json")
    assert desk.get(draft, "case")["case"] == example
    desk.save(draft, example | {"subject": "Our meeting"})
    assert desk.went(f"/drafts/{toml}/open").rpartition("/")[2] == draft, "the copy is gone on with"
    assert (desk.folder / "tomasz.toml").read_bytes() == before
    assert desk.try_save(toml, example, desk.get(toml, "case")["revision"]).status_code == 422


def test_a_copy_never_takes_the_place_of_an_older_file(desk, toml, example):
    desk.put({"kind": "review", "items": []}, "tomasz.json")
    os.utime(desk.folder / "tomasz.json", (0, 0))
    draft = desk.went(f"/drafts/{toml}/open").rpartition("/")[2]
    assert draft == id_of("tomasz-2.json")
    assert json.loads((desk.folder / "tomasz.json").read_text())["kind"] == "review"


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("kind = first\nclient = 1", "this file is not TOML (line 1, column 8)"),
        ("kind = 'review'\n[client]\nage = inf", "a number that JSON cannot keep"),
        ("kind = 'review'\n[client]\nage = " + "9" * 5000, "a number too long"),
    ],
)
def test_a_toml_case_with_a_fault_is_told_with_its_place(desk, broken, said):
    (desk.folder / "case.toml").write_text(broken)
    answer = desk.client.post(f"/drafts/{id_of('case.toml')}/open", data={"csrf": desk.csrf})
    assert answer.status_code == 422
    assert said in answer.json()["error"]["message"]
