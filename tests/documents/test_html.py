"""A web page is read as people see and hear it, and every word stands where the file has it."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainletter.checking.prose import fold
from plainletter.documents import read_text
from plainletter.documents.html import doubts_of_html, encoding_of_html, read_html
from plainletter.documents.html_tokens import attributes_of, tokens_of
from plainletter.documents.reading import read
from plainletter.errors import DocumentError


def words_of(page: str) -> list[tuple[str, str]]:
    """The blocks of a page: each one's kind, and its words with single blanks."""
    document = read_text(page, format="html")
    prose = fold(document)
    return [(passage.kind, " ".join(prose.text[passage.start : passage.end].split())) for passage in prose.passages]


def test_the_parts_of_a_page_have_their_kinds() -> None:
    page = """<!doctype html><html lang="en-GB"><head><title>Your clinic</title>
    <meta name="description" content="How to find us"></head><body>
    <header>Riverside Trust</header><nav><ul><li><a href="/">Home</a></li></ul></nav>
    <h1>Before you come</h1><p>Bring your <b>tab</b>lets.</p><ul><li>a pen<li>a friend</ul>
    <blockquote><p>They listened.</p></blockquote><table><tr><th>Day<td>Tuesday</table>
    <dl><dt>Where<dd>Room 2</dl><footer>Call 0113 496 0000</footer></body></html>"""
    assert words_of(page) == [
        ("heading", "Your clinic"),
        ("furniture", "How to find us"),
        ("furniture", "Riverside Trust"),
        ("furniture", "Home"),
        ("heading", "Before you come"),
        ("paragraph", "Bring your tablets."),
        ("list_item", "a pen"),
        ("list_item", "a friend"),
        ("quote", "They listened."),
        ("table", "Day"),
        ("table", "Tuesday"),
        ("list_item", "Where"),
        ("list_item", "Room 2"),
        ("furniture", "Call 0113 496 0000"),
    ]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>non<i>-com</i>pliant", "non-compliant"),
        ("<p>fr<!-- x -->om", "from"),
        ("<p>non&#45;compliant", "non-compliant"),
        ("<p>suf&shy;fers", "suffers"),
        ("<p>suf\0fers", "suffers"),
        ("<p>Sam's <span>GP</span>", "Sam's GP"),
        ("<p>see<br />us", "see us"),
        ("<p>see <br>us", "see us"),
        ("<p>see<br>\n us", "see us"),
        ("<p>the <button>Save</button> key", "the key"),
        ("<p>our clinic<sup>1</sup> is", "our clinic is"),
        ("<p>the 3<sup>rd</sup> of May", "the 3rd of May"),
        ("<p>a &lt; b & c < d", "a < b & c < d"),
    ],
)
def test_inline_marks_do_not_break_words(page: str, words: str) -> None:
    assert words in [found for _, found in words_of(page)]


@pytest.mark.parametrize(
    "page",
    [
        "<p>Sam suffers<p>from",
        "<div>Sam suffers</div>from",
        "<nhs-card>Sam suffers</nhs-card>from",
        "<td>Sam suffers<td>from",
        "<li>Sam suffers<li>from",
        "<p>Sam suffers<br><br>from",
    ],
)
def test_dividing_elements_do_break_sentences(page: str) -> None:
    assert [words for _, words in words_of(page)] == ["Sam suffers", "from"]


def test_the_lines_of_a_letter_in_one_paragraph_are_those_of_a_plain_letter() -> None:
    lines = ["Dear Sam,", "We have booked a room for you. Please bring:", "• your tablets", "Yours sincerely"]
    plain = [block.kind for block in read_text("\n".join(lines)).blocks]
    for page in ("<p>" + "<br>\n".join(lines), "<p>" + "<br>".join(lines) + "</p>", "<pre>" + "\n".join(lines) + "</pre>"):
        assert [kind for kind, _ in words_of(page)] == plain
        assert words_of(page)[2] == ("list_item", "your tablets")


def test_what_is_shown_or_read_aloud_is_read() -> None:
    page = """<img alt="A map" title="Open the map"><input placeholder="Your name"><input type=submit value="Send &amp; wait">
    <input type=hidden value="token"><a aria-label="Call us" href=x>0113</a><abbr title="general practitioner">GP</abbr>"""
    found = [words for kind, words in words_of(page) if kind == "furniture"]
    assert found == ["A map", "Open the map", "Your name", "Send & wait", "Call us", "general practitioner"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>You refused help.",
        "<p style='display: none'>You refused help.",
        "<p style='color:#FFF;background-color:white'>You refused help.",
        "<div style='visibility:hidden'><p>You refused help.</div>",
        "<p style='font-size:0'>You refused help.",
    ],
)
def test_hidden_words_are_read_and_said(hidden: str) -> None:
    assert ("paragraph", "You refused help.") in words_of(hidden + "<p>Thank you.")
    assert doubts_of_html(hidden) == ("It holds text that a browser hides: it was checked too.",)
    assert doubts_of_html("<p style='color:#111;background:#fff'>Thank you.") == ()


def test_hidden_words_in_a_sentence_are_not_part_of_it() -> None:
    assert ("paragraph", "We are here.") in words_of("<p>We <span hidden>never</span>are here.</p>")


def test_code_and_other_languages_are_left_out_and_said() -> None:
    page = "<p>Type <code>dna --force</code> here.<p lang=cy>Croeso i bawb<p lang=en>Welcome<script>var dna</script>"
    assert [words for _, words in words_of(page)] == ["Type here.", "Welcome"]
    assert doubts_of_html(page) == ("Code in it was not checked.", "Parts of it in another language were not checked.")


def test_a_page_in_a_wrong_language_is_read_all_the_same() -> None:
    page = "<html lang=cy><p>Thank you for coming."
    assert [words for _, words in words_of(page)] == ["Thank you for coming."]
    assert doubts_of_html(page) == ("It says that it is in another language than English: it was checked as English.",)


def test_comments_are_said_and_only_sentences_in_them_are_read() -> None:
    page = "<!-- You never came to us --><!-- expect: missed/failed-to-attend --><!-- end .hero --><p>Hello"
    assert [words for _, words in words_of(page)] == ["You never came to us", "Hello"]
    assert len(doubts_of_html(page)) == 1
    assert doubts_of_html("<p>Hello<!-- plainletter: allow missed -- the law's word -->") == ()


def test_conditional_and_unclosed_comments_hide_nothing() -> None:
    page = "<!--[if mso]><p>You never came</p><![endif]--><p>Hello <!-- open <p>You refused"
    assert [words for _, words in words_of(page)] == ["You never came", "Hello", "open", "You refused"]
    assert "conditional comments" in doubts_of_html(page)[0]
    assert "never closed" in doubts_of_html(page)[1]


@pytest.mark.parametrize("page", ["<title>Trust</title><div id=root></div><script src=a.js></script>", "<frameset><frame src=a>"])
def test_a_page_without_words_is_not_clean(tmp_path: Path, page: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page)
    with pytest.raises(DocumentError, match="holds no text"):
        read(path)


def test_a_page_that_a_script_writes_is_said() -> None:
    page = "<noscript>Please turn on JavaScript.</noscript><div id=root></div><script src=a.js></script>"
    assert "written by a script" in doubts_of_html(page)[0]
    assert doubts_of_html("<p>Welcome." + page) == ()


def test_a_table_that_arranges_the_page_holds_prose() -> None:
    page = "<table role=presentation><tr><td><p>Thank you for coming.<table><tr><td>Tuesday</table></table>"
    assert words_of(page) == [("paragraph", "Thank you for coming."), ("table", "Tuesday")]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b"<meta charset=utf-8>", "utf-8"),
        (b"<META http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", "cp1252"),
        (b"<?xml version='1.0' encoding='windows-1250'?>", "windows-1250"),
        (b"<!-- <meta charset=koi8-r> --><meta charset='utf-16'>", "utf-8"),
        (b"<meta charset=utf-7>", None),
        (b"<meta charset=rot13>", None),
        (b"\xef\xbb\xbf<meta charset=koi8-r>", None),
        (b"<p>charset=koi8-r", None),
    ],
)
def test_the_encoding_that_a_page_names_is_believed_as_far_as_browsers_do(head: bytes, encoding: str | None) -> None:
    assert encoding_of_html(head) == encoding


MARKS = st.sampled_from(
    "< > <p <p> </p> <div> </div> <br> <br/> <b> </b> <li> <ul> </ul> <td> <table> </table> <svg> </svg> <span\thidden> </span> "
    "<!-- --> <!--[if <![endif]--> <!x> </ <script> </script> <title> </title> <pre> </pre> <img\talt=' ' \" = &amp; "
    "&nbsp; & \0 \r\n <button> </button> <code> </code> <sup> 1 😀 é Dear help. x".split(" ")
)


@given(st.lists(MARKS, max_size=25).map(" ".join) | st.lists(MARKS, max_size=25).map("".join))
def test_spans_are_in_the_text_in_order_and_never_empty(page: str) -> None:
    for block in read_html(page):
        ends = 0
        for start, end in block.spans:
            assert ends <= start < end <= len(page)
            ends = end
        assert "".join(page[start:end] for start, end in block.spans).strip()


@given(st.lists(MARKS, max_size=30).map("".join))
def test_tokens_cover_the_text_without_a_gap(page: str) -> None:
    place = 0
    for token in tokens_of(page):
        assert token.start == place < token.end
        place = token.end
        if token.kind == "open":
            assert all(token.start < value.start <= value.end < token.end for value in attributes_of(page, token))
    assert place == len(page)


@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=5), st.sampled_from(("p", "div", "li", "td", "h2", "b")))
def test_every_visible_word_is_in_a_span(texts: list[str], tag: str) -> None:
    page = "".join(f"<{tag}>{escape(text)}</{tag}>\n" for text in texts)
    seen = fold(read_text(page, format="html")).text
    for text in texts:
        for word in re.findall(r"[A-Za-z0-9]+", text):
            assert word in seen


@pytest.mark.parametrize(
    "flood",
    [
        "<!--",
        "<a ",
        "<a b='",
        "<script>",
        "<div>",
        "<b>",
        "<p hidden>",
        "<pre>",
        "</b>",
        "<![",
        "<b><p>",
        "<td>",
        "<svg>",
        "<br>",
    ],
)
def test_a_flood_of_one_mark_is_read_to_its_end(flood: str) -> None:
    page = "<p>Thank you.</p>" + flood * 20_000
    assert words_of(page)[0] == ("paragraph", "Thank you.")
