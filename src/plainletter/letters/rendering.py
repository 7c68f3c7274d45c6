"""A template and a view become blocks. What a person typed is carried past the mark-up as a whole and never parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import get_args

from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from plainletter.errors import TemplateError
from plainletter.letters.letter import PART_NAMES, Block, Box, Bullets, Heading, Paragraph, Part, PartName, Run, Runs
from plainletter.letters.sandbox import LetterEnvironment, environment
from plainletter.letters.seen import Typed

_OPEN, _CLOSE = "\ue000", "\ue001"
_CARRIED = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_PART = re.compile(r"^@@ *(\w+)[ \t]*$", re.MULTILINE)
_MARKDOWN = MarkdownIt("zero").enable(["heading", "list", "emphasis", "blockquote"])
_CARRYING: ContextVar[list[str]] = ContextVar("carried")
_LINED: tuple[PartName, ...] = ("letterhead", "address", "signature")
_ESCAPED = re.compile(r"&(?:amp|lt|gt|#34|#39);")


def render(context: Mapping[str, object], names: Iterable[str], folders: Sequence[Path]) -> tuple[Part, ...]:
    """Render the first template of ``names`` that exists, with nothing but ``context``.

    Raises:
        TemplateError: no such template, a fault in it, or it asks for something that is not there.
    """
    env = _environment(tuple(folders))
    carried: list[str] = []
    before = _CARRYING.set(carried)
    wanted = [f"{name}.md.jinja" for name in names]
    try:
        source = env.select_template(wanted).render(dict(context))
    except TemplateSyntaxError as error:
        raise TemplateError(f"template {error.name or wanted[0]}, line {error.lineno}: {error.message}") from None
    except TemplateNotFound as error:
        raise TemplateError(f"there is no letter template {error.name or wanted[0]}; look in {folders[0]}") from None
    except (UndefinedError, SecurityError, _UnprintableError, TypeError, ValueError, JinjaError, RecursionError) as error:
        raise TemplateError(f"template {_place(error, wanted[0])}: {_said(error)}") from None
    finally:
        _CARRYING.reset(before)
    if _ESCAPED.search(source):
        raise TemplateError(f"template {wanted[0]}: typed words were joined with mark-up; print one piece after another")
    return tuple(_parts(source, carried))


@lru_cache(maxsize=8)
def _environment(folders: tuple[Path, ...]) -> LetterEnvironment:
    # Compiling the templates takes far longer than filling them in.
    return environment(folders, _carry)


class _UnprintableError(Exception):
    """A value that has no words."""


@pass_context  # so that Jinja never settles a constant when it compiles, with the words of whoever came first
def _carry(_context: Context, value: object) -> Markup:
    if isinstance(value, Markup):
        return value
    if value is None or value == "":
        raise _UnprintableError("prints a value that is empty; put the sentence inside an if")
    if not isinstance(value, str | int) or isinstance(value, bool):
        kind = "a date without a form; add |day or |full_day" if isinstance(value, date) else "something that is no text"
        raise _UnprintableError(f"prints {kind}")
    carried = _CARRYING.get()
    carried.append(value if isinstance(value, str) else str(value))
    return Markup(f"{_OPEN}{len(carried) - 1}{_CLOSE}")  # noqa: S704 - a number between two private signs


def _parts(source: str, carried: list[str]) -> Iterator[Part]:
    pieces = _PART.split(source)
    if pieces[0].strip():
        raise TemplateError("a template prints text before its first part; begin with a line such as @@ body")
    texts: dict[str, str] = {}
    for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
        if name not in get_args(PartName):
            raise TemplateError(f"a template names the part “{name}”; there are {', '.join(PART_NAMES)}")
        texts[name] = texts.get(name, "") + text
    for part in PART_NAMES:
        blocks = tuple(_blocks(texts.get(part, ""), carried, lined=part in _LINED))
        if blocks:
            yield Part(part, blocks)


def _blocks(text: str, carried: list[str], *, lined: bool) -> Iterator[Block]:
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in text.splitlines())
    tokens = _MARKDOWN.parse("\n".join(lines))
    yield from _grouped(tokens, carried, lined)


def _grouped(tokens: Sequence[Token], carried: list[str], lined: bool) -> Iterator[Block]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        close = _closing(tokens, at)
        inside = tokens[at + 1 : close]
        if token.type == "heading_open":
            yield Heading(_runs(inside[0], carried, lined), int(token.tag[1]))
        elif token.type == "paragraph_open":
            if runs := _runs(inside[0], carried, lined):
                yield Paragraph(runs)
        elif token.type == "bullet_list_open":
            yield Bullets(tuple(_items(inside, carried)))
        elif token.type == "blockquote_open":
            yield Box(tuple(block for block in _grouped(inside, carried, lined) if not isinstance(block, Box)))
        else:
            raise TemplateError(
                "a template holds mark-up that letters do not have; use headings, paragraphs, - lists and > boxes"
            )
        at = close + 1


def _closing(tokens: Sequence[Token], at: int) -> int:
    level = tokens[at].level
    return next(n for n in range(at + 1, len(tokens)) if tokens[n].level == level and tokens[n].nesting == -1)


def _items(tokens: Sequence[Token], carried: list[str]) -> Iterator[Runs]:
    for token in tokens:
        if token.type == "inline":
            yield _runs(token, carried, lined=False)


def _runs(inline: Token, carried: list[str], lined: bool) -> Runs:
    runs: list[Run] = []
    strong = False
    for child in inline.children or ():
        if child.type in ("strong_open", "strong_close"):
            strong = child.nesting == 1
        elif child.content:
            runs += _uncarried(child.content, carried, strong, "\n" if lined else " ")
    return tuple(_joined(runs))


def _uncarried(text: str, carried: list[str], strong: bool, line_end: str) -> Iterator[Run]:
    for number, piece in enumerate(_CARRIED.split(text)):
        if number % 2:
            typed = carried[int(piece)]
            yield Run(str(typed), typed.origin if isinstance(typed, Typed) else "", strong)
        elif piece:
            yield Run(piece.replace("\n", line_end), "", strong)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    last: Run | None = None
    for run in runs:
        if last and (last.origin, last.strong) == (run.origin, run.strong):
            last = Run(last.text + run.text, last.origin, last.strong)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _place(error: BaseException, name: str) -> str:
    """Return the template and line where rendering stopped, from the frames that Jinja rewrites."""
    frame, place = error.__traceback__, name
    while frame is not None:
        if frame.tb_frame.f_code.co_filename.endswith(".jinja"):
            place = f"{Path(frame.tb_frame.f_code.co_filename).name}, line {frame.tb_lineno}"
        frame = frame.tb_next
    return place


def _said(error: BaseException) -> str:
    if isinstance(error, _UnprintableError):
        return str(error)
    if isinstance(error, UndefinedError):
        return f"asks for something that this reader's copy does not have ({error.message}); put it inside an if"
    if isinstance(error, SecurityError):
        return "does something that letter templates may not do"
    return "cannot be filled in; look at this line"
