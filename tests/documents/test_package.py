"""A package gives its parts as they are, or says in one sentence why nobody should trust it."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainletter.documents.package import MOST_PARTS, MOST_UNPACKED, Package, open_package
from plainletter.errors import DocumentError

WORDS = b"<w>Dear Sam, thank you for coming on Tuesday.</w>"


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip package of these parts."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


def opened(tmp_path: Path, data: bytes, name: str = "letter.docx") -> Package:
    path = tmp_path / name
    path.write_bytes(data)
    return open_package(path)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}(/[a-z]{1,8})?\.xml", fullmatch=True), st.binary(max_size=300), min_size=1))
@settings(max_examples=60, deadline=None)
def test_every_part_is_read_back_as_it_was_packed(tmp_path_factory: pytest.TempPathFactory, parts: dict[str, bytes]) -> None:
    package = opened(tmp_path_factory.mktemp("package"), zipped(parts))
    assert package.names == tuple(parts)
    assert {name: package.read(name) for name in package.names} == parts


def test_stored_parts_folders_and_back_slashes_are_read_too(tmp_path: Path) -> None:
    data = zipped({"word/": b"", "word\\document.xml": WORDS}, zipfile.ZIP_STORED)
    package = opened(tmp_path, b"a line before the archive\r\n" + data)
    assert package.names == ("word/document.xml",)
    assert package.read("word/document.xml") == WORDS
    assert "word/document.xml" in package
    assert package.xml("word/document.xml").tag == "w"


def test_what_is_no_package_is_told_by_its_own_kind(tmp_path: Path) -> None:
    for data, said in (
        (b"Dear Sam", "is not a Word document, or is damaged"),
        (b"%PDF-1.7 ...", "is a PDF under another ending"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old format (.doc) or has a password"),
        (zipped({}), "empty package"),
        (zipped({"a.xml": WORDS})[:-10], "is damaged"),
        (zipped({"a.xml": WORDS})[:60], "is damaged"),
    ):
        with pytest.raises(DocumentError, match=r"letter\.docx ") as refusal:
            opened(tmp_path, data)
        assert said in str(refusal.value)


def test_a_missing_part_is_damage(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="a part of it is missing"):
        opened(tmp_path, zipped({"a.xml": WORDS})).read("b.xml")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("twin", ["a.xml", "A.xml", "a.xml/../a.xml"])
def test_two_parts_of_one_name_are_refused_in_any_capitals(tmp_path: Path, twin: str) -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.xml", b"<w>fair</w>")
        archive.writestr(twin, b"<w>foul</w>")
    if ".." in twin:  # another name: never a path, so it harms nothing
        assert opened(tmp_path, held.getvalue()).names == ("a.xml", twin)
        return
    with pytest.raises(DocumentError, match="two parts of one name"):
        opened(tmp_path, held.getvalue())


def test_an_encrypted_part_is_refused(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.xml": WORDS}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(DocumentError, match="encrypted"):
        opened(tmp_path, bytes(data))


@pytest.mark.parametrize("size", [5, 500_000])
def test_a_part_that_lies_about_its_size_is_refused_even_with_a_fitting_checksum(tmp_path: Path, size: int) -> None:
    whole = b"x" * 50_000
    data = bytearray(zipped({"a.xml": whole}))
    central = data.index(b"PK\x01\x02")
    data[central + 16 : central + 20] = struct.pack("<I", zlib.crc32(whole[:size]))
    data[central + 24 : central + 28] = struct.pack("<I", size)
    with pytest.raises(DocumentError, match="not what the package says"):
        opened(tmp_path, bytes(data)).read("a.xml")


def test_damaged_bytes_and_a_wrong_checksum_are_refused(tmp_path: Path) -> None:
    fair = zipped({"a.xml": WORDS})
    broken, false = bytearray(fair), bytearray(fair)
    broken[40] ^= 0xFF
    false[false.index(b"PK\x01\x02") + 16] ^= 0xFF
    for data in (broken, false):
        with pytest.raises(DocumentError, match="not what the package says"):
            opened(tmp_path, bytes(data)).read("a.xml")


def test_parts_that_overlap_or_differ_from_the_directory_are_refused(tmp_path: Path) -> None:
    fair = zipped({"a.xml": WORDS, "b.xml": WORDS})
    first, second = fair.index(b"PK\x01\x02"), fair.rindex(b"PK\x01\x02")
    overlapping, renamed = bytearray(fair), bytearray(fair)
    overlapping[second + 42 : second + 46] = overlapping[first + 42 : first + 46]
    overlapping[second + 46] = ord("a")
    overlapping[second + 47] = ord("/")
    renamed[30] = ord("c")
    for data in (overlapping, renamed):
        with pytest.raises(DocumentError, match="not where the package says"):
            opened(tmp_path, bytes(data))


def test_a_package_with_too_many_parts_is_refused_before_its_directory_is_read(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="more than 5000 parts"):
        opened(tmp_path, zipped({f"{number}.xml": b"" for number in range(MOST_PARTS + 1)}))


def test_a_package_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    half = bytes(MOST_UNPACKED // 2 + 1)
    with pytest.raises(DocumentError, match="larger than 99 MB unpacked"):
        opened(tmp_path, zipped({"a.bin": half, "b.bin": half}))
