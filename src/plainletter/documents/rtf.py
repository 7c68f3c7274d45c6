"""Rich text files (.rtf) are known and not read: no kept library gives all that they show."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from plainletter.documents.reading import shown
from plainletter.errors import DocumentError


def read_rtf_file(path: Path) -> NoReturn:
    """Raise DocumentError, which says how to save the file so that it can be read."""
    raise DocumentError(f"{shown(path)} is a rich text file (.rtf), which cannot be read: save it as .docx and try again.")
