"""The command line. Each command is imported when it is called, so that help answers at once."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
import traceback
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

import click

from plainletter import __version__
from plainletter.errors import PlainletterError

# Command -> the module of this package that holds it, under the same name.
COMMANDS = {
    "check": "Check letters, leaflets and notes for blame, jargon and hard sentences.",
    "config": "Show the settings that are in force, and where they come from.",
    "desk": "Open a page to draft and check letters, for this machine only.",
    "explain": "Say why a rule is there, whose advice it is, and what to say instead.",
    "letter": "Draft letters from a case record, one for each reader who may have one.",
    "lexicon": "Prove a lexicon file, or start a new one.",
    "lsp": "Serve an editor: findings, reasons and quick fixes while you write.",
    "rules": "List the rules.",
    "serve": "Serve the HTTP API to programs and editors of this machine.",
}
BROKEN, STOPPED, PIPE_CLOSED = 2, 130, 141


class LazyGroup(click.Group):
    """A group that imports a command only when it is called, from the module of that name in ``package``."""

    package = "plainletter.cli"
    table = COMMANDS

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, A to Z."""
        return sorted(self.table)

    def get_command(self, ctx: click.Context, name: str) -> click.Command:
        """Return a command.

        Raises:
            click.UsageError: there is none of this name.
        """
        if name not in self.table:
            close = get_close_matches(name, self.table, n=1, cutoff=0.5)
            ctx.fail(
                f"there is no command “{name}”; "
                + (f"did you mean {close[0]}?" if close else f"{ctx.command_path} --help lists them")
            )
        command: click.Command = getattr(import_module(f"{self.package}.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(self.table.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="plainletter")
def cli() -> None:
    """Letters that the person they are about can read: no jargon, no blame. Nothing leaves this machine."""


def main() -> None:
    """Run the command line; every way to fail ends in one clear sentence and the right exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows "?"
    try:
        status = cli.main(prog_name="plainletter", standalone_mode=False)
        if sys.stdout is not None:  # it may have been closed before we came
            sys.stdout.flush()
    except click.exceptions.Exit as stop:
        status = stop.exit_code
    except SystemExit:
        # No command of ours calls exit: click does, when the reader of its output has gone.
        status = PIPE_CLOSED
    except click.ClickException as error:
        error.show()
        status = BROKEN
    except PlainletterError as error:
        click.echo(f"plainletter: {error}", err=True)
        status = BROKEN
    except (click.Abort, KeyboardInterrupt):
        click.echo("plainletter: stopped before the end.", err=True)
        status = STOPPED
    except OSError as error:
        status = _os_error(error)
    except Exception as error:
        # Never a traceback, and never the message, which may quote a text.
        click.echo(f"plainletter: a fault of our own, {_fault(error)}; please report it, without words of a text", err=True)
        status = BROKEN
    gc.freeze()  # the process ends now: looking through a whole lexicon for garbage takes a third of a second
    sys.exit(status or 0)


def _fault(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} in {Path(frames[-1].filename).name}, line {frames[-1].lineno}"


def _os_error(error: OSError) -> int:
    if error.errno == errno.EPIPE:
        # The reader has gone; without this, Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    where = f" ({error.filename})" if error.filename else ""
    cure = (
        "free some space"
        if error.errno in (errno.ENOSPC, errno.EDQUOT)
        else "choose another place, or ask for the right to use it"
    )
    click.echo(f"plainletter: {error.strerror or type(error).__name__}{where}; {cure}", err=True)
    return BROKEN
