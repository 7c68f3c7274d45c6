"""Plain text and text messages."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainletter.letters.letter import Bullets, Part
from plainletter.letters.writers import WRITERS
from plainletter.letters.writers.sms import GSM_BASIC, sms_parts, sms_text
from tests.letters.conftest import SAMPLE, letter_with, say

SEVENTY_TWO = st.text("abcdefg –é", min_size=1, max_size=400)


def txt(letter):
    return WRITERS["txt"](letter).decode("utf-8")


@given(SEVENTY_TWO)
def test_lines_are_at_most_72_columns(text):
    letter = letter_with(text)
    assert all(len(line) <= 72 or " " not in line.strip() for line in txt(letter).split("\n"))


def test_bullets_hang_and_long_addresses_stay_whole():
    address = "https://example.org/" + "a" * 80
    bullets = Bullets(
        (say("I will ring you on Thursday 12 March 2026 at 2:30pm, on the number that you gave me."), say(f"See {address} soon"))
    )
    written = txt(replace(SAMPLE, parts=(Part("body", (bullets,)),)))
    assert written == (
        f"• I will ring you on Thursday 12 March 2026 at 2:30pm, on the number\n  that you gave me.\n• See\n  {address}\n  soon\n"
    )


def test_parts_follow_each_other_with_a_blank_line_and_addresses_stay_together():
    lines = txt(SAMPLE).split("\n")
    assert lines[:5] == [
        "Rowan Team",
        "Alder House, 4 Mill Lane, Leeds LS1 4AB",
        "Phone 0113 496 0123, Monday to Friday, 9am to 5pm",
        "hello@rowan.example",
        "",
    ]
    assert lines[-1] == ""


def test_a_text_message_is_one_line_in_plain_signs():
    letter = letter_with("“Hello” – it’s Rowan…", "See you on 3\u00a0May.\nRing if not.", form="text")
    assert txt(letter) == '"Hello" - it\'s Rowan... See you on 3 May. Ring if not.\n'
    assert set(sms_text(letter)) <= GSM_BASIC


def test_a_text_message_never_changes_a_name():
    assert sms_text(letter_with("Dear Siân Łukasz 李小龙", form="text")) == "Dear Siân Łukasz 李小龙"


def test_bullets_are_left_out_of_a_text_message():
    letter = replace(SAMPLE, form="text", parts=(Part("body", (Bullets((say("One thing."), say("Another."))),)),))
    assert sms_text(letter) == "One thing. Another."


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", 0),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("€" * 153, 3),  # 76 in a part, as the two septets of one sign stay together
        ("â" * 70, 1),
        ("â" * 71, 2),
        ("â" * 134, 2),
        ("🙂" * 35, 1),
        ("🙂" * 36, 2),
        ("🙂" * 67, 3),  # 33 in a part
    ],
)
def test_parts_of_a_text_message(text, parts):
    assert sms_parts(text) == parts
