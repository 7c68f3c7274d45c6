"""Markdown gives the prose that a reader sees, each run of it exactly where it stands in the file."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from plainletter.documents.document import Block
from plainletter.documents.markdown import read_markdown

REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")


def runs(text: str, block: Block) -> list[str]:
    return [text[start:end] for start, end in block.spans]


def visible(text: str, block: Block) -> str:
    return "".join(unescape(run) if len(run) > 2 and REFERENCE.fullmatch(run) else run for run in runs(text, block))


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, visible(text, block)) for block in read_markdown(text)]


def words(text: str) -> list[str]:
    return [seen for _, seen in blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# What we agreed ##\n", [("heading", "What we agreed")]),
        ("What we *agreed*\n===\n", [("heading", "What we agreed")]),
        ("We met\nin May.\n", [("paragraph", "We met\nin May.")]),
        ("- your tablets\n- a friend\n", [("list_item", "your tablets"), ("list_item", "a friend")]),
        ("2) first\n   more\n", [("list_item", "first\nmore")]),
        ("> You said\n> that it hurts.\n", [("quote", "You said\nthat it hurts.")]),
        ("> You said\nthat it hurts.\n", [("quote", "You said\nthat it hurts.")]),
        ("- > quoted in a list\n", [("quote", "quoted in a list")]),
        ("| Day | Place |\n|--|--|\n| Mon | |\n", [("table", "Day"), ("table", "Place"), ("table", "Mon")]),
        ("> a | b\n> --|--\n> c d | e\n", [("table", cell) for cell in ("a", "b", "c d", "e")]),
        (
            "Dear Sam,\n\nWe met.\n\nYours sincerely\n",
            [("salutation", "Dear Sam,"), ("paragraph", "We met."), ("furniture", "Yours sincerely")],
        ),
    ],
)
def test_blocks_are_what_markdown_makes_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**non**-compliant", ["non", "-compliant"]),
        ("Sam suf**fers** _from_ ~~pain~~", ["Sam suf", "fers", " ", "from", " ", "pain"]),
        ("See [the clinic](http://a.b/non-compliant 'suffers from').", ["See ", "the clinic", "."]),
        (
            "See [the *clinic*][c] or [c][] or [c].\n\n[c]: http://a.b/suffers-from 'title'",
            ["See ", "the ", "clinic", " or ", "c", " or ", "c", "."],
        ),
        ("![Sam *smiles*](x.png) here", ["Sam ", "smiles", " here"]),
        ("[![Sam](x.png)](http://a.b) here", ["Sam", " here"]),
        ("Write to <http://a.b/suffers> or <a@b.cd>.", ["Write to ", " or ", "."]),
        ("Use `suffers from` and ``a ` b`` here", ["Use ", " and ", " here"]),
        ("Sam <b title='x'>suffers</b> from<!-- non-compliant --> pain", ["Sam ", "suffers", " from", " pain"]),
        (r"five \* three \a \&nbsp; four", ["five ", r"* three \a ", "&", "nbsp; four"]),
        ("suffers&nbsp;from &amp; so on", ["suffers", "&nbsp;", "from ", "&amp;", " so on"]),
        ("suffers  \nfrom", ["suffers  \nfrom"]),
        ("suffers\\\nfrom", ["suffers", "\nfrom"]),
        ("> suffers\n> from", ["suffers\n", "from"]),
        ("- suffers\r\n  from", ["suffers\r\n", "from"]),
        ("a \\| b | c\n--|--\n", ["a ", "| b"]),
    ],
)
def test_runs_leave_out_markup_and_nothing_else(text: str, expected: list[str]) -> None:
    assert runs(text, read_markdown(text)[0]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "```\nSam was non-compliant\n```\n",
        "~~~ text\nSam was non-compliant\n~~~\n",
        "> ```\n> Sam was non-compliant\n> ```\n",
        "    Sam was non-compliant\n",
        "<!-- Sam was non-compliant -->\n",
        "<script>\nSam was non-compliant\n</script>\n",
        "<div><style>Sam was non-compliant</style></div>\n",
        "[a]: http://b.c 'Sam was non-compliant'\n",
        "---\nauthor: Sam was non-compliant\n---\n",
        "---\n***\n&nbsp;\n",
    ],
)
def test_code_comments_addresses_and_front_matter_are_not_prose(text: str) -> None:
    assert read_markdown(text) == ()


def test_the_title_in_the_front_matter_is_read() -> None:
    text = "---\ntitle: 'After a fall'\ntags:\n- a\n---\n# After\n"
    assert blocks(text) == [("heading", "After a fall"), ("heading", "After")]


def test_a_rule_at_the_top_does_not_hide_what_follows() -> None:
    assert words("---\nSam suffers from pain.\n\n---\nMore.\n")[-1] == "More."
    assert words("---\ntitle: never closed\nSam suffers from pain.\n") == ["title: never closed\nSam suffers from pain."]


def test_the_title_of_an_image_is_a_block_of_its_own() -> None:
    assert blocks("![Sam smiles](x.png 'Sam was non-compliant')") == [
        ("paragraph", "Sam smiles"),
        ("furniture", "Sam was non-compliant"),
    ]


def test_text_between_html_tags_is_read_and_block_tags_divide_it() -> None:
    assert words("<div>\n<p>Sam <b>suf</b>fers</p><p>from &amp; with pain</p>\n</div>\n") == ["Sam suffers", "from & with pain"]


@pytest.mark.parametrize(
    "text",
    [
        "Text.\n\n```\nSam suffers from pain.\n",
        "Text.\n\n<!-- open\n\nSam suffers from pain.\n",
        "Text.\n\n<div><script>\nSam suffers from pain.\n",
        "Text. <script>Sam suffers from pain.",
        ">" * 5000 + " Sam suffers from pain.\n",
        "".join("  " * depth + "- x\n" for depth in range(200)) + "  " * 200 + "- Sam suffers from pain.\n",
    ],
    ids=["fence", "comment", "script", "inline script", "quotes", "lists"],
)
def test_what_a_parser_would_swallow_is_read(text: str) -> None:
    assert any("Sam suffers from pain." in seen for seen in words(text))


def test_blank_lines_of_no_break_spaces_do_not_shift_offsets() -> None:
    assert words("\u00a0\nSam suffers\n\u00a0\nfrom pain\n\u00a0\n") == ["Sam suffers\n\u00a0\nfrom pain"]


def rendered(children: list[Token]) -> str:
    """What a reader sees of inline tokens, told by the parser alone."""
    seen, link = "", False
    for token in children:
        link = token.nesting == 1 if token.markup == "autolink" else link
        if token.type in ("text", "text_special") and not link:
            seen += token.content
        elif token.type in ("softbreak", "hardbreak"):
            seen += "\n"
        elif token.type == "image":
            seen += rendered(token.children or [])
    return seen


PARTS = r"""
Sam / suffers from / é / 1. / x / ! / - / * / ** / _ / __ / ~~ / ` / `` / [ / ] / ( / ) / ](x) / ](x 't') / ](<a b> "t") / ![
[r] / [r][] / [x][r] / \* / \a / \ / \\ / &amp; / &nbsp; / &#32; / & / < / <a@b.cd> / | / \|
"""
BLANKS = [
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "  \n",
    "\\\n",
    "\t",
    "    ",
    "\u00a0",
    "\u2003",
    "\x0b",
    "\x00",
    "\u2028",
    "\x85",
    "e\u0301",
    "\U0001f600",
]
STARTS = ["> ", "- ", "1. ", "# ", " ##", "\n---\n", "\n===\n", "\n|--|--|\n", "\n[r]: http://x 'y'\n", "<http://a.b/c>"]
MARKDOWN = st.lists(st.sampled_from([*re.split(r" / |\n", PARTS), *BLANKS, *STARTS]), max_size=40).map("".join)


def is_for_the_parser_alone(text: str) -> bool:
    """Fences, HTML and front matter are read in our own way."""
    return "```" not in text and "~~~" not in text and not text.startswith("---") and not re.search(r"<(?!http|a@)", text)


@given(MARKDOWN.filter(is_for_the_parser_alone))
@settings(max_examples=400)
def test_what_is_read_is_what_the_parser_renders(text: str) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    expected = [rendered(token.children or []) for token in parser.parse(text) if token.type == "inline"]
    found = [visible(text, block) for block in read_markdown(text) if (block.kind, visible(text, block)) != ("furniture", "t")]
    assert sorted(filter(None, map(squeezed, found))) == sorted(filter(None, map(squeezed, expected)))


def squeezed(seen: str) -> str:
    return re.sub(r"\s+", " ", seen.replace("\0", "\ufffd")).strip()


@given(st.one_of(MARKDOWN, st.text()))
def test_spans_are_inside_the_text_in_order_and_apart(text: str) -> None:
    found = read_markdown(text)
    for block in found:
        assert block.spans
        assert all(before[1] <= behind[0] for before, behind in pairwise(block.spans))
    spans = sorted(span for block in found for span in block.spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= behind[0] for before, behind in pairwise(spans))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_emoji_do_not_shift_offsets(end: str) -> None:
    text = "# \U0001f600 Title\n\n- one \U0001f469\u200d\U0001f467\n  two\n\n> Sam\n> suffers\n".replace("\n", end)
    assert words(text) == ["\U0001f600 Title", f"one \U0001f469\u200d\U0001f467{end}two", f"Sam{end}suffers"]


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "*a _b " * 10_000,
        "[" * 10_000,
        "![a](b 'c')" * 5_000,
        "a <script>" * 10_000,
        "<div>\n" + "<!--" * 50_000,
        "<div>\n" + "<script>" * 20_000,
        "<div>\n" + "<a " * 50_000,
        "> " * 3_000 + "x",
        "|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n",
        "|a|b|\n|-|-|\n" + "|b|c|\n" * 10_000,
        "".join(f"[{number}]: <x{number}>\n" for number in range(10_000)),
    ],
    ids=lambda text: text[:10].encode("unicode_escape").decode(),
)
def test_a_text_made_to_be_slow_is_read_in_order(text: str) -> None:
    # Each takes about a second in linear time, and would take hours in any other.
    for block in read_markdown(text):
        assert all(start < end for start, end in block.spans)
        assert list(block.spans) == sorted(block.spans)
