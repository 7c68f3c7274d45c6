"""An editor that talks to the server as any does: JSON messages over standard input and output."""

import json
import os
import subprocess
import sys
import threading
from queue import Empty, Queue

LOUD = "import logging; logging.basicConfig(level=logging.DEBUG); from plainletter.cli import main; main()"
SECONDS = 120  # until an answer must have come: a bound against hanging, not a measure


class Editor:
    def __init__(self, folder, *, encodings=None, capabilities=None, loud=False):
        self.folder, self.ids, self.messages = folder, 0, Queue()
        self.kept = []
        command = ["-c", LOUD, "lsp"] if loud else ["-m", "plainletter", "lsp"]
        self.process = subprocess.Popen(
            [sys.executable, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            cwd=folder, env={**os.environ, "PYTHONASYNCIODEBUG": "1" if loud else ""},
        )  # fmt: skip
        self.told = []
        self.readers = [threading.Thread(target=self._read), threading.Thread(target=self._listen)]
        for reader in self.readers:
            reader.start()
        wishes = {"general": {"positionEncodings": encodings}} if encodings else {}
        folders = [{"uri": folder.as_uri(), "name": "site"}]
        self.able = self.ask(
            "initialize",
            {"processId": None, "rootUri": None, "workspaceFolders": folders, "capabilities": {**wishes, **(capabilities or {})}},
        )["capabilities"]
        self.say("initialized", {})

    def uri(self, name):
        return (self.folder / name).as_uri()

    def open(self, name, text, language="plaintext", version=1):
        """Open a text and return what is said of it."""
        self.say(
            "textDocument/didOpen",
            {"textDocument": {"uri": self.uri(name), "languageId": language, "version": version, "text": text}},
        )
        return self.found(name)

    def change(self, name, text, version):
        self.say(
            "textDocument/didChange",
            {"textDocument": {"uri": self.uri(name), "version": version}, "contentChanges": [{"text": text}]},
        )

    def save(self, name):
        self.say("textDocument/didSave", {"textDocument": {"uri": self.uri(name)}})

    def close(self, name):
        self.say("textDocument/didClose", {"textDocument": {"uri": self.uri(name)}})

    def found(self, name):
        """Wait for the next diagnostics of a file."""
        params = self.wait(
            lambda one: one.get("method") == "textDocument/publishDiagnostics" and one["params"]["uri"] == self.uri(name)
        )
        return params["params"]["diagnostics"]

    def hover(self, name, line, character):
        return self.ask(
            "textDocument/hover", {"textDocument": {"uri": self.uri(name)}, "position": {"line": line, "character": character}}
        )

    def fixes(self, name, where, **context):
        return self.ask(
            "textDocument/codeAction",
            {"textDocument": {"uri": self.uri(name)}, "range": where, "context": {"diagnostics": [], **context}},
        )

    def ask(self, method, params=None):
        self.ids += 1
        number = self.ids
        self._send({"id": number, "method": method, "params": params})
        answer = self.wait(lambda one: one.get("id") == number and "method" not in one)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def say(self, method, params=None):
        self._send({"method": method, "params": params})

    def wait(self, wanted):
        """Return the next message of the kind that is wanted; others are kept for whoever wants them."""
        for one in self.kept:
            if wanted(one):
                self.kept.remove(one)
                return one
        while True:
            try:
                one = self.messages.get(timeout=SECONDS)
            except Empty:
                raise AssertionError("the server did not answer") from None
            assert one is not None, "the server has ended"
            if wanted(one):
                return one
            self.kept.append(one)

    def leave(self, *, politely=True):
        """End the server and return its exit status."""
        if self.process.poll() is None:
            if politely:
                self.ask("shutdown")
            self.say("exit")
        status = self.process.wait(SECONDS)
        for reader in self.readers:
            reader.join(SECONDS)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()
        return status

    def _send(self, message):
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def _read(self):
        out, length = self.process.stdout, 0
        while head := out.readline():
            if head.startswith(b"Content-Length:"):
                length = int(head.split(b":")[1])
            if not head.strip():
                self.messages.put(json.loads(out.read(length)))
        self.messages.put(None)

    def _listen(self):
        self.told += self.process.stderr


def applied(text, action, encoding="utf-16"):
    """Return a text after a quick fix, as an editor that counts in ``encoding`` would make it."""
    edit = action["edit"]
    changes = edit["documentChanges"][0]["edits"] if "documentChanges" in edit else next(iter(edit["changes"].values()))
    codec, size = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[encoding]
    for change in changes:
        start, end = (_place(text, change["range"][side], codec, size) for side in ("start", "end"))
        text = text[:start] + change["newText"] + text[end:]
    return text


def marked(text, where, encoding="utf-16"):
    """Return the words of a text in a range."""
    codec, size = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[encoding]
    return text[_place(text, where["start"], codec, size) : _place(text, where["end"], codec, size)]


def _place(text, position, codec, size):
    lines = text.replace("\r\n", "\n\0").replace("\r", "\n").replace("\n\0", "\r\n").split("\n")
    before = "".join(f"{line}\n" for line in lines[: position["line"]])
    line = lines[position["line"]].encode(codec)[: position["character"] * size]
    return len(before) + len(line.decode(codec))
