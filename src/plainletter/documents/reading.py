"""From a path or a string to a Document, or one clear sentence that says why not."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Final

from plainletter.documents.decoding import advice, decode
from plainletter.documents.document import Block, Document, Place
from plainletter.documents.doubts import doubts_of_bytes, doubts_of_markdown, doubts_of_text
from plainletter.documents.plain import read_plain
from plainletter.documents.remarks import remarks_in, without_remarks
from plainletter.documents.signatures import ENDINGS
from plainletter.errors import ConfigError, DocumentError

Reader = Callable[[Path], Document]

#: Below 100 MB, so that a file made to be "100 MB" is refused whichever way its megabytes were counted.
MAX_BYTES: Final = 99_000_000


def _read_markdown(text: str) -> tuple[Block, ...]:
    # Here, and not above, because markdown-it-py is only worth its import when there is Markdown.
    from plainletter.documents.markdown import read_markdown

    return read_markdown(text)


def _read_html(text: str) -> tuple[Block, ...]:
    from plainletter.documents.html import read_html

    return read_html(text)


_BLOCKS: Final[dict[str, Callable[[str], tuple[Block, ...]]]] = {
    "plain": read_plain,
    "markdown": _read_markdown,
    "html": _read_html,
}


def read(path: str | os.PathLike[str]) -> Document:
    """Read one file into a Document; its offsets are code points of the decoded text.

    The ending of the name chooses the reader (see ``READERS``). Raises DocumentError, in one sentence, when the file is
    missing, a folder, not a regular file, not permitted, too large, of an unknown kind, empty, or not text.
    """
    place = Path(path)
    _check_file(place)
    reader = READERS.get(place.suffix.lower())
    if reader is None:
        raise DocumentError(_unsupported(place))
    try:
        return reader(place)
    except PermissionError:
        raise DocumentError(f"{shown(place)} cannot be opened: you do not have permission to read it.") from None
    except OSError as error:
        raise DocumentError(f"{shown(place)} cannot be read: {error.strerror or 'the disk gave an error'}.") from None


def read_text(text: str, *, format: str = "plain", path: str | None = None) -> Document:
    """Make a Document of text that is already in memory.

    ``format`` is ``"plain"``, ``"markdown"`` or ``"html"``; ``path`` is kept for reports. An empty text gives a Document
    without blocks. Raises DocumentError for text that no file can hold (half of a surrogate pair), ConfigError for an unknown
    format.
    """
    if format not in _BLOCKS:
        raise ConfigError(f'There is no text format "{shown(format)}": use {" or ".join(sorted(_BLOCKS))}.')
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise DocumentError(f"{_name(path)} holds half a character at position {error.start}: copy it again.") from None
    blocks, remarks = _BLOCKS[format](text), remarks_in(text, format)
    if format == "plain" and remarks:
        blocks = without_remarks(text, blocks, remarks)
    return Document(text, blocks, path, format, notices=_doubts(text, format), remarks=remarks)


def read_bytes(data: bytes, *, format: str = "plain", path: str | None = None) -> Document:
    """Decode bytes (a file's, or standard input's) and make a Document of them; errors as ``read`` and ``read_text``."""
    text, encoding = decode(data, _name(path), _declared(data) if format == "html" else None)
    document = read_text(text, format=format, path=path)
    notices = doubts_of_bytes(data, encoding) + document.notices
    return replace(document, encoding=encoding, notices=notices)


def _declared(data: bytes) -> str | None:
    from plainletter.documents.html import encoding_of_html

    return encoding_of_html(data)


def _doubts(text: str, format: str) -> tuple[str, ...]:
    if format == "html":
        from plainletter.documents.html import doubts_of_html

        return doubts_of_text(text) + doubts_of_html(text)
    return doubts_of_text(text) + (doubts_of_markdown(text) if format == "markdown" else ())


def read_source(path: Path) -> tuple[str, tuple[Place, ...]]:
    """Return the text of a file and its places without dividing it into blocks, where that is the quicker way.

    They are those of ``read(path)``, and so are the errors.
    """
    if format_of(path.name) != "plain" or path.suffix.lower() in _TEXTS:
        data = path.read_bytes()
        return decode(data, shown(path), _declared(data) if format_of(path.name) == "html" else None)[0], ()
    document = read(path)
    return document.text, document.places


def format_of(name: str) -> str:
    """The text format that a file's name promises: ``"markdown"``, ``"html"``, else ``"plain"``."""
    suffix = Path(name).suffix.lower()
    return "markdown" if suffix in _MARKDOWNS else "html" if suffix in _PAGES else "plain"


def read_plain_file(path: Path) -> Document:
    """Read a plain text file; DocumentError when its bytes are not text."""
    return read_bytes(path.read_bytes(), format="plain", path=str(path))


def read_markdown_file(path: Path) -> Document:
    """Read a Markdown file; DocumentError when its bytes are not text."""
    return read_bytes(path.read_bytes(), format="markdown", path=str(path))


def read_html_file(path: Path) -> Document:
    """Read a web page; DocumentError when its bytes are not text, or when a browser would show no words of it."""
    document = read_bytes(path.read_bytes(), format="html", path=str(path))
    if not document.blocks:
        raise DocumentError(
            f"{shown(path)} holds no text that a browser shows by itself: open it in a browser and save the page as text."
        )
    return document


def _later(module: str, name: str) -> Reader:
    """A reader whose module, and the library behind it, is imported for the first file of its kind."""

    def read_file(path: Path) -> Document:
        reader: Reader = getattr(import_module(f"plainletter.documents.{module}"), name)
        return reader(path)

    return read_file


_TEXTS: Final = ("", ".txt", ".text")
_MARKDOWNS: Final = (".md", ".markdown")
_PAGES: Final = (".html", ".htm", ".xhtml")
_DOCX, _ODT = _later("docx", "read_docx_file"), _later("odt", "read_odt_file")

#: The ending of a file's name, in small letters, and what reads such a file.
READERS: Final[dict[str, Reader]] = {
    **dict.fromkeys(_TEXTS, read_plain_file),
    **dict.fromkeys(_MARKDOWNS, read_markdown_file),
    **dict.fromkeys(_PAGES, read_html_file),
    ".docx": _DOCX,
    ".docm": _DOCX,
    ".dotx": _DOCX,
    ".odt": _ODT,
    ".ott": _ODT,
    ".rtf": _later("rtf", "read_rtf_file"),
    ".pdf": _later("pdf", "read_pdf_file"),
}


def shown(path: str | os.PathLike[str]) -> str:
    """A path as it may stand in a message: characters that a terminal obeys, or that hide, are spelt out."""
    return "".join(sign if sign.isprintable() else _spelt_out(sign) for sign in os.fspath(path))


def _spelt_out(sign: str) -> str:
    if 0xDC80 <= ord(sign) <= 0xDCFF:  # a byte of a name that is not UTF-8
        return f"\\x{ord(sign) - 0xDC00:02x}"
    return sign.encode("unicode_escape", "surrogatepass").decode("ascii")


def _name(path: str | None) -> str:
    return "The text" if path is None else "Standard input" if path == "-" else shown(path)


def _check_file(path: Path) -> None:
    """Raise DocumentError unless ``path`` is a regular file of a size that can be read."""
    try:
        status = path.stat()
    except PermissionError:
        raise DocumentError(f"{shown(path)} cannot be opened: you do not have permission to read it.") from None
    except (OSError, ValueError):
        raise DocumentError(_missing(path)) from None
    if path.name.startswith("~$"):
        raise DocumentError(f"{shown(path)} is a mark that Word leaves beside an open document: name the document itself.")
    if stat.S_ISDIR(status.st_mode) and not os.access(path, os.R_OK | os.X_OK):
        raise DocumentError(f"{shown(path)} is a folder that may not be opened: ask for the right to read it.")
    if stat.S_ISDIR(status.st_mode):
        raise DocumentError(f"{shown(path)} is a folder: name a file in it.")
    if not stat.S_ISREG(status.st_mode):
        raise DocumentError(f"{shown(path)} is not an ordinary file (a pipe or a device): save its text in a file first.")
    # Some system files say that they hold nothing and hold something: neither is a letter.
    if status.st_size == 0:
        raise DocumentError(f"{shown(path)} is empty: there is no text in it to check.")
    if status.st_size > MAX_BYTES:
        raise DocumentError(f"{shown(path)} is larger than {MAX_BYTES // 1_000_000} MB: split it into smaller files.")


def _missing(path: Path) -> str:
    import difflib  # only for a slip, so not for every start

    if path.is_symlink():
        return f"{shown(path)} is a link to a file that is not there."
    try:
        near = difflib.get_close_matches(path.name, [entry.name for entry in path.parent.iterdir()], n=1)
    except (OSError, ValueError):
        return f"There is no file {shown(path)}: its folder is not there either."
    if near:
        return f"There is no file {shown(path)}: did you mean {shown(path.with_name(near[0]))}?"
    return f"There is no file {shown(path)}: check the name and the folder."


def _unsupported(path: Path) -> str:
    suffix = path.suffix.lower()
    kind = ENDINGS.get(suffix, f"of a kind that is not known ({shown(suffix)})")
    return f"{shown(path)} is {kind}, which cannot be read: {advice(kind)}."
