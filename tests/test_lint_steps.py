"""The ready-made steps: the hook for pre-commit, the GitHub action, the GitLab example, and the page about them."""

import os
import re
import shutil
import subprocess
import sys
import tomllib

import pytest
import yaml

from plainletter.cli.check import check
from plainletter.cli.configfile import FILES, KEYS, read_settings
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "lint-step.md").read_text(encoding="utf-8")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
OPTIONS = {name for option in check.params for name in option.opts}


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def script():
    (step,) = (step for step in ACTION["runs"]["steps"] if step.get("name") == "Check")
    return step["run"]


class TestHook:
    (HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    def test_its_options_exist_and_what_the_settings_exclude_stays_out(self):
        command, verb, *options = self.HOOK["entry"].split()
        assert (command, verb) == ("plainletter", "check")
        assert {*options, *self.HOOK["args"]} <= OPTIONS
        assert "--force-exclude" in options  # not in args, which a project may replace

    @pytest.mark.parametrize("name", ["a.txt", "b/c.docx", "site/index.html", "x.markdown", "y.odt", "z.pdf", "n.rtf"])
    def test_it_takes_documents(self, name):
        assert re.search(self.HOOK["files"], name)
        assert not re.search(self.HOOK["exclude"], name)

    @pytest.mark.parametrize("name", ["a.py", "requirements-dev.txt", "site/robots.txt", "src/CMakeLists.txt", "a.txt.gz"])
    def test_it_leaves_the_files_of_programs_alone(self, name):
        assert not re.search(self.HOOK["files"], name) or re.search(self.HOOK["exclude"], name)

    def test_files_that_are_all_excluded_pass(self, tmp_path):
        (tmp_path / "plainletter.toml").write_text('exclude = ["old/**"]\n')
        (tmp_path / "old").mkdir()
        (tmp_path / "old" / "a.txt").write_text("You failed to attend.\n")
        _, *command = self.HOOK["entry"].split()
        done = subprocess.run(
            [sys.executable, "-m", "plainletter", *command, *self.HOOK["args"], "old/a.txt"], cwd=tmp_path, check=False
        )
        assert done.returncode == 0


class TestAction:
    def test_no_input_is_part_of_a_script(self):
        assert not [step for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")]

    @pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
    def test_its_script_hands_each_line_over_as_one_word(self, tmp_path):
        shown = self.run(
            tmp_path,
            PATHS="letters of May\n\n$(touch broken)\n-q\n",
            ARGS="--baseline\nbase line.json\n",
            FAIL_ON="error",
            CHANGED_SINCE="`touch broken`",
            SARIF="a b.sarif",
        )
        assert shown == [
            "check", "--format", "github", "--baseline", "base line.json", "--fail-on=error", "--changed-since=`touch broken`",
            "--output=sarif:a b.sarif", "--", "letters of May", "$(touch broken)", "-q",
        ]  # fmt: skip
        assert not (tmp_path / "broken").exists()
        assert {word.partition("=")[0] for word in shown[:8] if word.startswith("--")} <= OPTIONS

    @pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
    def test_with_nothing_given_it_checks_the_repository(self, tmp_path):
        usual = {name: values["default"] for name, values in ACTION["inputs"].items()}
        assert self.run(tmp_path, PATHS=usual["paths"]) == ["check", "--format", "github", "--", "."]

    def run(self, folder, **given):
        """Run the script as GitHub does, with a program in our place that shows its arguments."""
        program = folder / "program"
        program.write_text(f"#!{sys.executable}\nimport sys\nprint('\\0'.join(sys.argv[1:]), end='')\n")
        program.chmod(0o755)
        given = dict.fromkeys(("PATHS", "ARGS", "FAIL_ON", "CHANGED_SINCE", "SARIF"), "") | given
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script()],
            cwd=folder, env={**os.environ, **given, "PLAINLETTER": str(program)}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout.split("\0")


class TestPage:
    def test_its_settings_are_ours_and_all_of_them(self, tmp_path):
        (settings,) = (block for block in blocks("toml") if "[[files]]" in block)
        (tmp_path / "plainletter.toml").write_text(settings, encoding="utf-8")
        read_settings(tmp_path / "plainletter.toml")
        assert set(tomllib.loads(settings)) == {*KEYS, FILES}

    def test_each_option_that_it_names_exists(self):
        named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE))
        assert named - {"--tcp", "--help"} <= OPTIONS

    def test_each_input_of_the_action_is_explained(self):
        assert {f"| `{name}` |" for name in ACTION["inputs"]} <= set(re.findall(r"^\| `[a-z-]+` \|", PAGE, re.MULTILINE))

    def test_its_examples_can_be_read(self):
        for block in blocks("yaml"):
            assert yaml.safe_load(block)

    def test_the_gitlab_example_keeps_both_reports(self):
        job = yaml.safe_load((ROOT / "docs" / "gitlab-ci.yml").read_text(encoding="utf-8"))["plainletter"]
        for report in ("codequality", "junit"):
            assert job["artifacts"]["reports"][report] in job["script"][0]

    def test_it_stands_up_to_our_own_check(self):
        done = subprocess.run(
            [sys.executable, "-m", "plainletter", "check", "-q", "docs/lint-step.md"], cwd=ROOT, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stdout.decode()
