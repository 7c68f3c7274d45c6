import json

from plainletter.documents.document import Place
from plainletter.findings import Score, SentenceScore, Suggestion, Suppressed
from plainletter.formats import NotRead
from tests.formats.conftest import checked, finding, written

TEXT = "Dear Sam,\n\n👩‍👩‍👧 You were a no-show. \x9b1m You were a no-show.\n"


def rendered(*results, **options):
    return json.loads(written("json", *(results or [checked(TEXT, finding(TEXT, "no-show"))]), **options))


def test_the_document_has_the_names_of_the_contract():
    data = rendered()
    assert data["version"] == 1
    document = data["documents"][0]
    assert {"path", "doc_type", "findings", "scores"} <= set(document)
    found = document["findings"][0]
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
    } <= set(found)
    assert TEXT[found["start"] : found["end"]] == found["text"] == "no-show"


def test_a_finding_has_line_and_column_in_a_file_of_lines():
    found = rendered()["documents"][0]["findings"][0]
    assert (found["line"], found["column"]) == (3, len("👩‍👩‍👧 You were a ") + 1)
    assert "place" not in found


def test_a_finding_has_its_place_in_a_file_of_pages(placed):
    found = rendered(placed)["documents"][0]["findings"][0]
    assert found["place"] == {"page": 2, "paragraph": 3, "part": ""}
    assert not {"line", "column"} & set(found)


def test_a_suggestion_says_where_it_goes_only_where_that_is_not_the_finding():
    wide = Suggestion("swap", "an absence", 30, 40)
    found = finding(TEXT, "no-show", suggestions=(Suggestion("swap", "absence"), wide))
    assert rendered(checked(TEXT, found))["documents"][0]["findings"][0]["suggestions"] == [
        {"kind": "swap", "text": "absence"},
        {"kind": "swap", "text": "an absence", "start": 30, "end": 40},
    ]


def test_a_value_comes_back_as_it_was_though_nothing_in_it_acts_on_a_terminal():
    raw = written("json", checked(TEXT, finding(TEXT, "no-show. \x9b1m")))
    assert "\x9b" not in raw
    assert json.loads(raw)["documents"][0]["findings"][0]["text"] == "no-show. \x9b1m"


def test_scores_and_sentences_are_there():
    document = checked(
        TEXT,
        scores=(Score("smog_index", 9.5, 10, True, "grade", "McLaughlin"),),
        sentences=(SentenceScore(11, 20, 2.5, ("you",)),),
    )
    found = rendered(document)["documents"][0]
    assert found["scores"][0]["measure"] == "smog_index"
    assert found["sentences"] == [{"start": 11, "end": 20, "difficulty": 2.5, "hard_words": ["you"]}]


def test_what_was_not_read_is_in_the_report():
    assert rendered(NotRead("b.pdf", "b.pdf is a PDF."))["not_read"] == [{"path": "b.pdf", "reason": "b.pdf is a PDF."}]


def test_suppressed_matches_come_on_request():
    document = checked(TEXT, suppressed=(Suppressed("a/b", "a", 0, 4, "Dear", "quotation", "it is quoted"),))
    assert "suppressed" not in rendered(document)["documents"][0]
    assert rendered(document, suppressed=True)["documents"][0]["suppressed"][0]["reason"] == "it is quoted"


def test_the_summary_counts_the_run():
    summary = rendered(checked(TEXT, finding(TEXT, "no-show")), checked(TEXT, places=(Place(0, 1, 1),)), passed_over={".png": 2})[
        "summary"
    ]
    assert (summary["files"], summary["words"], summary["too_short"]) == (2, 14, 2)
    assert summary["findings"] == {"note": 0, "warning": 1, "error": 0}
    assert summary["categories"] == {"missed": 1}
    assert summary["passed_over"] == {".png": 2}
