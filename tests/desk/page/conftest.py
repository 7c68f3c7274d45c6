"""A desk with a folder of its own and real workers, and a browser that has come in by its start address."""

from __future__ import annotations

import copy
import json
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from plainletter.desk.drafts import id_of
from plainletter.desk.guard import Callers, Guard
from plainletter.desk.options import CheckOptions, Limits
from plainletter.desk.page import POLICY, make_desk
from plainletter.desk.sessions import Sessions
from plainletter.desk.workers import Workers
from tests.conftest import ROOT

EXAMPLE = ROOT / "examples" / "first-meeting.toml"
HOST = "127.0.0.1:8082"
LARGEST = 3_000_000


@dataclass
class Clock:
    """Seconds that pass when a test says so."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Browser:
    """A browser at the desk, whose scripts send the token of their page."""

    client: TestClient
    sessions: Sessions
    folder: Path
    clock: Clock = field(default_factory=Clock)

    @property
    def csrf(self) -> str:
        session = self.sessions.find(self.client.cookies[self.sessions.cookie])
        assert session is not None
        return session.csrf

    def enter(self) -> None:
        """Open the start address."""
        assert self.client.get("/start", params={"code": self.sessions.code}, follow_redirects=False).status_code == 303

    def begin(self, kind: str = "first-meeting") -> str:
        """Begin a letter and return its id."""
        return self.went("/drafts", kind=kind).rpartition("/")[2]

    def put(self, case: dict[str, Any], name: str = "letter-1.json") -> str:
        """Lay a case file into the folder by hand and return its id."""
        from plainletter.desk.caseio import bytes_of

        (self.folder / name).write_bytes(bytes_of(case))
        return id_of(name)

    def went(self, address: str, **fields: str) -> str:
        """Send a form and return where the desk leads from there."""
        answer = self.client.post(address, data={"csrf": self.csrf, **fields}, follow_redirects=False)
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    def get(self, draft: str, what: str) -> dict[str, Any]:
        answer = self.client.get(f"/drafts/{draft}/{what}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    def try_post(self, draft: str, what: str, **values: Any) -> Any:
        return self.client.post(f"/drafts/{draft}/{what}", json=values, headers={"X-CSRF-Token": self.csrf})

    def post(self, draft: str, what: str, **values: Any) -> dict[str, Any]:
        answer = self.try_post(draft, what, **values)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def try_save(self, draft: str, case: Any, revision: str) -> Any:
        sent = json.dumps({"case": case, "revision": revision})  # in ASCII, as half of a surrogate pair wants it
        return self.client.put(f"/drafts/{draft}/case", content=sent, headers={"X-CSRF-Token": self.csrf})

    def save(self, draft: str, case: dict[str, Any]) -> dict[str, Any]:
        """Save a case over whatever stands there and return what is asked then."""
        answer = self.try_save(draft, case, self.get(draft, "case")["revision"])
        assert answer.status_code == 200, answer.text
        return answer.json()

    def files(self, draft: str, **values: Any) -> dict[str, Any]:
        """Make the files from what stands in the case."""
        return self.post(draft, "files", revision=self.get(draft, "case")["revision"], **values)


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    with Workers(1, Limits()) as workers:
        yield workers


@pytest.fixture
def told() -> list[str]:
    """The codes that the window showed in which the desk was started."""
    return []


@pytest.fixture
def stranger(tmp_path, workers, told) -> Browser:
    """A browser that has not come in yet."""
    folder = tmp_path / "letters"
    folder.mkdir()
    clock = Clock()
    sessions = Sessions(900, told.append, clock=clock)
    app = make_desk(folder, sessions, workers, CheckOptions(), limits=Limits(max_bytes=LARGEST))
    guarded = Guard(app, Callers(frozenset({HOST})), LARGEST, POLICY)
    return Browser(TestClient(guarded, base_url=f"http://{HOST}"), sessions, folder, clock)


@pytest.fixture
def desk(stranger) -> Browser:
    """A browser at the desk."""
    stranger.enter()
    return stranger


@pytest.fixture
def example() -> dict[str, Any]:
    """The example case, as JSON has it."""
    return copy.deepcopy(_dated(tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))))


@pytest.fixture
def toml(desk) -> str:
    """The id of the example, laid into the folder as it is."""
    shutil.copy(EXAMPLE, desk.folder / "tomasz.toml")
    return id_of("tomasz.toml")


def _dated(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _dated(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_dated(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value
