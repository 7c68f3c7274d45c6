"""A small proxy between the browser and the desk: it lets the desk's address through, and writes down who else was asked."""

import re
import socket
import socketserver
import threading
from contextlib import suppress

HEAD = re.compile(rb"(?P<method>[A-Z]+) (?P<target>\S+) HTTP/1\.1\r\n")
LARGEST_HEAD = 65_536
PIECE = 65_536


class Watch:
    """What the browser asked for while it was watched.

    ``desks`` are the addresses (host:port) that are let through; ``inside`` and ``outside`` the requests, as "METHOD url".
    """

    def __init__(self):
        self.desks, self.inside, self.outside = set(), [], []
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.watch = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()
        self.port = self._server.server_address[1]

    def close(self):
        self._server.shutdown()
        self._server.server_close()  # waits for the answers that are under way
        self._thread.join()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    request_queue_size = 128
    watch: Watch


class _Handler(socketserver.BaseRequestHandler):
    def handle(self):
        with suppress(ConnectionError):
            self._pass_on()

    def _pass_on(self):
        head, rest = self._head()
        match = HEAD.match(head)
        if match is None:
            return
        method, target = match["method"].decode(), match["target"].decode("latin-1")
        desk, _, path = target.removeprefix("http://").partition("/")
        if method == "CONNECT" or desk not in self.server.watch.desks:
            self.server.watch.outside.append(f"{method} {target}")
            self.request.sendall(b"HTTP/1.1 502 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return
        self.server.watch.inside.append(f"{method} {target}")
        lines = [line for line in head.split(b"\r\n")[1:-2] if not line.lower().startswith((b"proxy-", b"connection:"))]
        asked = b"\r\n".join([f"{method} /{path} HTTP/1.1".encode("latin-1"), *lines, b"Connection: close", b"", b""])
        try:
            desk_side = socket.create_connection((desk.rpartition(":")[0], int(desk.rpartition(":")[2])))
        except ConnectionRefusedError:  # the desk is down: the browser sees a connection that breaks
            return
        with desk_side:
            desk_side.sendall(asked + rest)
            upward = threading.Thread(target=_pump, args=(self.request, desk_side))
            upward.start()
            _pump(desk_side, self.request)
            with suppress(OSError):
                self.request.shutdown(socket.SHUT_RDWR)
            upward.join()

    def _head(self):
        data = b""
        while b"\r\n\r\n" not in data:
            piece = self.request.recv(PIECE)
            if not piece or len(data) > LARGEST_HEAD:
                return b"", b""
            data += piece
        head, _, rest = data.partition(b"\r\n\r\n")
        return head + b"\r\n\r\n", rest


def _pump(source, target):
    with suppress(OSError):
        while piece := source.recv(PIECE):
            target.sendall(piece)
