"""The HTTP API in this process and, for what only a process of its own can show, as ``plainletter serve``."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from starlette.testclient import TestClient

from plainletter.desk.api import POLICY, make_api
from plainletter.desk.guard import Callers, Guard
from plainletter.desk.options import Service
from plainletter.desk.workers import Workers

ROOT = Path(__file__).parents[3]
CALLERS = Callers(frozenset({"testserver"}))


@dataclass
class Server:
    """A server in a process of its own; ``output`` is all that it said, once it has ended."""

    url: str
    output: str = ""


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    with Workers(1) as pool:
        yield pool


@pytest.fixture(scope="session")
def client_of(workers: Workers) -> Callable[[Service], AbstractContextManager[TestClient]]:
    """Make a client of an API with other settings, until the block is left."""
    return lambda service: _client(service, workers)


@pytest.fixture(scope="session")
def api(workers: Workers) -> Iterator[TestClient]:
    """A client of the API with the usual settings and without a token."""
    with _client(Service(), workers) as client:
        yield client


@contextmanager
def _client(service: Service, workers: Workers) -> Iterator[TestClient]:
    """Yield a client of an API of its own, the guard in front."""
    guarded = Guard(make_api(service, workers), CALLERS, service.limits.max_bytes, POLICY)
    with TestClient(guarded, raise_server_exceptions=False) as client:
        yield client


@contextmanager
def _serving(*options: str, env: dict[str, str] | None = None, cwd: Path | None = None) -> Iterator[Server]:
    """Run ``plainletter serve`` until the block is left, and yield it when it is ready."""
    command = [sys.executable, "-m", "plainletter", "serve", "--port", "0", "--workers", "1", *options]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ, **(env or {})}, cwd=cwd
    ) as process:
        assert process.stdout is not None
        try:
            told = process.stdout.readline()
            found = re.search(r"https?://[\w.:\[\]]+", told)
            assert found is not None, told
            _wait(found[0])
            server = Server(found[0])
            yield server
            process.send_signal(signal.SIGINT)
            server.output = told + process.communicate(timeout=30)[0]
        finally:
            process.kill()


def _wait(url: str) -> None:
    for _ in range(300):
        if httpx.get(f"{url}/health").status_code == 200:
            return
        time.sleep(0.1)
    raise AssertionError("the server does not become ready")


@pytest.fixture
def serve(tmp_path: Path) -> Callable[..., AbstractContextManager[Server]]:
    """Run a server with options of its own, in a folder of its own, until the block is left."""
    return lambda *options, **more: _serving(*options, cwd=tmp_path, **more)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the usual settings."""
    with _serving(cwd=tmp_path_factory.mktemp("served")) as one:
        yield one


@pytest.fixture
def run_plainletter(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the command line in a folder of its own."""

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([sys.executable, "-m", "plainletter", *arguments], cwd=tmp_path, capture_output=True, check=False)

    return run


@pytest.fixture
def case() -> dict[str, Any]:
    """The example of a first meeting, as a system would send it."""
    with (ROOT / "examples" / "first-meeting.toml").open("rb") as file:
        data: dict[str, Any] = json.loads(json.dumps(tomllib.load(file), default=str))
    return data
