import json

from plainletter.findings import Suppressed
from plainletter.formats import NotRead
from tests.formats.conftest import checked, finding, written

TEXT = "Dear Sam,\n\nYou were a no-show.\n"


def lines_of(*results, **options):
    return [json.loads(line) for line in written("jsonl", *results, **options).splitlines()]


def test_each_document_is_a_line_and_each_of_its_findings_one_after_it():
    lines = lines_of(checked(TEXT, finding(TEXT, "no-show")), NotRead("b.pdf", "b.pdf holds no text."))
    assert [line["type"] for line in lines] == ["document", "finding", "not_read", "summary"]
    assert lines[0]["path"] == lines[1]["path"] == "letter.txt"
    assert (lines[1]["rule"], lines[1]["line"], lines[1]["column"]) == ("missed/no-show", 3, 12)
    assert lines[2]["reason"] == "b.pdf holds no text."
    assert (lines[3]["files"], lines[3]["not_read"]) == (1, 1)


def test_a_text_with_every_kind_of_line_end_stays_on_one_line():
    text = "no\u2028show\x85and\x0bmore\r\nof it"
    lines = lines_of(checked(text, finding(text, text)))
    assert lines[1]["text"] == text


def test_what_was_left_alone_comes_on_request():
    match = Suppressed("a/b", "a", 0, 4, "Dear", "quotation", "it is quoted")
    assert [line["type"] for line in lines_of(checked(TEXT, suppressed=(match,)), suppressed=True)][1] == "suppressed"
    assert len(lines_of(checked(TEXT, suppressed=(match,)))) == 2
