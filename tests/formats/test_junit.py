from pathlib import Path

from hypothesis import given, settings
from lxml import etree

from plainletter.formats import NotRead
from tests.formats.conftest import checked, finding, hostile_results, written

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit-10.xsd"))
TEXT = "Dear Sam,\n\nYou were a no-show.\n"


def suites_of(*results):
    tree = etree.fromstring(written("junit", *results).encode())
    SCHEMA.assertValid(tree)
    return tree


@settings(max_examples=40, deadline=None)
@given(hostile_results())
def test_any_report_is_valid_by_the_schema_and_counts_right(results):
    for suite in suites_of(*results).iter("testsuite"):
        for attribute, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(attribute)) == len(list(suite.iter(tag)))


def test_each_file_is_a_suite_and_each_finding_a_failed_test():
    suite = suites_of(checked(TEXT, finding(TEXT, "no-show")))[0]
    case = suite[0]
    assert (suite.get("name"), case.get("name")) == ("letter.txt", "missed/no-show at 3:12")
    assert case[0].tag == "failure"
    assert case[0].get("message") == "Missed words: “no-show”."
    for part in ("It blames.", "Instead: we did not see you", "Source: A guide (2026)"):
        assert part in case[0].text


def test_a_file_without_findings_is_a_test_that_passed():
    suite = suites_of(checked(TEXT))[0]
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    assert len(suite[0]) == 0


def test_a_note_is_seen_and_fails_nothing():
    suite = suites_of(checked(TEXT, finding(TEXT, "no-show", severity="note")))[0]
    assert (suite.get("failures"), suite.get("skipped")) == ("0", "1")
    assert suite[0][0].tag == "skipped"


def test_a_file_that_was_not_read_is_an_error():
    suite = suites_of(NotRead("b.pdf", "b.pdf holds no text."))[0]
    assert suite.get("errors") == "1"
    assert suite[0][0].get("message") == "b.pdf holds no text."


def test_a_file_without_lines_is_placed_by_page_and_paragraph(placed):
    assert suites_of(placed)[0][0].get("name") == "missed/no-show at page 2, paragraph 3"
