"""The parts of a zip package (.docx, .odt), taken out in memory and only as large as they say they are."""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from plainletter.documents.decoding import advice
from plainletter.documents.reading import MAX_BYTES, shown
from plainletter.documents.signatures import recognise
from plainletter.errors import DocumentError

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_PARTS: Final = 5_000
#: Bytes of all parts together, unpacked.
MOST_UNPACKED: Final = MAX_BYTES

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCAL: Final = struct.Struct("<4s2x2H4x12x2H")  # mark, flags, method, lengths of the name and of the extra field
_LOCAL_MARK: Final = b"PK\x03\x04"
_CENTRAL_MARK: Final = b"PK\x01\x02"
_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_KINDS: Final = {".odt": "an OpenDocument text", ".ott": "an OpenDocument text"}
_AGAIN: Final = "open it in the program that wrote it and save it again"


@dataclass(frozen=True, slots=True)
class _Part:
    """Where the packed bytes of a part stand in the file, and what they must unpack to."""

    start: int
    end: int
    method: int
    size: int
    crc: int


@dataclass(frozen=True, slots=True)
class Package:
    """A zip package in memory. ``title`` is the path as it may stand in a message; part names have "/" between folders."""

    title: str
    _data: bytes
    _parts: dict[str, _Part]

    @property
    def names(self) -> tuple[str, ...]:
        """The parts' names in the order of the package's directory, without folders."""
        return tuple(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """Unpack one part. Raises DocumentError when it is not there, damaged, or not of the size that it declares."""
        part = self._parts.get(name)
        if part is None:
            raise DocumentError(f"{self.title} is damaged: a part of it is missing, so {_AGAIN}.")
        packed = self._data[part.start : part.end]
        data = packed if part.method == zipfile.ZIP_STORED else _inflated(packed, part.size)
        if data is None or len(data) != part.size or zlib.crc32(data) != part.crc:
            raise DocumentError(f"{self.title} is damaged: a part of it is not what the package says, so {_AGAIN}.")
        return data

    def xml(self, name: str) -> _Element:
        """Unpack and parse one part; DocumentError as ``read`` and ``parse_xml``."""
        from plainletter.documents.xml_parts import parse_xml

        return parse_xml(self.read(name), self.title)


def open_package(path: Path) -> Package:
    """Open a .docx or .odt and look at its directory; nothing is unpacked yet, and never onto the disk.

    Raises DocumentError for what is not a zip package, is damaged, encrypted or ambiguous (two parts of one name, parts that
    overlap, a directory that disagrees with the parts), or is too large: more than ``MOST_PARTS`` parts or
    ``MOST_UNPACKED`` bytes.
    """
    data = path.read_bytes()
    title = shown(path)
    if data.startswith(_OLE):
        raise DocumentError(f"{title} is in the old format (.doc) or has a password: save it as .docx without a password.")
    # Before the directory is read: two million entries of it would take a gigabyte.
    if data.count(_CENTRAL_MARK) > MOST_PARTS:
        raise DocumentError(f"{title} has more than {MOST_PARTS} parts: save its text in a new document and try again.")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries, behind = archive.infolist(), archive.start_dir
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error):
        raise DocumentError(_no_package(title, path, data)) from None
    return Package(title, data, _parts(title, data, entries, behind))


def _no_package(title: str, path: Path, data: bytes) -> str:
    kind = recognise(data)
    if kind is not None and not data.startswith(b"PK"):
        return f"{title} is {kind} under another ending: {advice(kind)}."
    return f"{title} is not {_KINDS.get(path.suffix.lower(), 'a Word document')}, or is damaged: {_AGAIN}."


def _parts(title: str, data: bytes, entries: list[zipfile.ZipInfo], behind: int) -> dict[str, _Part]:
    if not entries:
        raise DocumentError(f"{title} is an empty package: there is no text in it to check.")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise DocumentError(f"{title} is encrypted: save it without a password and try again.")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise DocumentError(f"{title} is larger than {MOST_UNPACKED // 1_000_000} MB unpacked: split it into smaller files.")
    parts: dict[str, _Part] = {}
    known: set[str] = set()
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        part = _located(data, entry)
        if part is None or entry.header_offset < end or part.end > behind:
            raise DocumentError(f"{title} is damaged: its parts are not where the package says, so {_AGAIN}.")
        end = part.end
        name = entry.orig_filename.replace("\\", "/")
        if name.lower() in known:
            raise DocumentError(f"{title} holds two parts of one name, and programs may show either: {_AGAIN}.")
        known.add(name.lower())
        parts[name] = part
    names = [entry.orig_filename.replace("\\", "/") for entry in entries]
    return {name: parts[name] for name in names if not name.endswith("/")}


def _located(data: bytes, entry: zipfile.ZipInfo) -> _Part | None:
    """Where the bytes of an entry stand; None when what stands there disagrees with the directory."""
    begin = entry.header_offset
    if begin < 0 or begin + _LOCAL.size > len(data):
        return None
    mark, flags, method, name_length, extra_length = _LOCAL.unpack_from(data, begin)
    name = begin + _LOCAL.size
    raw = entry.orig_filename.encode("utf-8" if entry.flag_bits & 0x800 else "cp437")
    agrees = (mark, method, flags & _ENCRYPTED, data[name : name + name_length]) == (_LOCAL_MARK, entry.compress_type, 0, raw)
    if not agrees or method not in _METHODS:
        return None
    start = name + name_length + extra_length
    return _Part(start, start + entry.compress_size, method, entry.file_size, entry.CRC)


def _inflated(packed: bytes, size: int) -> bytes | None:
    """Unpack at most ``size`` bytes and one; None when the bytes do not end there."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = unpacker.decompress(packed, size + 1)
    except zlib.error:
        return None
    return data if unpacker.eof and not unpacker.unused_data else None
