"""Nothing leaves the machine, and nothing of a text stays behind."""

import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT

LETTER = "Dear Zebedeequx,\n\nYou failed to attend. The neighbour of your aunt refused it, and household refuse goes out.\n"
NO_NETWORK = [shutil.which("unshare") or "unshare", "-rn"]


def _can_cut_the_network():
    return subprocess.run([*NO_NETWORK, "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not _can_cut_the_network(), reason="this machine does not let us cut the network")
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "examples", "--fail-on", "never"],
        ["explain", "missed/failed-to-attend"],
        ["rules"],
        ["lexicon", "check", "lexicons/en-GB/missed.toml"],
        ["letter", "draft", "examples/first-meeting.toml", "--out", "{folder}"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_every_command_works_with_the_network_cut(arguments, tmp_path):
    arguments = [argument.format(folder=tmp_path) for argument in arguments]
    done = subprocess.run(
        [*NO_NETWORK, sys.executable, "-m", "plainletter", *arguments], capture_output=True, check=False, cwd=ROOT, timeout=300
    )
    assert done.returncode == 0, done.stderr


def test_a_check_opens_no_socket():
    code = (
        "import socket\n"
        "def refuse(*_, **__): raise AssertionError('a socket was opened')\n"
        "socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse\n"
        f"import plainletter; report = plainletter.check({LETTER * 20!r})\n"
        "assert report.findings and report.scores\n"
        "import sys; assert 'nltk' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr


def test_a_debug_log_holds_no_word_of_a_letter():
    code = (
        "import logging, sys; logging.basicConfig(level=logging.DEBUG, stream=sys.stdout)\n"
        f"import plainletter; plainletter.check({LETTER!r})\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT)
    assert b"Zebedeequx" not in done.stdout + done.stderr


def test_an_error_says_nothing_of_the_text(monkeypatch):
    from plainletter.cli import running
    from plainletter.cli.settings import Rules
    from plainletter.formats import NotRead

    def stumble(*_):
        raise ValueError("could not grasp Zebedeequx")

    monkeypatch.setattr("plainletter.checking.checker.Checker.check_document", stumble)
    task = running.Task(str(ROOT / "examples" / "letter-good.txt"), Rules())
    (result,) = running.run([task], {}, 1, progress=False)
    assert isinstance(result, NotRead)
    assert "Zebedeequx" not in result.reason
    assert "ValueError" in result.reason
