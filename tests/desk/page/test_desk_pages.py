"""Every page is there, holds the token for its scripts, and shows what was typed as text and never as mark-up."""

import re
import subprocess
import sys

import pytest

from plainletter.desk.page.rendering import DATA

HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"


def page(desk, address, status=200):
    answer = desk.client.get(address, headers={"accept": "text/html"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return answer.text


@pytest.fixture
def draft(desk, example):
    example["client"]["first_name"] = HOSTILE
    return desk.put(example, "Rosa <b>.json".replace(" <b>", " B"))


@pytest.mark.parametrize("place", ["/", "/check", "/drafts/{}", "/drafts/{}/see", "/drafts/{}/send"])
def test_a_page_is_whole_and_holds_its_token(desk, draft, place):
    text = page(desk, place.format(draft))
    assert f'content="{desk.csrf}"' in text
    assert "<script>alert" not in text
    assert "49" not in re.sub(desk.csrf, "", text)
    title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
    assert title is not None
    assert "Rosa" not in title[1]
    assert not re.search(r"<(?:script|style)>|\son\w+=|\sstyle=|https?://", text), "nothing inline, and nothing from elsewhere"


def test_every_file_that_a_page_asks_for_is_there(desk, draft):
    for place in ("/", "/check", f"/drafts/{draft}", f"/drafts/{draft}/see", f"/drafts/{draft}/send"):
        for name in re.findall(r'(?:src|href)="(/assets/[^"]+)"', page(desk, place)):
            assert desk.client.get(name).status_code == 200, name


def test_a_script_asks_for_scripts_that_are_there():
    for path in DATA.rglob("*.js"):
        for name in re.findall(r'from "(?:\./|/assets/)([^"]+)"', path.read_text(encoding="utf-8")):
            assert (DATA / name).is_file(), f"{path.name} asks for {name}"


def test_the_list_shows_names_as_text(desk, draft):
    assert "&lt;script&gt;" in page(desk, "/")


def test_what_cannot_be_done_is_said_on_a_page(desk, stranger):
    assert "not in the folder any more" in page(desk, "/drafts/0123456789abcdef", 404)
    answer = desk.client.post("/check", data={"csrf": desk.csrf}, headers={"accept": "text/html"})
    assert "Paste a text, or choose a file." in answer.text
    desk.client.cookies.clear()
    assert "not signed in" in page(desk, "/", 401)


def test_a_locked_desk_shows_nothing_else(desk, draft):
    desk.went("/lock")
    assert "alert" not in page(desk, "/")
    wrong = desk.client.post("/unlock", data={"csrf": desk.csrf, "code": "x"}, headers={"accept": "text/html"})
    assert wrong.status_code == 403
    assert desk.went("/unlock", code=desk.sessions.code) == "/"


def test_a_checked_text_is_shown_as_text(desk):
    sent = {"csrf": desk.csrf, "do": "show", "doc_type": "letter", "text": f"Dear Rosa,\n\nYou failed to attend {HOSTILE} today."}
    answer = desk.client.post("/check", data=sent, headers={"accept": "text/html"})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;" in answer.text
    assert "failed to attend" in answer.text


def test_the_server_itself_never_loads_the_checker():
    code = "import sys, plainletter.desk.page; sys.exit('spacy' in sys.modules or 'typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
