"""Checking texts in a worker."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from plainletter.desk.options import CheckOptions
from plainletter.errors import DocumentError
from plainletter.formats import FORMATS, Checked, NotRead, Options, Result, Tally

if TYPE_CHECKING:
    from plainletter.checking.checker import Checker
    from plainletter.checking.compiling import Compiled
    from plainletter.documents import Document

_FEW = 8  # kinds of options at once; a service has one or two


@dataclass(frozen=True, slots=True)
class Text:
    """A text to check. ``format`` is plain, markdown or html; ``path`` is what the caller calls it."""

    text: str
    path: str = ""
    format: str = "plain"


def checker_for(options: CheckOptions) -> Checker:
    """Return a checker for these options; one with a client's own wording is never kept.

    Raises:
        ConfigError: an option, category, rule or pack is unknown.
        LexiconError: a lexicon entry cannot be used.
    """
    return _built(options) if options.preferences else _kept(options)


def check_texts(texts: Sequence[Text], options: CheckOptions, suppressed: bool = False, format: str = "json") -> str:
    """Check texts and return the report that ``plainletter check --format json`` (or ``jsonl``) prints for such files.

    Raises:
        ConfigError: an option is unknown.
    """
    checker = checker_for(options)
    return rendered((_checked(checker, text) for text in texts), suppressed, format)


def check_file(path: str, name: str, options: CheckOptions, suppressed: bool = False, format: str = "json") -> str:
    """Check one file, which the caller calls ``name``, and return the report as ``check_texts`` does.

    Raises:
        ConfigError: an option is unknown.
        DocumentError: the file cannot be read.
    """
    checker = checker_for(options)
    document = renamed(path, name)
    return rendered([Checked(name, document.text, checker.check_document(document), document.places)], suppressed, format)


def renamed(path: str, name: str) -> Document:
    """Read a file that an uploader calls ``name``; what is said of it names it so."""
    from plainletter.documents import read

    try:
        return replace(read(Path(path)), path=name)
    except DocumentError as error:
        raise DocumentError(str(error).replace(path, name)) from None


def rendered(results: Iterable[Result], suppressed: bool, format: str) -> str:
    """Return the report of some results."""
    tally = Tally()
    pieces = FORMATS[format](tally.count(results), tally, Options(suppressed=suppressed))
    return "".join(f"{piece}\n" for piece in pieces if piece)


def _checked(checker: Checker, text: Text) -> Result:
    from plainletter.documents.reading import read_text

    try:
        document = read_text(text.text, format=text.format, path=text.path or None)
        return Checked(text.path, text.text, checker.check_document(document), document.places)
    except DocumentError as error:
        return NotRead(text.path, str(error))


@lru_cache(_FEW)
def _kept(options: CheckOptions) -> Checker:
    checker = _built(options)
    gc.freeze()  # the lexicon lives as long as the process
    return checker


@lru_cache(_FEW)
def _compiled(lexicons: tuple[str, ...]) -> Compiled:
    from plainletter.checking.cache import compiled_lexicon
    from plainletter.checking.tokens import english

    return compiled_lexicon(tuple(map(Path, lexicons)), english)


def _built(options: CheckOptions) -> Checker:
    from plainletter.checking.checker import Checker

    return Checker(
        options.doc_type,  # type: ignore[arg-type]  # the checker says so where it is none
        preferences=options.preferences,
        every_mention=options.every_mention,
        select=options.select,
        ignore=options.ignore,
        packs=options.packs,
        without_packs=options.without_packs,
        contested=options.contested,  # type: ignore[arg-type]  # likewise
        targets=dict(options.targets),
        compiled=_compiled(options.lexicons),
    )
