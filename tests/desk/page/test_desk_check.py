"""A text that is checked at the desk is shown, given back with comments, and kept nowhere."""

import io

import docx
import pytest

from tests.desk.page.conftest import LARGEST

LETTER = "Dear Rosa,\n\nYou failed to attend the clinic on Tuesday.\n\nWith best wishes\n\nJo"


def word(text=LETTER):
    document = docx.Document()
    for paragraph in text.split("\n\n"):
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.fixture
def check(desk):
    def check(file=None, name="letter.docx", **fields):
        files = {"file": (name, file)} if file is not None else {"file": ("", b"")}
        return desk.client.post("/check", data={"csrf": desk.csrf, "do": "show", **fields}, files=files)

    return check


@pytest.fixture(autouse=True)
def memory(tmp_path, monkeypatch):
    """Where uploads lie while they are read: whatever happens, nothing stays there."""
    place = tmp_path / "memory"
    place.mkdir()
    monkeypatch.setattr("plainletter.desk.page.check._MEMORY", place)
    yield place
    assert list(place.iterdir()) == []


def test_a_pasted_text_is_shown_with_its_findings(check):
    answer = check(text=LETTER.replace("\n", "\r\n"), doc_type="letter")
    result = answer.json()
    (finding,) = [one for one in result["findings"] if one["rule"] == "missed/failed-to-attend"]
    marked = [stretch["text"] for line in result["paragraphs"] for stretch in line if finding["number"] in stretch["findings"]]
    assert marked == ["failed to attend"]
    assert "\n\n".join("".join(stretch["text"] for stretch in line) for line in result["paragraphs"]) == LETTER
    assert answer.headers["cache-control"] == "no-store"


def test_a_word_file_is_shown_and_given_back_with_comments(check):
    shown = check(word(), doc_type="letter").json()
    assert shown["word_file"] is True
    assert "missed/failed-to-attend" in {finding["rule"] for finding in shown["findings"]}
    answer = check(word(), doc_type="letter", do="annotate")
    assert answer.headers["content-disposition"] == 'attachment; filename="letter-commented.docx"'
    assert len(list(docx.Document(io.BytesIO(answer.content)).comments)) == len(shown["findings"])


@pytest.mark.parametrize(
    "name", ["a.docx", "a.pdf", "a.odt", "a.exe", "a", "../../etc/a.docx", "a\u202e.docx", "Rosa Smyth.docx" * 40]
)
@pytest.mark.parametrize("data", [b"PK\x03\x04broken", b"\0\1\2\3", b"%PDF-1.7\n%%EOF"])
def test_a_broken_file_is_one_clear_sentence(check, name, data):
    answer = check(data, name)
    assert answer.status_code in (200, 422)
    assert "memory" not in answer.text
    assert "upload" not in answer.text
    if answer.status_code == 422:
        assert "\n" not in answer.json()["error"]["message"].strip()


def test_an_empty_form_and_one_with_odd_choices_are_told(check, desk):
    for fields in ({}, {"text": "  "}, {"text": "a", "doc_type": "poem"}, {"text": "a", "do": "burn"}, {"do": "annotate"}):
        answer = check(**fields)
        assert answer.status_code == 422, fields
    files = [("file", ("a.txt", b"a")), ("file", ("b.txt", b"b"))]
    two = desk.client.post("/check", data={"csrf": desk.csrf}, files=files)
    assert two.status_code == 400
    broken = desk.client.post("/check", content=b"--x\r\n", headers={"content-type": "multipart/form-data"})
    assert broken.status_code == 400


def test_a_file_that_is_not_word_cannot_be_given_back(check):
    answer = check(LETTER.encode(), "letter.txt", do="annotate")
    assert answer.status_code == 422
    assert "Word file (.docx) only" in answer.json()["error"]["message"]


def test_a_file_that_is_too_large_is_refused(check):
    assert check(b"a" * LARGEST, "a.txt").status_code == 413
    assert check(("You will be seen on Tuesday. " * 60_000).encode(), "a.txt").status_code in (200, 504)


def test_nothing_stays_of_a_file_whose_check_was_given_up(check, memory, monkeypatch, desk):
    def forever(path, *_args):
        raise RuntimeError(path)

    monkeypatch.setattr("plainletter.desk.page.check.show_file", forever)
    answer = check(LETTER.encode(), "letter.txt")
    assert answer.status_code == 500
    assert str(memory) not in answer.text
