"""``plainletter lsp``."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainletter.cli.configfile import find_settings
from plainletter.cli.settings import spec_of
from plainletter.errors import ConfigError

if TYPE_CHECKING:
    from plainletter.checking.checker import Checker


@click.command()
@click.option("--tcp", type=click.IntRange(1, 65535), metavar="PORT", help="Serve at this port of this machine only.")
@click.option("--stdio", is_flag=True, help="Serve by standard input and output, which is the default.")
def lsp(tcp: int | None, stdio: bool) -> int:
    """Serve an editor by the Language Server Protocol: findings, their reasons, and quick fixes while you write.

    An editor starts this command itself. Nothing of a text is stored, logged or sent anywhere but back to the editor.
    """
    if tcp and stdio:
        raise ConfigError("--tcp and --stdio are two ways to serve; give one of them")
    if find_spec("pygls") is None:
        raise ConfigError('the language server needs pygls; install it with: pip install "plainletter[lsp]"')
    from plainletter.lsp.serving import serve

    return serve(_checker_of, tcp)


def _checker_of(path: str, folder: str) -> Checker | None:
    """Return the checker for a file as the settings of a folder have it; None where they exclude the file."""
    from plainletter.cli.running import build

    settings = find_settings(Path(folder))
    if path and settings.exclude and _patterns(settings.exclude).match_file(settings.relative(path)):
        return None
    return build(settings.rules_for(path) if path else settings.rules)


_patterns = lru_cache(maxsize=8)(spec_of)
