"""Files and texts in, documents out: one reader for each format, chosen by the ending of the file's name."""

from __future__ import annotations

from plainletter.documents.document import Block, Document
from plainletter.documents.reading import READERS, read, read_text

__all__ = ["READERS", "Block", "Document", "read", "read_text"]
