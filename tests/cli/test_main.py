"""Every way to fail ends in one clear sentence and the right exit status."""

import errno

import click
import pytest

from plainletter import cli
from plainletter.errors import DocumentError


@pytest.fixture
def ending(monkeypatch, capsys):
    """Run the command line with a command that fails in a given way; return its exit status and what it says."""

    def run(failure):
        def fail(**_):
            raise failure

        monkeypatch.setattr(cli.cli, "main", fail)
        with pytest.raises(SystemExit) as stop:
            cli.main()
        return stop.value.code, capsys.readouterr().err

    return run


@pytest.mark.parametrize(
    ("failure", "status", "says"),
    [
        (DocumentError("letter.txt is empty."), 2, "plainletter: letter.txt is empty.\n"),
        (KeyboardInterrupt(), 130, "plainletter: stopped before the end.\n"),
        (click.Abort(), 130, "plainletter: stopped before the end.\n"),
        (
            OSError(errno.ENOSPC, "No space left on device", "out.json"),
            2,
            "plainletter: No space left on device (out.json); free some space\n",
        ),
        (SystemExit(1), 141, ""),
    ],
)
def test_a_failure_is_one_sentence_and_a_status(ending, failure, status, says):
    assert ending(failure) == (status, says)


def test_a_fault_of_our_own_says_where_and_quotes_nothing(ending):
    status, says = ending(ValueError("could not grasp Zebedeequx"))
    assert status == 2
    assert "Zebedeequx" not in says
    assert "ValueError in test_main.py, line" in says
    assert says.count("\n") == 1
