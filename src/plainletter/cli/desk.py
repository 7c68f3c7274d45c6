"""``plainletter desk``."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainletter.cli.configfile import find_settings
from plainletter.cli.serve import options_of, require_desk
from plainletter.errors import ConfigError

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from plainletter.desk.serving import Address

_HOST = "127.0.0.1"
_MINUTE = 60


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="A fixed port.  [default: any that is free]")
@click.option("--idle", default=15.0, show_default=True, type=click.FloatRange(0), help="Minutes until it locks; 0 for never.")
@click.option("--templates", multiple=True, type=click.Path(path_type=Path), help="A folder with letter templates of your own.")
@click.option("--no-browser", is_flag=True, help="Print the address and open no browser.")
def desk(folder: Path, port: int, idle: float, templates: tuple[Path, ...], no_browser: bool) -> int:
    """Open a page to draft and check letters, for this machine only. The drafts are case files in FOLDER.

    The address that is printed works once; a new one is printed for another window, and to unlock the page when nobody
    was there for a while. Nothing leaves this machine.
    """
    require_desk()
    from plainletter.letters.drafting import template_folders

    template_folders(templates)
    _check_folder(folder)
    _serve(folder.resolve(), port, idle * _MINUTE, tuple(str(one.resolve()) for one in templates), browse=not no_browser)
    return 0


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        what = "is a file" if folder.exists() else "is not there"
        raise ConfigError(f"{folder}: this folder {what}; make it first, or name another for the drafts")
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise ConfigError(f"{folder}: this folder may not be written to; ask for the right, or name another for the drafts")


def _serve(folder: Path, port: int, idle: float, templates: tuple[str, ...], *, browse: bool) -> None:
    from plainletter.desk.guard import Callers, Guard
    from plainletter.desk.options import Limits
    from plainletter.desk.page import POLICY, make_desk
    from plainletter.desk.serving import serve
    from plainletter.desk.sessions import Sessions
    from plainletter.desk.workers import Workers

    limits = Limits()
    codes: list[Callable[[], str]] = []

    def make(address: Address) -> ASGIApp:
        def tell(code: str) -> None:
            click.echo(f"For another window, or to unlock the page: {_start(address, code)}")

        sessions = Sessions(idle, tell, address.port)
        codes.append(lambda: sessions.code)
        app = make_desk(folder, sessions, pool, options_of(find_settings(folder).rules), templates, limits)
        return Guard(app, Callers(address.names()), limits.max_bytes, POLICY)

    def begun(address: Address) -> None:
        start = _start(address, codes[0]())
        click.echo(f"The desk is open at {start}\nThis address works once. Ctrl-C closes the desk.")
        if browse:
            click.launch(start)

    with Workers(2, limits) as pool:  # while one checks a file, the other saves what is typed
        serve(make, _HOST, port, begun)


def _start(address: Address, code: str) -> str:
    return f"{address.url}/start?code={code}"
