"""Jargon that no list knows: rare words, medical parts, letters; not names, not everyday words, not what is explained."""

import pytest

from plainletter import Checker
from plainletter.checking.familiar import is_familiar, table
from plainletter.checking.unfamiliar import ENTRIES


@pytest.fixture(scope="module")
def only():
    return Checker("letter", scores=False, select=["unfamiliar"])


def found(checker, text):
    return [(finding.rule.partition("/")[2], finding.text) for finding in checker.check(text).findings]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.rule)
def test_each_rule_is_proved_by_its_own_sentences(only, entry):
    assert entry.rule in [finding.rule for sentence in entry.flags for finding in only.check(sentence).findings]
    assert [finding.rule for sentence in entry.passes for finding in only.check(sentence).findings] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The scan shows a small hydrocele.", [("rare-word", "hydrocele")]),
        ("You have mild aortitis.", [("medical-word", "mild aortitis")]),
        ("We sent your XQR to the ward.", [("letters", "XQR")]),
        ("Mediastinoscopy is in June.", [("medical-word", "Mediastinoscopy")]),
        ("They plan thoracoscopic surgery.", [("medical-word", "thoracoscopic surgery")]),
    ],
)
def test_a_word_is_found_with_the_care_words_beside_it(only, text, wanted):
    assert found(only, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Your son Oluwaseun came with Agnieszka from Llanfairfechan.",
        "Siobhan rang from the swimming baths.",
        "The NHS app, the BBC and your GP can help.",
        "Swallow one teaspoonful at bedtime if you feel dizzy or itchy.",
        "We couldn't reach you; they've moved and you're at your gran's.",
        "It was untreated, reopened and unaffected.",
        "PLEASE BRING YOUR CARD AND YOUR LETTER",
        "Your blood sugar was 12 mmol.",
    ],
)
def test_names_known_letters_and_everyday_words_stay_quiet(only, text):
    assert [word for _, word in found(only, text)] == []


def test_it_is_found_once_and_not_where_the_text_explains_it(only):
    once = "You have a hydrocele. The hydrocele is small."
    assert found(only, once) == [("rare-word", "hydrocele")]
    assert only.check(once).findings[0].count == 2
    assert found(only, "You have a hydrocele (a pocket of fluid that does no harm).") == []


def test_two_different_words_are_two_findings(only):
    assert len(found(only, "You have a hydrocele. It is next to the epididymis.")) == 2


def test_a_word_that_the_client_uses_of_themselves_is_left_alone():
    checker = Checker("letter", scores=False, select=["unfamiliar"], preferences=["hydrocele"])
    assert found(checker, "You have a hydrocele.") == []


def test_a_word_that_the_lexicon_knows_is_found_once():
    findings = Checker("letter", scores=False).check("There is chorioretinal atrophy.").findings
    assert len([finding for finding in findings if "atrophy" in finding.text]) == 1


def test_british_spellings_and_forms_are_known():
    assert all(is_familiar(word) for word in ("colours", "organised", "travelling", "kidneys", "sadness", "unopened"))
    assert not any(is_familiar(word) for word in ("titrate", "sequelae", "hydrocele"))


def test_the_table_is_small_letters_only():
    assert all(word.isascii() and word.islower() for word in table())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We saw mycological swabs there.", [("rare-word", "mycological swabs")]),
        ("The mycological is there.", [("rare-word", "mycological")]),
        ("The XQR group met.", [("letters", "XQR")]),
        ("Please use LARGE print.", []),
        ("It was 95% XQR at most.", []),
        ("A pseudo-hydrocele was seen.", [("rare-word", "pseudo-hydrocele")]),
    ],
)
def test_where_an_unfamiliar_term_begins_and_ends(only, text, wanted):
    assert found(only, text) == wanted
