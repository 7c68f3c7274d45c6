"""``plainletter serve``."""

from __future__ import annotations

import os
from dataclasses import fields
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainletter.cli.configfile import find_settings
from plainletter.errors import ConfigError

if TYPE_CHECKING:
    from plainletter.cli.settings import Rules
    from plainletter.desk.options import CheckOptions, Service
    from plainletter.desk.serving import Address, Certificate

PORT = 8081  # where editors look for a checker of their own
_TOKEN = "PLAINLETTER_TOKEN"  # noqa: S105 - the name of a variable
_SHORTEST = 20  # characters of a token


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; anything but this machine needs a token.")
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="0 for any that is free.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes that check.  [default: one for each processor]")
@click.option("--timeout", default=30.0, show_default=True, type=click.FloatRange(0.1), help="Seconds for one request.")
@click.option("--max-size", default=20.0, show_default=True, type=click.FloatRange(0.001, 99), help="Megabytes of one request.")
@click.option("--token-file", type=click.Path(path_type=Path), help=f"A file with the token; or set {_TOKEN}.")
@click.option("--name", "names", multiple=True, metavar="HOST[:PORT]", help="A further name by which the server is called.")
@click.option("--allow-origin", multiple=True, metavar="ORIGIN", help="A page or browser add-on that may ask.")
@click.option("--certificate", type=click.Path(path_type=Path), help="Serve https with this certificate (PEM); needs --key.")
@click.option("--key", type=click.Path(path_type=Path), help="The key of the certificate (PEM).")
def serve(
    host: str,
    port: int,
    workers: int | None,
    timeout: float,
    max_size: float,
    token_file: Path | None,
    names: tuple[str, ...],
    allow_origin: tuple[str, ...],
    certificate: Path | None,
    key: Path | None,
) -> int:
    """Serve the HTTP API to programs of this machine, and to editors that speak LanguageTool's.

    Its description is at /docs. What is sent is checked and forgotten: nothing is stored, logged or sent on. The settings
    of plainletter.toml in this folder hold where a request says nothing else.
    """
    require_desk()
    from plainletter.desk.options import MEGABYTE, Limits, Service
    from plainletter.desk.serving import is_local

    token = _token(token_file)
    if not is_local(host) and not token:
        raise ConfigError(f"--host {host} can be reached from other machines, so it needs --token-file FILE, or {_TOKEN} set")
    if bool(certificate) != bool(key):
        raise ConfigError("--certificate and --key belong together; give both or neither")
    limits = Limits(seconds=timeout, max_bytes=int(max_size * MEGABYTE))
    service = Service(options_of(find_settings(Path.cwd()).rules), token, limits)
    _serve(service, workers or os.cpu_count() or 1, host, port, (names, allow_origin), _certificate(certificate, key))
    return 0


def require_desk() -> None:
    """Raise ConfigError unless what the servers need is installed."""
    if any(find_spec(name) is None for name in ("fastapi", "uvicorn", "pebble", "python_multipart")):
        raise ConfigError('this command needs more packages; install them with: pip install "plainletter[desk]"')


def options_of(rules: Rules) -> CheckOptions:
    """Return the settings of a folder as options for the processes that check."""
    from plainletter.desk.options import CheckOptions

    values = {field.name: getattr(rules, field.name) for field in fields(rules)}
    return CheckOptions(doc_type=values.pop("type"), **values)


def _serve(
    service: Service,
    workers: int,
    host: str,
    port: int,
    further: tuple[tuple[str, ...], tuple[str, ...]],
    certificate: Certificate | None,
) -> None:
    from plainletter.desk.api import POLICY, make_api
    from plainletter.desk.guard import Callers, Guard
    from plainletter.desk.serving import serve as serve_at
    from plainletter.desk.workers import Workers

    names, origins = further
    with Workers(workers, service.limits) as pool:

        def make(address: Address) -> Guard:
            callers = Callers(address.names(names), frozenset(origins))
            return Guard(make_api(service, pool), callers, service.limits.max_bytes, POLICY)

        serve_at(make, host, port, _tell, certificate)


def _tell(address: Address) -> None:
    click.echo(f"plainletter serves at {address.url} (its description: {address.url}/docs). Ctrl-C ends it.")
    if address.scheme == "http" and address.host not in ("127.0.0.1", "localhost", "::1"):
        click.echo(
            "Letters travel readable for the network: use --certificate and --key, or a proxy that speaks https.", err=True
        )


def _token(file: Path | None) -> str:
    if file is None:
        token, where = os.environ.get(_TOKEN, "").strip(), _TOKEN
    else:
        where = str(file)
        try:
            token = file.read_text(encoding="ascii").strip()
        except (OSError, UnicodeError) as error:
            what = getattr(error, "strerror", None) or "it is not plain ASCII text"
            raise ConfigError(f"{file}: the token cannot be read ({what}); put one line of letters and digits there") from None
        if not token:
            raise ConfigError(f"{file}: there is no token in it; put one line of letters and digits there")
    if token and (len(token) < _SHORTEST or not token.isascii() or not token.isprintable() or " " in token):
        raise ConfigError(
            f"{where}: a token has at least {_SHORTEST} letters and digits and no space, so that it cannot be guessed"
        )
    return token


def _certificate(certificate: Path | None, key: Path | None) -> Certificate | None:
    from plainletter.desk.serving import Certificate

    return Certificate(certificate, key) if certificate and key else None
