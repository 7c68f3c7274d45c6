"""Nothing is lost: on reload, when the desk dies, or when a letter is open in two tabs."""

import json

import pytest

from tests.browser.cases import NAME, example, put, read

SAID = "you would like to sleep through one night"


@pytest.fixture
def draft(folder):
    return put(folder, example())


def words(browser, number):
    return browser.named("field", "What was said", f"Line {number}:").get_property("value")


def type_line(browser, text, number=1):
    browser.fill("What was said", text, within=f"Line {number}:")


def saved(browser, folder, text, name=NAME):
    browser.until(lambda: text in [one["text"] for one in read(folder, name)["items"]], f"{text!r} in the file")


def test_a_case_is_opened_and_saved_without_losing_a_key(desk, browser, folder, draft):
    browser.open(desk.url + draft)
    browser.settle()
    type_line(browser, SAID)
    saved(browser, folder, SAID)
    browser.see("Saved at")
    wanted = example()
    wanted["items"][0]["text"] = SAID
    assert read(folder) == wanted


def test_a_reload_half_way_through_a_sentence_loses_nothing(desk, browser, draft):
    browser.open(desk.url + draft)
    browser.settle()
    type_line(browser, SAID)
    browser.reload()  # before the pause after which it is saved
    browser.settle()
    assert words(browser, 1) == SAID


def test_going_elsewhere_at_once_loses_nothing(desk, browser, folder, draft):
    browser.open(desk.url + draft)
    browser.settle()
    type_line(browser, SAID)
    browser.follow("See", within="This letter")
    saved(browser, folder, SAID)
    browser.see(SAID)


def test_a_line_that_was_taken_out_can_be_put_back(desk, browser, folder, draft):
    browser.open(desk.url + draft)
    browser.settle()
    browser.press("Take out", within="Line 2:")
    browser.until(lambda: "T2" not in [one["id"] for one in read(folder)["items"]], "a file without the line")
    browser.press("Put Line 2 back")
    browser.until(lambda: read(folder) == example(), "the file as it was")


def test_lines_are_moved_by_buttons_that_keep_the_focus(desk, browser, folder, draft):
    browser.open(desk.url + draft)
    browser.settle()
    browser.press("Move down", within="Line 1:")
    assert browser.focused() == "Move down Line 2"
    browser.until(lambda: [one["id"] for one in read(folder)["items"]][:2] == ["T2", "T1"], "the new order")


def test_a_stale_save_is_refused_and_both_versions_are_kept(desk, browser, folder, draft):
    first, second = "you sleep better by the sea", "you sleep better at home"
    browser.open(desk.url + draft)
    browser.settle()
    with browser.tabs() as one_tab:
        other_tab = browser.tab()
        browser.open(desk.url + draft)
        browser.settle()
        type_line(browser, first)
        saved(browser, folder, first)
        browser.driver.switch_to.window(one_tab)
        type_line(browser, second)
        browser.see("This letter was changed in another window", "Both versions are kept")
        kept = next(folder.glob("*.kept-*.json"))
        assert read(folder)["items"][0]["text"] == first
        assert json.loads(kept.read_text(encoding="utf-8"))["items"][0]["text"] == second
        assert browser.faults() == []
        browser.press("Show the other version here")
        browser.settle()
        browser.until(lambda: words(browser, 1) == first, "the version of the other tab")
        assert other_tab in browser.driver.window_handles
    browser.open(desk.url)
    browser.see(kept.name, "the other version of a letter that was open twice")


def test_what_is_on_the_page_can_win_over_the_other_version(desk, browser, folder, draft):
    browser.open(desk.url + draft)
    browser.settle()
    case = example()
    case["items"][1]["text"] = "you wrote this by hand"
    put(folder, case)
    type_line(browser, SAID)
    browser.press("Go on with what is on this page")
    saved(browser, folder, SAID)
    assert any("you wrote this by hand" in kept.read_text(encoding="utf-8") for kept in folder.glob("*.kept-*.json"))


def test_a_desk_that_dies_half_way_loses_nothing(start_desk, browser, tmp_path):
    draft = put(tmp_path, example())
    desk = start_desk(tmp_path)
    browser.open(desk.url + draft)
    browser.settle()
    type_line(browser, "you slept well")
    saved(browser, tmp_path, "you slept well")
    desk.kill()
    type_line(browser, SAID)
    browser.see("Not saved yet", "Keep this page open")
    assert read(tmp_path)["items"][0]["text"] == "you slept well"  # whole, as it was
    port = desk.host.rpartition(":")[2]
    again = start_desk(tmp_path, "--port", port, go=False)
    with browser.tabs():
        browser.tab()
        browser.open(again.start)
        browser.see("Letters in this folder")
    saved(browser, tmp_path, SAID)
    browser.until(lambda: "Not saved yet" not in browser.text(), "a page that is calm again")
    browser.reload()
    browser.settle()
    assert words(browser, 1) == SAID
