import json
import os
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from jsonschema import Draft4Validator

from plainletter.documents import read_text
from plainletter.findings import Suggestion, Suppressed
from plainletter.formats import Checked, NotRead
from tests.formats.conftest import checked, finding, hostile_results, written

SCHEMA = Draft4Validator(json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_bytes()))
TEXT = "Dear Sam,\r\n\r\n👩‍👩‍👧 You were a no-show on Monday.\r\n"


def run_of(*results, **options):
    log = json.loads(written("sarif", *results, **options))
    SCHEMA.validate(log)
    return log["runs"][0]


@settings(max_examples=40, deadline=None)
@given(hostile_results())
def test_any_report_is_valid_by_the_schema(results):
    run_of(*results, suppressed=True)


def test_a_real_letter_gives_a_valid_log(checker):
    text = "Dear Sam,\n\nYou failed to attend. Your HbA1c was 61, and you are non-compliant.\n"
    run = run_of(Checked("a.txt", text, checker.check_document(read_text(text))))
    assert {"missed/failed-to-attend", "abbreviation/hba1c"} <= {result["ruleId"] for result in run["results"]}


def test_a_region_is_lines_and_columns_in_code_points():
    run = run_of(checked(TEXT, finding(TEXT, "no-show")))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    start = TEXT.index("no-show")
    column = len("👩‍👩‍👧 You were a ") + 1
    assert run["columnKind"] == "unicodeCodePoints"
    assert region == {
        "startLine": 3, "startColumn": column, "endLine": 3, "endColumn": column + 7, "charOffset": start, "charLength": 7
    }  # fmt: skip


def test_a_rule_comes_once_with_its_help_and_results_point_to_it():
    other = finding(TEXT, "Monday", rule="jargon/day", severity="error")
    run = run_of(checked(TEXT, finding(TEXT, "no-show"), other), checked(TEXT, finding(TEXT, "no-show")))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["missed/no-show", "jargon/day"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1, 0]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert rules[0]["fullDescription"]["text"] == "It blames."
    assert rules[0]["properties"]["tags"] == ["missed", "Safety"]
    assert rules[1]["defaultConfiguration"]["level"] == "error"
    for part in ("It blames.", "we did not see you", "A guide (2026)"):
        assert part in rules[0]["help"]["text"]
    assert "- we did not see you" in rules[0]["help"]["markdown"]


def test_a_file_without_lines_is_placed_by_page_and_paragraph(placed):
    result = run_of(placed)["results"][0]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "page 2, paragraph 3"}]
    assert result["message"]["text"].startswith("page 2, paragraph 3: Missed words: “no-show”.")


@pytest.mark.parametrize(
    ("start", "end", "deleted"), [(None, None, "no-show"), (TEXT.index("a no"), TEXT.index(" on"), "a no-show")]
)
def test_a_swap_is_a_fix_that_replaces_what_it_says(start, end, deleted):
    swap = finding(TEXT, "no-show", suggestions=(Suggestion("swap", "an absence", start, end), Suggestion("reword", "x")))
    fixes = run_of(checked(TEXT, swap))["results"][0]["fixes"]
    assert len(fixes) == 1
    change = fixes[0]["artifactChanges"][0]["replacements"][0]
    region = change["deletedRegion"]
    assert TEXT[region["charOffset"] : region["charOffset"] + region["charLength"]] == deleted
    assert change["insertedContent"]["text"] == "an absence"


def test_no_fix_is_offered_in_a_file_that_is_no_text(placed):
    swapped = checked(placed.text, finding(placed.text, "no-show", suggestions=(Suggestion("swap", "x"),)), places=placed.places)
    assert "fixes" not in run_of(swapped)["results"][0]


def test_what_was_left_alone_comes_on_request_with_its_reason():
    match = Suppressed("missed/no-show", "missed", 0, 4, "Dear", "allowed", "the law's own word")
    result = run_of(checked(TEXT, suppressed=(match,)), suppressed=True)["results"][0]
    assert result["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "the law's own word"}]
    assert run_of(checked(TEXT, suppressed=(match,)))["results"] == []


def test_a_file_that_was_not_read_makes_the_run_a_failure():
    run = run_of(NotRead("scan.pdf", "scan.pdf holds no text."))["invocations"][0]
    assert run["executionSuccessful"] is False
    told = run["toolExecutionNotifications"][0]
    assert (told["level"], told["message"]["text"]) == ("error", "scan.pdf holds no text.")
    assert run_of(checked(TEXT))["invocations"][0]["executionSuccessful"] is True


def test_what_a_reader_should_know_of_a_file_is_a_notification():
    told = run_of(checked(TEXT, notices=("It holds comments, which were not checked.",)))["invocations"][0]
    assert told["toolExecutionNotifications"][0]["level"] == "note"


@pytest.mark.parametrize(
    "path", ["a b/ü%.txt", "a:b.txt", "#1?.txt", os.fsdecode(b"caf\xe9.txt"), "-", str(Path.cwd() / "deep" / "a.txt")]
)
def test_a_path_is_a_relative_address_with_everything_else_escaped(path):
    uri = run_of(checked(TEXT, finding(TEXT, "no-show"), path=path))["results"][0]["locations"][0]["physicalLocation"]
    address = uri["artifactLocation"]["uri"]
    assert not set(address) & set(" :#?ü\\")
    assert unquote(address, errors="surrogateescape") == path.removeprefix(f"{Path.cwd()}/")


def test_a_path_outside_the_working_folder_is_a_whole_address():
    run = run_of(checked(TEXT, finding(TEXT, "no-show"), path="/somewhere/else/a b.txt"))
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "file:///somewhere/else/a%20b.txt"


def test_braces_and_links_in_a_message_stay_what_they_are():
    run = run_of(checked(TEXT, finding(TEXT, "no-show", message="{0} and [words](1) and [a]")))
    assert run["results"][0]["message"]["text"].startswith(r"{{0}} and \[words](1) and \[a]")
