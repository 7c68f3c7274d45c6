"""The letters about a first meeting (examples/first-meeting.toml), typed into the form by a person."""

ADDRESS = "The Old Mill\n2 Weir Street\nKirkmore\nTS99 3AA"


def write(browser):
    """Fill in the empty form of a first meeting."""
    writer(browser)
    client(browser)
    readers(browser)
    said(browser)
    plan(browser)
    confidential(browser)
    browser.fill("Who", "NHS 24", within="Help 1:")
    browser.fill("The client can say so until", "2026-03-31")


def writer(browser):
    browser.fill("Date of the letter", "2026-03-11")
    browser.fill("Where", "Scotland", within="The letter")
    for name, words in {
        "Your name, as you sign": "Eilidh Fraser",
        "Your role, as it is printed": "Nurse",
        "Your role (for your record)": "Addictions nurse",
        "Name of the service, as it is printed": "The Old Mill",
        "True name of the service": "Kirkmore Trauma and Addictions Service",
        "Organisation": "NHS Kirkmore",
        "Phone of the service": "01632 960 418",
        "Opening hours": "Monday to Friday, 9am to 5pm",
        "Address of the service": ADDRESS,
    }.items():
        browser.fill(name, words, within="Who writes")


def client(browser):
    for name, words in {
        "First name": "Tomasz",
        "Family name": "Wójcik",
        "What they like to be called": "Tomasz",
        "Pronouns": "he/him",
        "Date of birth": "1985-06-14",
    }.items():
        browser.fill(name, words, within="The client")
    browser.press("Add an address", within="Safe contact")
    browser.fill("Address", "Flat 2, 18 Harbour Road\nKirkmore", within="Address 1")
    browser.fill("Postcode", "TS99 4AA", within="Address 1")
    browser.fill("Is it safe to write there?", "Yes", within="Address 1")
    browser.fill("When you met", "2026-03-10")
    browser.fill("Where", "The Old Mill", within="The meeting")


def readers(browser):
    reader(browser, 2, "A professional", "Dr Shona Reid", {"Role": "GP", "Where they work": "Harbour Practice"}, "Secure e-mail")
    reader(browser, 3, "A professional", "Dr Piet de Boer", {"Role": "ship's doctor"}, "Secure e-mail")
    his_wife = {"What are they to the client?": "wife", "Greeting": "Ania"}
    reader(browser, 4, "A carer", "Ania Wójcik", his_wife, "Handed over in person")
    browser.fill("How much of it?", "Only the plan", within="Reader 4:")
    browser.fill("What was agreed, in the client's words", "the dates; nothing about tablets", within="Reader 4:")
    reader(browser, 5, "A service", "Northline Fishing", {}, "Post", "No")


def reader(browser, number, kind, name, more, channel, answer="Yes"):
    place = f"Reader {number}:"
    browser.press("Add a reader")
    browser.fill("Who is it?", kind, within=place)
    for label, words in {"Name": name, **more, "How it reaches them": channel}.items():
        browser.fill(label, words, within=place)
    browser.fill("May this reader have a copy?", answer, within=place)
    browser.fill("Answered on", "2026-03-10", within=place)


def said(browser):
    line(browser, 1, "since the accident on the boat you wake up most nights and cannot get back to sleep")
    line(browser, 2, "you want to go back to sea in the summer")
    line(browser, 3, "you came to us by yourself, and you have kept up the evening walks with your daughter")
    browser.press("Add a line")
    line(browser, 4, "you began to take tramadol that was not prescribed to you, and would like to stop", "What you told us")
    browser.press("Add a line")
    line(browser, 5, "your brother Marek gets it for you", "What you told us")


def line(browser, number, text, section=None):
    browser.fill("What was said", text, within=f"Line {number}:")
    if section:
        browser.fill("Part of the letter", section, within=f"Line {number}:")


def plan(browser):
    browser.fill("What will be done", "I will phone you with a first date for the sleep course", within="Step 1:")
    browser.fill("Who does it", "Eilidh Fraser", within="Step 1:")
    browser.fill("When", "2026-03-20", within="Step 1:")
    browser.press("Add a step")
    browser.fill("What will be done", "we will meet again to plan how to cut down the tablets safely", within="Step 2:")
    browser.fill("Who does it", "Eilidh Fraser", within="Step 2:")
    browser.fill("When", "2026-03-24", within="Step 2:")
    browser.fill("When: time", "14:00", within="Step 2:")
    browser.fill("What kind of step", "A meeting", within="Step 2:")


def confidential(browser):
    browser.press("Who may not see this?", within="Line 4:")
    for name in ("Dr Piet de Boer", "Ania Wójcik", "Northline Fishing"):
        browser.tick(name, within="Line 4:")
    browser.fill("What is it, in two or three words?", "the tablets", within="Line 4:")
    browser.fill("Words that would give it away", "tramadol\ntablets", within="Line 4:")
    browser.press("Who may not see this?", within="Line 5:")
    browser.tick("Everybody: it is in no letter", within="Line 5:")
    browser.fill("What is it, in two or three words?", "where the tablets come from", within="Line 5:")
    browser.fill("Words that would give it away", "Marek\nbrother", within="Line 5:")
    browser.press("Say it differently for somebody", within="Step 2:")
    browser.press("Add other words", within="Step 2:")
    browser.tick("Dr Piet de Boer", within="Other words 1")
    browser.tick("Ania Wójcik", within="Other words 1")
    browser.fill("What it says for them", "we will meet again", within="Other words 1")
    browser.press("Add a person who is mentioned")
    browser.fill("Who are they to the client?", "brother", within="Person 1:")
    browser.fill("Names, nicknames too", "Marek", within="Person 1:")
