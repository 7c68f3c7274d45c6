"""``plainletter serve`` and ``plainletter desk``: what they refuse before they listen."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx2 as httpx
import pytest

COMMAND = [str(Path(sys.executable).with_name("plainletter"))]


def run(*arguments, **variables):
    environment = {**os.environ, **variables}
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, timeout=60, env=environment)


def refused(*arguments, **variables):
    ended = run(*arguments, **variables)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    return ended.stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "letters.example"])
def test_a_server_that_others_can_reach_needs_a_token(host):
    assert "needs --token-file FILE, or PLAINLETTER_TOKEN set" in refused("serve", "--host", host)


@pytest.mark.parametrize("token", ["short", "a token with spaces in it", "żółć" * 6])
def test_a_token_that_can_be_guessed_or_sent_wrongly_is_refused(tmp_path, token):
    assert "so that it cannot be guessed" in refused("serve", PLAINLETTER_TOKEN=token)
    file = tmp_path / "token"
    file.write_text(token, encoding="utf-8")
    assert str(file) in refused("serve", "--token-file", str(file))


def test_a_token_file_that_is_missing_or_empty_is_named(tmp_path):
    assert "nowhere: the token cannot be read" in refused("serve", "--token-file", "nowhere")
    (tmp_path / "token").touch()
    assert "there is no token in it" in refused("serve", "--token-file", str(tmp_path / "token"))


def test_a_certificate_needs_its_key_and_has_to_be_one(tmp_path):
    assert "belong together" in refused("serve", "--certificate", "a.pem")
    (tmp_path / "a.pem").write_text("no certificate")
    files = ["--certificate", str(tmp_path / "a.pem"), "--key", str(tmp_path / "a.pem")]
    assert "the certificate or its key cannot be used" in refused("serve", "--port", "0", *files)


@pytest.mark.parametrize("command", ["serve", "desk"])
def test_a_port_that_is_taken_is_said(command):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = refused(command, "--port", str(taken.getsockname()[1]))
    assert "it is taken by another program; choose another with --port" in said


def test_a_desk_needs_a_folder(tmp_path):
    assert "is not there; make it first" in refused("desk", str(tmp_path / "letters"))
    (tmp_path / "letter.toml").touch()
    assert "is a file" in refused("desk", str(tmp_path / "letter.toml"))


def test_a_server_answers_until_it_is_stopped_and_ends_well(tmp_path):
    server = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0", "--workers", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
    )
    with server:
        said = server.stdout.readline()
        address = said.split()[3]
        answer = httpx.post(f"{address}/v1/check", json={"text": "You failed to attend.", "doc_type": "letter"}, timeout=60)
        assert answer.json()["documents"][0]["findings"][0]["rule"] == "missed/failed-to-attend"
        server.send_signal(signal.SIGINT)
        rest, errors = server.communicate(timeout=30)
    assert server.returncode == 0
    assert (rest, errors) == ("", "")
    assert list(tmp_path.iterdir()) == []
