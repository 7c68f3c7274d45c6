"""What a letter to the person should have, and this one has not."""

import pytest

from plainletter import Checker
from tests.conftest import ROOT

# From the Scottish Government's trauma-informed toolkit (2021), Open Government Licence.
SCOTTISH = """Dear [first name of client]

Thank you for coming to [name of service] on 26th August 2019.

As promised, I'm writing with a brief summary of our discussion.

You said that a few things have happened recently that have brought back memories from your childhood and you're finding it hard
to deal with this. You told me that ... All of these things have made life very difficult for you at the moment.

In terms of a plan, we agreed the following next steps:

  • I am registering you with...
  • I will ask [name of link worker] to help you engage with...
  • I plan to stay in the picture and will arrange to meet up with you again in two months time to see where things are up to for
    you. We can discuss further options at that point if appropriate.

In the meantime I hope that our meeting was helpful and I'll keep in touch with [name of link worker] to hear how you're
getting on.

With best wishes [Name of staff member]
"""
BARE = """Dear Mr Novak,

{} The clinic is on the second floor of the main building, next to the lifts. The car park opens early and fills up fast. The
bus from the station stops outside. The doors are wide and there is a ramp at the side. The waiting room has a water tap and
some books. The toilets are on the left. The staff wear blue shirts. The desk is by the window, under the clock.

Yours sincerely,

Elaine Foster
"""
ALL = {
    "presence/choice", "presence/copies", "presence/greeting", "presence/help-now", "presence/next-steps",
    "presence/putting-right", "presence/reason", "presence/strength", "presence/their-words",
}  # fmt: skip


@pytest.fixture(scope="module")
def presence():
    return Checker(scores=False, select=["presence"])


def rules(checker, text, **options):
    return {finding.rule for finding in checker.check(text, **options).findings}


def test_our_good_letter_has_everything(presence):
    assert rules(presence, (ROOT / "examples" / "letter-good.txt").read_text(encoding="utf-8")) == set()


def test_the_scottish_letter_has_most(presence):
    absent = rules(presence, SCOTTISH)
    assert absent == {"presence/copies", "presence/help-now", "presence/putting-right", "presence/strength"}


def test_a_bare_letter_is_asked_for_all_but_the_name(presence):
    assert rules(presence, BARE.format("")) == ALL - {"presence/greeting"}


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("You told me that the mornings are hard.", "presence/their-words"),
        ("It took courage to come.", "presence/strength"),
        ("You can bring somebody if you like.", "presence/choice"),
        ("I will ring you on Friday.", "presence/next-steps"),
        ("We suggest the smaller dose because you felt sick.", "presence/reason"),
        ("If I have got anything wrong, please tell me.", "presence/putting-right"),
        ("Your GP gets a copy.", "presence/copies"),
        ("If things get worse, ring 111.", "presence/help-now"),
    ],
)
def test_one_line_answers_one_question(presence, line, rule):
    assert rule in rules(presence, BARE.format(""))
    assert rule not in rules(presence, BARE.format(line))


def test_a_letter_to_a_status_is_asked_for_a_name(presence):
    assert "presence/greeting" in rules(presence, BARE.format("").replace("Mr Novak", "Patient"))


def test_it_is_a_note_at_the_greeting_that_asks(presence):
    text = BARE.format("")
    for finding in presence.check(text).findings:
        assert (finding.severity, finding.category, finding.text) == ("note", "presence", "Dear Mr Novak,")
        assert text[finding.start : finding.end] == finding.text
        assert finding.message.startswith("Not found in this letter: ")
        assert finding.message.endswith("?")


@pytest.mark.parametrize(
    "text",
    [
        "Hi Sam, see you on Friday at 4.",
        "Dear Mr Novak,\n\nYour appointment is on Monday 5 January at 10am.\n\nYours sincerely,\n\nElaine Foster",
        BARE.format("").replace("Mr Novak", "Dr Shah"),
        BARE.format("").replace("Dear Mr Novak,", "To whom it may concern,"),
    ],
    ids=["message", "slip", "to a doctor", "to nobody"],
)
def test_short_messages_and_letters_to_others_are_not_asked(presence, text):
    assert rules(presence, text) == set()


def test_a_text_that_greets_nobody_is_asked_only_where_it_is_said_to_be_a_letter(presence):
    text = BARE.format("I wrote to you in May.").partition("\n\n")[2]
    assert rules(presence, text) == set()
    told = rules(Checker("letter", scores=False, select=["presence"]), text)
    assert told >= {"presence/greeting", "presence/choice"}


def test_a_note_in_the_record_is_not_asked():
    assert rules(Checker("note", scores=False, select=["presence"]), BARE.format("")) == set()


def test_each_question_can_be_selected_and_ignored():
    text = BARE.format("")
    assert rules(Checker(scores=False, select=["presence/choice"]), text) == {"presence/choice"}
    assert "presence/choice" not in rules(Checker(scores=False, ignore=["presence/choice"]), text)
    assert not rules(Checker(scores=False, ignore=["presence"]), text) & ALL
