"""Files over HTTP: read by a worker, told in one sentence when they are broken, and gone afterwards."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from docx import Document

from plainletter.desk.api.uploads import Upload, kept

ROOT = Path(__file__).parents[3]
BLAME = "You failed to attend on 3 May."


def sent(api, name, data, query=""):
    return api.post(f"/v1/check/file{query}", files={"file": (name, data)})


def word_file(text):
    document, file = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


def zipped(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


def test_a_text_file_is_checked_under_its_own_name(api):
    answer = sent(api, "C:\\letters\\May letter.txt", BLAME.encode(), "?doc_type=letter")
    [document] = answer.json()["documents"]
    assert (document["path"], document["doc_type"]) == ("May letter.txt", "letter")
    assert document["findings"][0]["rule"] == "missed/failed-to-attend"


@pytest.mark.parametrize("name", ["a.md", "a.HTML", "a.htm"])
def test_the_ending_of_the_name_chooses_the_reader(api, name):
    answer = sent(api, name, b"<p>You <em>failed</em> to attend.</p>")
    assert answer.status_code == 200


def test_a_word_file_is_checked_with_places_in_it(api):
    [document] = sent(api, "a.docx", word_file(BLAME)).json()["documents"]
    assert document["findings"][0]["place"]["paragraph"] == 1


BROKEN = {
    "empty.txt": b"",
    "empty.docx": b"",
    "cut.docx": b"PK\x03\x04" + b"\0" * 40,
    "not-word.docx": zipped(readme="Rosa"),
    "odd.docx": zipped(**{"[Content_Types].xml": "<a", "word__document.xml": "<w:document>Rosa"}),
    "bomb.docx": zipped(**{"[Content_Types].xml": "<a/>", "word__document.xml": b" " * 60_000_000}),
    "cut.pdf": b"%PDF-1.7\n1 0 obj\n<<",
    "noise.pdf": bytes(range(256)) * 20,
    "cut.odt": b"PK\x05\x06",
    "binary.txt": bytes(range(256)) * 4,
    "picture.png": b"\x89PNG\r\n\x1a\n",
    "letter.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
    "odd.name-with-a-long-ending": b"Rosa",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_in_one_sentence_that_names_it(api, name):
    answer = sent(api, name, BROKEN[name])
    assert answer.status_code == 422
    message = answer.json()["error"]["message"]
    assert name in message
    assert "\n" not in message
    assert not any(word in message for word in ("Rosa", "/dev/shm", "/tmp", "upload", "Traceback"))


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"Content-Type": "multipart/form-data"}, b"x", 400),
        ({"Content-Type": "multipart/form-data; boundary=b"}, b"x", 400),
        ({"Content-Type": "multipart/form-data; boundary=b"}, b"--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", 400),
        ({"Content-Type": "multipart/form-data; boundary=b"}, b"--b\r\nbad\r\n\r\nx\r\n--b--\r\n", 400),
        ({"Content-Type": "multipart/form-data; boundary=b"}, b"--b--\r\n", 422),
        ({"Content-Type": "multipart/form-data; boundary=" + "b" * 5_000}, b"x", 400),
        ({"Content-Type": "text/plain"}, b"x", 415),
        ({}, b"x", 415),
    ],
)
def test_a_form_that_cannot_be_read_is_refused(api, headers, body, status):
    answer = api.post("/v1/check/file", content=body, headers=headers)
    assert answer.status_code == status
    assert answer.json()["error"]["status"] == status


@pytest.mark.parametrize(
    "files",
    [
        {"upload": ("a.txt", b"a")},
        {"file": (None, b"a")},
        [("file", ("a.txt", b"a")), ("file", ("b.txt", b"b"))],
        {"file": ("n" * 300 + ".txt", b"a")},
    ],
)
def test_a_form_with_anything_but_one_named_file_is_refused(api, files):
    assert api.post("/v1/check/file", files=files).status_code in (400, 422)


def test_an_unknown_key_of_the_query_is_told_with_the_one_that_was_meant(api):
    answer = sent(api, "a.txt", b"Hello.", "?doc_typ=letter")
    assert answer.status_code == 422
    assert answer.json()["error"]["message"] == "doc_typ is no key that is known here; did you mean doc_type?"


def test_a_file_is_kept_where_only_we_may_read_it_and_gone_afterwards():
    with kept(Upload("Rosa Miller.docx", b"x")) as path:
        file = Path(path)
        assert file.name == "upload.docx"
        assert file.parent.stat().st_mode & 0o777 == 0o700
    assert not file.parent.exists()


def test_a_file_is_gone_even_if_reading_it_fails():
    def fail(path):
        raise RuntimeError(path)

    with pytest.raises(RuntimeError) as caught, kept(Upload("a.txt", b"x")) as path:
        fail(path)
    assert not Path(str(caught.value)).parent.exists()


def test_the_examples_are_answered_as_the_command_line_does(api, tmp_path):
    text = (ROOT / "examples" / "letter-bad.txt").read_bytes()
    uploaded = sent(api, "letter-bad.txt", text).json()
    body = {"text": text.decode(), "path": "letter-bad.txt"}
    assert json.dumps(uploaded) == json.dumps(api.post("/v1/check", json=body).json())
