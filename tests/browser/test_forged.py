"""Requests that another site, another name or another program made up: refused, and nothing is done."""

import re
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest

from tests.browser.desk import Desk, ended

SECONDS = 60  # until an answer must have come: a bound against hanging, not a measure
TEXT = b'{"text": "You failed to attend on 3 May.", "doc_type": "letter"}'
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Door:
    """An address that does something, and what a rightful request to it says."""

    port: int
    path: str
    body: bytes
    headers: tuple[str, ...]
    folder: object = None
    kinds: frozenset = field(default=frozenset({200, 303}))

    @property
    def right(self):
        return f"127.0.0.1:{self.port}"

    def asked(self, *lines, host=None, target=None, method="POST", version="1.1"):
        """Ask with these header lines, ``host`` among them unless it is "", and return the status and the answer."""
        first = f"{method} {target or self.path} HTTP/{version}"
        own = [] if host == "" else [f"Host: {host or self.right}"]
        head = [first, *own, *lines, *self.headers, f"Content-Length: {len(self.body)}", "Connection: close", "", ""]
        return talk(self.port, "\r\n".join(head).encode("utf-8") + self.body)

    def done(self):
        """Say whether anything was done."""
        return self.folder is not None and any(self.folder.iterdir())


def talk(port, data):
    with socket.create_connection(("127.0.0.1", port), timeout=SECONDS) as line:
        line.sendall(data)
        answer = b""
        while piece := line.recv(65536):
            answer += piece
    status = re.match(rb"HTTP/1\.[01] (\d{3}) ", answer)
    assert status, answer[:200]
    return int(status[1]), answer


@pytest.fixture(scope="module")
def serve_door():
    with subprocess.Popen(
        [sys.executable, "-m", "plainletter", "serve", "--workers", "1", "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
    ) as process:  # fmt: skip
        line = next(line for line in process.stdout if "http://" in line)
        port = int(re.search(r"http://127\.0\.0\.1:(\d+)", line)[1])
        yield Door(port, "/v1/check", TEXT, ("Content-Type: application/json",))
        ended(process)


@pytest.fixture(scope="module")
def desk_door(tmp_path_factory):
    folder = tmp_path_factory.mktemp("letters")
    desk = Desk(folder, tmp_path_factory.mktemp("sockets") / "asked")
    try:
        start = urlsplit(desk.start)
        host = f"Host: {start.netloc}"
        _, answer = talk(start.port, f"GET {start.path}?{start.query} HTTP/1.1\r\n{host}\r\nConnection: close\r\n\r\n".encode())
        cookie = re.search(rb"(?i)set-cookie: ([^;\r]+)", answer)[1].decode()
        _, page = talk(start.port, f"GET / HTTP/1.1\r\n{host}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n".encode())
        csrf = re.search(rb'name="csrf" content="([^"]+)"', page)[1].decode()
        body = f"kind=first-meeting&csrf={csrf}".encode()
        yield Door(start.port, "/drafts", body, (f"Content-Type: {FORM}", f"Cookie: {cookie}", f"X-CSRF-Token: {csrf}"), folder)
    finally:
        desk.stop()


@pytest.fixture(params=["serve", "desk"])
def door(request):
    return request.getfixturevalue(f"{request.param}_door")


HOSTS = {
    "another name": "evil.example",
    "another name with our port": "evil.example:{port}",
    "our address without the port": "127.0.0.1",
    "our address with the usual port": "127.0.0.1:80",
    "our address with another port": "127.0.0.1:{other}",
    "our port with a nought before it": "127.0.0.1:0{port}",
    "a full stop after the address": "127.0.0.1.:{port}",
    "a full stop after the name": "localhost.:{port}",
    "capitals": "LOCALHOST:{port}",
    "a name that begins like ours": "localhost.evil.example:{port}",
    "a name that leads to this machine": "127.0.0.1.nip.example:{port}",
    "a name below localhost": "evil.localhost:{port}",
    "a user before the address": "evil@127.0.0.1:{port}",
    "our address as a user": "127.0.0.1:{port}@evil.example",
    "two names in one line": "127.0.0.1:{port}, evil.example",
    "a path after the address": "127.0.0.1:{port}/",
    "a question after the address": "127.0.0.1:{port}?",
    "another address of this machine": "127.0.0.2:{port}",
    "any address": "0.0.0.0:{port}",
    "a short address": "127.1:{port}",
    "an address as one number": "2130706433:{port}",
    "an address in sixteens": "0x7f000001:{port}",
    "an address in eights": "0177.0.0.1:{port}",
    "IPv6 written long": "[0:0:0:0:0:0:0:1]:{port}",
    "IPv4 within IPv6": "[::ffff:127.0.0.1]:{port}",
    "any IPv6 address": "[::]:{port}",
    "IPv6 with a zone": "[::1%25lo]:{port}",
    "IPv6 without brackets": "::1:{port}",
    "punycode": "xn--lcalhost-n4a:{port}",
    "letters that look like ours": "lоcalhost:{port}",
    "wide figures": "１２７.0.0.1:{port}",
    "other full stops": "127。0。0。1:{port}",
}
ORIGINS = {
    "no page": "null",
    "nothing": "",
    "another site": "http://evil.example",
    "another site with our port": "http://evil.example:{port}",
    "our address without the port": "http://127.0.0.1",
    "another port": "http://127.0.0.1:{other}",
    "a port that begins like ours": "http://127.0.0.1:{port}0",
    "a name that begins like ours": "http://127.0.0.1:{port}.evil.example",
    "a name below localhost": "http://evil.localhost:{port}",
    "a full stop after the name": "http://localhost.:{port}",
    "a user before the address": "http://evil@127.0.0.1:{port}",
    "a slash at the end": "http://127.0.0.1:{port}/",
    "two in one line": "http://127.0.0.1:{port} http://evil.example",
    "a file": "file://",
    "an add-on": "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
    "another scheme": "ftp://127.0.0.1:{port}",
    "a look inside": "view-source:http://127.0.0.1:{port}",
    "no scheme": "127.0.0.1:{port}",
}
OTHERS = {
    "no name": {"host": ""},
    "an empty name": {"host": "", "lines": ["Host:"]},
    "no name in the old way": {"host": "", "version": "1.0"},
    "two names, ours first": {"lines": ["Host: evil.example:{port}"]},
    "two names, ours last": {"host": "evil.example:{port}", "lines": ["Host: 127.0.0.1:{port}"]},
    "our name twice": {"lines": ["Host: 127.0.0.1:{port}"]},
    "another name in the request line": {"target": "http://evil.example:{port}{path}"},
    "another name, ours in the request line": {"host": "evil.example", "target": "http://127.0.0.1:{port}{path}"},
    "another name, ours passed on": {"host": "evil.example", "lines": ["X-Forwarded-Host: 127.0.0.1:{port}"]},
    "another name, ours in Forwarded": {"host": "evil.example", "lines": ["Forwarded: host=127.0.0.1:{port}"]},
    "two origins, ours first": {"lines": ["Origin: http://127.0.0.1:{port}", "Origin: http://evil.example"]},
    "two origins, ours last": {"lines": ["Origin: http://evil.example", "Origin: http://127.0.0.1:{port}"]},
    "a page of another site that hides its name": {"lines": ["Sec-Fetch-Site: cross-site"]},
    "a page of a neighbour that hides its name": {"lines": ["Sec-Fetch-Site: same-site"]},
    "a line that is folded": {"lines": ["X-Any: a", " Host: evil.example"], "host": "evil.example"},
    "a name with a gap": {"host": "127.0.0.1:{port} evil.example"},
}


def refused(door, lines=(), **values):
    told = {"port": door.port, "other": door.port + 1, "path": door.path}
    values = {key: value.format(**told) for key, value in values.items()}
    status, answer = door.asked(*(line.format(**told) for line in lines), **values)
    assert 400 <= status < 500
    assert b"findings" not in answer
    assert b"set-cookie" not in answer.lower()
    assert not door.done()


@pytest.mark.parametrize("host", HOSTS.values(), ids=HOSTS)
def test_a_request_by_another_name_is_refused(door, host):
    refused(door, host=host)


@pytest.mark.parametrize("origin", ORIGINS.values(), ids=ORIGINS)
def test_a_request_from_another_page_is_refused(door, origin):
    refused(door, [f"Origin: {origin}"])


@pytest.mark.parametrize("form", OTHERS.values(), ids=OTHERS)
def test_a_request_in_a_forged_form_is_refused(door, form):
    refused(door, **form)


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"])
def test_another_name_is_refused_whatever_is_asked(door, method):
    refused(door, host="evil.example", method=method)


def test_the_rightful_names_are_let_in(door):
    for host in (f"127.0.0.1:{door.port}", f"localhost:{door.port}", f"[::1]:{door.port}"):
        for lines in ([], [f"Origin: http://{host}"], [f"Origin: http://{host}", "Sec-Fetch-Site: same-origin"]):
            status, _ = door.asked(*lines, host=host)
            assert status in door.kinds, (host, lines)


def test_without_the_cookie_or_the_token_of_the_page_nothing_is_done(desk_door):
    before = set(desk_door.folder.iterdir())
    for kept in ((), ("Cookie",), ("X-CSRF",)):
        headers = tuple(line for line in desk_door.headers if line.startswith(("Content", *kept)))
        body = b"kind=first-meeting"
        status, _ = Door(desk_door.port, desk_door.path, body, headers).asked()
        assert 400 <= status < 500, kept
    assert set(desk_door.folder.iterdir()) == before
