"""Every page, for everybody: axe finds nothing, all is there on a phone and at 400 %, in high contrast and on paper."""

import os

import pytest

from tests.browser.browser import NARROW, WIDE
from tests.browser.cases import address, example, put
from tests.conftest import ROOT

SHOTS = os.environ.get("PLAINLETTER_SHOTS")
TEXT = "Dear Sam,\n\nYou failed to attend on 3 May. Prior to this we wrote to you. Your BP was raised; PRN meds were given.\n"
EMPTY = "letter-2026-03-11-2.json"
# What reaches over the right side of the page, and has no region of its own in which it scrolls.
OVER = """
const wide = document.documentElement.clientWidth + 1;
const scrolls = (element) => { for (let one = element; one && one !== document.documentElement; one = one.parentElement)
  if (["auto", "scroll"].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth) return true; };
return [...document.body.querySelectorAll("*")].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > wide
  && !scrolls(one) && !one.closest(".unseen, .skip")).map((one) => one.outerHTML.slice(0, 150)).slice(0, 5)
  .concat(document.documentElement.scrollWidth > wide ? [`the page is ${document.documentElement.scrollWidth} wide`] : []);
"""


@pytest.fixture(scope="module")
def site(desk, browser, folder):
    """Return a function that goes to a page by its name."""
    draft, case = put(folder, example()), example()
    case["items"].append({"id": "T4", "section": "what_you_told_us", "source": "client_said", "text": "you failed to attend"})
    put(folder, {"kind": "first-meeting"}, EMPTY)
    put(folder, case, "letter-2026-03-11-3.json")

    def result():
        browser.open(f"{desk.url}/check")
        browser.one("textarea").send_keys(TEXT)
        browser.press("Check")
        browser.see("failed to attend")

    def made():
        browser.open(f"{desk.url}{draft}/send")
        browser.press("Make")
        browser.see("record")

    plain = {
        "home": "/", "draft-empty": address(EMPTY), "draft-full": draft, "see": f"{draft}/see",
        "see-findings": address("letter-2026-03-11-3.json") + "/see", "send": f"{draft}/send", "check": "/check",
        "locked": "/locked", "not-there": "/nothing",
    }  # fmt: skip
    return {name: lambda path=path: browser.open(desk.url + path) for name, path in plain.items()} | {
        "result": result,
        "sent": made,
    }


PAGES = ["home", "draft-empty", "draft-full", "see", "see-findings", "send", "sent", "check", "result", "not-there", "locked"]


def shoot(browser, page, width):
    if SHOTS:
        browser.shoot(ROOT / "out" / "desk-shots" / f"{page}-{width}.png")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_for_everybody(site, browser, page):
    for width in (WIDE, NARROW):
        with browser.width(width):
            site[page]()
            browser.settle()
            assert browser.faults() == []
            assert browser.script(OVER) == []
            shoot(browser, page, width)
    if SHOTS:
        with browser.width(768):
            browser.settle()
            shoot(browser, page, 768)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_flows_again_at_four_times_the_size(site, browser, page):
    with browser.width(NARROW, zoom=4, height=256):
        site[page]()
        browser.settle()
        assert browser.script(OVER) == []
