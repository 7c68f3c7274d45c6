"""Markdown letters and leaflets: the prose a reader sees, and where each run of it stands in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from plainletter.documents.document import Block, BlockKind
from plainletter.documents.front_matter import split_front_matter
from plainletter.documents.html_text import Run, hides, html_paragraphs, reveals
from plainletter.documents.letter_parts import mark_letter_parts
from plainletter.documents.origin import (
    Origin,
    Span,
    line_spans,
    origin_of_heading,
    origin_of_lines,
    origins_of_row,
    spans_of,
)
from plainletter.documents.plain import read_plain
from plainletter.documents.runs import block_of_runs

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    InlineRule = Callable[[StateInline, bool], bool]

#: Deeper nesting of quotes and lists is read as plain text.
_DEEPEST: Final = 60
_FENCE: Final = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*$")
_BREAK: Final = re.compile(r"\\?[ \t]*\n[ \t]*")
_LEFTOVER: Final = re.compile(r"(?:[ \t>]|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))*")


def read_markdown(text: str) -> tuple[Block, ...]:
    """Divide a Markdown text (CommonMark with GFM tables and strikethrough) into blocks.

    Code, addresses of links, HTML tags and comments, and front matter but its title are not prose and are in no span;
    the text of links and the alternative text of images are. An escaped sign is in a run without its backslash; a
    character reference (``&nbsp;``) is a run of its own, as it stands in the file. What the parser would drop
    (an unclosed fence, nesting beyond all sense) is read as plain text: nothing that was not read is ever clean.
    """
    text = text.replace("\0", "\ufffd")  # as the parser does
    start, titles = split_front_matter(text)
    lines = line_spans(text, start)
    env: dict[str, object] = {}
    tokens = _parser().parse(text[start:], env)
    blocks = [*titles, *_blocks(text, lines, tokens), *_leftovers(text, lines, tokens, env)]
    return mark_letter_parts(text, sorted(blocks, key=lambda block: block.spans))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import autolink, backtick, image, link

    # Unjoined, the escapes and references keep how they were written.
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"]).disable("text_join")
    for name, rule in {"autolink": autolink, "backticks": backtick, "image": image, "link": link}.items():
        parser.inline.ruler.at(name, _noting_end(rule))
    return parser


def _noting_end(rule: InlineRule) -> InlineRule:
    """A rule that notes on its last token where the construct ends in the content; tokens do not say that."""

    def noting(state: StateInline, silent: bool) -> bool:
        before = len(state.tokens)
        found = rule(state, silent)
        if found and not silent and len(state.tokens) > before:
            state.tokens[-1].meta["end"] = state.pos
        return found

    return noting


def _blocks(text: str, lines: Sequence[Span], tokens: Sequence[Token]) -> Iterator[Block]:
    """The blocks of all tokens in order; ``lines`` are the lines that the tokens' maps count."""
    opened: list[Token] = []
    cells: Iterator[Origin] = iter(())
    cell: Origin | None = None
    for index, token in enumerate(tokens):
        if token.nesting == 1:
            opened.append(token)
        elif token.nesting == -1:
            opened.pop()
        if token.type == "tr_open" and token.map:
            cells = iter(origins_of_row(text, lines[token.map[0]], _contents_of_row(tokens, index)))
        elif token.type in ("th_open", "td_open"):
            cell = next(cells, None)
        elif token.type == "inline" and token.map and token.content:
            in_cell = opened[-1].type in ("th_open", "td_open")
            origin = cell if in_cell and cell else _origin(text, lines, opened[-1], token)
            yield from _prose(text, _kind(opened), origin, token)
        elif token.map:
            yield from _rescued(text, lines, token)


def _contents_of_row(tokens: Sequence[Token], index: int) -> list[str]:
    """What the parser took for the cells of the row that opens at ``index``."""
    contents = []
    while tokens[index].type != "tr_close":
        if tokens[index].type == "inline":
            contents.append(tokens[index].content)
        index += 1
    return contents


def _origin(text: str, lines: Sequence[Span], opened: Token, token: Token) -> Origin:
    """Where the content of a paragraph, a heading or a piece of HTML stands."""
    first, behind = token.map or (0, 0)
    if opened.markup.startswith("#"):
        return origin_of_heading(text, lines[first], opened.markup, token.content)
    return origin_of_lines(text, lines[first:behind], token.content)


def _rescued(text: str, lines: Sequence[Span], token: Token) -> Iterator[Block]:
    """The blocks of what is not Markdown prose and is read all the same: text between tags, and an unclosed fence."""
    first, behind = token.map or (0, 0)
    if token.type == "html_block":
        origin = _origin(text, lines, token, token)
        for runs in html_paragraphs(token.content):
            yield from block_of_runs(text, "paragraph", tuple(_file_runs(text, origin, token.content, runs)))
    elif token.type == "fence" and first + 1 < behind and not _is_closed(text, lines[behind - 1], token):
        yield from _plain(text, lines[first + 1][0], lines[behind - 1][1])


def _kind(opened: Sequence[Token]) -> BlockKind:
    kinds: tuple[tuple[str, BlockKind], ...] = (
        ("table_open", "table"),
        ("heading_open", "heading"),
        ("blockquote_open", "quote"),
        ("list_item_open", "list_item"),
    )
    types = {token.type for token in opened}
    return next((kind for name, kind in kinds if name in types), "paragraph")


def _prose(text: str, kind: BlockKind, origin: Origin, token: Token) -> Iterator[Block]:
    """The block of one inline token, and one for each title of an image in it, which is read aloud or shown."""
    children = token.children or []
    yield from block_of_runs(text, kind, tuple(_file_runs(text, origin, token.content, _runs(children, 0, token.content))))
    for start, end in _image_titles(children, token.content):
        yield Block("furniture", tuple(spans_of(origin, text, token.content, start, end)))


def _file_runs(text: str, origin: Origin, content: str, runs: Iterable[Run]) -> Iterator[Span]:
    """Runs of content as offsets into the file; runs that touch are joined, but character references stay alone."""
    held: Span | None = None
    for run in runs:
        for span in spans_of(origin, text, content, run.start, run.end):
            if held and not run.whole and held[1] == span[0]:
                held = (held[0], span[1])
                continue
            if held:
                yield held
            held = None if run.whole else span
            if run.whole:
                yield span
    if held:
        yield held


def _runs(children: Sequence[Token], at: int, content: str) -> Iterator[Run]:
    """Walk inline tokens through their content and give each visible run.

    ``at`` is where the children begin in ``content``. What stands between ``<script>`` tags is not visible.
    """
    place, hidden = at, ""
    closers = {reveals(token.content): index for index, token in enumerate(children) if token.type == "html_inline"}
    for index, token in enumerate(children):
        begin, place = place, _end_of(token, place, at, content)
        if token.type == "html_inline":
            name = hides(token.content)
            if hidden and reveals(token.content) == hidden:
                hidden = ""
            elif not hidden and closers.get(name, -1) > index:
                hidden = name
        elif token.markup == "autolink":
            hidden = "autolink" if token.nesting == 1 and not hidden else hidden.replace("autolink", "")
        elif hidden:
            continue
        elif token.type == "image":
            yield from _runs(token.children or [], begin + 2, content)
        elif token.type == "text_special":
            # An escaped "&" stays alone too, so that it does not look like the start of a reference.
            whole = token.info == "entity" or token.content == "&"
            yield Run(place - len(token.content) if token.info == "escape" else begin, place, whole)
        elif token.type in ("softbreak", "hardbreak"):
            newline = content.index("\n", begin)
            yield Run(newline if content[begin] == "\\" else begin, newline + 1)
        elif token.type == "text" and token.content:
            yield Run(begin, place)


def _end_of(token: Token, place: int, at: int, content: str) -> int:
    """Where a token that begins at ``place`` ends in the content; ``at`` is what the notes on tokens count from."""
    if "end" in token.meta:
        return at + int(token.meta["end"])
    if token.type in ("text", "html_inline"):
        return place + len(token.content)
    if token.type == "link_open":
        return place + 1
    if token.type in ("softbreak", "hardbreak"):
        return place + len(_BREAK.match(content, place).group())  # type: ignore[union-attr]  # the token is the match
    return place + len(token.markup)


def _image_titles(children: Sequence[Token], content: str) -> Iterator[Span]:
    """Where the titles of images stand in the content, for those written there as they are read."""
    for token in children:
        title = str(token.attrs.get("title", "")) if token.type == "image" else ""
        end = int(token.meta["end"]) if title else 0
        start = content.rfind(title, 0, end) if title else -1
        if start >= 0 and content[end - 1] == ")":
            yield start, start + len(title)


def _is_closed(text: str, last: Span, fence: Token) -> bool:
    mark = _FENCE.match(text, *last)
    return mark is not None and mark.group(1).startswith(fence.markup)


def _plain(text: str, start: int, end: int) -> Iterator[Block]:
    """The blocks of a part of the file that is read as plain text."""
    for block in read_plain(text[start:end]):
        yield Block(block.kind, tuple((start + a, start + b) for a, b in block.spans))


def _leftovers(text: str, lines: Sequence[Span], tokens: Sequence[Token], env: dict[str, object]) -> Iterator[Block]:
    """The lines that the parser made nothing of because they are nested too deep."""
    if all(token.level < _DEEPEST - 1 for token in tokens):
        return
    taken = {row for token in tokens if _is_leaf(token) for row in range(*token.map or (0, 0))}
    taken.update(_definitions(env))
    for row, (start, end) in enumerate(lines):
        prefix = _LEFTOVER.match(text, start, end)
        if row not in taken and prefix and prefix.end() < end:
            yield from _plain(text, prefix.end(), end)


def _is_leaf(token: Token) -> bool:
    return token.nesting == 0 or token.type in ("paragraph_open", "heading_open", "table_open")


def _definitions(env: dict[str, object]) -> Iterator[int]:
    """The lines of link definitions, which have no tokens."""
    known, repeated = env.get("references", {}), env.get("duplicate_refs", [])
    for definitions in (known.values() if isinstance(known, dict) else (), repeated):
        for definition in definitions if isinstance(definitions, Iterable) else ():
            yield from range(*definition["map"])
