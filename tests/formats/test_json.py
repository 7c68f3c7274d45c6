import json

from plainletter.checking.checker import Checker
from plainletter.documents import read_text
from plainletter.formats import FORMATS, Checked, NotRead, Options, Tally

TEXT = "Dear Sam,\n\nYou failed to attend. We failed to ring. 👩‍👩‍👧 You failed to attend.\n"


def rendered(**options):
    checked = Checked("a.txt", TEXT, Checker("letter", scores=False).check_document(read_text(TEXT)))
    tally = Tally()
    results = [checked, NotRead("b.pdf", "b.pdf is a PDF.")]
    return json.loads("".join(FORMATS["json"](tally.count(results), tally, Options(**options))))


def test_the_document_has_the_names_of_the_contract():
    data = rendered()
    assert data["version"] == 1
    document = data["documents"][0]
    assert {"path", "doc_type", "findings", "scores"} <= set(document)
    finding = document["findings"][0]
    assert {
        "rule",
        "category",
        "severity",
        "start",
        "end",
        "text",
        "message",
        "why",
        "source",
        "principles",
        "suggestions",
    } <= set(finding)
    assert all(TEXT[found["start"] : found["end"]] == found["text"] for found in document["findings"])


def test_what_was_not_read_is_in_the_report():
    assert rendered()["not_read"] == [{"path": "b.pdf", "reason": "b.pdf is a PDF."}]


def test_suppressed_matches_come_on_request():
    assert "suppressed" not in rendered()["documents"][0]
    assert rendered(suppressed=True)["documents"][0]["suppressed"]
