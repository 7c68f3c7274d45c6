"""Who comes in, and what is seen when nobody is there."""

import pytest

from tests.browser.cases import PRIVATE, example, put

QUICK = ("--idle", "0.05")  # three seconds
NAME = "Your letter"


@pytest.fixture(scope="module")
def quick(start_desk, folder):
    return start_desk(folder, *QUICK)


def test_a_start_address_that_was_used_says_what_to_do(quick, browser):
    with browser.tabs():
        browser.driver.delete_all_cookies()
        browser.open(quick.start)
        browser.see("This window is not signed in", "used already", "Your letters are safe")
        assert browser.faults() == []
        browser.open(quick.url + "/check")
        browser.see("This window is not signed in")
        browser.open(quick.next_address())
        browser.see("New letter")


def test_a_page_that_nobody_uses_is_blank_and_goes_on_with_the_code(quick, browser, folder):
    draft = put(folder, example())
    browser.open(quick.url + draft)
    browser.settle()
    browser.until(lambda: browser.address.endswith("/locked"), "the locked page")
    browser.see("The desk is locked")
    assert not [word for word in PRIVATE if word in browser.driver.page_source]
    for path in ("/", draft, f"{draft}/case", f"{draft}/letters", "/check"):
        browser.open(quick.url + path)
        assert not [word for word in PRIVATE if word in browser.driver.page_source]
    browser.driver.back()  # nothing comes back from the browser's own memory
    assert not [word for word in PRIVATE if word in browser.driver.page_source]
    browser.open(quick.url + "/locked")
    browser.fill("The newest address", "not-the-code")
    browser.press("Unlock")
    browser.see("That code does not open the desk")
    browser.fill("The newest address", quick.next_address())
    browser.press("Unlock")
    browser.see("Letters in this folder", "Tomasz")


def test_the_button_locks_at_once(quick, browser, folder):
    put(folder, example())
    browser.open(quick.url)
    browser.press("Lock")
    browser.see("The desk is locked")
    assert "Tomasz" not in browser.driver.page_source
    browser.fill("The newest address", quick.next_address().rpartition("code=")[2])
    browser.press("Unlock")
    browser.see("Letters in this folder")
