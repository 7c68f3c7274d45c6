"""A letter about a first meeting, by a person's clicks and keys: from an empty form to the finished files."""

import subprocess
import sys

import pytest

from tests.browser import first_meeting
from tests.browser.cases import example, put
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def by_command(tmp_path_factory):
    """Return the texts of the letters that the command line makes of the same case."""
    out = tmp_path_factory.mktemp("letters")
    command = ["letter", "draft", str(ROOT / "examples" / "first-meeting.toml"), "--to", "txt", "--out", str(out)]
    subprocess.run([sys.executable, "-m", "plainletter", *command], check=True, capture_output=True)
    return texts(out)


def texts(folder):
    return sorted(path.read_text(encoding="utf-8") for path in folder.rglob("*.txt"))


def test_an_empty_form_becomes_four_letters(desk, browser, folder, by_command):
    browser.open(desk.url)
    browser.tick("Summary of a first meeting")
    browser.press("Start this letter")
    browser.settle()
    browser.see("Still to be answered", "What name does the client like to be called?")
    first_meeting.write(browser)
    browser.until(lambda: "Still to be answered" not in browser.text(), "a form that asks nothing more")
    browser.follow("See the letters")
    assert browser.script("return document.querySelectorAll('article.letter').length") == 4
    browser.follow("Go on to Send")
    browser.press("Make the files")
    browser.until(lambda: len(list(folder.glob("*-letters/*.txt"))) == 4, "four letters")
    assert len(by_command) == 4
    assert texts(folder) == by_command


def test_a_copy_that_a_leak_stops_is_made_when_it_is_mended(desk, browser, folder):
    name, case = "letter-2026-03-12-1.json", example()
    case["items"][0]["text"] = "the tablets make you sleepy"
    draft = put(folder, case, name)
    letters = folder / "letter-2026-03-12-1-letters"
    browser.open(f"{desk.url}{draft}/send")
    browser.settle()
    browser.see("the tablets", "Dr Piet de Boer")
    browser.press("Make the files")
    browser.until(lambda: len(list(letters.glob("*.txt"))) == 3, "the letters of the three others")
    assert not any("Dear Tomasz" in text and "tramadol" not in text for text in texts(letters))
    browser.open(desk.url + draft)
    browser.settle()
    browser.see("What stops a copy")
    browser.fill("What was said", "you wake up most nights", within="Line 1:")
    browser.until(lambda: "What stops a copy" not in browser.text(), "a form that stops nothing")
    browser.follow("Send", within="This letter")
    browser.press("Make the files")
    browser.until(lambda: len(list(letters.glob("*.txt"))) >= 4, "the fourth letter")
    came = browser.fetch("Plain text for Dr Piet de Boer")
    assert "you wake up most nights" in came.read_text(encoding="utf-8")
    assert came.read_text(encoding="utf-8") in texts(letters)
