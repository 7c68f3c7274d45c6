"""A letter is drafted from an empty form to its files, and no key that was typed is lost on the way."""

from plainletter.letters.record import FILE, verify

STEMS = ("letter-2026-03-11", "letter-2026-03-11-copy-1", "letter-2026-03-11-copy-2", "note-2026-03-11")


def asked(answer):
    return {question["path"]: question["message"] for question in answer["questions"]}


def test_the_example_is_drafted_step_by_step_from_an_empty_form_to_four_files_for_each_reader(desk, example):
    draft = desk.begin()
    case = desk.get(draft, "case")["case"]
    first = asked(desk.get(draft, "case"))
    assert first["client.preferred_name"] == "What name does the client like to be called? It goes after “Dear”."
    assert first["items.0.text"].startswith("What was said?")
    before = len(first)
    for key in ("service", "author", "client", "date", "jurisdiction"):
        case[key] = example[key]
        left = asked(desk.save(draft, case))
    assert 0 < len(left) < before
    assert not any(path.startswith(("service", "author", "client")) for path in left)
    for key in ("meeting", "items", "plan", "crisis", "checking", "third_parties", "readers", "marks", "rewordings"):
        case[key] = example[key]
    done = desk.save(draft, case)
    assert done["questions"] == []
    assert not [gate for gate in done["gates"] if gate["stops"]]
    made = desk.files(draft)
    assert [copy["reader"] for copy in made["copies"]] == ["client", "gp", "ship_doctor", "wife"]
    assert [copy["name"] for copy in made["copies"]][:2] == ["Tomasz", "Dr Shona Reid"]
    folder = next(desk.folder.glob("*-letters"))
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [f"{stem}.{ending}" for stem in STEMS for ending in ("docx", "pdf", "html", "txt")] + [FILE]
    )
    assert verify(folder / FILE) == 4
    assert folder.stat().st_mode & 0o077 == 0, "nobody else may look in"


def test_a_new_letter_is_named_by_the_day_and_a_number(desk):
    desk.begin()
    desk.begin("review")
    names = sorted(path.name for path in desk.folder.iterdir())
    assert [name[-7:] for name in names] == ["-1.json", "-2.json"]
    assert names[0].startswith("letter-20")


def test_a_kind_that_is_none_begins_nothing(desk):
    answer = desk.client.post("/drafts", data={"csrf": desk.csrf, "kind": "memo"})
    assert answer.status_code == 422
    assert list(desk.folder.iterdir()) == []


def test_what_a_form_does_not_know_is_kept(desk, example):
    draft = desk.put(example | {"from_our_system": {"number": 7}})
    case = desk.get(draft, "case")["case"]
    case["subject"] = "Our meeting"
    left = asked(desk.save(draft, case))
    assert "from_our_system" in left
    assert desk.get(draft, "case")["case"] == example | {"from_our_system": {"number": 7}, "subject": "Our meeting"}


def test_a_file_is_given_out_to_be_kept_and_not_shown(desk, example):
    draft = desk.put(example)
    desk.files(draft, formats=["html", "txt"])
    answer = desk.client.get(f"/drafts/{draft}/files/letter-2026-03-11.html")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="letter-2026-03-11.html"'
    assert answer.headers["cache-control"] == "no-store"
    assert "Dear Tomasz" in desk.client.get(f"/drafts/{draft}/files/letter-2026-03-11.txt").text


def test_a_kind_of_file_that_is_none_is_told(desk, example):
    draft = desk.put(example)
    answer = desk.try_post(draft, "files", revision=desk.get(draft, "case")["revision"], formats=["doc"])
    assert (answer.status_code, answer.json()["error"]["message"]) == (422, "choose the kinds of file from docx, pdf, html, txt")
    assert not list(desk.folder.glob("*-letters"))


def test_files_are_made_from_the_version_that_was_seen_or_not_at_all(desk, example):
    draft = desk.put(example)
    seen = desk.get(draft, "letters")["revision"]
    desk.save(draft, example | {"subject": "Our meeting"})
    assert desk.try_post(draft, "files", revision=seen).status_code == 409
    assert not list(desk.folder.glob("*-letters"))


def test_an_unfinished_letter_is_not_made_and_what_is_missing_is_asked(desk, example):
    del example["meeting"]
    draft = desk.put(example)
    assert asked(desk.get(draft, "case")) == {"meeting": "When and where did you meet?"}
    assert desk.get(draft, "letters")["readers"] == []
    answer = desk.try_post(draft, "files", revision=desk.get(draft, "case")["revision"])
    assert answer.status_code == 422
    assert "when and where did you meet?" in answer.json()["error"]["message"]


def test_an_id_that_does_not_exist_is_asked_about_beside_its_field(desk, example):
    example["marks"][0]["items"] = ["T9"]
    left = asked(desk.get(desk.put(example), "case"))
    assert list(left) == ["marks.0.items"]
    assert "“T9”, which does not exist" in left["marks.0.items"]


def test_the_letters_can_be_underlined_by_their_places(desk, example):
    told = desk.get(desk.put(example), "letters")
    assert [reader["reader"] for reader in told["readers"]] == ["client", "gp", "ship_doctor", "wife"]
    assert told["none_for"] == [{"reader": "employer", "name": "Northline Fishing", "why": "The client said no."}]
    for reader in told["readers"]:
        for block in reader["blocks"]:
            for run in block["runs"]:
                assert reader["text"][run["start"] : run["end"]] == run["text"]
        for finding in reader["findings"]:
            assert reader["text"][finding["start"] : finding["end"]] == finding["text"]
    ours, doctors = told["readers"][0], told["readers"][2]
    assert "T2" in {run["origin"] for block in ours["blocks"] for run in block["runs"]}
    assert "T2 (mark C1)" in doctors["left_out"]
    assert "tramadol" not in doctors["text"]
