"""``plainletter letter``, used as a clinician would use it."""

import json
import shutil

import pytest

from plainletter.letters.record import FILE, verify
from tests.conftest import ROOT

STEMS = ("letter-2026-03-11", "letter-2026-03-11-copy-1", "letter-2026-03-11-copy-2", "note-2026-03-11")
EXAMPLE = ROOT / "examples" / "first-meeting.toml"


@pytest.fixture
def case(tmp_path):
    return shutil.copy(EXAMPLE, tmp_path / "case.toml")


def test_a_draft_writes_four_files_for_each_reader_who_may_have_one(run, case, tmp_path):
    done = run("letter", "draft", case, "--out", "out", "--no-check")
    assert done.returncode == 0, done.stderr
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == sorted([f"{stem}.{ending}" for stem in STEMS for ending in ("docx", "pdf", "html", "txt")] + [FILE])
    assert verify(tmp_path / "out" / FILE) == 4


def test_the_screen_says_who_gets_what_and_what_was_left_out(run, case):
    told = run("letter", "draft", case, "--out", "out", "--no-check").stdout.decode()
    assert "ship_doctor: letter-2026-03-11-copy-2.docx" in told
    assert "left out: T2 (mark C1)" in told
    assert "said no to a copy for Northline Fishing" in told


def test_the_same_case_gives_the_same_bytes(run, case, tmp_path):
    for folder in ("a", "b"):
        run("letter", "draft", case, "--out", folder, "--no-check")
    for path in (tmp_path / "a").glob("letter*"):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_one_kind_of_file_can_be_chosen_and_an_unknown_one_is_refused(run, case, tmp_path):
    run("letter", "draft", case, "--out", "out", "--to", "txt", "--no-check")
    assert {path.suffix for path in (tmp_path / "out").glob("letter*")} == {".txt"}
    done = run("letter", "draft", case, "--out", "out", "--to", "doc")
    assert done.returncode == 2
    assert "there is no kind of file “doc”; there are docx, pdf, html, txt" in done.stderr.decode()


def test_a_word_that_betrays_something_stops_that_copy_and_the_others_are_written(run, case, tmp_path):
    case.write_text(case.read_text().replace('text = "we will meet again"', 'text = "we will meet about the tramadol"'))
    done = run("letter", "draft", case, "--out", "out", "--no-check")
    assert done.returncode == 1
    assert "hint_of_C1_in_P2" in done.stdout.decode()
    assert not list((tmp_path / "out").glob("*copy-2*"))
    assert (tmp_path / "out" / "letter-2026-03-11.pdf").is_file()


def test_an_override_needs_a_name_and_a_reason_and_is_kept_in_the_record(run, case, tmp_path):
    case.write_text(case.read_text().replace('text = "we will meet again"', 'text = "we will meet about the tramadol"'))
    wanted = ("letter", "draft", case, "--out", "out", "--no-check", "--override", "hint_of_C1_in_P2")
    alone = run(*wanted)
    assert alone.returncode == 2
    assert "--override needs --by NAME and --because REASON" in alone.stderr.decode()
    done = run(*wanted, "--by", "Eilidh Fraser", "--because", "he asked me to tell the doctor")
    assert done.returncode == 0, done.stderr
    entries = [json.loads(line) for line in (tmp_path / "out" / FILE).read_text().splitlines()]
    assert [entry["event"] for entry in entries] == ["override", "drafted", "drafted", "drafted", "drafted"]
    assert entries[0]["by"] == "Eilidh Fraser"


def test_consent_cannot_be_overridden(run, case):
    text = case.read_text()
    start = text.index("[[readers.consent]]")
    case.write_text(text[:start] + text[text.index("[[readers]]", start) :])
    done = run("letter", "draft", case, "--out", "out", "--override", "consent_missing_gp", "--by", "E", "--because", "quick")
    assert done.returncode == 2
    assert "consent_missing_gp cannot be overridden: ask the client" in done.stderr.decode()


def test_an_override_of_a_stop_that_is_not_there_is_refused(run, case, tmp_path):
    done = run("letter", "draft", case, "--out", "out", "--override", "hint_of_C9", "--by", "E", "--because", "x")
    assert done.returncode == 2
    assert "there is no stop “hint_of_C9”" in done.stderr.decode()
    assert not (tmp_path / "out").exists()


def test_check_asks_and_says_with_its_status_whether_anything_waits(run, case):
    assert run("letter", "check", case).returncode == 0
    case.write_text(case.read_text().replace("[checking]\nreply_by", "[checking]\n# reply_by").replace("ways =", "# ways ="))
    broken = run("letter", "check", case)
    assert broken.returncode == 2
    assert "checking.reply_by: is missing" in broken.stderr.decode()


def test_check_names_a_whole_part_that_is_missing(run, case):
    text = case.read_text()
    start, end = text.index("[meeting]"), text.index("[[items]]")
    case.write_text(text[:start] + text[end:])
    done = run("letter", "check", case)
    assert done.returncode == 1
    assert "needs meeting: when and where did you meet?" in done.stdout.decode()
    assert run("letter", "draft", case, "--out", "out").returncode == 2


def test_show_prints_one_copy_or_two_side_by_side(run, case):
    told = run("letter", "show", case, "--reader", "ship_doctor").stdout.decode()
    assert "Dear Tomasz" in told
    assert "tramadol" not in told
    both = run("letter", "show", case, "--compare", "client,ship_doctor", env={"COLUMNS": "160"}).stdout.decode()
    assert both.splitlines()[0].split("|")[1].strip() == "ship_doctor"
    assert "tramadol" in both


def test_what_a_refused_reader_would_get_is_not_shown(run, case):
    done = run("letter", "show", case, "--reader", "employer")
    assert done.returncode == 2
    assert "reader employer may not have a copy" in done.stderr.decode()


def test_kinds_and_schema_answer(run):
    assert "first-meeting" in run("letter", "kinds").stdout.decode()
    assert json.loads(run("letter", "schema").stdout)["properties"]["marks"]


def test_a_correction_starts_the_clock_makes_the_next_version_and_writes_a_note(run, case, tmp_path):
    said = ("--says", "My daughter does not walk with me, my son does", "--how", "phone", "--item", "S1", "--on", "2026-03-16")
    first = run("letter", "correct", case, *said)
    assert first.returncode == 0, first.stderr
    assert "K1 is recorded; an answer is due by 2026-04-16" in first.stdout.decode()
    assert run("letter", "draft", case, "--out", "out", "--no-check").returncode == 1
    settled = (
        "--id", "K1", "--outcome", "agreed", "--right", "you walk in the evenings with your son", "--amended-on", "2026-03-17",
        "--amended-by", "Eilidh Fraser", "--new-date", "2026-03-18", "--out", "out",
    )  # fmt: skip
    second = run("letter", "correct", case, *settled)
    assert second.returncode == 0, second.stderr
    assert "now version 2" in second.stdout.decode()
    assert (tmp_path / "out" / "record-note-2026-03-18-K1.txt").read_text().count("Thursday 16 April 2026") == 1
    drafted = run("letter", "draft", case, "--out", "out", "--no-check")
    assert drafted.returncode == 0, drafted.stdout
    letter = (tmp_path / "out" / "letter-2026-03-18-v2.txt").read_text()
    assert "with your son" in letter
    assert "daughter" not in letter
    assert "# A case record" in case.read_text(), "the author's comments stay"


def test_a_refused_correction_needs_a_reason_and_leaves_the_case_as_it_was(run, case):
    run("letter", "correct", case, "--says", "no", "--how", "phone", "--item", "S1")
    before = case.read_bytes()
    done = run("letter", "correct", case, "--id", "K1", "--outcome", "refused")
    assert done.returncode == 2
    assert "needs the reason" in done.stderr.decode()
    assert case.read_bytes() == before


def test_a_record_that_was_changed_is_told_with_its_line(run, case, tmp_path):
    run("letter", "draft", case, "--out", "out", "--no-check", "--to", "txt")
    record = tmp_path / "out" / FILE
    assert run("letter", "record", "out").returncode == 0
    record.write_text(record.read_text().replace('"gp"', '"gq"'))
    done = run("letter", "record", "out")
    assert done.returncode == 2
    assert "line 2" in done.stderr.decode()


@pytest.mark.parametrize(
    ("wrong", "right", "part"),
    [
        ('kind = "meeting"', 'kind = "first-meeting"', "kind: is none of first-meeting"),
        ("date = 2026-02-30", "date = 2026-03-11", "not TOML"),
        ('gpp = "x"\nkind = "professional"', 'kind = "professional"', "unknown key"),
        ('items = ["T9"]', 'items = ["T2"]', "names the item or plan line “T9”, which does not exist"),
    ],
)
def test_a_broken_case_is_one_clear_sentence_and_nothing_is_written(run, case, tmp_path, wrong, right, part):
    case.write_text(case.read_text().replace(right, wrong, 1))
    done = run("letter", "draft", case, "--out", "out")
    assert done.returncode == 2
    assert part in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert not (tmp_path / "out").exists()


def test_no_word_of_the_client_is_in_an_error_or_the_record(run, case, tmp_path):
    run("letter", "draft", case, "--out", "out", "--no-check", "--to", "txt")
    assert "tramadol" not in (tmp_path / "out" / FILE).read_text()
    case.write_text(case.read_text().replace('section = "what_you_told_us"', 'section = "x"', 1))
    assert "boat" not in run("letter", "draft", case, "--out", "out").stderr.decode()


@pytest.mark.parametrize("kind", ["first-meeting", "missed-appointment", "waiting-list", "correction"])
def test_a_new_case_loads_asks_what_is_missing_and_does_not_draft_yet(run, tmp_path, kind):
    made = run("letter", "new", kind, "new.toml")
    assert made.returncode == 0, made.stderr
    asked = run("letter", "check", "new.toml")
    assert asked.returncode == 1, asked.stderr
    assert "client.preferred_name is still to be filled in" in asked.stdout.decode()
    assert "Is it safe to post a letter to the client's address?" in asked.stdout.decode()
    assert run("letter", "draft", "new.toml", "--out", "out").returncode == 2
    assert not (tmp_path / "out").exists()


def test_a_new_case_never_takes_the_place_of_one_that_is_there(run, case):
    before = case.read_bytes()
    done = run("letter", "new", "review", case)
    assert done.returncode == 2
    assert "is there already" in done.stderr.decode()
    assert case.read_bytes() == before


def test_an_unknown_kind_is_told_with_the_nearest(run):
    done = run("letter", "new", "first-metting", "x.toml")
    assert done.returncode == 2
    assert "first-meeting" in done.stderr.decode()


def test_a_file_in_place_of_a_folder_is_told_as_such(run, case):
    done = run("letter", "draft", case, "--out", case)
    assert done.returncode == 2
    assert "is a file; name a folder for the letters" in done.stderr.decode()


def test_a_folder_of_templates_that_is_not_there_is_not_passed_over(run, case, tmp_path):
    done = run("letter", "draft", case, "--out", "out", "--templates", "ours")
    assert done.returncode == 2
    assert "ours: there is no such folder with letter templates" in done.stderr.decode()
    assert not (tmp_path / "out").exists()
