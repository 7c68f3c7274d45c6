"""The real thing: the desk as a process, and Chromium in front of it, watched."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.browser.cases import PRIVATE
from tests.browser.desk import Desk
from tests.browser.netlog import outside
from tests.browser.watch import Watch
from tests.conftest import ROOT

CHROMIUM, DRIVER = Path("/usr/bin/chromium"), Path("/usr/bin/chromedriver")
NEEDED = {CHROMIUM: "the Debian package chromium", DRIVER: "the Debian package chromium-driver"}
missing = [what for path, what in NEEDED.items() if not path.exists()] + ["selenium (pip)"] * (find_spec("selenium") is None)
skipped = []


def pytest_terminal_summary(terminalreporter):
    if skipped:
        terminalreporter.section("THE DESK WAS NOT TRIED IN A BROWSER", red=True, bold=True)
        terminalreporter.line(f"The browser tests were skipped; install {' and '.join(missing)}.", red=True)


@pytest.fixture(scope="session")
def watch():
    watch = Watch()
    yield watch
    watch.close()


@pytest.fixture(scope="session")
def sockets(tmp_path_factory):
    """The file in which the desk's processes write down every address outside this machine that they ask for."""
    return tmp_path_factory.mktemp("sockets") / "asked"


@pytest.fixture(scope="session")
def compiled(_own_cache):
    """The lexicon is compiled once, so that no page has to wait for it."""
    command = ["check", "examples/letter-good.txt", "--fail-on", "never"]
    subprocess.run([sys.executable, "-m", "plainletter", *command], cwd=ROOT, check=True, capture_output=True)


@pytest.fixture(scope="session")
def browser(request, watch, sockets, tmp_path_factory):
    if missing:
        skipped.append(True)
        pytest.skip(f"the desk was not tried in a browser; install {' and '.join(missing)}")
    request.getfixturevalue("compiled")
    os.environ["SE_OFFLINE"], os.environ["SE_AVOID_STATS"] = "true", "true"
    from tests.browser.browser import NETLOG, PROFILE, Browser

    folder = tmp_path_factory.mktemp("browser")
    browser = Browser(CHROMIUM, DRIVER, watch.port, folder)
    yield browser
    browser.close()
    # At the end of the whole run, by three witnesses: the proxy, Chromium's own log, and the desk's processes.
    assert watch.outside == []
    assert watch.inside
    assert outside(folder / NETLOG, watch.desks, f"127.0.0.1:{watch.port}") == []
    assert not sockets.exists(), sockets.read_text()
    assert left_in(folder / PROFILE) == []
    shutil.rmtree(folder)


def left_in(profile):
    """Return the files in which Chromium kept words of a letter."""
    words = [word.encode(code) for word in PRIVATE for code in ("utf-8", "utf-16-le")]
    files = [path for path in profile.rglob("*") if path.is_file()]
    return [str(path.relative_to(profile)) for path in files if any(word in path.read_bytes() for word in words)]


@pytest.fixture(scope="module")
def start_desk(browser, watch, sockets):
    """Start a desk over a folder, go to its start address in the browser, and return the desk."""
    desks = []

    def start(folder, *arguments, go=True):
        desks.append(Desk(folder, sockets, *arguments))
        watch.desks.add(desks[-1].host)
        if go:
            browser.open(desks[-1].start)
        return desks[-1]

    yield start
    browser.open("about:blank")
    for desk in desks:
        desk.stop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("drafts")


@pytest.fixture(scope="module")
def desk(start_desk, folder):
    """A desk over a folder of its own, open in the browser; one for each module."""
    return start_desk(folder)
