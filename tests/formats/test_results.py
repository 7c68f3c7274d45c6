from plainletter.findings import Report, Score
from plainletter.formats import Checked, NotRead, Tally
from tests.formats.conftest import checked, finding

TEXT = "You were a no-show on Monday."


def tally_of(*results):
    tally = Tally()
    assert list(tally.count(results)) == list(results)
    return tally


def scored(value, words, *, passed):
    score = Score("flesch_reading_ease", value, 60, passed, "points", "Flesch")
    return Checked("a.txt", TEXT, Report("letter", (), (score,), words=words))


def test_findings_are_counted_by_severity_category_and_rule():
    other = finding(TEXT, "Monday", rule="jargon/day", severity="error")
    tally = tally_of(checked(TEXT, finding(TEXT, "no-show"), other), checked(TEXT, finding(TEXT, "no-show")))
    assert tally.findings == {"warning": 2, "error": 1}
    assert tally.categories == {"missed": 2, "jargon": 1}
    assert tally.rules == {"missed/no-show": 2, "jargon/day": 1}
    assert (tally.at_least("note"), tally.at_least("error")) == (3, 1)


def test_reading_ease_is_a_mean_by_the_word_over_the_documents_that_have_one():
    tally = tally_of(scored(50.0, 300, passed=False), scored(70.0, 100, passed=True), checked(TEXT))
    ease = tally.ease["flesch_reading_ease"]
    assert ease.mean == 55.0
    assert (ease.documents, ease.met, tally.too_short) == (2, 1, 1)


def test_what_was_not_read_counts_as_no_file():
    tally = tally_of(NotRead("b.pdf", "b.pdf holds no text."))
    assert (tally.files, len(tally.not_read)) == (0, 1)
