import pytest
from lxml import etree

from plainletter.formats import NotRead
from tests.formats.conftest import checked, finding, written

TEXT = "Dear Sam,\n\nYou were a no-show.\n"


def files_of(*results):
    return etree.fromstring(written("checkstyle", *results).encode())


def test_a_finding_is_an_error_of_its_file_at_line_and_column():
    tree = files_of(checked(TEXT, finding(TEXT, "no-show")), checked(TEXT, path="clean.txt"))
    assert [file.get("name") for file in tree] == ["letter.txt", "clean.txt"]
    assert dict(tree[0][0].attrib) == {
        "line": "3",
        "column": "12",
        "severity": "warning",
        "message": "Missed words: “no-show”. It blames.",
        "source": "plainletter.missed.no-show",
    }
    assert len(tree[1]) == 0


@pytest.mark.parametrize(("severity", "name"), [("error", "error"), ("warning", "warning"), ("note", "info")])
def test_each_severity_has_its_name(severity, name):
    assert files_of(checked(TEXT, finding(TEXT, "no-show", severity=severity)))[0][0].get("severity") == name


def test_a_file_without_lines_is_placed_in_the_message(placed):
    error = files_of(placed)[0][0]
    assert error.get("line") is None
    assert error.get("message").startswith("page 2, paragraph 3: Missed words")


def test_a_file_that_was_not_read_is_an_error():
    error = files_of(NotRead("b.pdf", "b.pdf holds no text."))[0][0]
    assert (error.get("severity"), error.get("source")) == ("error", "plainletter.not-read")
