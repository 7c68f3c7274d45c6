"""Every page, for everybody: axe finds nothing, all is there on a phone and at 400 %, in high contrast and on paper."""

import base64
import io
import os

import pypdf
import pytest

from tests.browser.browser import NARROW, WIDE
from tests.browser.cases import address, example, put
from tests.conftest import ROOT

SHOTS = os.environ.get("PLAINLETTER_SHOTS")
TEXT = "Dear Sam,\n\nYou failed to attend on 3 May. Prior to this we wrote to you. Your BP was raised; PRN meds were given.\n"
EMPTY, FAULTY, TOML = "letter-2026-03-11-2.json", "letter-2026-03-11-3.json", "letter.toml"
PAGES = ["home", "draft-empty", "draft-full", "see", "see-stopped", "send", "send-made", "check", "result", "not-there", "locked"]


@pytest.fixture(scope="module")
def site(desk, browser, folder):
    """Return a function that goes to a page by its name."""
    draft, case = put(folder, example()), example()
    put(folder, {"kind": "first-meeting"}, EMPTY)
    text = "you failed to attend; the tablets make you sleepy"
    case["items"].append({"id": "T4", "section": "what_you_told_us", "source": "client_said", "text": text})
    faulty = put(folder, case, FAULTY)
    (folder / TOML).write_text((ROOT / "examples" / "first-meeting.toml").read_text(encoding="utf-8"), encoding="utf-8")
    paths = {
        "home": "/", "draft-empty": address(EMPTY), "draft-full": draft, "see": f"{draft}/see", "see-stopped": f"{faulty}/see",
        "send": f"{faulty}/send", "send-made": f"{draft}/send", "check": "/check", "not-there": "/nothing", "locked": "/locked",
    }  # fmt: skip

    def go(page):
        browser.open(desk.url + paths.get(page, "/check"))
        browser.settle()
        if page == "result":
            browser.one("textarea").send_keys(TEXT)
            browser.press("Check")
            browser.see("failed to attend")
        elif page == "send-made":
            browser.press("Make the files")
            browser.until(lambda: list(folder.glob("*-letters/*.docx")), "letters")
            browser.settle()
        elif page == "locked" and "is locked" not in browser.text():
            browser.press("Lock")
            browser.see("is locked")

    return go


def test_a_printed_page_holds_the_letters_and_nothing_that_is_only_for_the_screen(site, browser):
    site("see")
    printed = pypdf.PdfReader(io.BytesIO(base64.b64decode(browser.pdf())))
    text = "\n".join(page.extract_text() for page in printed.pages)
    assert "Dear Tomasz" in text
    assert "since the accident on the boat" in " ".join(text.split())
    assert "Skip to the page" not in text
    assert "Check a text" not in text


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_for_everybody(site, browser, page):
    site(page)
    assert browser.faults() == []
    with browser.media(prefers_color_scheme="dark"):
        assert browser.faults() == []
    with browser.media(forced_colors="active"):
        assert browser.ask("colour") == []
        shoot(browser, page, "contrast")
    for width, zoom in ((WIDE, 1), (768, 1), (NARROW, 1), (NARROW, 4)):
        with browser.width(width, zoom):
            assert browser.ask("over") == []
            if width == NARROW and zoom == 1:
                assert browser.faults() == []
            if zoom == 1:
                shoot(browser, page, width)


def shoot(browser, page, how):
    if SHOTS:
        browser.shoot(ROOT / "out" / "desk-shots" / f"{page}-{how}.png")
