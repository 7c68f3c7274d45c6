"""A letter made by hand, as a template would make it."""

from dataclasses import replace
from datetime import date

import pytest

from plainletter.letters.letter import Box, Bullets, Heading, Letter, Paragraph, Part, Run


def say(text, origin="", strong=False):
    return (Run(text, origin, strong),)


SAMPLE = Letter(
    reader="client",
    kind="first-meeting",
    form="letter",
    date=date(2026, 3, 3),
    title="A letter from Rowan Team",
    file_stem="letter-2026-03-03-v1",
    issuer="Rowan Team",
    parts=(
        Part(
            "letterhead",
            (
                Paragraph(say("Rowan Team", strong=True)),
                Paragraph(say("Alder House, 4 Mill Lane, Leeds LS1 4AB\nPhone 0113 496 0123, Monday to Friday, 9am to 5pm")),
                Paragraph(say("hello@rowan.example")),
            ),
        ),
        Part("address", (Paragraph(say("Private and confidential\nMs Siân Nguyễn-Łukasz\n12 Beech Road\nLEEDS\nLS6 2AB")),)),
        Part("date", (Paragraph(say("Tuesday 3 March 2026")),)),
        Part("salutation", (Paragraph(say("Dear Siân,")),)),
        Part(
            "body",
            (
                Paragraph(say("Thank you for coming to talk with me on Monday 2 March. I said that I would write it down.")),
                Heading(say("What you told me")),
                Paragraph(
                    (
                        Run("You said that "),
                        Run("your sister שרה לוי", "T1"),
                        Run(" and your neighbour محمد الأحمد help you shop. R&B <3 cats, *stars*, {{ braces }}, #hash 🙂", "T2"),
                    )
                ),
                Heading(say("What we will do"), level=2),
                Bullets(
                    (
                        say("I will ring you on Thursday 12 March 2026 at 2:30pm, on the number that you gave me.", "P1"),
                        say("You will show 李小龙 the list of groups if you would like to.", "P2"),
                        say("Write at https://example.org/a/very/long/address/that/goes/on/and/on/until/here any time.", "P3"),
                    )
                ),
                Box(
                    (
                        Heading(say("If you need help sooner"), level=2),
                        Paragraph(say("Ring 111 and choose option 2, at any hour.")),
                        Bullets((say("Samaritans: 116 123, day and night, free."), say("In danger now: 999."))),
                    )
                ),
                Paragraph(say("If anything here is wrong, please tell me by Friday 20 March 2026 and I will put it right.")),
            ),
        ),
        Part("closing", (Paragraph(say("With good wishes,")),)),
        Part("signature", (Paragraph(say("Aoife Ní Bhriain", strong=True)), Paragraph(say("Counsellor, Rowan Team")))),
        Part("after", (Paragraph(say("Copies: you only.")),)),
    ),
)  # fmt: skip


@pytest.fixture
def sample_letter():
    return SAMPLE


def letter_with(*texts, origin="", **changes):
    """The sample letter with a body of one paragraph for each text, and nothing else."""
    body = Part("body", tuple(Paragraph(say(text, origin)) for text in texts))
    return replace(SAMPLE, parts=(body,), **changes)
