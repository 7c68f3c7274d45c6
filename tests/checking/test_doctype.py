import pytest

from plainletter.checking.doctype import doc_type_of
from plainletter.checking.prose import fold
from plainletter.documents import read, read_text
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("name", "kind"),
    [("letter-good.txt", "letter"), ("letter-bad.txt", "letter"), ("clinic-letter-to-gp.txt", "letter"),
     ("discharge-note.txt", "note"),     ("leaflet.md", "outreach"), ("waiting-list-letter.txt", "letter")],
)  # fmt: skip
def test_the_examples_are_told_apart(name, kind):
    assert doc_type_of(fold(read(ROOT / "examples" / name))) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hi Jo, your review is on Friday. Bring a friend.", "letter"),
        ("You told me that I could write to your school.", "letter"),
        ("Ring us if you cannot come. We are open every day.", "outreach"),
        ("Pt refused bloods. BP 120/80, obs stable, home with wife.", "note"),
        ("Words to avoid: compliance, failed to attend. Say “we did not see you” instead.", "guidance"),
        ("House style: nobody refuses in our letters.", "guidance"),
        ("", "outreach"),
        ("Dear parking costs money, and the bus is free.", "outreach"),
        ("Good morning teas are served here every day.", "outreach"),
    ],
)
def test_short_texts_are_told_apart(text, kind):
    assert doc_type_of(fold(read_text(text))) == kind
