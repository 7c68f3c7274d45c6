"""A server of plainletter's own, and LibreOffice as its client."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen
from uuid import uuid4

import pytest

HERE = Path(__file__).parent
SYSTEM_PYTHON = Path("/usr/bin/python3")  # Debian's, which has LibreOffice's module uno
Proofread = Callable[..., Any]
skipped: list[str] = []


def pytest_terminal_summary(terminalreporter):
    if skipped:
        terminalreporter.section("LIBREOFFICE WAS NOT TRIED", red=True, bold=True)
        terminalreporter.line(skipped[0], red=True)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of ``plainletter serve``, started without settings."""
    command = [Path(sys.executable).parent / "plainletter", "serve", "--port", "0", "--workers", "1"]
    folder = tmp_path_factory.mktemp("served")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder) as process:
        assert process.stdout is not None
        told = re.search(r"http://[\w.]+:\d+", process.stdout.readline())
        assert told is not None
        _warm(told[0])
        yield told[0]
        process.send_signal(signal.SIGINT)


@pytest.fixture(scope="session")
def proofread(server: str, tmp_path_factory: pytest.TempPathFactory) -> Proofread:
    """Let LibreOffice proofread some paragraphs with the server."""
    office = shutil.which("soffice")
    if office is None or not _has_uno():
        skipped.append("Its tests were skipped; install the Debian packages libreoffice-writer-nogui and python3-uno.")
        pytest.skip("LibreOffice was not tried; install libreoffice-writer-nogui and python3-uno")

    def run(*paragraphs: str) -> Any:
        pipe, profile = f"plainletter{uuid4().hex}", tmp_path_factory.mktemp("profile")
        options = ["--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile.as_uri()}"]
        with subprocess.Popen([office, *options, f"--accept=pipe,name={pipe};urp;"], stderr=subprocess.DEVNULL) as process:
            try:
                command = [SYSTEM_PYTHON, HERE / "proofread.py", pipe, f"{server}/v2"]
                done = subprocess.run(command, input=json.dumps(paragraphs), capture_output=True, text=True, timeout=180)
                assert done.returncode == 0, done.stderr
                return json.loads(done.stdout)
            finally:
                process.terminate()

    return run


def _warm(address: str) -> None:
    # The first check compiles the lexicon, where no cache has it yet; LibreOffice waits for no more than ten seconds.
    with urlopen(f"{address}/v2/check", b"language=en-GB&text=Hello", timeout=120) as answer:
        assert answer.status == 200


def _has_uno() -> bool:
    return SYSTEM_PYTHON.exists() and subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True).returncode == 0
