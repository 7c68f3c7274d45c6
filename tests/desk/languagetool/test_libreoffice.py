"""LibreOffice Writer's built-in remote grammar checker, pointed at our server by its one setting."""

import pytest

PARAGRAPHS = (
    "You failed to attend on 3 May. We will commence the sessions soon.",
    "🙂 Tom & Ann are 50% better + well. Open example.org/?a=b&c=d. You failed to attend, cafe\u0301. You are failing to engage.",
    "Thank you for coming. We liked hearing about the allotment.",
)


@pytest.fixture(scope="module")
def seen(proofread):
    return proofread(*PARAGRAPHS)


def words(paragraph, errors):
    """The words that Writer underlines; it counts in UTF-16 units."""
    units = paragraph.encode("utf-16-le")
    return [units[2 * one["start"] : 2 * (one["start"] + one["length"])].decode("utf-16-le") for one in errors]


def test_it_learns_that_english_is_checked(seen):
    assert {"en-GB", "en-US", "en-IE"} <= set(seen["locales"])


@pytest.mark.parametrize("who", ["checker", "writer"])
def test_it_underlines_the_words_where_they_stand(seen, who):
    found = [words(text, answer[who]) for text, answer in zip(PARAGRAPHS, seen["answers"], strict=True)]
    assert found == [["failed to attend", "commence"], ["failed to attend", "failing to engage"], []]


def test_it_offers_what_drops_in_and_says_the_rest(seen):
    missed, jargon = seen["answers"][0]["writer"]
    assert (jargon["replacements"], jargon["title"]) == (["start"], "Jargon")
    assert missed["replacements"] == []
    assert "Instead: " in missed["said"]
