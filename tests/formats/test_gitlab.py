import json

import pytest
from hypothesis import given, settings

from plainletter.formats import NotRead
from tests.formats.conftest import checked, finding, hostile_results, written

TEXT = "Dear Sam,\n\nYou were a no-show.\n"


def issues_of(*results):
    return json.loads(written("gitlab", *results))


@settings(max_examples=40, deadline=None)
@given(hostile_results())
def test_every_issue_has_what_gitlab_asks_for(results):
    for issue in issues_of(*results):
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["location"]["lines"]["begin"] >= 1
        assert issue["severity"] in ("info", "minor", "major")


def test_a_finding_is_an_issue_at_its_line():
    issue = issues_of(checked(TEXT, finding(TEXT, "no-show")))[0]
    assert issue["description"] == "Missed words: “no-show”. It blames."
    assert issue["check_name"] == "missed/no-show"
    assert issue["location"] == {"path": "letter.txt", "lines": {"begin": 3}}


@pytest.mark.parametrize(("severity", "name"), [("error", "major"), ("warning", "minor"), ("note", "info")])
def test_each_severity_has_its_name(severity, name):
    assert issues_of(checked(TEXT, finding(TEXT, "no-show", severity=severity)))[0]["severity"] == name


def test_the_same_words_in_two_files_or_twice_in_one_have_two_fingerprints():
    twice = [finding(TEXT, "no-show")] * 2
    issues = issues_of(checked(TEXT, *twice), checked(TEXT, *twice, path="other.txt"))
    assert len({issue["fingerprint"] for issue in issues}) == 4


def test_a_fingerprint_stays_when_the_text_moves_down():
    moved = "A line before, with some words of its own.\n\n" + TEXT
    before = "A line before, with some words of its own.\n\n\n\n" + TEXT
    assert (
        issues_of(checked(moved, finding(moved, "no-show")))[0]["fingerprint"]
        == issues_of(checked(before, finding(before, "no-show")))[0]["fingerprint"]
    )


def test_a_file_without_lines_is_placed_in_the_description(placed):
    issue = issues_of(placed)[0]
    assert issue["description"].startswith("page 2, paragraph 3: Missed words")


def test_a_file_that_was_not_read_is_a_major_issue():
    issue = issues_of(NotRead("b.pdf", "b.pdf holds no text."))[0]
    assert (issue["check_name"], issue["severity"], issue["description"]) == ("not-read", "major", "b.pdf holds no text.")
