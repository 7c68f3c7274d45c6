import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plainletter.formats.escaping import json_text, one_line, relative, xml_attribute, xml_text
from tests.formats.conftest import texts

ANY = st.text(st.characters(exclude_categories=())) | texts  # lone halves of surrogate pairs too


@given(ANY)
def test_one_line_is_one_line_that_can_be_written(text):
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    line.encode()
    assert one_line(line) == line


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S"])))
def test_one_line_leaves_letters_marks_and_signs_alone(text):
    assert one_line(text) == text


@given(ANY)
def test_json_keeps_the_value_and_can_be_written_as_one_line(text):
    written = json_text({"x": text})
    assert len(written.encode().decode().splitlines()) == 1
    # Two halves in a row are read back as the character that they make.
    assert json.loads(written)["x"].encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")


@given(ANY)
def test_xml_takes_any_text(text):
    tree = etree.fromstring(f"<a b={xml_attribute(text)}>{xml_text(text)}</a>".encode())
    assert tree.get("b") == one_line(text)


@pytest.mark.parametrize("path", ["a.txt", "deep/a.txt", "../a.txt", "-", "/elsewhere/a.txt"])
def test_a_path_that_is_not_whole_or_lies_elsewhere_stays(path):
    assert relative(path) == path


def test_a_whole_path_in_the_working_folder_is_told_from_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert relative(str(tmp_path / "deep" / "a.txt")) == "deep/a.txt"
