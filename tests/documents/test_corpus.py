"""The same text is found wanting in the same words, whatever kind of file it comes in."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from plainletter import Checker
from plainletter.documents import read
from plainletter.findings import Report

CORPUS = Path(__file__).parent / "corpus"
EXPECTED = json.loads((CORPUS / "expected.json").read_text(encoding="utf-8"))
FORMATS = ("md", "txt", "html", "docx", "odt", "pdf")


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    checker = Checker("auto")
    return {path.name: checker.check_document(read(path)) for name in EXPECTED for path in sorted(CORPUS.glob(f"{name}.*"))}


def told(report: Report) -> Counter[tuple[str, str]]:
    return Counter(
        (finding.rule, " ".join(finding.text.split())) for finding in report.findings if not finding.rule.startswith("presence")
    )


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_what_is_expected_is_found_and_nothing_else(reports: dict[str, Report], name: str, kind: str) -> None:
    found = [one for one in reports[f"{name}.{kind}"].findings if one.severity != "note"]
    left = list(found)
    for category, words in EXPECTED[name]:
        match = next((one for one in left if one.category == category and words in " ".join(one.text.split())), None)
        assert match is not None, f"{words} is not found"
        left.remove(match)
    assert not left, f"more is found: {[(one.rule, one.text) for one in left]}"


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "md"])
def test_notes_are_the_same_in_every_kind_of_file(reports: dict[str, Report], kind: str) -> None:
    missing: Counter[tuple[str, str]] = Counter()
    more: Counter[tuple[str, str]] = Counter()
    for name in EXPECTED:
        first, other = told(reports[f"{name}.md"]), told(reports[f"{name}.{kind}"])
        missing += first - other
        more += other - first
    assert not missing
    assert not more


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_kind_of_text_is_told_alike(reports: dict[str, Report], name: str) -> None:
    assert len({reports[f"{name}.{kind}"].doc_type for kind in FORMATS}) == 1


@pytest.mark.parametrize("kind", FORMATS)
def test_every_finding_quotes_the_document(kind: str) -> None:
    checker = Checker("auto", scores=False)
    for name in EXPECTED:
        document = read(CORPUS / f"{name}.{kind}")
        for finding in checker.check_document(document).findings:
            assert document.text[finding.start : finding.end] == finding.text
