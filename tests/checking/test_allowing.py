"""A comment with a reason lets wording stay; one without a reason, or without need, is reported."""

from __future__ import annotations

import pytest

from plainletter import Checker, check
from plainletter.checking.allowing import allowances_of
from plainletter.documents import read_text

FAILED = "You failed to attend on 3 May."
RULE = "missed/failed-to-attend"


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker("letter")


def rules(checker: Checker, text: str, format: str = "markdown") -> list[str]:
    return [finding.rule for finding in checker.check_document(read_text(text, format=format)).findings]


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("markdown", f"<!-- plainletter: allow {RULE} -- the order of the court says so -->\n{FAILED}"),
        ("markdown", f"<!-- plainletter: allow missed -- the order of the court says so -->\n\n{FAILED}"),
        ("markdown", f"{FAILED} <!-- plainletter: allow fault, missed – the order of the court says so -->"),
        ("plain", f"[plainletter: allow {RULE} — the order of the court says so]\n{FAILED}"),
        ("plain", f"{FAILED[:-1]} [plainletter: allow {RULE} -- the order of the court says so]."),
        ("plain", f"{FAILED}\n\n[plainletter: allow-file {RULE} -- the order of the court says so]"),
    ],
)
def test_wording_that_a_comment_allows_is_left_alone_with_its_reason(checker: Checker, format: str, text: str) -> None:
    report = checker.check_document(read_text(text, format=format))
    assert [finding.rule for finding in report.findings] == []
    (cleared,) = [match for match in report.suppressed if match.rule == RULE]
    assert (cleared.context, cleared.reason) == ("allowed", "the order of the court says so")


def test_a_comment_holds_for_one_paragraph_only(checker: Checker) -> None:
    text = f"<!-- plainletter: allow missed -- the court's words -->\n{FAILED}\n\nYou failed to attend in June too."
    assert rules(checker, text) == [RULE]


def test_another_rule_in_the_same_place_is_still_found(checker: Checker) -> None:
    text = "<!-- plainletter: allow missed -- the court's words -->\nYou failed to attend and you are non-compliant."
    assert RULE not in rules(checker, text)
    assert "compliance/non-compliant" in rules(checker, text)


@pytest.mark.parametrize(
    ("comment", "rule"),
    [
        ("plainletter: allow missed/failed-to-attend", "allow/no-reason"),
        ("plainletter: allow missed/failed-to-attend --", "allow/no-reason"),
        ("plainletter: allow -- because", "allow/unclear"),
        ("plainletter: ignore missed -- because", "allow/unclear"),
        ("plainletter:", "allow/unclear"),
        ("plainletter: allow missed/fialed-to-attend -- because", "allow/unknown-rule"),
    ],
)
def test_a_comment_that_cannot_be_used_allows_nothing_and_says_so(checker: Checker, comment: str, rule: str) -> None:
    assert sorted(rules(checker, f"<!-- {comment} -->\n{FAILED}")) == sorted([rule, RULE])


def test_a_slip_in_the_name_of_a_rule_brings_the_one_that_was_meant(checker: Checker) -> None:
    report = checker.check_document(read_text("[plainletter: allow missed/failed-to-atend -- x]\nHello."))
    assert report.findings[0].message.endswith("did you mean missed/failed-to-attend?")
    assert report.findings[0].text == "[plainletter: allow missed/failed-to-atend -- x]"


def test_a_comment_that_nothing_needs_is_reported(checker: Checker) -> None:
    assert rules(checker, "<!-- plainletter: allow missed -- x -->\nThank you for coming.") == ["allow/unused"]


def test_a_comment_about_a_rule_that_is_switched_off_is_not_called_unused() -> None:
    text = "[plainletter: allow missed -- x]\nThank you for coming."
    assert check(text, ignore=["missed"]).findings == ()
    assert [finding.rule for finding in check(text).findings] == ["allow/unused"]


def test_what_a_comment_is_attached_to_is_all_that_it_allows() -> None:
    text = "You failed to attend.\n\nYou refused to attend."
    document = read_text(text)
    start = text.index("refused")
    attached = type(document)(text, document.blocks, remarks=(remark(start, start + 7),))
    (allowance,), faults = allowances_of(attached, {"missed"})
    assert not faults
    assert (allowance.start, allowance.end) == (start, start + 7)
    assert allowance.covers("missed/refused", start, start + 17)
    assert not allowance.covers("missed/failed-to-attend", 4, 20)
    assert not allowance.covers("fault/refused", start, start + 17)


def remark(start: int, end: int):
    from plainletter.documents.document import Remark

    return Remark(start, end, "plainletter: allow missed -- x")
