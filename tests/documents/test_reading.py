"""A path gives a document, or one clear sentence that says why not and what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plainletter.documents import READERS, Block, Document, read, read_text, reading
from plainletter.documents.reading import read_bytes, shown
from plainletter.errors import ConfigError, DocumentError

LETTER = "Dear Sam,\r\n\r\nYou suffer from pain \U0001f600 and were non-compliant.\r\n"


def refusal(path: Path | str) -> str:
    with pytest.raises(DocumentError) as error:
        read(path)
    return str(error.value)


@pytest.mark.parametrize(
    "name",
    ["letter.txt", "LETTER.TXT", "letter.text", "letter", "letter.docx.txt", "-rf.txt", "a b'c\"$(id).txt", "n" * 251 + ".txt"],
)
def test_plain_text_is_read_whatever_its_name_is_like(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(LETTER.encode())
    document = read(path)
    assert document == Document(LETTER, (Block("salutation", ((0, 9),)), Block("paragraph", ((13, len(LETTER) - 2),))), str(path))


@pytest.mark.parametrize("name", ["leaflet.md", "leaflet.markdown", "LEAFLET.MD"])
def test_markdown_is_told_by_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("# *Title*\n", encoding="utf-8")
    document = read(str(path))
    assert (document.format, document.blocks) == ("markdown", (Block("heading", ((3, 8),)),))


def test_offsets_are_those_of_the_text_without_the_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes("\ufeffSam suffers from pain.".encode())
    document = read(path)
    assert document.text[4:16] == "suffers from"
    assert document.encoding == "utf-8-sig"


def test_a_guess_is_told_with_the_document(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes("The client’s letter".encode("cp1252"))
    document = read(path)
    assert (document.text, document.encoding) == ("The client’s letter", "cp1252")
    assert len(document.notices) == 1


def test_a_missing_file_brings_the_name_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / "letter-to-sam.txt").write_text("x", encoding="utf-8")
    assert refusal(tmp_path / "leter-to-sam.txt").endswith(f"did you mean {tmp_path / 'letter-to-sam.txt'}?")
    assert "check the name" in refusal(tmp_path / "zzz.md")
    assert "folder" in refusal(tmp_path / "nowhere" / "letter.txt")


def test_a_link_to_nothing_is_called_that(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").symlink_to("nowhere")
    assert "is a link to a file that is not there" in refusal(tmp_path / "letter.txt")


def test_a_folder_is_not_a_document(tmp_path: Path) -> None:
    (tmp_path / "dir.txt").mkdir()
    assert "is a folder" in refusal(tmp_path / "dir.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_or_a_device_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    assert "is not an ordinary file" in refusal(tmp_path / "fifo.txt")
    assert "is not an ordinary file" in refusal(tmp_path / "zero.txt")


def test_a_file_without_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Sam suffers from pain.", encoding="utf-8")

    def forbid(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    # Tests may run as root, for whom every mode is readable.
    monkeypatch.setattr(Path, "read_bytes", forbid)
    assert "you do not have permission" in refusal(path)


def test_a_disk_error_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Sam suffers from pain.", encoding="utf-8")

    def fail(_: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", fail)
    assert refusal(path) == f"{path} cannot be read: Input/output error."


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    with path.open("wb") as file:
        file.truncate(reading.MAX_BYTES + 1)
    assert "is larger than 99 MB" in refusal(path)


@pytest.mark.parametrize("name", ["empty.txt", "blank.md"])
def test_an_empty_file_is_not_a_clean_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"" if name == "empty.txt" else b" \r\n\t\n")
    assert "is empty" in refusal(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("letter.doc", "an old Word document (.doc)"),
        ("letter.EML", "an e-mail"),
        ("table.xlsx", "an Excel workbook"),
        ("letter.xyz", "of a kind that is not known (.xyz)"),
    ],
)
def test_an_unsupported_kind_is_named_with_what_to_do(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_bytes(b"anything")
    message = refusal(tmp_path / name)
    assert f"{name} is {kind}" in message
    assert message.endswith("which cannot be read: save it as a Word document (.docx) or as plain text (UTF-8) and try again.")


def test_the_mark_that_word_leaves_beside_an_open_document_is_not_the_document(tmp_path: Path) -> None:
    (tmp_path / "~$letter.docx").write_bytes(b"\x04Sam" + bytes(158))
    assert "a mark that Word leaves beside an open document" in refusal(tmp_path / "~$letter.docx")


def test_a_word_document_called_txt_is_not_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"PK\x03\x04....word/document.xml")
    assert refusal(tmp_path / "letter.txt").endswith("under another ending: give it the ending .docx and try again.")


@pytest.mark.parametrize("name", [b"x\n\x1b[31mowned.txt", b"bad\xff\xfename.txt", "\u202etxt.exe".encode(), b"a\x9bb\x07.txt"])
def test_no_file_name_can_give_orders_to_a_terminal(tmp_path: Path, name: bytes) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    message = refusal(path)
    assert message.isprintable()
    assert message.encode("utf-8")


def test_names_are_shown_as_they_are_but_for_signs_that_hide_or_act() -> None:
    assert shown("Zoë’s letter.txt") == "Zoë’s letter.txt"
    assert shown("a\n\x1b[0m\u202e\udcff") == r"a\n\x1b[0m\u202e\xff"


def test_text_in_memory_is_read_like_a_file() -> None:
    assert read_text("# Title", format="markdown").blocks == (Block("heading", ((2, 7),)),)
    assert read_text("Sam suffers\nfrom pain.").blocks == (Block("paragraph", ((0, 22),)),)
    assert read_text("", path="x").blocks == ()
    assert read_bytes(LETTER.encode("utf-16"), path="-").text == LETTER


def test_half_a_character_is_refused() -> None:
    with pytest.raises(DocumentError, match="half a character at position 4"):
        read_text("Sam \ud800")


def test_an_unknown_format_is_a_slip_in_the_settings() -> None:
    with pytest.raises(ConfigError, match="use html or markdown or plain"):
        read_text("x", format="plian")


def test_empty_standard_input_is_called_by_its_name() -> None:
    with pytest.raises(DocumentError, match=r"^Standard input is empty"):
        read_bytes(b"", path="-")


def test_readers_are_an_ordinary_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(READERS, ".note", READERS[".txt"])
    (tmp_path / "a.note").write_text("O/E: NAD", encoding="utf-8")
    assert read(tmp_path / "a.note").text == "O/E: NAD"


def test_importing_the_readers_loads_no_parser() -> None:
    code = (
        "import sys, plainletter.documents as d; d.read_text('Sam'); print(*{'markdown_it', 'spacy', 'rich'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == ""
