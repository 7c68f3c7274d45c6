"""The comment that allows a finding stands where it changes nothing else of the document."""

import pytest
from markdown_it import MarkdownIt

from plainletter.documents import read_text
from plainletter.lsp.permits import permit
from plainletter.lsp.texts import Seen, Text

RULE = "missed/failed-to-attend"


@pytest.fixture
def commented(checker):
    """Return a text with the comment put in, and a reason."""

    def put(text, form, reason="the court's words"):
        document = read_text(text, format=form)
        report = checker.check_document(document)
        finding = next(one for one in report.findings if one.rule == RULE)
        place = permit(Seen(Text("", 1, text, "", "", ""), document, report), finding)
        words = place.words.replace(" -- ", f" -- {reason} ")
        return text[: place.offset] + words + text[place.offset :]

    return put


TEXTS = [
    ("plain", "Dear Sam,\nYou failed to attend\non Monday.\n\nYours,\nAmy\n"),
    ("plain", "You failed to attend."),
    ("markdown", "A long\nparagraph, and\nyou failed to attend then.\nYes.\n"),
    ("markdown", "- One\n- You failed to attend on 3 May.\n- Three\n"),
    ("markdown", "1. One\n\n   You failed to attend.\n2. Two\n"),
    ("markdown", "| a | b |\n|---|---|\n| You failed to attend | x |\n"),
    ("markdown", "---\ntitle: x\n---\n\n## You failed to attend\n\nText.\n"),
    ("html", "<ul>\r\n\t<li>Hello</li>\r\n\t<li>You failed to attend.</li>\r\n</ul>"),
    ("html", "<p>Hello <img\n alt='You failed to attend.'> there</p>"),
    ("html", "<p>You <b>failed</b> to attend.</p><p>And so on.</p>"),
]


@pytest.mark.parametrize(("form", "text"), TEXTS)
def test_the_finding_is_allowed_and_the_prose_stays(commented, checker, form, text):
    after = read_text(commented(text, form), format=form)
    report = checker.check_document(after)
    assert RULE not in {one.rule for one in report.findings}
    assert "allow" not in {one.category for one in report.findings}
    assert [one.context for one in report.suppressed if one.rule == RULE] == ["allowed"]
    before = read_text(text, format=form)
    assert [block.kind for block in after.blocks] == [block.kind for block in before.blocks]


@pytest.mark.parametrize("text", [text for form, text in TEXTS if form == "markdown"])
def test_markdown_still_makes_the_same_page(commented, text):
    page = MarkdownIt("commonmark").enable("table")
    shown = page.render(commented(text, "markdown")).replace(f"<!-- plainletter: allow {RULE} -- the court's words -->", "")
    assert "".join(shown.split()) == "".join(page.render(text).split())


def test_a_comment_is_not_offered_for_a_comment(checker):
    text = f"<!-- plainletter: allow {RULE} -- -->\n\nHello.\n"
    document = read_text(text, format="markdown")
    report = checker.check_document(document)
    assert permit(Seen(Text("", 1, text, "", "", ""), document, report), report.findings[0]) is None
