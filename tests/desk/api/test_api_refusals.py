"""What the server refuses: strangers, too much, too long, and what is not there; always one sentence in one shape."""

import time
from unittest.mock import patch

import pytest

from plainletter.desk.api.bearer import bearer
from plainletter.desk.options import Limits, Service
from plainletter.desk.workers import DiedError, TooBusyError, TooLongError

TOKEN = "a-token-of-more-than-twenty-characters"
OPEN = ("/health", "/v1/health", "/docs", "/docs.css", "/openapi.json")
CLOSED = ("/v1/rules", "/v1/rules/missed/failed-to-attend", "/v1/letters/kinds", "/v1/schema/case")
POSTED = ("/v1/check", "/v1/check/file", "/v1/letters/draft")


def error_of(answer, status):
    assert answer.status_code == status
    error = answer.json()["error"]
    assert error["status"] == status
    assert "\n" not in error["message"]
    return error["message"]


@pytest.fixture(scope="module")
def locked(client_of):
    with client_of(Service(token=TOKEN)) as client:
        yield client


@pytest.mark.parametrize("address", OPEN)
def test_what_holds_nothing_of_anybody_asks_for_no_token(locked, address):
    assert locked.get(address).status_code in (200, 503)


@pytest.mark.parametrize(
    "shown", [None, "", "Bearer", "Bearer wrong", f"Basic {TOKEN}", TOKEN, f"Bearer {TOKEN}x", "Bearer \xe9"]
)
def test_without_the_right_token_nothing_is_answered(locked, shown):
    headers = {"Authorization": shown.encode("latin-1")} if shown is not None else {}
    for answer in (
        *(locked.get(address, headers=headers) for address in CLOSED),
        *(locked.post(address, content=b"not read", headers=headers) for address in POSTED),
    ):
        error_of(answer, 401)
        assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("kind", ["Bearer", "bearer"])
def test_the_right_token_opens(locked, kind):
    assert locked.get("/v1/letters/kinds", headers={"Authorization": f"{kind} {TOKEN}"}).status_code == 200


def test_tokens_are_compared_in_constant_time(locked):
    with patch("plainletter.desk.api.bearer.secrets.compare_digest", return_value=True) as compared:
        assert locked.get("/v1/letters/kinds", headers={"Authorization": "Bearer anything"}).status_code == 200
    assert compared.called
    assert bearer("") is not bearer(TOKEN)


def test_an_address_that_is_not_there_is_refused_as_json(api):
    assert "/docs" in error_of(api.get("/v1/chek"), 404)
    error_of(api.get("/v1/check/"), 404)


def test_another_method_is_refused_with_the_right_one(api):
    answer = api.get("/v1/check")
    error_of(answer, 405)
    assert answer.headers["Allow"] == "POST"


@pytest.mark.parametrize("address", ["/health", "/v1/letters/kinds", "/v1/rules/missed/failed-to-attend"])
def test_a_query_that_nobody_reads_is_refused(api, address):
    assert error_of(api.get(f"{address}?text=Rosa"), 422) == "text is no key of this query; it takes none"


@pytest.mark.parametrize("address", POSTED)
def test_a_body_beyond_the_limit_is_refused(client_of, address):
    with client_of(Service(limits=Limits(max_bytes=2_000))) as client:
        assert "larger than" in error_of(client.post(address, content=b"x" * 2_001), 413)


def test_what_takes_too_long_is_given_up(client_of):
    with client_of(Service(limits=Limits(max_bytes=2_000))) as client, _raising(TooLongError("it was given up after 1 seconds")):
        assert "given up" in error_of(client.post("/v1/check", json={"text": "Hello."}), 504)


def test_when_there_is_too_much_to_do_the_caller_is_asked_to_come_again(api):
    with _raising(TooBusyError("the server has more to do than it can; try again in a few seconds")):
        answer = api.post("/v1/check", json={"text": "Hello."})
    assert "try again" in error_of(answer, 503)
    assert int(answer.headers["Retry-After"]) > 0


def test_a_line_of_a_stream_waits_when_there_is_too_much_to_do(client_of):
    with client_of(Service(limits=Limits(seconds=0.2))) as client, _raising(TooBusyError("too much to do")):
        begun = time.monotonic()
        answer = client.post("/v1/check", content=b'{"text": "a"}\n', headers={"Content-Type": "application/x-ndjson"})
    assert answer.json()["error"] == {"status": 503, "message": "too much to do"}
    assert time.monotonic() - begun >= 0.2


def test_a_worker_that_dies_is_told_without_the_text(api):
    with _raising(DiedError("it ended the process that worked on it")):
        assert "Rosa" not in error_of(api.post("/v1/check", json={"text": "Rosa"}), 500)


def test_a_fault_of_our_own_is_told_without_its_message(api):
    with _raising(ValueError("Rosa")):
        assert "Rosa" not in error_of(api.post("/v1/check", json={"text": "Rosa"}), 500)


def test_the_server_is_not_healthy_while_its_workers_cannot_start(client_of):
    with _raising(TooLongError("it was given up after 1 seconds")), client_of(Service()) as client:
        client.get("/health")
        answer = client.get("/health")
    assert error_of(answer, 503) == "it was given up after 1 seconds"
    assert answer.headers["Retry-After"]


def _raising(error):
    return patch("plainletter.desk.workers.Workers.run", side_effect=error)
