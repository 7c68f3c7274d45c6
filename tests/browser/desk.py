"""The desk as a person starts it: a process, and the address that it prints."""

import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path
from queue import Empty, Queue

SECONDS = 60  # until the desk must have said its address: a bound against hanging, not a measure
ADDRESS = re.compile(r"http://(127\.0\.0\.1:\d+)/\S*")


class Desk:
    def __init__(self, folder, sockets, *arguments):
        command = [sys.executable, "-m", "plainletter", "desk", str(folder), "--no-browser", "--port", "0", *arguments]
        path = os.pathsep.join(filter(None, [str(Path(__file__).parent / "sockets"), os.environ.get("PYTHONPATH")]))
        self.folder, self.said, self._addresses = folder, "", Queue()
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
            env={**os.environ, "PYTHONPATH": path, "PLAINLETTER_TEST_SOCKETS": str(sockets), "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        self._reader = threading.Thread(target=self._listen)
        self._reader.start()
        try:
            self.start = self.next_address()
        except AssertionError:
            self.kill()
            raise
        self.host = ADDRESS.fullmatch(self.start)[1]
        self.url = f"http://{self.host}"

    def next_address(self):
        """Wait for the next address that works once."""
        try:
            address = self._addresses.get(timeout=SECONDS)
        except Empty:
            address = None
        assert address, f"the desk did not say its address: {self.said}"
        return address

    def stop(self):
        """End the desk as Ctrl-C does, and return its exit status."""
        ended(self.process)
        return self._end()

    def kill(self):
        """End the desk and its workers as a crash does."""
        os.killpg(self.process.pid, signal.SIGKILL)
        return self._end()

    def _end(self):
        status = self.process.wait(SECONDS)
        self._reader.join(SECONDS)
        self.process.stdout.close()
        return status

    def _listen(self):
        for line in self.process.stdout:
            self.said += line
            if found := ADDRESS.search(line):
                self._addresses.put(found[0])
        self._addresses.put(None)


def ended(process):
    """End a server as Ctrl-C does, and return its exit status."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    return process.wait(SECONDS)
