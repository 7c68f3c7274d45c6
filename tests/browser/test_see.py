"""The letters side by side: what is left out for whom, what gives it away, and suggestions."""

import pytest

from tests.browser.cases import example, put, read

DE_BOER, REID, TOMASZ = "Dr Piet de Boer", "Dr Shona Reid", "Tomasz"
LETTERS = """
return Object.fromEntries([...document.querySelectorAll("article.letter")].map((one) =>
  [one.querySelector("h2").textContent, [one.querySelector(".sheet").innerText, one.querySelector("header").innerText]]));
"""


@pytest.fixture
def letters(desk, browser, folder):
    """Show a case, and return what stands in the letter of each reader, and above it."""

    def show(case):
        browser.open(desk.url + put(folder, case) + "/see")
        browser.settle()
        return browser.script(LETTERS)

    return show


def said(text, number="T4"):
    return {"id": number, "section": "what_you_told_us", "source": "client_said", "text": text}


def test_what_is_marked_is_gone_from_one_letter_and_stays_in_the_other(letters):
    shown = letters(example())
    assert set(shown) == {TOMASZ, REID, DE_BOER, "Ania Wójcik"}
    assert "tramadol" in shown[TOMASZ][0]
    assert "tramadol" in shown[REID][0]
    assert "tramadol" not in shown[DE_BOER][0]
    assert "tramadol" in shown[DE_BOER][1]  # above the letter, on this screen only
    assert not any("Marek" in sheet for sheet, _ in shown.values())


def test_a_leak_stops_the_copy_and_both_places_are_linked(letters, browser, folder, desk):
    case = example()
    case["items"].append(said("the tablets make you sleepy at sea"))
    shown = letters(case)
    assert "Stopped" in shown[DE_BOER][1]
    assert "Stopped" not in shown[REID][1]
    browser.see("In the copy for Dr Piet de Boer", "gives “the tablets” away", "Nobody else gets a letter", "The client said no")
    for place, words in (("Open T4", "the tablets make you sleepy at sea"), ("Open C1", "the tablets")):
        browser.open(desk.url + put(folder, case) + "/see")
        browser.follow(place, within="Please look at this first")
        browser.until(lambda words=words: at_focus(browser, words), f"{words!r} in the part of the form that {place!r} leads to")
    case["items"][-1]["text"] = "it makes you sleepy at sea"
    assert not any("Stopped" in above for _, above in letters(case).values())


def at_focus(browser, words):
    """Tell whether words stand in the group of the field that has the focus."""
    code = """
      const one = document.activeElement; const group = one.closest("fieldset, li, section, article") ?? one;
      return [one, ...group.querySelectorAll("input, textarea")].some((field) => (field.value ?? "").includes(arguments[0]));
    """
    return browser.script(code, words)


def test_a_suggestion_is_put_in_by_a_click_and_taken_back(letters, browser, folder):
    case = example()
    case["items"].append(said("prior to this you saw a doctor on the ship"))
    letters(case)
    browser.press("Put this in", within="What the check says")
    browser.see("Put in:")
    assert "prior to" not in read(folder)["items"][-1]["text"]
    assert "prior to" not in browser.script(LETTERS)[TOMASZ][0].lower()
    browser.press("Undo")
    browser.until(lambda: read(folder)["items"][-1]["text"] == case["items"][-1]["text"], "the text as it was")
    browser.until(lambda: "prior to" in browser.script(LETTERS)[TOMASZ][0].lower(), "the letter as it was")
    assert read(folder) == case


def test_findings_are_marked_in_the_text_and_can_be_filtered(letters, browser):
    case = example()
    case["items"].append(said("you failed to attend in May"))
    letters(case)
    marked = "return [...document.querySelectorAll('mark:not(.off)')].map((one) => one.textContent)"
    assert "failed to attend" in browser.script(marked)
    browser.see("Cox and Fritz", "stood in the way")
    browser.tick("Missed", within="Findings on show")
    browser.until(lambda: "failed to attend" not in browser.script(marked), "the text without the mark")
