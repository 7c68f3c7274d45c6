"""The exam of our own: its marks stand where they say, and none of it was taken into the lexicons."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from plainletter.checking.sentences import split_sentences
from plainletter.findings import DOC_TYPES
from tests.exams.build import as_lines, documents

HERE = Path(__file__).parent
LEXICONS = HERE.parents[1] / "lexicons"
ANNOTATED = sorted(path.name for path in HERE.glob("*.jsonl"))
TEXTS_OF = {"second.jsonl": "letters.jsonl"}  # the second annotator marked the same texts
EXAMS = ("letters", "held_out")
SERVICES = 11
LONG_ENOUGH_TO_BE_OURS = 6  # words; shorter sentences are anybody's


def rows(name: str = "letters.jsonl") -> list[dict]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from (line[start:end] for start, end in split_sentences(line, 0, len(line)))


def words(text: str) -> str:
    return " " + " ".join(re.findall(r"[\w’'-]+", text.casefold().replace("’", "'"))) + " "


@pytest.mark.parametrize("exam", EXAMS)
def test_the_exam_is_what_its_source_makes(exam):
    source = (HERE / f"{exam}.md").read_text(encoding="utf-8")
    assert (HERE / f"{exam}.jsonl").read_text(encoding="utf-8") == as_lines(documents(source))


def test_there_are_enough_documents_and_six_or_more_of_every_service():
    services = Counter(row["service"] for row in rows())
    assert services.total() >= 66
    assert len(services) == SERVICES
    assert min(services.values()) >= 6


def test_ids_are_numbered_in_order_and_never_twice():
    assert [row["id"] for row in rows()] == [f"own-{number:03}" for number in range(1, len(rows()) + 1)]


def test_every_document_has_60_to_220_words_and_a_kind_the_checker_knows():
    assert [row["id"] for row in rows() if not 60 <= len(row["text"].split()) <= 220] == []
    assert {row["doc_type"] for row in rows()} <= set(DOC_TYPES)


def test_twelve_or_more_documents_are_without_a_problem():
    assert sum(not row["spans"] for row in rows()) >= 12


@pytest.mark.parametrize("name", ANNOTATED)
def test_every_mark_is_the_text_at_its_offsets(name):
    texts = {row["id"]: row["text"] for row in rows(TEXTS_OF.get(name, name))}
    for row in rows(name):
        for span in row["spans"] + row.get("traps", []):
            assert texts[row["id"]][span["start"] : span["end"]] == span["text"], row["id"]
            assert span["text"] == span["text"].strip() != ""


@pytest.mark.parametrize("name", ANNOTATED)
def test_every_category_is_one_of_the_lexicons_and_every_mark_has_a_reason(name):
    known = {path.stem.partition("-")[0] for path in (LEXICONS / "en-GB").glob("*.toml")}
    for row in rows(name):
        for span in row["spans"]:
            assert span["category"] in known, row["id"]
            assert span["reason"].strip(), row["id"]
            assert span.get("severity", "info") == "info", row["id"]


@pytest.mark.parametrize("exam", EXAMS)
def test_no_phrase_is_both_a_problem_and_innocent(exam):
    for row in rows(f"{exam}.jsonl"):
        places = sorted((span["start"], span["end"]) for span in row["spans"] + row["traps"])
        assert all(end <= start for (_, end), (start, _) in pairwise(places)), row["id"]


@pytest.mark.parametrize("exam", EXAMS)
def test_no_sentence_of_the_exam_stands_in_the_lexicons(exam):
    lexicons = words("\n".join(path.read_text(encoding="utf-8") for path in LEXICONS.rglob("*.toml")))
    ours = {
        sentence
        for row in rows(f"{exam}.jsonl")
        for sentence in sentences(row["text"])
        if len(sentence.split()) >= LONG_ENOUGH_TO_BE_OURS
    }
    assert [sentence for sentence in sorted(ours) if words(sentence) in lexicons] == []


@pytest.mark.parametrize("marked", ["[[fault|You let it slip|no reason", "{{no trap}} here", "a [[fault|b]] c"])
def test_a_mark_that_is_not_closed_is_refused(marked):
    with pytest.raises(ValueError, match=r"own-001: a mark is not closed"):
        list(documents(f"## own-001 | gp_hospital | letter | clinic | letter\n{marked}\n"))
