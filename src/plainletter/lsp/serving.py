"""What the server does at each message of the editor, and how it is reached: standard input and output, or a local port."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from typing import BinaryIO, Final

from lsprotocol import types

from plainletter.findings import Finding
from plainletter.lsp.fixes import fixes_of
from plainletter.lsp.hover import hover_of
from plainletter.lsp.positions import Positions
from plainletter.lsp.server import Server
from plainletter.lsp.texts import CheckerOf, Seen

CHECK: Final = "plainletter.check"  # the command by which an editor asks for a check of an address
PAUSE: Final = 0.4  # seconds without a change before a text is checked
_FEW: Final = 10  # findings asked about at once whose comments are offered: each means that the text is read again
_HOST: Final = "127.0.0.1"
_SETTINGS: Final = ("**/plainletter.toml", "**/pyproject.toml")
_QUICK_FIXES: Final = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])


def serve(checker_of: CheckerOf, port: int | None = None) -> int:
    """Serve one editor until it is done, by standard input and output or at a port of this machine; return the exit status.

    It is 0 where the editor said goodbye first, else 1. Nothing of a text is logged, whatever logging is switched on.

    Raises:
        OSError: the port cannot be had.
    """
    for name in ("pygls", "asyncio"):  # both write whole messages, or stretches of them, into their logs
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    server = server_of(checker_of)
    try:
        if port is None:
            server.start_io(None, _own_output())
        else:
            server.start_tcp(_HOST, port)
    except SystemExit:  # how pygls ends
        pass
    finally:
        server.stop()
    return 0 if server.was_shut_down else 1


def server_of(checker_of: CheckerOf) -> Server:
    """Return a server that knows what to do at each message."""
    server = Server(checker_of)
    _follow_texts(server)
    _follow_settings(server)
    _answer(server)
    return server


def _follow_texts(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.check_soon(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.check_soon(params.text_document.uri, PAUSE)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.check_soon(params.text_document.uri, 0, asked=True)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @server.command(CHECK)
    def asked(uri: str) -> None:
        server.check_soon(uri, 0, asked=True)


def _follow_settings(server: Server) -> None:
    @server.feature(types.INITIALIZED)
    def ready(_params: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            files = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(name) for name in _SETTINGS])
            wish = types.Registration("settings", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, files)
            server.client_register_capability(types.RegistrationParams([wish]))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def settled(_params: types.DidChangeWatchedFilesParams) -> None:
        server.check_all()

    @server.feature(types.SHUTDOWN)
    def goodbye(_params: None) -> None:
        server.was_shut_down = True


def _answer(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        found = server.found(params.text_document.uri, types.Range(params.position, params.position))
        return hover_of(found[2], found[1], markdown=_shows_markdown(server)) if found else None

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, _QUICK_FIXES)
    async def fixes(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        only = params.context.only
        found = server.found(params.text_document.uri, params.range)
        if found is None or (only is not None and not {"", types.CodeActionKind.QuickFix} & set(only)):
            return None
        return await asyncio.to_thread(_fixes, *found, _takes_versions(server))  # it reads the text again


def _fixes(seen: Seen, positions: Positions, findings: list[Finding], versioned: bool) -> list[types.CodeAction]:
    commented = len(findings) <= _FEW
    fixes = (fixes_of(seen, finding, positions, versioned=versioned, commented=commented) for finding in findings)
    return [action for each in fixes for action in each]


def _shows_markdown(server: Server) -> bool:
    texts = server.client_capabilities.text_document
    kinds = texts.hover.content_format if texts and texts.hover else None
    return types.MarkupKind.Markdown in (kinds or ())


def _takes_versions(server: Server) -> bool:
    workspace = server.client_capabilities.workspace
    edits = workspace.workspace_edit if workspace else None
    return bool(edits and edits.document_changes)


def _own_output() -> BinaryIO:
    """Return standard output for the server alone: what anything else prints goes to standard error."""
    sys.stdout.flush()
    own = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return own
