"""By Tab, Enter and Space alone, and by typing: from the list of letters to a finished file."""

from tests.browser.browser import Keys
from tests.browser.cases import read

ANSWERS = {
    "Your name, as you sign": "Eilidh Fraser",
    "Name of the service, as it is printed": "The Old Mill",
    "True name of the service": "Kirkmore Trauma Service",
    "Phone of the service": "01632 960 418",
    "First name": "Tomasz",
    "Family name": "Wójcik",
    "What they like to be called": "Tomasz",
    "Where": "The Old Mill",
    "What was said": "you wake up most nights",
    "What will be done": "I will phone you",
    "Who does it": "Eilidh Fraser",
}


def test_a_letter_is_made_without_a_mouse(desk, browser, folder):
    browser.open(desk.url)
    browser.tab_to("Skip to the page")
    browser.keys(Keys.ENTER)
    browser.tab_to("Summary of a first meeting")
    browser.keys(Keys.SPACE)
    browser.tab_to("Start this letter")
    browser.keys(Keys.ENTER)
    browser.see("Still to be answered")
    browser.settle()
    name = next(folder.glob("*.json")).name
    for field, words in list(ANSWERS.items())[:7]:
        browser.tab_to(field)
        browser.keys(words)
    browser.tab_to("When you met")
    browser.tab_to("Where")
    browser.keys(ANSWERS["Where"])
    for words in ("you wake up most nights", "you want to go back to sea", "you came by yourself"):
        browser.tab_to("What was said")
        browser.keys(words)
    browser.tab_to("Add a line")
    browser.keys(Keys.ENTER)
    browser.until(lambda: browser.focused().startswith("What was said"), "the focus in the new line")
    browser.keys("you like to read at night")
    browser.tab_to("Move up Line 4")
    browser.keys(Keys.SPACE)
    browser.until(lambda: browser.focused() == "Move up Line 3", "the focus on the line that was moved")
    browser.tab_to("What will be done")
    browser.keys(ANSWERS["What will be done"])
    browser.tab_to("Who does it")
    browser.keys(ANSWERS["Who does it"])
    browser.tab_to("How it reaches them")
    browser.keys("Handed")
    browser.until(lambda: "Still to be answered" not in browser.text(), "a form that asks nothing more")
    assert [one["text"] for one in read(folder, name)["items"]][2] == "you like to read at night"
    browser.tab_to("See the letters")
    browser.keys(Keys.ENTER)
    browser.see("Dear Tomasz")
    browser.tab_to("Go on to Send")
    browser.keys(Keys.ENTER)
    browser.until(lambda: browser.address.endswith("/send"), "the page Send")
    browser.settle()
    browser.tab_to("Make the files")
    browser.keys(Keys.ENTER)
    browser.until(lambda: list(folder.glob("*-letters/*.docx")), "a letter")
