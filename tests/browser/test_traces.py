"""No word of a client where it does not belong: titles, addresses, the browser's storage, what the desk prints."""

from urllib.parse import unquote

from tests.browser.cases import NAME, PRIVATE, example, put


def test_a_letter_leaves_no_trace(desk, browser, folder, watch):
    draft = put(folder, example())
    before = len(watch.inside)
    titles = set()
    for path in ("/", draft, f"{draft}/see", f"{draft}/send", "/check"):
        browser.open(desk.url + path)
        browser.settle()
        titles.add(browser.title)
        assert not words_in(browser.stored()), path
    browser.one("textarea").send_keys("Dear Tomasz, you failed to attend. Your brother Marek gave you tramadol.")
    browser.press("Check")
    browser.see("failed to attend")
    titles.add(browser.title)
    assert not words_in(browser.stored())
    browser.open(desk.url + draft)
    browser.settle()
    browser.fill("What was said", "the tablets that Marek gets are tramadol", within="Line 1:")
    browser.until(lambda: "that Marek gets" in (folder / NAME).read_text(encoding="utf-8"), "the words in the file")
    assert not words_in(browser.stored())
    assert len(titles) >= 5
    assert not words_in(" ".join(titles))
    assert not words_in(unquote(" ".join(watch.inside[before:])))
    assert not words_in(desk.said)


def test_an_address_that_holds_a_word_is_not_repeated(desk, browser):
    browser.open(desk.url + "/drafts/Zebedee?zopiclone")
    browser.see("letters")
    assert not [word for word in ("Zebedee", "zopiclone") if word in browser.text() + browser.title + desk.said]


def test_a_page_writes_nothing_to_the_console(desk, browser, folder):
    draft = put(folder, example())
    browser.complaints()
    for path in ("/", draft, f"{draft}/see", f"{draft}/send", "/check"):
        browser.open(desk.url + path)
        browser.settle()
    assert browser.complaints() == []


def test_no_field_asks_a_spelling_service(desk, browser, folder):
    draft = put(folder, example())  # what is typed would go to the browser's maker
    for path in (draft, f"{draft}/send", "/check"):
        browser.open(desk.url + path)
        browser.settle()
        asking = "return [...document.querySelectorAll('input, textarea')].filter((one) => one.spellcheck).length"
        assert browser.script(asking) == 0


def words_in(text):
    return [word for word in PRIVATE if word in text]
