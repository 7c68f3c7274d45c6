"""``plainletter serve`` as a process: answers while a request still comes in, refuses what is too large unread, says nothing."""

import json
import socket
import threading
from urllib.parse import urlsplit

import httpx2 as httpx
import pytest

TOKEN = "a-token-of-more-than-twenty-characters"
SECRET = "Rosa failed to attend"


@pytest.fixture
def line(server):
    """A connection on which to speak HTTP by hand."""
    place = urlsplit(server.url)
    with socket.create_connection((place.hostname, place.port), timeout=60) as connection:
        yield connection


def head(server, kind, *more):
    first = ["POST /v1/check HTTP/1.1", f"Host: {urlsplit(server.url).netloc}", f"Content-Type: {kind}", *more, "", ""]
    return "\r\n".join(first).encode()


def chunk(data):
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def read_until(connection, wanted):
    found = b""
    while wanted not in found:
        piece = connection.recv(65_536)
        assert piece, found[-200:]
        found += piece
    return found


def test_a_line_is_answered_before_the_next_is_sent(server, line):
    line.sendall(head(server, "application/x-ndjson", "Transfer-Encoding: chunked"))
    for name in ("one", "two", "three"):
        line.sendall(chunk(json.dumps({"path": name, "text": "You failed to attend."}).encode() + b"\n"))
        assert f'"path": "{name}"'.encode() in read_until(line, b'"sentences"')
    line.sendall(b"0\r\n\r\n")
    read_until(line, b"0\r\n\r\n")


def test_a_client_that_reads_nothing_before_it_has_sent_all_gets_every_answer(server):
    asked = [
        json.dumps({"path": str(number), "text": f"Letter {number}. " + "You failed to attend. " * 40}) for number in range(300)
    ]
    answer = httpx.post(
        f"{server.url}/v1/check", content="\n".join(asked), headers={"Content-Type": "application/x-ndjson"}, timeout=120
    )
    assert [json.loads(line)["path"] for line in answer.text.splitlines()] == [str(number) for number in range(300)]


def test_a_body_of_100_megabytes_is_refused_unread(server, line):
    line.sendall(head(server, "application/json", "Content-Length: 100000000"))
    assert read_until(line, b"}}").startswith(b"HTTP/1.1 413")


def test_a_body_that_does_not_say_its_size_is_refused_when_it_is_too_large(server, line):
    line.sendall(head(server, "application/json", "Transfer-Encoding: chunked"))
    sent = 0
    piece = chunk(b" " * 1_000_000)
    answered = threading.Event()

    def wait():
        assert read_until(line, b"}}").startswith(b"HTTP/1.1 413")
        answered.set()

    waiting = threading.Thread(target=wait)
    waiting.start()
    try:
        while sent < 100 and not answered.is_set():
            line.sendall(piece)
            sent += 1
    except OSError:  # the server has closed the connection
        pass
    waiting.join(60)
    assert answered.is_set()
    assert sent < 60


def test_the_server_goes_on_after_a_caller_that_leaves(server, line):
    line.sendall(head(server, "application/x-ndjson", "Transfer-Encoding: chunked"))
    line.sendall(chunk(b'{"text": "You failed to attend."}\n' * 500))
    line.close()
    assert httpx.post(f"{server.url}/v1/check", json={"text": "Hello."}, timeout=60).status_code == 200


def test_nothing_that_is_sent_is_said_by_the_server(serve):
    with serve() as server:
        httpx.post(f"{server.url}/v1/check", json={"text": SECRET})
        httpx.post(
            f"{server.url}/v1/check", content=f'{{"text": "{SECRET}'.encode(), headers={"Content-Type": "application/json"}
        )
        httpx.post(f"{server.url}/v1/check", content=f"{SECRET}\n".encode(), headers={"Content-Type": "application/x-ndjson"})
        httpx.post(f"{server.url}/v1/check/file", files={"file": (f"{SECRET}.docx", b"no")})
        httpx.post(f"{server.url}/v1/letters/draft", json={"case": {"kind": SECRET}})
        httpx.get(f"{server.url}/v1/rules/{SECRET}/x", params={"text": SECRET})
    assert server.output.count("\n") == 1  # its address
    assert "Rosa" not in server.output


def test_a_server_with_a_token_lets_in_who_has_it(serve):
    with serve(env={"PLAINLETTER_TOKEN": TOKEN}) as server:
        address = f"{server.url}/v1/check"
        assert httpx.post(address, json={"text": "Hello."}).status_code == 401
        right = {"Authorization": f"Bearer {TOKEN}"}
        assert httpx.post(address, json={"text": "Hello."}, headers=right).status_code == 200
