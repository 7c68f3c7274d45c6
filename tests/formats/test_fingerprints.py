from hypothesis import given
from hypothesis import strategies as st

from plainletter.formats.fingerprints import fingerprint, fingerprints
from tests.formats.conftest import finding

TEXT = "Dear Sam, you were a no-show on Monday, and we could not reach you by phone."


def name(text, words="no-show", **values):
    return fingerprint(finding(text, words, **values), text)


def test_it_stays_when_the_text_moves_down_or_is_wrapped_anew():
    assert name("Leeds, 3 May 2026.\n\n" * 3 + "We write to you with news. " + TEXT) != ""
    long = "We write to you with some news about the plan. " + TEXT
    assert name("Leeds, 3 May\r\n\r\n" + long) == name(long) == name(long.replace(" ", "\r\n  "))


def test_it_stays_when_capitals_change():
    assert name(TEXT) == fingerprint(finding(TEXT.upper(), "NO-SHOW"), TEXT.upper())


def test_it_changes_with_the_rule_the_words_and_what_stands_before_them():
    others = {
        name(TEXT),
        name(TEXT, rule="missed/other"),
        name(TEXT, "were a no-show"),
        name(TEXT.replace("Sam", "Ali")),
    }
    assert len(others) == 4
    assert name(TEXT.replace("Monday", "Friday")) in others


def test_the_same_words_in_the_same_surroundings_are_counted():
    text = "no-show\n" * 40
    findings = [finding(text, "no-show")] * 3
    names = list(fingerprints(findings, text))
    assert len(set(names)) == 3
    assert names == [fingerprint(findings[0], text, number) for number in range(3)]


@given(st.text(), st.text())
def test_it_is_64_digits_and_gives_no_words_away(before, after):
    found = name(f"{before}no-show{after}") if "no-show" not in before else ""
    assert found == "" or (len(found) == 64 and set(found) <= set("0123456789abcdef"))
