"""Nothing but the case files of the folder can be reached."""

import json

import pytest

from plainletter.desk.drafts import Drafts, UnknownDraftError, UnwrittenError, id_of

CASE = {"kind": "review", "client": {"first_name": "Rhian"}, "items": []}


@pytest.fixture
def folder(tmp_path):
    inner = tmp_path / "letters"
    inner.mkdir()
    (tmp_path / "secret.json").write_text(json.dumps(CASE))
    (inner / "a.json").write_text(json.dumps(CASE))
    return inner


@pytest.mark.parametrize("name", ["../secret.json", "./a.json", "letters/a.json", "..", "", "a.json\0", "/etc/passwd"])
def test_a_name_of_somewhere_else_is_unknown(folder, name):
    with pytest.raises(UnknownDraftError):
        Drafts(folder).open(id_of(name))
    with pytest.raises(UnknownDraftError):
        Drafts(folder).open(name)


@pytest.mark.parametrize(
    "name", [".hidden.json", "a\nb.json", "-a.json", "a;b.json", "a<b>.json", "case.yaml", "a.json.part", "a\x1b.json"]
)
def test_a_file_with_an_odd_name_is_neither_listed_nor_opened(folder, name):
    (folder / name).write_text(json.dumps(CASE))
    assert [draft.name for draft in Drafts(folder).list()] == ["a.json"]
    with pytest.raises(UnknownDraftError):
        Drafts(folder).open(id_of(name))


def test_a_link_is_neither_listed_nor_opened_nor_written_through(folder):
    (folder / "link.json").symlink_to(folder.parent / "secret.json")
    assert [draft.name for draft in Drafts(folder).list()] == ["a.json"]
    with pytest.raises(UnknownDraftError):
        Drafts(folder).open(id_of("link.json"))
    with pytest.raises(UnknownDraftError):
        Drafts(folder).save(id_of("link.json"), CASE, "0" * 64)
    assert json.loads((folder.parent / "secret.json").read_text()) == CASE


def test_a_folder_and_a_pipe_with_the_name_of_a_case_are_passed_over(folder):
    import os

    (folder / "b.json").mkdir()
    os.mkfifo(folder / "c.json")
    assert [draft.name for draft in Drafts(folder).list()] == ["a.json"]


def test_a_letters_folder_that_is_a_link_is_not_written_into(folder):
    drafts = Drafts(folder)
    (folder / "a-letters").symlink_to(folder.parent)
    with pytest.raises(UnwrittenError, match="a link or a file"):
        drafts.letters(drafts.open(id_of("a.json")))


def test_only_plain_files_of_the_letters_folder_are_given_out(folder):
    drafts = Drafts(folder)
    draft = drafts.open(id_of("a.json"))
    inner = folder / "a-letters"
    inner.mkdir()
    (inner / "letter.txt").write_bytes(b"Dear Rhian")
    (inner / "link.txt").symlink_to(folder / "a.json")
    assert drafts.letter_file(draft, "letter.txt") == b"Dear Rhian"
    for name in ("link.txt", "../a.json", "..", "", "none.txt", "a\0b"):
        with pytest.raises(UnknownDraftError):
            drafts.letter_file(draft, name)


def test_other_files_are_not_taken_for_letters_and_a_broken_case_is_listed_with_its_fault(folder):
    (folder / "package.json").write_text('{"name": "x"}')
    (folder / "list.json").write_text("[1, 2]")
    (folder / "plainletter.toml").write_text('type = "letter"\n')
    (folder / "broken.json").write_text('{"kind": "review", "client": {')
    found = {draft.name: draft.fault for draft in Drafts(folder).list()}
    assert found == {"a.json": "", "broken.json": found["broken.json"]}
    assert found["broken.json"].startswith("this is not JSON; mend the file")


def test_names_in_every_script_are_fine(folder):
    for name in ("Siân Llŷr 2.json", "O'Brien (neu).json", "Łucja.toml"):
        (folder / name).write_text('kind = "review"\nitems = []\n' if name.endswith("toml") else json.dumps(CASE))
    assert len(Drafts(folder).list()) == 4
