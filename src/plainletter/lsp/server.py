"""The server: keeps the texts that are open, checks them in a thread of its own, and answers the editor."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from plainletter.findings import Finding
from plainletter.lsp.diagnostics import SOURCE, diagnostics_of, said
from plainletter.lsp.positions import Positions, positions_in
from plainletter.lsp.texts import CheckerOf, Seen, Text, Unseen, look
from plainletter.version import __version__

LARGE: Final = 300_000  # code points: from here on a text is checked when it is saved, not at every pause
_NOT_SAVED: Final = "This text is long: it is checked when you save it, not while you write."


class Server(LanguageServer):
    """A language server whose checks come from ``checker_of``."""

    def __init__(self, checker_of: CheckerOf) -> None:
        # Whole texts: pygls takes some signs for line ends that no editor does, and would apply a change at the wrong place.
        super().__init__(SOURCE, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self._checker_of = checker_of
        self._worker = ThreadPoolExecutor(1, "plainletter")
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._seen: dict[str, Seen] = {}
        self._faults: set[str] = set()
        self.was_shut_down = False

    def report_server_error(self, error: Exception, source: object) -> None:
        """Tell of a fault of our own without its message, which may quote a text."""
        self._tell(f"plainletter: a fault of our own ({type(error).__name__}); please report it, without words of a text.")

    def check_soon(self, uri: str, pause: float, *, asked: bool = False) -> None:
        """Check an open text after a pause in seconds, unless it is changed again before; a long one only when asked."""
        document = self.workspace.text_documents.get(uri)
        if document is None:
            return
        self.forget(uri)
        if asked or len(document.source) <= LARGE:
            self._waiting[uri] = asyncio.get_running_loop().create_task(self._check(uri, pause))
        elif uri not in self._seen:
            self._publish(uri, document.version, [said("not-checked", _NOT_SAVED, types.DiagnosticSeverity.Information)])

    def check_all(self) -> None:
        """Check every open text again, for the settings may have changed."""
        self._faults.clear()
        for uri in self.workspace.text_documents:
            self.check_soon(uri, 0)

    def forget(self, uri: str) -> None:
        """Give up a check that waits."""
        if (task := self._waiting.pop(uri, None)) is not None:
            task.cancel()

    def close(self, uri: str) -> None:
        """Take away what was said of a text that is closed."""
        self.forget(uri)
        self._seen.pop(uri, None)
        self._publish(uri, None, [])

    def stop(self) -> None:
        """End the checks."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    def found(self, uri: str, wanted: types.Range) -> tuple[Seen, Positions, list[Finding]] | None:
        """Return the findings that touch a range; None where the text has changed since it was checked."""
        seen, document = self._seen.get(uri), self.workspace.text_documents.get(uri)
        if seen is None or document is None or document.source != seen.text.words:
            return None
        positions = self._positions(seen.text.words)
        first, last = positions.stretch(wanted)
        touched = [finding for finding in seen.report.findings if finding.start <= last and first <= finding.end]
        return seen, positions, touched

    async def _check(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        try:
            text = self._text(self.workspace.text_documents[uri])
            outcome = await asyncio.get_running_loop().run_in_executor(self._worker, look, text, self._checker_of)
            self._show(text, outcome)
        except Exception as error:  # nobody waits for this task, so nobody else would tell
            self.report_server_error(error, self)

    def _show(self, text: Text, outcome: Seen | Unseen | None) -> None:
        self._seen.pop(text.uri, None)
        if isinstance(outcome, Seen):
            self._seen[text.uri] = outcome
            self._publish(text.uri, text.version, list(diagnostics_of(outcome, self._positions(text.words))))
        elif outcome is None:
            self._publish(text.uri, text.version, [])
        else:
            if outcome.fault and outcome.reason not in self._faults:
                self._faults.add(outcome.reason)
                self._tell(f"plainletter: {outcome.reason}")
            self._publish(text.uri, text.version, [said("not-checked", outcome.reason, types.DiagnosticSeverity.Error)])

    def _text(self, document: TextDocument) -> Text:
        path = to_fs_path(document.uri) if document.uri.startswith("file:") else ""
        return Text(
            document.uri, document.version, document.source, document.language_id or "", path or "", self._folder(path or "")
        )

    def _folder(self, path: str) -> str:
        """Return the folder of the workspace that a file lies in, else the file's own, else where the server runs."""
        roots = [root for uri in self.workspace.folders if (root := to_fs_path(uri))]
        if self.workspace.root_path:
            roots.append(self.workspace.root_path)
        if not path:
            return roots[0] if roots else str(Path.cwd())
        around = [root for root in roots if Path(path).is_relative_to(root)]
        return max(around, key=len, default=str(Path(path).parent))

    def _positions(self, words: str) -> Positions:
        return positions_in(words, str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding)))

    def _publish(self, uri: str, version: int | None, found: list[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def _tell(self, message: str) -> None:
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))
