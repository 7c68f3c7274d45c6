"""A swap drops in: in form, article and capital; and where it would not, or where it would soften a duty, it is no swap."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from plainletter import Checker
from plainletter.checking.articles import article
from plainletter.findings import Finding, Suggestion
from plainletter.lexicon import load_lexicon

CASES = tomllib.loads((Path(__file__).parent / "fitting.toml").read_text(encoding="utf-8"))
SWAPPED = [entry for entry in load_lexicon().entries if any(one.kind == "swap" for one in entry.suggestions)]
FEWEST = 900  # sentences of the lexicon in which the first suggestion drops in


@pytest.fixture(scope="module")
def checkers() -> dict[str, Checker]:
    every = {"every_mention": True, "scores": False, "packs": ["formulation"]}
    return {kind: Checker(kind, **every) for kind in ("auto", "letter", "note")}


def finding(checker: Checker, text: str, words: str) -> Finding:
    found = [one for one in checker.check(text).findings if one.text == words]
    assert found, f"{words!r} is not flagged"
    return found[0]


def put_in(text: str, found: Finding) -> str:
    best = found.suggestions[0]
    start = found.start if best.start is None else best.start
    end = found.end if best.end is None else best.end
    return text[:start] + best.text + text[end:]


@pytest.mark.parametrize(("kind", "text", "words", "wanted"), [(kind, *case) for kind, cases in CASES.items() for case in cases])
def test_the_first_suggestion_fits_its_sentence(checkers, kind: str, text: str, words: str, wanted: str) -> None:
    best = finding(checkers[kind], text, words).suggestions[0]
    assert f"{'=' if best.kind == 'swap' else '~'} {best.text}" == wanted


def test_what_drops_in_leaves_a_sentence_without_the_problem_and_without_a_slip(checkers) -> None:
    swapped = 0
    for entry in SWAPPED:
        kind = entry.doc_types[0] if entry.doc_types and entry.doc_types[0] in checkers else "auto"
        for text in entry.flags:
            found = next((one for one in checkers[kind].check(text).findings if one.rule == entry.rule), None)
            if found is None or not found.suggestions or found.suggestions[0].kind != "swap":
                continue
            swapped += 1
            after = put_in(text, found)
            fates = checkers[kind].judge_entry(after, entry.rule)
            again = [
                fate
                for fate in fates
                if not fate.context and found.start <= fate.scene.start < found.start + len(after) - len(text) + 1
            ]
            assert not again, f"{entry.rule}: still there in “{after}”"
            assert "  " not in after, f"{entry.rule}: two blanks in “{after}”"
            assert not re.search(r" [.,;:]", after) or re.search(r" [.,;:]", text), (
                f"{entry.rule}: a blank before a mark in “{after}”"
            )
            assert after[0].isupper() or not text[0].isupper(), f"{entry.rule}: no capital in “{after}”"
            for written, following in re.findall(r"\b(an?) ([\w-]+)", after):
                assert written == article(following) or f"{written} {following}" in text, f"{entry.rule}: article in “{after}”"
    assert swapped > FEWEST


@pytest.mark.parametrize("entry", SWAPPED, ids=lambda entry: entry.rule)
def test_no_swap_is_a_definition(entry) -> None:
    for one in entry.suggestions:
        if one.kind == "swap":
            assert len(one.text.split()) <= 6, f"“{one.text}” explains; write explain instead of swap"
            assert not re.search(r"\b(that|which|who)\b", one.text), f"“{one.text}” explains; write explain instead of swap"


@pytest.mark.parametrize(
    ("text", "words", "keeps"),
    [
        ("By law we must notify the court.", "notify", "what the law says"),
        ("You are detained under section 3, and we will commence treatment.", "commence", "what the law says"),
        ("Do not take this medicine prior to your operation.", "prior to", "as firm as it is"),
        ("Ring 999 in the event that you cannot breathe.", "in the event that", "as firm as it is"),
        ("The abuse commenced in 2019.", "commenced", "as it is recorded"),
    ],
)
def test_nothing_is_swapped_by_itself_where_a_sentence_must_stay_firm(checkers, text: str, words: str, keeps: str) -> None:
    found = finding(checkers["letter"], text, words)
    assert all(one.kind != "swap" for one in found.suggestions)
    assert keeps in found.suggestions[-1].text


@pytest.mark.parametrize(
    "text", ["We would like to notify your GP.", "The group will commence in June.", "Please ring prior to Friday."]
)
def test_an_ordinary_sentence_keeps_its_swap(checkers, text: str) -> None:
    (found,) = checkers["letter"].check(text).findings
    assert found.suggestions[0].kind == "swap"
    assert not any("firm" in one.text or "Keep what" in one.text for one in found.suggestions)


def test_an_order_that_the_law_gives_is_not_to_be_softened(checkers) -> None:
    text = "The court order says that you must attend every session."
    told = [found for found in checkers["letter"].check(text).findings if found.category in ("command", "threat", "compliance")]
    for found in told:
        assert found.suggestions == (Suggestion("reword", found.suggestions[0].text),)
        assert "what the law says" in found.suggestions[0].text


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("hour", "an"), ("honest talk", "an"), ("house", "a"), ("MRI scan", "an"), ("NHS letter", "an"), ("X-ray", "an"),
        ("CT scan", "a"), ("unit", "a"), ("unusual day", "an"), ("urine test", "a"), ("ulcer", "an"), ("one-off visit", "a"),
        ("only child", "an"), ("European card", "a"), ("early birth", "an"), ("8-week wait", "an"), ("18-week wait", "an"),
        ("11-day course", "an"), ("100 mg dose", "a"), ("talk", "a"), ("uniform", "a"), ("uninvited guest", "an"), ("use", "a"),
    ],
)  # fmt: skip
def test_the_article_follows_the_sound(words: str, wanted: str) -> None:
    assert article(words) == wanted
