"""``plainletter check`` as a lint step: several reports, baseline, changed lines, fixes, cache, excluded files, many files."""

import json
import os
import subprocess
from pathlib import Path

import pytest

FAILED = "You failed to attend on 3 May.\n"
BLAME = f"Dear Sam,\n\n{FAILED}"
CLEAN = "Dear Sam,\n\nThank you for coming. We talked about the garden.\n"
RULE = b"missed/failed-to-attend"


@pytest.fixture
def site(tmp_path):
    (tmp_path / "a.md").write_text(f"# Dates\n\n{FAILED}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "c.html").write_text(f"<!doctype html><title>Dates</title><p>{FAILED}</p>", encoding="utf-8")
    return tmp_path


def git(folder, *arguments):
    identity = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b"}
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env={**os.environ, **identity})


def rules(done):
    return [finding["rule"] for document in json.loads(done.stdout)["documents"] for finding in document["findings"]]


class TestReports:
    def test_one_run_writes_several_reports_side_by_side(self, run, site):
        done = run("check", ".", "-o", "r.json", "-o", "r.sarif", "-o", "junit:r.xml", "-o", "r.html", "-o", "r.jsonl")
        assert done.returncode == 1
        assert RULE in done.stdout
        assert len(json.loads((site / "r.json").read_text())["documents"]) == 3
        assert len(json.loads((site / "r.sarif").read_text())["runs"][0]["results"]) == 2
        assert (site / "r.xml").read_text().startswith("<?xml")
        assert "failed to attend" in (site / "r.html").read_text()

    def test_a_name_that_does_not_say_which_report_is_meant_is_asked_about(self, run, site):
        done = run("check", ".", "-o", "report.xml")
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"junit:report.xml" in done.stderr

    def test_a_slip_in_the_name_of_a_format_brings_the_one_that_was_meant(self, run, site):
        done = run("check", ".", "-o", "junti:report.xml")
        assert done.returncode == 2
        assert b"did you mean junit?" in done.stderr

    def test_a_report_that_cannot_be_written_is_one_sentence(self, run, site):
        done = run("check", ".", "-o", "nowhere/r.json")
        assert done.returncode == 2
        assert b"its folder does not exist" in done.stderr
        assert b"Traceback" not in done.stderr

    def test_statistics_count_by_rule(self, run, site):
        done = run("check", ".", "--statistics")
        assert done.stdout.splitlines()[0].split() == [b"2", RULE]
        assert b"3 files checked" in done.stdout

    def test_a_trend_file_grows_by_a_line_of_numbers(self, run, site):
        for _ in range(2):
            run("check", ".", "--trend", "trend.csv")
        head, *lines = (site / "trend.csv").read_text().splitlines()
        assert head.startswith("date,documents,not_read,words")
        assert [line.split(",")[1:3] for line in lines] == [["3", "0"], ["3", "0"]]
        (site / "other.csv").write_text("name,age\n", encoding="utf-8")
        assert b"is not a trend file" in run("check", ".", "--trend", "other.csv").stderr
        assert (site / "other.csv").read_text() == "name,age\n"

    def test_standard_input_can_have_a_name(self, run):
        page = "<p>You failed to <b>att</b>end.</p>"
        assert RULE in run("check", "-", "--stdin-name", "page.html", "-q", text=page).stdout
        assert RULE not in run("check", "-", "-q", text=page).stdout


class TestBaseline:
    def test_known_findings_are_not_told_and_new_ones_are(self, run, site):
        assert b"2 findings of now" in run("check", ".", "--baseline", "known.json", "--update-baseline").stdout
        done = run("check", ".", "--baseline", "known.json", "-q")
        assert (done.returncode, done.stdout) == (0, b"")
        assert b"2 known findings" in done.stderr
        (site / "b.txt").write_text(BLAME, encoding="utf-8")
        done = run("check", ".", "--baseline", "known.json", "-q")
        assert done.returncode == 1
        assert done.stdout.count(RULE) == 1

    def test_a_baseline_holds_hashes_and_no_word_of_a_text_or_of_a_name(self, run, site):
        run("check", ".", "--baseline", "known.json", "--update-baseline")
        text = (site / "known.json").read_text().lower()
        assert not any(word in text for word in ("failed", "attend", "missed", "a.md", "c.html"))

    def test_lines_may_be_put_in_above_a_known_finding(self, run, site):
        run("check", ".", "--baseline", "known.json", "--update-baseline")
        text = (site / "a.md").read_text(encoding="utf-8")
        (site / "a.md").write_text(f"# New\n\nWe are open on Mondays.\n\n{text}", encoding="utf-8")
        assert run("check", ".", "--baseline", "known.json", "-q").returncode == 0

    def test_what_was_mended_is_told(self, run, site):
        run("check", ".", "--baseline", "known.json", "--update-baseline")
        (site / "a.md").write_text("# Dates\n", encoding="utf-8")
        assert b"1 findings of known.json were not met" in run("check", ".", "--baseline", "known.json").stderr

    @pytest.mark.parametrize(
        ("content", "says"), [(None, b"there is no baseline"), ("{}", b"not a baseline"), ("x", b"not a baseline")]
    )
    def test_a_baseline_that_cannot_be_used_is_said(self, run, site, content, says):
        if content:
            (site / "known.json").write_text(content, encoding="utf-8")
        done = run("check", ".", "--baseline", "known.json")
        assert done.returncode == 2
        assert says in done.stderr

    def test_the_settings_can_name_it(self, run, site):
        (site / "plainletter.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
        run("check", ".", "--update-baseline")
        assert run("check", ".").returncode == 0


class TestChangedLines:
    def test_only_changed_lines_and_new_files_are_told(self, run, site):
        git(site, "init", "-q")
        git(site, "add", ".")
        git(site, "commit", "-qm", "start")
        assert run("check", ".", "--changed-since", "HEAD").returncode == 0
        text = (site / "a.md").read_text(encoding="utf-8")
        (site / "a.md").write_text(f"{text}\nMum is a poor historian.\n", encoding="utf-8")
        (site / "new.txt").write_text(BLAME, encoding="utf-8")
        done = run("check", ".", "--changed-since", "HEAD", "-q")
        assert done.returncode == 1
        assert [line.split(b":")[:2] for line in done.stdout.splitlines() if RULE in line] == [[b"new.txt", b"3"]]
        assert any(line.startswith(b"a.md:5:") for line in done.stdout.splitlines())
        assert not any(line.startswith(b"a.md:3:") for line in done.stdout.splitlines())

    def test_an_unknown_revision_and_a_missing_repository_are_said(self, run, site):
        assert b"is in none" in run("check", ".", "--changed-since", "main").stderr
        git(site, "init", "-q")
        git(site, "add", ".")
        git(site, "commit", "-qm", "start")
        done = run("check", ".", "--changed-since", "--output=x")
        assert done.returncode == 2
        assert b"Git knows no revision" in done.stderr


class TestFix:
    TEXT = "Dear Sam,\r\n\r\nPlease ring prior to Friday.\r\nWe will commence on 4 June. You failed to attend.\r\n"
    FIXED = "Dear Sam,\r\n\r\nPlease ring before Friday.\r\nWe will start on 4 June. You failed to attend.\r\n"

    def test_a_difference_is_shown_before_anything_changes(self, run, tmp_path):
        (tmp_path / "a.txt").write_bytes(self.TEXT.encode())
        done = run("check", "a.txt", "--diff")
        assert done.returncode == 1
        assert b"-Please ring prior to Friday." in done.stdout
        assert b"+Please ring before Friday." in done.stdout
        assert (tmp_path / "a.txt").read_bytes() == self.TEXT.encode()

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
    def test_what_is_safe_is_put_in_and_the_rest_is_still_told(self, run, tmp_path, encoding):
        (tmp_path / "a.txt").write_bytes(self.TEXT.encode(encoding))
        done = run("check", "a.txt", "--fix", "-q")
        assert (tmp_path / "a.txt").read_bytes() == self.FIXED.encode(encoding)
        assert RULE in done.stdout
        assert b"prior" not in done.stdout
        assert run("check", "a.txt", "--fix", "-q").stderr.startswith(b"plainletter: 0 suggestions")

    def test_marked_up_words_are_left_alone(self, run, tmp_path):
        text = "<p>Please ring <b>prior</b> to Friday, and ring prior to 4&nbsp;June.</p><pre>prior to</pre>"
        (tmp_path / "a.html").write_text(text, encoding="utf-8")
        run("check", "a.html", "--fix")
        after = (tmp_path / "a.html").read_text(encoding="utf-8")
        assert "<b>prior</b> to Friday, and ring before 4&nbsp;June" in after

    def test_both_at_once_is_a_wrong_call(self, run, tmp_path):
        (tmp_path / "a.txt").write_text(CLEAN, encoding="utf-8")
        assert run("check", "a.txt", "--fix", "--diff").returncode == 2


class TestFiles:
    def test_excluded_and_ignored_files_are_passed_over_but_named_ones_are_checked(self, run, site):
        (site / "plainletter.toml").write_text('exclude = ["old/"]\n', encoding="utf-8")
        git(site, "init", "-q")
        (site / ".gitignore").write_text("*.html\n", encoding="utf-8")
        (site / "old").mkdir()
        (site / "old" / "x.txt").write_text(BLAME, encoding="utf-8")
        assert b"2 files checked" in run("check", ".").stdout
        assert b"1 file checked" in run("check", "c.html").stdout
        assert b"1 file checked" in run("check", "old/x.txt").stdout
        done = run("check", "old/x.txt", "--force-exclude")
        assert b"0 files checked" in done.stdout
        (site / "plainletter.toml").write_text("gitignore = false\n", encoding="utf-8")
        assert b"4 files checked" in run("check", ".").stdout
        (site / "plainletter.toml").unlink()
        assert b"passed over: 1 ignored by Git" in run("check", "c.html", ".").stdout

    def test_kinds_of_files_have_settings_of_their_own(self, run, site):
        settings = '[[files]]\nmatch = ["*.md"]\nignore = ["missed"]\n'
        (site / "plainletter.toml").write_text(settings, encoding="utf-8")
        done = run("check", ".", "-q")
        assert [line.split(b":")[0] for line in done.stdout.splitlines()] == [b"c.html"]
        assert b"files that match *.md" in run("config", "show", "a.md").stdout

    def test_reading_ease_is_held_against_the_targets_of_the_service(self, run, site):
        (site / "plainletter.toml").write_text("targets = { uk_reading_age = 3 }\n", encoding="utf-8")
        words = "We talked about the garden and the dog that you had as a child. You said that you sleep well. " * 3
        (site / "b.txt").write_text(words, encoding="utf-8")
        scores = json.loads(run("check", "b.txt", "--format", "json").stdout)["documents"][0]["scores"]
        age = next(score for score in scores if score["measure"] == "uk_reading_age")
        assert (age["target"], age["passed"]) == (3, False)

    def test_two_processes_give_the_report_of_one(self, run, site):
        for number in range(6):
            (site / f"{number}.txt").write_text(f"{BLAME}{number}\n", encoding="utf-8")
        (site / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
        alone = run("check", ".", "--no-cache", "--format", "json")
        assert run("check", ".", "--no-cache", "--format", "json", "-j", "2").stdout == alone.stdout
        assert alone.returncode == 1
        assert b"broken.pdf" in alone.stderr

    def test_a_file_that_takes_too_long_is_given_up_and_said(self, run, site):
        (site / "long.txt").write_text("You failed to attend and you are non-compliant again. " * 60_000, encoding="utf-8")
        done = run("check", "long.txt", "b.txt", "--timeout", "0.3")
        assert done.returncode == 2
        assert b"long.txt was given up after 0.3 seconds" in done.stdout
        assert b"1 file checked" in done.stdout


class TestCache:
    @pytest.fixture
    def kept(self, tmp_path_factory):
        return tmp_path_factory.mktemp("kept")

    def test_an_unchanged_file_is_answered_without_spacy_and_without_a_difference(self, run, site, kept):
        env = {"PLAINLETTER_CACHE": str(kept)}
        first = run("check", ".", "--format", "json", env=env)
        broken = kept / "broken"
        (broken / "spacy").mkdir(parents=True)
        (broken / "spacy" / "__init__.py").write_text("raise ImportError('spaCy was imported')\n", encoding="utf-8")
        second = run("check", ".", "--format", "json", env={**env, "PYTHONPATH": str(broken)})
        assert second.stdout == first.stdout
        assert second.returncode == first.returncode == 1

    def test_a_change_of_the_file_or_of_the_settings_is_seen(self, run, site, kept):
        env = {"PLAINLETTER_CACHE": str(kept)}
        assert RULE in run("check", "a.md", "-q", env=env).stdout
        assert RULE not in run("check", "a.md", "-q", "--ignore", "missed", env=env).stdout
        (site / "a.md").write_text("# Dates\n", encoding="utf-8")
        assert run("check", "a.md", "-q", env=env).stdout == b""

    def test_what_is_kept_holds_no_words_of_the_text(self, run, site, kept):
        (site / "b.txt").write_text(
            "Dear Zebedee,\n\nYou failed to attend. The phlebotomy clinic is in Xanadu.\n", encoding="utf-8"
        )
        run("check", ".", env={"PLAINLETTER_CACHE": str(kept)})
        texts = [path.read_text().lower() for path in (kept / "checked").rglob("*.json")]
        assert len(texts) == 3
        for word in ("zebedee", "xanadu", "phlebotomy clinic", "failed to attend.", "garden"):
            assert not any(word in text for text in texts)

    def test_nothing_is_kept_where_that_is_not_wanted(self, run, site, kept):
        run("check", ".", "--no-cache", env={"PLAINLETTER_CACHE": str(kept)})
        assert not (kept / "checked").exists()


class TestNothingIsLost:
    @pytest.mark.parametrize(
        "options",
        [
            ["-o", "plain:b.txt"],
            ["-o", "c.html"],
            ["--baseline", "b.txt", "--update-baseline"],
            ["--trend", "b.txt"],
        ],
    )
    def test_no_report_takes_the_place_of_what_is_checked(self, run, site, options):
        before = {path.name: path.read_bytes() for path in site.iterdir()}
        done = run("check", ".", *options)
        assert done.returncode == 2
        assert b"is one of the files that are checked" in done.stderr
        assert {path.name: path.read_bytes() for path in site.iterdir()} == before

    def test_a_commented_copy_is_not_written_over_an_earlier_one(self, run, tmp_path):
        source = Path(__file__).parent.parent / "documents" / "word" / "letter.docx"
        (tmp_path / "letter.docx").write_bytes(source.read_bytes())
        assert b"1 commented copy" in run("check", "letter.docx", "--annotate", "notes").stderr
        done = run("check", "letter.docx", "--annotate", "notes")
        assert done.returncode == 2
        assert b"is there already" in done.stderr
        assert (tmp_path / "letter.docx").read_bytes() == source.read_bytes()

    def test_standard_input_that_is_no_text_is_said(self, run):
        done = run("check", "-", "--stdin-name", "letter.docx", text=BLAME)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"save it in a file" in done.stderr
        assert b"--stdin-name is for standard input" in run("check", ".", "--stdin-name", "a.md").stderr

    def test_a_file_is_known_by_its_own_name_and_not_by_a_link(self, run, site):
        (site / "0.md").symlink_to("a.md")
        assert run("check", ".", "-q").stdout.startswith(b"a.md:")

    def test_a_trend_is_no_pipe(self, run, site):
        os.mkfifo(site / "pipe")
        assert b"is not an ordinary file" in run("check", "b.txt", "--trend", "pipe").stderr
