"""A letter of every kind, kept as Markdown for people to read. Renew them: PLAINLETTER_GOLDEN=write pytest test_golden.py."""

import os
import re
from pathlib import Path

import pytest
import tomlkit

import plainletter
from plainletter.letters.case import Case
from plainletter.letters.casefile import load
from plainletter.letters.consent import permission
from plainletter.letters.drafting import copies, draft
from plainletter.letters.kinds import KINDS
from plainletter.letters.letter import Box, Bullets, Heading

GOLDEN = Path(__file__).parent / "golden"
NAMES = sorted(path.parent.name for path in GOLDEN.glob("*/case.toml"))
REQUIRED = {
    "first-meeting": ("As promised", "You said that", "next steps", "111", "Please check this letter"),
    "assessment-feedback": ("in your own time", "You said that", "I think that", "Please check this letter"),
    "review": ("has changed|sleep better", "helped", "Please check this letter"),
    "missed-appointment": ("all right", "kept a time", "another time"),
    "invitation": ("My name is", "about 50 minutes", "bring somebody", "say no", "interpreter", "asked us"),
    "waiting-list": ("between 18 and 26 weeks", "August 2025", "16 March 2026", "get harder", "111"),
    "change-of-worker": ("Adaeze Nwosu", "1 September 2026", "because|moving", "20 August", "agreement", "rather"),
    "safety-plan": ("Signs", "What helps", "111", "116 123", "plan that we made together"),
    "ending": ("last meeting", "come back", "31 December 2026", "short form"),
    "correction": ("Thank you for telling", "sorry", "8 October", "your own words", "Information Commissioner"),
    "cover-note": ("as we agreed", "25 September"),
    "young-person": ("dragons", "quiet room", "draw on this letter"),
    "text": ("10 November", "07700 900 333"),
}
TROUBLING = ("warning", "error")
AVOID = (
    "referred", "failed", "did not attend", "DNA", "discharge", "non-engag", "insight", "you must", "re-allocat",
    "no longer meet", "do not contact us", "if we do not hear", "closed", "None", "  ", " .", " ,", "..", "[]",
)  # fmt: skip


def drafted(name):
    return copies(load(GOLDEN / name / "case.toml"))


@pytest.fixture(scope="module")
def checker():
    return plainletter.Checker("letter")


def said(runs):
    return "".join(f"**{run.text}**" if run.strong else run.text for run in runs)


def lines(blocks):
    for block in blocks:
        match block:
            case Box(inside):
                yield "\n>\n".join("> " + line.replace("\n", "\n> ") for line in lines(inside))
            case Bullets(items):
                yield "\n".join(f"- {said(runs)}" for runs in items)
            case Heading(runs, level):
                yield f"{'#' * level} {said(runs)}"
            case _:
                yield said(block.runs).replace("\n", "  \n")


def markdown(letter):
    return "\n\n".join(line for part in letter.parts for line in lines(part.blocks)) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_of_every_kind_reads_as_it_was_left(name):
    kept = {path.stem: path for path in (GOLDEN / name).glob("*.md")}
    letters = {letter.reader: markdown(letter) for letter in drafted(name)}
    if os.environ.get("PLAINLETTER_GOLDEN") == "write":
        for reader, text in letters.items():
            (GOLDEN / name / f"{reader}.md").write_text(text, encoding="utf-8")
        return
    assert kept.keys() == letters.keys()
    assert {reader: path.read_text(encoding="utf-8") for reader, path in kept.items()} == letters


def test_every_kind_has_a_golden_letter():
    assert {load(GOLDEN / name / "case.toml").kind for name in NAMES} == set(KINDS)


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("-short")])
def test_nothing_in_it_troubles_our_own_checker_and_it_is_easy_to_read(name, checker):
    for letter in drafted(name):
        report = checker.check(letter.text)
        found = [(f.rule, letter.text[f.start : f.end]) for f in report.findings if f.severity in TROUBLING]
        assert found == [], letter.reader
        grades = [score.value for score in report.scores if score.measure == "flesch_kincaid_grade"]
        assert all(grade <= 7 for grade in grades), letter.reader


@pytest.mark.parametrize("name", NAMES)
def test_it_holds_the_parts_of_its_kind_and_none_of_the_words_to_avoid(name):
    letters = drafted(name)
    own = next(letter.text for letter in letters if letter.reader in ("client", "child"))
    for wanted in REQUIRED.get(name.removesuffix("-short"), ()):
        assert re.search(wanted, own), wanted
    for letter in letters:
        for word in AVOID:
            assert word not in letter.text, (letter.reader, word)


def test_what_a_new_worker_will_not_be_told_is_in_the_clients_own_letter_alone():
    letters = {letter.reader: letter.text for letter in drafted("change-of-worker-short")}
    assert "your brother" in letters["client"]
    assert "your brother" not in letters["gp"]
    assert "will not tell" not in letters["gp"]


SHORT = [name for name in NAMES if name.endswith("-short")]
TYPED = "you like R&B <3 cats, *stars*, {{ braces }}, #hash, - dash, 1. one, 🙂, Mòrag, Łukasz and שרה"


def data(name):
    return tomlkit.parse((GOLDEN / name / "case.toml").read_text(encoding="utf-8")).unwrap()


@pytest.mark.parametrize("name", SHORT)
def test_what_was_typed_comes_out_letter_for_letter_in_every_kind(name):
    changed = data(name)
    changed["plan"] = [{"id": "P9", "what": TYPED, "who": "you"}]
    letters = [draft(Case.model_validate(changed), reader["id"]).text for reader in changed["readers"][:1]]
    shown = [text for text in letters if TYPED[1:] in text]
    assert shown or name == "young-person-short"


def never_there(whole, case, reader):
    """The record in which what is withheld from a reader, and every refused reader, has never existed."""
    hidden = {item for mark in case.marks if mark.hides_from(reader) for item in mark.items}
    refused = {other.id for other in case.readers if not permission(case, other).given}
    return Case.model_validate(
        whole
        | {
            "items": [item for item in whole.get("items", []) if item["id"] not in hidden],
            "readers": [other for other in whole["readers"] if other["id"] not in refused],
            "marks": [],
        }
    )


@pytest.mark.parametrize("name", SHORT)
def test_a_copy_is_the_copy_of_a_record_in_which_nothing_was_ever_withheld(name):
    whole = data(name)
    whole["readers"].append({"id": "work", "kind": "service", "name": "Exampleton Council", "channel": "email"})
    case = Case.model_validate(whole)
    for reader in case.readers:
        if reader.kind != "client" and permission(case, reader).given:
            assert draft(case, reader.id) == draft(never_there(whole, case, reader.id), reader.id)


def test_the_example_for_services_makes_a_letter(tmp_path):
    readme = (Path(__file__).parents[2] / "letter_templates" / "README.md").read_text(encoding="utf-8")
    example = readme.split("```jinja\n")[1].split("```")[0]
    (tmp_path / "first-meeting.md.jinja").write_text(example, encoding="utf-8")
    letter = draft(load(GOLDEN / "first-meeting-short" / "case.toml"), templates=[tmp_path])
    assert "It was good to meet you on Tuesday 3 March 2026." in letter.text
    assert "Warm wishes" in letter.text
