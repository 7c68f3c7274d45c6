"""The language server, as an editor meets it: a process, and messages."""

import json
import socket
import subprocess
import sys
import time

import pytest

from plainletter.lsp.server import LARGE
from tests.lsp.editor import Editor, applied, marked

FAILED = "missed/failed-to-attend"
LETTER = "Dear Sam,\n\nYou failed to attend on 3 May. Prior to this we wrote to you.\n"
CLEAN = "Dear Sam,\n\nThank you for coming. We talked about the garden.\n"
RICH = {
    "workspace": {"workspaceEdit": {"documentChanges": True}, "didChangeWatchedFiles": {"dynamicRegistration": True}},
    "textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}},
}


@pytest.fixture(scope="module")
def editor(tmp_path_factory):
    """One editor for the texts that need no settings."""
    running = Editor(tmp_path_factory.mktemp("site"), capabilities=RICH)
    yield running
    assert running.leave() == 0


@pytest.fixture
def start(tmp_path):
    """Open editors of their own in a folder of its own."""
    running = []

    def begin(**options):
        running.append(Editor(tmp_path, **options))
        return running[-1]

    yield begin
    for one in running:
        one.leave()


def rules(found):
    return [one["code"] for one in found]


class TestDiagnostics:
    def test_a_finding_has_its_rule_reason_severity_and_words(self, editor):
        found = editor.open("a.txt", LETTER)
        assert rules(found) == [FAILED, "jargon/prior-to"]
        assert marked(LETTER, found[0]["range"]) == "failed to attend"
        assert found[0]["source"] == "plainletter"
        assert found[0]["severity"] == 2
        assert "It says that the person failed" in found[0]["message"]
        assert found[0]["data"]["category"] == "missed"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
    def test_ranges_count_as_the_editor_does(self, start, encoding):
        text = "Dear Zoë,\r\n\r\n👩🏽‍⚕️ Café: “you failed to attend”, they wrote. You failed to attend 😀 on 3 May.\r\n"
        editor = start(encodings=[encoding])
        assert editor.able["positionEncoding"] == encoding
        found = [one for one in editor.open("a.txt", text) if one["code"] == FAILED]
        assert [marked(text, one["range"], encoding) for one in found] == ["failed to attend"] * len(found)
        before = text.splitlines()[2].rpartition("failed")[0]
        units = {"utf-8": len(before.encode()), "utf-16": len(before.encode("utf-16-le")) // 2, "utf-32": len(before)}
        assert found[-1]["range"]["start"] == {"line": 2, "character": units[encoding]}

    def test_signs_that_end_no_line_in_an_editor_end_none_here(self, editor):
        text = "Dear Sam,\n\nOne\u2028two\x0cthree\x85 four. You failed to attend.\n"
        found = editor.open("signs.txt", text)
        assert found[0]["range"]["start"]["line"] == 2
        assert marked(text, found[0]["range"]) == "failed to attend"

    @pytest.mark.parametrize(
        ("name", "language", "text"),
        [
            ("a.md", "markdown", "You **failed** to attend. `You failed to attend.`\n"),
            ("b.txt", "markdown", "You **failed** to attend. `You failed to attend.`\n"),
            ("b.md", "text", "You **failed** to attend. `You failed to attend.`\n"),
            ("c.html", "html", "<p>You f<b>ailed</b> to attend.</p><script>You failed to attend.</script>\n"),
        ],
    )
    def test_the_language_or_else_the_name_says_what_is_prose(self, editor, name, language, text):
        assert rules(editor.open(name, text, language)) == [FAILED]

    def test_a_file_of_another_kind_is_said_not_to_be_checked(self, editor):
        found = editor.open("a.py", "# You failed to attend.\n", "python")
        assert rules(found) == ["not-checked"]
        assert "Markdown and HTML" in found[0]["message"]

    def test_a_text_that_no_file_can_hold_gives_one_diagnostic(self, editor):
        found = editor.open("half.txt", "Dear Sam,\n\nYou failed to attend \ud83d on 3 May.\n")
        assert rules(found) == ["not-checked"]
        assert "half a character" in found[0]["message"]

    def test_a_text_without_a_file_is_checked_too(self, editor):
        document = {"uri": "untitled:Untitled-1", "languageId": "plaintext", "version": 1, "text": LETTER}
        editor.say("textDocument/didOpen", {"textDocument": document})
        told = editor.wait(lambda one: one.get("params", {}).get("uri") == "untitled:Untitled-1")
        assert FAILED in rules(told["params"]["diagnostics"])


class TestWriting:
    def test_a_change_is_checked_at_a_pause_and_a_closed_text_is_forgotten(self, editor):
        assert FAILED in rules(editor.open("draft.txt", LETTER))
        editor.change("draft.txt", "Dear Sam,\n\nYou fail", 2)
        editor.change("draft.txt", CLEAN, 3)
        assert editor.found("draft.txt") == []
        editor.change("draft.txt", LETTER, 4)
        editor.close("draft.txt")
        assert editor.found("draft.txt") == []
        time.sleep(1)
        assert editor.open("draft.txt", CLEAN) == []

    def test_a_saved_text_is_checked_at_once(self, editor):
        editor.open("saved.txt", CLEAN)
        editor.change("saved.txt", LETTER, 2)
        editor.save("saved.txt")
        assert FAILED in rules(editor.found("saved.txt"))

    def test_a_long_text_waits_until_it_is_saved_or_the_editor_asks(self, editor):
        long = LETTER + "We met in the garden and talked about tea.\n\n" * (LARGE // 40)
        first = editor.open("long.txt", long)
        assert (rules(first), first[0]["severity"]) == (["not-checked"], 3)
        editor.save("long.txt")
        assert FAILED in rules(editor.found("long.txt"))
        editor.ask("workspace/executeCommand", {"command": "plainletter.check", "arguments": [editor.uri("long.txt")]})
        assert FAILED in rules(editor.found("long.txt"))
        editor.close("long.txt")

    def test_a_finding_of_an_older_text_is_neither_shown_nor_mended(self, editor):
        found = editor.open("old.txt", LETTER)
        editor.change("old.txt", "", 2)
        where = found[0]["range"]
        assert editor.hover("old.txt", where["start"]["line"], where["start"]["character"]) is None
        assert editor.fixes("old.txt", where) is None


class TestHover:
    def test_a_hover_says_why_what_instead_and_whose_advice_it_is(self, editor):
        editor.open("hover.txt", LETTER)
        shown = editor.hover("hover.txt", 2, 8)
        assert shown["contents"]["kind"] == "markdown"
        for words in ("“failed to attend”", "**Why:**", "**Instead:** I was sorry not to see you", "**Source:**", FAILED):
            assert words in shown["contents"]["value"]
        assert marked(LETTER, shown["range"]) == "failed to attend"
        assert editor.hover("hover.txt", 0, 2) is None
        assert editor.hover("hover.txt", 999, 999) is None

    def test_guides_that_disagree_are_both_told(self, editor):
        text = "Dear Sam,\n\nYour mother is visually impaired.\n"
        found = editor.open("views.txt", text)
        where = next(one for one in found if "Guides disagree" in one["message"])["range"]["start"]
        assert "**Guides disagree:**" in editor.hover("views.txt", where["line"], where["character"])["contents"]["value"]


class TestFixes:
    def test_a_swap_is_the_preferred_fix_and_drops_in(self, editor):
        found = editor.open("fix.txt", LETTER)
        action = next(one for one in editor.fixes("fix.txt", found[1]["range"]) if one.get("isPreferred"))
        assert action["kind"] == "quickfix"
        assert action["diagnostics"][0]["code"] == "jargon/prior-to"
        assert action["edit"]["documentChanges"][0]["textDocument"] == {"uri": editor.uri("fix.txt"), "version": 1}
        assert applied(LETTER, action) == LETTER.replace("Prior to", "Before")

    def test_the_article_before_a_swap_changes_with_it(self, start):
        text = "Dear Sam,\r\n\r\n😀 This is an utilise test.\r\n"
        editor = start(encodings=["utf-8"])
        found = editor.open("a.txt", text)
        action = editor.fixes("a.txt", found[0]["range"])[0]
        assert "changes" in action["edit"]
        assert applied(text, action, "utf-8") == text.replace("an utilise", "a use")

    def test_words_with_mark_up_inside_are_not_swapped(self, editor):
        found = editor.open("markup.md", "**Prior** to this we wrote to you.\n", "markdown")
        titles = [one["title"] for one in editor.fixes("markup.md", found[0]["range"])]
        assert titles == ["Allow jargon/prior-to here, and say why"]

    def test_only_the_kinds_that_the_editor_wants_are_offered(self, editor):
        where = editor.open("only.txt", LETTER)[0]["range"]
        assert editor.fixes("only.txt", where, only=["refactor"]) is None
        assert editor.fixes("only.txt", where, only=["quickfix"])

    @pytest.mark.parametrize(
        ("name", "language", "text"),
        [
            ("allow.txt", "plaintext", LETTER),
            ("allow.md", "markdown", "# Dates\n\n1. Tea\n2. You failed to attend.\n3. Cake\n"),
            ("table.md", "markdown", "| Day | Note |\n|---|---|\n| Monday | You failed to attend. |\n"),
            ("allow.html", "html", "<ul>\r\n  <li>You failed to attend.</li>\r\n</ul>\r\n"),
        ],
    )
    def test_a_comment_allows_the_wording_once_a_reason_is_written(self, editor, name, language, text):
        where = next(one for one in editor.open(name, text, language) if one["code"] == FAILED)["range"]
        allow = editor.fixes(name, where)[-1]
        without = applied(text, allow)
        editor.change(name, without, 2)
        assert {FAILED, "allow/no-reason"} <= set(rules(editor.found(name)))
        editor.change(name, without.replace(f"{FAILED} -- ", f"{FAILED} -- the words of the court "), 3)
        assert not {FAILED, "allow/no-reason", "allow/unused"} & set(rules(editor.found(name)))


class TestSettings:
    def test_the_settings_of_the_workspace_hold_file_by_file(self, start, tmp_path):
        (tmp_path / "plainletter.toml").write_text('exclude = ["old/**"]\n[[files]]\nmatch = ["staff/*"]\nignore = ["missed"]\n')
        editor = start()
        assert FAILED in rules(editor.open("a.txt", LETTER))
        assert FAILED not in rules(editor.open("staff/a.txt", LETTER))
        assert editor.open("old/a.txt", LETTER) == []

    def test_settings_with_a_fault_are_told_once_and_mended_settings_hold_at_once(self, start, tmp_path):
        settings = tmp_path / "plainletter.toml"
        settings.write_text('ignroe = ["missed"]\n')
        editor = start(capabilities=RICH)
        asked = editor.wait(lambda one: one.get("method") == "client/registerCapability")
        assert "plainletter.toml" in json.dumps(asked["params"])
        assert rules(editor.open("a.txt", LETTER)) == ["not-checked"]
        message = editor.wait(lambda one: one.get("method") == "window/showMessage")["params"]
        assert message["type"] == 1
        assert "did you mean ignore?" in message["message"]
        editor.open("b.txt", LETTER)
        assert not [one for one in editor.kept if one.get("method") == "window/showMessage"]
        settings.write_text('ignore = ["missed"]\n')
        editor.say("workspace/didChangeWatchedFiles", {"changes": [{"uri": settings.as_uri(), "type": 2}]})
        assert rules(editor.found("a.txt")) == ["jargon/prior-to"]


class TestProcess:
    def test_nothing_of_a_text_reaches_the_log_whatever_is_switched_on(self, start):
        editor = start(loud=True)
        text = LETTER.replace("Sam", "Zebedeequx")
        where = editor.open("a.txt", text)[0]["range"]
        editor.hover("a.txt", 2, 8)
        editor.fixes("a.txt", where)
        editor.change("a.txt", f"{text}Half a sign: \ud83d.", 2)
        editor.found("a.txt")
        editor.say("textDocument/didOpen", {"textDocument": {"text": "Zebedeequx"}})
        assert editor.leave() == 0
        log = b"".join(editor.told)
        assert b"Zebedeequx" not in log
        assert b"attend" not in log

    def test_a_client_that_leaves_without_a_goodbye_is_told_by_the_exit_status(self, start):
        assert start().leave(politely=False) == 1

    def test_an_editor_that_dies_ends_the_server(self, start):
        editor = start()
        editor.process.stdin.close()
        assert editor.process.wait(60) == 1

    def test_a_port_is_open_on_this_machine_only(self, tmp_path):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen([sys.executable, "-m", "plainletter", "lsp", "--tcp", str(port)], cwd=tmp_path)
        try:
            for _ in range(300):
                try:
                    talk = socket.create_connection(("127.0.0.1", port), timeout=60)
                    break
                except ConnectionRefusedError:
                    time.sleep(0.1)
            with talk, talk.makefile("rwb") as pipe:
                for message in (
                    {"id": 1, "method": "initialize", "params": {"capabilities": {}}},
                    {"id": 2, "method": "shutdown"},
                    {"method": "exit"},
                ):
                    data = json.dumps({"jsonrpc": "2.0", "params": None, **message}).encode()
                    pipe.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
                    pipe.flush()
                    if "id" in message:
                        while not (head := pipe.readline()).startswith(b"Content-Length"):
                            assert head
                        while pipe.readline().strip():
                            pass
                        assert json.loads(pipe.read(int(head.split(b":")[1])))["id"] == message["id"]
            assert server.wait(60) == 0
        finally:
            server.kill()
            server.wait()

    def test_without_pygls_one_sentence_says_what_to_install(self, tmp_path):
        code = "import sys; sys.modules['pygls'] = None; from plainletter.cli import main; sys.argv = ['p', 'lsp']; main()"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=tmp_path, check=False)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr == b'plainletter: the language server needs pygls; install it with: pip install "plainletter[lsp]"\n'
