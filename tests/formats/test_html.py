import re

import pytest
from hypothesis import given, settings
from lxml import html

from plainletter.findings import Score, Suppressed
from plainletter.formats import Checked, NotRead
from tests.formats.conftest import checked, finding, hostile_results, written

TEXT = "Dear Sam,\n\nYou were a no-show on Monday, and <b>we</b> rang.\n\nYours,\nDr Patel\n"
# The same as in a page: what is not shown, and every kind of space, left out.
HIDDEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffd-\uffff\ud800-\udfff]+")


def page_of(*results, **options):
    return html.document_fromstring(written("html", *results, **options))


def shown(element):
    """The text of an element without the numbers that lead to the notes."""
    return "".join(element.xpath(".//text()[not(parent::a[contains(@class, 'number')])]"))


def texts_of(page):
    return HIDDEN.sub("", "".join(map(shown, page.find_class("text"))))


def test_the_page_is_english_and_loads_and_runs_nothing():
    page = page_of(checked(TEXT, finding(TEXT, "no-show")))
    assert page.get("lang") == "en-GB"
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none';")
    assert not page.xpath("//script | //link | //img | //iframe | //@style | //@*[starts-with(name(), 'on')] | //@src")
    assert all(address.startswith("#") for address in page.xpath("//@href"))
    assert "url(" not in page.xpath("string(//style)")


@settings(max_examples=100, deadline=None)
@given(hostile_results())
def test_every_link_leads_somewhere_and_no_name_comes_twice(results):
    page = page_of(*results)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {address[1:] for address in page.xpath("//@href")} <= set(ids)


@settings(max_examples=100, deadline=None)
@given(hostile_results())
def test_every_finding_has_one_note_and_its_number_in_the_text(results):
    findings = [one for result in results if isinstance(result, Checked) for one in result.report.findings]
    page = page_of(*results)
    assert len(page.xpath("//article")) == len(findings)
    placed = [one for one in findings if one.text.strip() and one.category != "presence"]
    assert len(page.xpath("//*[contains(@class, 'text')]//a[contains(@class, 'number')]")) == len(placed)


@settings(max_examples=60, deadline=None)
@given(hostile_results())
def test_the_whole_text_of_each_document_is_there_and_none_of_it_is_mark_up(results):
    page = page_of(*results)
    whole = "".join(result.text for result in results if isinstance(result, Checked))
    assert texts_of(page) == HIDDEN.sub("", whole)


def test_the_words_are_marked_and_the_note_beside_them_says_why_and_what_instead():
    page = page_of(checked(TEXT, finding(TEXT, "no-show")))
    mark = page.xpath("//mark")[0]
    assert (shown(mark), mark.get("class").split()[0]) == ("no-show", "warning")
    row = mark.xpath("ancestor::div[@class='row']")[0]
    note = row.xpath(".//article")[0].text_content()
    for part in ("warning", "Missed words: “no-show”.", "It blames.", "we did not see you", "A guide (2026)", "line 3"):
        assert part in note


def test_findings_that_overlap_are_both_marked():
    page = page_of(
        checked(TEXT, finding(TEXT, "a no-show"), finding(TEXT, "no-show on Monday", rule="jargon/x", severity="error"))
    )
    marked = {
        name: "".join(shown(mark) for mark in page.xpath(f"//mark[contains(@class, '{name}')]")) for name in ("warning", "error")
    }
    assert marked == {"warning": "a no-show", "error": "no-show on Monday"}


def test_a_finding_that_begins_between_two_paragraphs_is_marked_in_the_second():
    page = page_of(checked(TEXT, finding(TEXT, "\n\nYou were")))
    assert shown(page.xpath("//mark[@id='d1t1']")[0]) == "You were"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_paragraphs_are_what_stands_between_blank_lines_whatever_ends_a_line(end):
    text = end.join(["", "Dear Sam,", "", " \t", "You were a no-show.", "We rang.", "", "Yours,", ""])
    rows = page_of(checked(text)).find_class("text")
    assert [shown(row).split("\n") for row in rows] == [
        ["", "Dear Sam,"],
        ["You were a no-show.", "We rang."],
        ["Yours,", ""],
    ]


def test_what_a_letter_lacks_stands_before_its_text_and_marks_nothing():
    page = page_of(checked(TEXT, finding(TEXT, "Dear Sam,", rule="presence/copies")))
    assert page.xpath("//div[@class='whole']//article")
    assert not page.xpath("//mark")


def test_files_that_were_not_read_come_before_everything_else():
    page = page_of(checked(TEXT), NotRead("b.pdf", "b.pdf holds no text."))
    order = page.xpath("//template/slot/@name")
    assert order == ["unread-title", "unread", "summary", "documents-title", "documents"]
    assert page.xpath("//*[@slot='unread']")[0].text_content() == "b.pdf holds no text."
    assert "1 file not read" in page.xpath("//*[@slot='unread-title']")[0].text_content()


def test_the_summary_counts_documents_words_findings_and_reading_ease():
    score = Score("flesch_reading_ease", 61.25, 60, True, "points", "Flesch")
    page = page_of(checked(TEXT, finding(TEXT, "no-show"), scores=(score,)), checked(TEXT), passed_over={".png": 2})
    summary = " ".join(page.xpath("//*[@slot='summary']")[0].text_content().split())
    assert "2 documents, 14 words: 0 errors, 1 warning, 0 notes." in summary
    rows = [[cell.text_content().strip() for cell in row] for row in page.xpath("//tbody/tr")]
    assert rows == [["missed", "–", "1", "–"], ["Flesch reading ease", "61.2", "60 or more", "1 of 1"]]
    assert "2 .png" in summary


def test_each_category_severity_and_document_can_be_hidden_by_its_own_box():
    page = page_of(checked(TEXT, finding(TEXT, "no-show"), finding(TEXT, "Monday", rule="jargon/x")), checked(TEXT))
    boxes = page.xpath("//input[@type='checkbox']")
    assert all(box.getparent().tag == "label" and box.get("checked") is not None for box in boxes)
    assert len(boxes) == 3 + 1 + 2 + 2  # severities, documents without findings, categories, documents
    style = page.xpath("string(//style)")
    for group in page.xpath("//tbody//input/@id"):
        assert f"body:has(#{group}:not(:checked)) {{ .card.{group}," in style
        assert page.xpath(f"//article[contains(@class, '{group}')]")
        assert page.xpath(f"//mark[contains(@class, '{group}')]")


def test_a_service_with_very_many_categories_of_its_own_sees_all_of_them():
    page = page_of(checked(TEXT, *[finding(TEXT, "no-show", rule=f"own{number}/x") for number in range(70)]))
    rows = page.xpath("//tbody/tr")
    assert len(rows) == len(page.xpath("//article")) == 70
    assert len(page.xpath("//tbody//input")) == 64


def test_a_place_is_told_for_a_file_without_lines(placed):
    assert "page 2, paragraph 3" in page_of(placed).xpath("//article")[0].text_content()


@pytest.mark.parametrize("wanted", [True, False])
def test_what_was_left_alone_comes_on_request(wanted):
    match = Suppressed("a/b", "a", 0, 4, "Dear", "quotation", "it is quoted")
    page = page_of(checked(TEXT, suppressed=(match,)), suppressed=wanted)
    assert ("line 1: “Dear” (a/b): it is quoted" in page.text_content()) == wanted


def test_notices_are_shown_with_their_document():
    assert "It holds comments." in page_of(checked(TEXT, notices=("It holds comments.",))).find_class("notice")[0].text_content()
