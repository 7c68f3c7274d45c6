"""Serving an application at an address, and nothing of a request in any log."""

from __future__ import annotations

import errno
import ipaddress
import logging
import signal
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from plainletter.errors import ConfigError

LOCAL = ("127.0.0.1", "localhost", "[::1]")
_CONNECTIONS = 512
_GOODBYE = 3  # seconds for answers that are under way when the server is ended


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens: ``host`` as given, ``port`` as it came to be, ``scheme`` http or https."""

    host: str
    port: int
    scheme: str = "http"

    @property
    def url(self) -> str:
        """The address as a person types it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"

    def names(self, further: tuple[str, ...] = ()) -> frozenset[str]:
        """Return what may stand in the Host of a request; ``further`` are names beyond those of this machine."""
        usual = 443 if self.scheme == "https" else 80
        names = {*(LOCAL if is_local(self.host) else ()), *further}
        return frozenset(f"{name}:{self.port}" for name in names).union(names if self.port == usual else ())


@dataclass(frozen=True, slots=True)
class Certificate:
    """The files with which a server proves who it is."""

    certificate: Path
    key: Path


def is_local(host: str) -> bool:
    """Say whether only this machine can reach a server at this host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def serve(
    make: Callable[[Address], ASGIApp],
    host: str,
    port: int,
    begun: Callable[[Address], None],
    certificate: Certificate | None = None,
) -> None:
    """Serve until it is stopped (Ctrl-C).

    Args:
        make: makes the application when the address is known.
        host: a name or address of this machine.
        port: 0 for any that is free.
        begun: told the address when the server listens.
        certificate: serves https in place of http.

    Raises:
        ConfigError: the address cannot be had, or the certificate not be read.
    """
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "asyncio", "multipart", "python_multipart"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # a traceback may quote a text
    listener = _bound(host, port)
    address = Address(host, listener.getsockname()[1], "https" if certificate else "http")
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # the processes behind are ended then, too
    server = _Server(_config(make(address), certificate), lambda: begun(address))
    try:
        server.run(sockets=[listener])
    except KeyboardInterrupt:  # uvicorn raises the signal again when it is done
        pass
    finally:
        listener.close()


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, begun: Callable[[], None]) -> None:
        super().__init__(config)
        self._begun = begun

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._begun()


def _config(app: ASGIApp, certificate: Certificate | None) -> uvicorn.Config:
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=_GOODBYE,
        ws="none",
        ssl_certfile=str(certificate.certificate) if certificate else None,
        ssl_keyfile=str(certificate.key) if certificate else None,
    )
    try:
        config.load()
    except OSError as error:  # ssl.SSLError is one
        assert certificate is not None
        raise ConfigError(f"{certificate.certificate}: the certificate or its key cannot be used ({error.strerror})") from None
    return config


def _bound(host: str, port: int) -> socket.socket:
    bare = host.strip("[]")
    family = socket.AF_INET6 if ":" in bare else socket.AF_INET
    # With the protocol named, asyncio sends small answers at once and does not wait for the other side (TCP_NODELAY).
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((bare, port))
    except OSError as error:
        listener.close()
        what = (
            "it is taken by another program; choose another with --port"
            if error.errno == errno.EADDRINUSE
            else f"{error.strerror}"
        )
        raise ConfigError(f"port {port} of {host} cannot be had: {what}") from None
    except OverflowError:
        listener.close()
        raise ConfigError(f"there is no port {port}; choose one from 0 to 65535") from None
    return listener
