"""``plainletter check``: what a user sees, and the exit status that a pipeline sees."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

CLEAN = "Dear Sam,\n\nThank you for coming. We talked about the garden.\n"
BLAME = "Dear Sam,\n\nYou failed to attend on 3 May.\n"


@pytest.fixture
def letters(tmp_path):
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "blame.txt").write_text(BLAME, encoding="utf-8")
    return tmp_path


def documents(done):
    return {document["path"]: document for document in json.loads(done.stdout)["documents"]}


def test_a_clean_letter_gives_status_0_and_blame_gives_1(run, letters):
    assert run("check", "clean.txt").returncode == 0
    done = run("check", "blame.txt")
    assert done.returncode == 1
    assert b"missed/failed-to-attend" in done.stdout


@pytest.mark.parametrize(("level", "status"), [("note", 1), ("warning", 1), ("error", 0), ("never", 0)])
def test_the_level_at_which_to_fail_can_be_chosen(run, letters, level, status):
    assert run("check", "blame.txt", "--fail-on", level).returncode == status


def test_the_last_clean_file_does_not_hide_the_first(run, letters):
    assert run("check", "blame.txt", "clean.txt").returncode == 1


def test_256_findings_are_still_status_1(run, tmp_path):
    (tmp_path / "many.txt").write_text("You failed to attend.\n\n" * 256, encoding="utf-8")
    assert run("check", "many.txt", "--quiet").returncode == 1


def test_standard_input_is_read_with_a_dash(run):
    done = run("check", "-", "--format", "json", text=BLAME)
    assert done.returncode == 1
    assert documents(done)["-"]["findings"][0]["text"] == "failed to attend"


def test_a_folder_is_searched_and_what_cannot_be_read_there_is_named(run, letters):
    (letters / "sub").mkdir()
    (letters / "sub" / "page.md").write_text("# Hello\n\nYou failed to attend.\n", encoding="utf-8")
    (letters / "sub" / "photo.png").write_bytes(b"\x89PNG\r\n")
    (letters / "old.docx").write_bytes(b"PK\x03\x04")
    done = run("check", ".", "--fail-on", "never")
    assert done.returncode == 2
    assert b"3 files checked" in done.stdout
    assert b"old.docx is not a Word document, or is damaged" in done.stdout
    assert b"1 file passed over: 1 .png." in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("letter.docx", b"PK\x03\x04word", b"Word document"),
        ("letter.txt", b"%PDF-1.7\n", b"PDF"),
        ("letter.txt", b"", b"is empty"),
        ("letter.txt", b" \n\t\n", b"is empty"),
        ("letter.txt", b"\x00\x01\x02\x03\x00\x00", b""),
        ("letter.xyz", b"You failed to attend.", b"kind that is not known"),
    ],
)
def test_what_was_not_read_is_never_clean(run, tmp_path, name, content, says):
    (tmp_path / name).write_bytes(content)
    done = run("check", name)
    assert done.returncode == 2
    assert says in done.stdout
    assert b"Traceback" not in done.stderr


def test_a_folder_without_documents_is_not_clean(run, tmp_path):
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    done = run("check", ".")
    assert done.returncode == 2
    assert b"There was nothing to check" in done.stdout


def test_a_file_that_is_named_twice_is_checked_once(run, letters):
    assert run("check", "blame.txt", "./blame.txt", ".", "--quiet").stdout.count(b"blame.txt:") == 1


def test_a_missing_file_is_said_and_the_others_are_checked(run, letters):
    done = run("check", "claen.txt", "clean.txt")
    assert done.returncode == 2
    assert "did you mean clean.txt?" in done.stdout.decode()
    assert b"1 file checked" in done.stdout


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_any_usual_encoding_is_read(run, tmp_path, encoding):
    (tmp_path / "letter.txt").write_bytes("Dear Zoë,\n\nYou didn’t attend. You failed to attend.\n".encode(encoding))
    done = run("check", "letter.txt", "--format", "json")
    assert done.returncode == 1
    assert "failed to attend" in [found["text"] for found in documents(done)["letter.txt"]["findings"]]


def test_offsets_index_the_decoded_file(run, tmp_path):
    text = "Dear 👩‍👩‍👧,\r\n\r\nYou failed to attend.\r\n"
    (tmp_path / "letter.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    found = documents(run("check", "letter.txt", "--format", "json"))["letter.txt"]["findings"][0]
    assert text[found["start"] : found["end"]] == found["text"] == "failed to attend"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--type", "leter"], "did you mean letter?"),
        (["--format", "jsn"], "did you mean json?"),
        (["--fail-on", "eror"], "did you mean error?"),
        (["--ignore", "mised"], "did you mean missed?"),
        (["--select", "missed/failed-to-atend"], "did you mean missed/failed-to-attend?"),
        (["--config", "nowhere.toml"], "nowhere.toml: the settings cannot be opened"),
        (["--jobs", "0"], "range"),
    ],
)
def test_a_wrong_option_is_said_in_one_sentence_with_status_2(run, letters, arguments, says):
    done = run("check", "clean.txt", *arguments)
    assert done.returncode == 2
    assert says in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_several_processes_give_the_same_report_in_the_same_order(run, tmp_path):
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text(BLAME if number % 2 else CLEAN, encoding="utf-8")
    one, two = run("check", ".", "--format", "json"), run("check", ".", "--format", "json", "-j", "2")
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout


def test_standard_input_is_read_beside_files_in_several_processes(run, letters):
    done = run("check", "clean.txt", "-", "blame.txt", "-j", "2", "--format", "json", text=BLAME)
    assert list(documents(done)) == ["clean.txt", "-", "blame.txt"]
    assert documents(done)["-"]["findings"]


def test_a_linked_folder_is_searched_and_a_loop_ends(run, letters):
    (letters / "inner").mkdir()
    (letters / "inner" / "up").symlink_to(letters)
    (letters / "other").mkdir()
    (letters / "linked").symlink_to(letters / "other")
    (letters / "other" / "more.txt").write_text(BLAME, encoding="utf-8")
    assert run("check", ".", "--quiet").stdout.count(b"failed-to-attend") == 2


def test_a_text_of_brackets_only_ends(run, letters):
    (letters / "brackets.txt").write_text("(" * 50_000 + "x" + ")" * 50_000 + " You failed to attend.", encoding="utf-8")
    assert run("check", "brackets.txt", "--quiet").stdout.count(b"failed-to-attend") == 1


def test_settings_are_found_above_and_options_come_before_them(run, letters):
    (letters / "plainletter.toml").write_text('fail_on = "never"\nignore = ["missed"]\n', encoding="utf-8")
    inner = letters / "deep" / "er"
    inner.mkdir(parents=True)
    done = run("check", letters / "blame.txt", "--format", "json", cwd=inner)
    assert done.returncode == 0
    assert json.loads(done.stdout)["documents"][0]["findings"] == []
    assert (
        run("check", letters / "blame.txt", "--fail-on", "note", "--select", "missed/failed-to-attend", cwd=inner).returncode == 1
    )


def test_a_very_long_line_is_checked_to_its_end(run, tmp_path):
    (tmp_path / "line.txt").write_text("You came along. " * 12_000 + "You failed to attend.", encoding="utf-8")
    done = run("check", "line.txt", "--quiet")
    assert done.returncode == 1
    assert done.stdout.count(b"failed to attend") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_said(run, letters):
    (letters / "clean.txt").chmod(0)
    done = run("check", "clean.txt", "blame.txt", "--fail-on", "never")
    assert done.returncode == 2
    assert b"permission" in done.stdout


def test_a_reader_that_stops_early_causes_no_complaint(letters):
    (letters / "many.txt").write_text("You failed to attend.\n\n" * 3000, encoding="utf-8")
    command = f"{sys.executable} -m plainletter check many.txt | head -1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, cwd=letters, check=False, timeout=120
    )
    assert done.stderr == b""
    assert done.returncode == 141


def test_ctrl_c_stops_with_one_sentence(letters):
    (letters / "long.txt").write_text("You failed to attend. " * 60_000, encoding="utf-8")
    command = [sys.executable, "-m", "plainletter", "check", "long.txt"]
    with subprocess.Popen(command, cwd=letters, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(3)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()
    assert process.returncode == 130
    assert errors.decode().strip() == "plainletter: stopped before the end."


def test_no_word_of_a_letter_is_left_on_disk(run, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "letter.txt").write_text("Dear Zebedeequx, you failed to attend.", encoding="utf-8")
    run("check", "letter.txt", env={"HOME": str(home), "PLAINLETTER_CACHE": str(home / "cache")})
    left = [path for path in home.rglob("*") if path.is_file()]
    assert left
    assert not any(b"zebedeequx" in path.read_bytes().lower() for path in left)


def test_a_read_only_home_only_costs_time(run, letters):
    assert run("check", "blame.txt", env={"PLAINLETTER_CACHE": "/proc/nowhere"}).returncode == 1


def test_packs_and_contested_wording_are_chosen_in_settings_and_by_options(run, tmp_path):
    letter = "Dear Sam, you have schizophrenia."
    assert b"diagnosis/" not in run("check", "-", text=letter).stdout
    assert b"diagnosis/schizophrenia" in run("check", "-", "--pack", "formulation", text=letter).stdout
    (tmp_path / "plainletter.toml").write_text('packs = ["formulation"]\ncontested = "warning"\n', encoding="utf-8")
    assert run("check", "-", text=letter).returncode == 1
    assert run("check", "-", "--contested", "note", text=letter).returncode == 0
    assert b"diagnosis/" not in run("check", "-", "--no-pack", "formulation", text=letter).stdout
    assert b"diagnosis/" not in run("check", "-", "--contested", "off", text=letter).stdout


def test_an_unknown_pack_is_said_with_the_nearest(run):
    done = run("check", "-", "--pack", "formulations", text="Dear Sam")
    assert done.returncode == 2
    assert "did you mean formulation?" in done.stderr.decode()
