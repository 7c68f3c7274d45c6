"""Many texts in one request: a line in, a line out, in order."""

import asyncio
import json
import tracemalloc

import pytest
from starlette.exceptions import HTTPException

from plainletter.desk.api.stream import LineByLine

LINES = {"Content-Type": "application/x-ndjson", "Accept": "application/x-ndjson"}


def answers_to(api, *lines):
    answer = api.post("/v1/check", content="\n".join(lines), headers=LINES)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/x-ndjson"
    return [json.loads(line) for line in answer.text.splitlines()]


def test_each_text_is_answered_by_one_line_in_order(api):
    asked = [json.dumps({"path": str(number), "text": f"Mark {number}: you failed to attend."}) for number in range(30)]
    found = answers_to(api, *asked)
    assert [line["path"] for line in found] == [str(number) for number in range(30)]
    assert all(line["findings"][0]["text"] == "failed to attend" for line in found)


def test_a_line_says_what_the_whole_report_says_of_the_text(api):
    body = {"path": "a.txt", "text": "You failed to attend on 3 May.", "doc_type": "letter", "suppressed": True}
    [line] = answers_to(api, json.dumps(body))
    [document] = api.post("/v1/check", json=body).json()["documents"]
    assert {name: value for name, value in line.items() if name not in ("type", "version")} == document


def test_a_bad_line_is_answered_in_its_place_and_the_others_are_checked(api):
    found = answers_to(api, '{"text": "One."}', "Rosa: not JSON", "", '{"txt": "Two."}', '{"text": "Three."}')
    assert [line["type"] for line in found] == ["document", "error", "error", "document"]
    assert [line["line"] for line in found if line["type"] == "error"] == [2, 4]
    assert "did you mean text?" in found[2]["error"]["message"]
    assert "Rosa" not in str(found)


def test_each_line_has_options_of_its_own(api):
    text = "You failed to attend."
    found = answers_to(api, json.dumps({"text": text, "ignore": ["missed"]}), json.dumps({"text": text}))
    assert [len(line["findings"]) for line in found] == [0, 1]


def test_nothing_asked_is_nothing_answered(api):
    assert answers_to(api, "") == []


class Client:
    """A caller that sends pieces and keeps what it is sent."""

    def __init__(self, *pieces):
        self.left = list(pieces)
        self.sent = []

    async def receive(self):
        await asyncio.sleep(0)
        piece = self.left.pop(0)
        if isinstance(piece, Exception):
            raise piece
        if piece is None:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": piece, "more_body": bool(self.left)}

    async def send(self, message):
        self.sent.append(message.get("body", b""))


async def echo(line, number):
    return f"{number} {line.decode()}"


def streamed(client, answer=echo):
    asyncio.run(LineByLine(answer, 2)({"type": "http"}, client.receive, client.send))
    return b"".join(client.sent).decode().splitlines()


def test_lines_may_come_in_any_pieces():
    assert streamed(Client(b"on", b"e\ntw", b"o\n\nfour", b"\n")) == ["1 one", "2 two", "4 four"]


def test_a_request_that_breaks_off_ends_with_a_line_that_says_so():
    lines = streamed(Client(b"one\ntwo\nth", HTTPException(413, "too large")))
    assert lines[:2] == ["1 one", "2 two"]
    assert json.loads(lines[2]) == {"type": "error", "line": 0, "error": {"status": 413, "message": "too large"}}


def test_when_the_caller_leaves_the_rest_is_not_worked_on():
    begun = []

    async def slow(line, number):
        begun.append(number)
        await asyncio.sleep(0.01)
        return "x"

    streamed(Client(b"a\n" * 500, None), slow)
    assert len(begun) < 10


def test_no_more_lines_are_worked_on_than_may_be():
    running, most = 0, 0

    async def slow(line, number):
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.001)
        running -= 1
        return "x"

    assert len(streamed(Client(b"a\n" * 50), slow)) == 50
    assert most <= 4


def test_memory_does_not_grow_with_the_answers():
    async def long(line, number):
        return "x" * 100_000

    async def forget(message):
        pass

    client = Client(*[b"a\n" * 10] * 100)
    tracemalloc.start()
    try:
        asyncio.run(LineByLine(long, 2)({"type": "http"}, client.receive, forget))
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 3_000_000  # of 100 MB of answers


def test_a_fault_of_our_own_ends_the_work_that_was_begun():
    async def fall(line, number):
        raise ValueError("Rosa")

    with pytest.raises(ValueError, match="Rosa"):
        streamed(Client(b"a\nb\nc\n"), fall)
