"""The guard: who may ask, how much, and what a browser may do with the answer."""

import pytest
from fastapi import FastAPI, Request
from starlette.testclient import TestClient

from plainletter.desk.guard import Callers, Guard
from plainletter.desk.refusals import refuse_clearly

HOST, ADD_ON = "127.0.0.1:8081", "moz-extension://5f2c"
CALLERS = Callers(frozenset({HOST, "localhost:8081"}), frozenset({ADD_ON}))
LETTER = "Dear Rosa, thank you for coming on Tuesday."


@pytest.fixture
def read() -> list[bytes]:
    """What the application behind the guard got to read."""
    return []


@pytest.fixture
def client(read: list[bytes]) -> TestClient:
    app = FastAPI()
    refuse_clearly(app)

    @app.get("/page")
    async def page() -> str:
        return "a page"

    @app.post("/letter")
    async def letter(request: Request) -> int:
        read.append(await request.body())
        return len(read[-1])

    @app.post("/broken")
    async def broken(request: Request) -> None:
        raise ValueError((await request.body()).decode())

    return TestClient(Guard(app, CALLERS, 100), base_url=f"http://{HOST}")


@pytest.mark.parametrize("host", [HOST, "localhost:8081"])
def test_this_machine_may_ask_by_its_own_names(client, host):
    assert client.get("/page", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1", "127.0.0.1:80", "localhost.:8081", "a.localhost:8081", "me@127.0.0.1:8081", "127.1:8081", ""],
)
def test_a_name_that_somebody_made_up_is_refused(client, read, host):
    answer = client.post("/letter", content=LETTER, headers={"host": host})
    assert answer.status_code == 403
    assert "use the address that it printed" in answer.json()["error"]["message"]
    assert read == []


@pytest.mark.parametrize(
    "origin", ["null", "https://evil.example", "http://127.0.0.1:8082", f"http://{HOST}.evil.example", f"ftp://{HOST}"]
)
def test_a_page_of_another_site_is_refused(client, read, origin):
    assert client.post("/letter", content=LETTER, headers={"origin": origin}).status_code == 403
    assert read == []


def test_a_page_of_its_own_may_ask(client):
    assert client.post("/letter", content=LETTER, headers={"origin": f"http://{HOST}"}).json() == len(LETTER)


def test_an_add_on_that_was_allowed_may_ask_and_read_the_answer(client):
    answer = client.post("/letter", content=LETTER, headers={"origin": ADD_ON, "sec-fetch-site": "cross-site"})
    assert answer.headers["access-control-allow-origin"] == ADD_ON


def test_a_page_that_was_allowed_may_send_json(client):
    asked = {
        "origin": ADD_ON,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
    }
    answer = client.options("/letter", headers=asked)
    assert answer.status_code == 204
    assert "Authorization" in answer.headers["access-control-allow-headers"]
    assert client.options("/letter", headers={**asked, "origin": "https://evil.example"}).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_picture_or_link_in_another_site_is_refused(client, site):
    assert client.get("/page", headers={"sec-fetch-site": site}).status_code == 403


def test_a_letter_that_is_too_large_is_refused_by_its_length(client, read):
    answer = client.post("/letter", content="x" * 101)
    assert answer.status_code == 413
    assert answer.json()["error"]["message"] == "the request is larger than 0.0001 MB; send less at a time"
    assert read == []


def test_a_letter_that_does_not_say_its_length_is_cut_off_at_the_limit(client, read):
    answer = client.post("/letter", content=(b"x" * 60 for _ in range(1_000)))
    assert answer.status_code == 413
    assert read == []


def test_a_fault_of_our_own_never_tells_the_words_of_the_letter(client, capfd, caplog):
    answer = client.post("/broken", content=LETTER)
    assert answer.status_code == 500
    assert answer.json()["error"]["message"] == "plainletter stumbled over it (ValueError); please report this, without the text"
    assert "Rosa" not in caplog.text + "".join(capfd.readouterr())


@pytest.mark.parametrize("path", ["/page", "/nowhere"])
def test_every_answer_may_be_kept_or_framed_by_nobody(client, path):
    headers = client.get(path).headers
    assert headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "server" not in headers
