"""Writes down every address outside this machine that a Python process asks for. The tests put it into the desk's processes."""

import os
import sys

_FILE = os.environ["PLAINLETTER_TEST_SOCKETS"]
_NAMES = {"socket.getaddrinfo": 0, "socket.gethostbyname": 0, "socket.connect": 1, "socket.sendto": 1}
_OWN = ("127.", "::1", "localhost")


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _NAMES:
        return
    address = arguments[_NAMES[event]]
    host = address[0] if isinstance(address, tuple) else address  # a path is a socket of this machine
    if address is None or (event in ("socket.connect", "socket.sendto") and not isinstance(address, tuple)):
        return
    if not str(host).startswith(_OWN):
        with open(_FILE, "a", encoding="utf-8") as file:  # noqa: PTH123 -- pathlib would be loaded into every process
            file.write(f"{event} {host}\n")


sys.addaudithook(_watch)
