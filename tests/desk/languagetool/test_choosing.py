"""A client's choice of rules, as options of a check and as the findings that it is shown."""

from dataclasses import replace

from plainletter.desk.languagetool.choosing import narrowed, wanted
from plainletter.desk.languagetool.wish import Choice
from plainletter.desk.options import CheckOptions
from plainletter.findings import Finding

RULES = ("missed/dna", "missed/failed-to-attend", "threat/discharge", "formulation/insight")
PLAIN = CheckOptions()
NOTE = Finding("presence/reason", "presence", "note", 0, 4, "Dear", "Said.", "A reason.", "us")
WARNING = replace(NOTE, rule="missed/dna", category="missed", severity="warning")


def chosen(options=PLAIN, **choice):
    sets = {name: frozenset(value) if isinstance(value, set) else value for name, value in choice.items()}
    return narrowed(options, Choice(**sets), RULES)


def shown(**choice):
    return [finding.rule for finding in wanted([NOTE, WARNING], Choice(**choice))]


def test_without_a_choice_the_options_of_the_server_hold():
    options = CheckOptions(ignore=("missed",), doc_type="letter")
    assert chosen(options) == options


def test_what_is_disabled_is_ignored_too():
    assert chosen(CheckOptions(ignore=("threat",)), disabled={"missed/dna"}).ignore == ("missed/dna", "threat")


def test_names_that_are_not_known_here_change_nothing():
    assert chosen(enabled={"en_quotes"}, disabled={"uppercase_sentence_start", "typos"}) == PLAIN


def test_what_is_enabled_comes_besides_everything_else():
    options = chosen(CheckOptions(ignore=("threat", "missed")), enabled={"threat/discharge", "threat"})
    assert options.select == ("formulation", "missed", "threat", "threat/discharge")
    assert options.ignore == ("missed",)


def test_what_is_enabled_comes_besides_what_the_server_selects():
    assert chosen(CheckOptions(select=("missed",)), enabled={"threat"}).select == ("missed", "threat")


def test_what_is_both_enabled_and_disabled_is_off():
    options = chosen(enabled={"missed/dna"}, disabled={"missed/dna"})
    assert "missed/dna" not in options.select
    assert "missed/dna" in options.ignore


def test_only_leaves_nothing_else():
    assert chosen(CheckOptions(ignore=("missed",)), enabled={"missed"}, only=True) == CheckOptions(select=("missed",))
    assert chosen(enabled={"en_quotes"}, only=True) is None


def test_a_rule_stays_on_in_a_category_that_is_disabled():
    options = chosen(enabled={"missed/dna"}, disabled={"missed"})
    assert "missed/dna" in options.select
    assert options.ignore == ("missed",)


def test_notes_are_shown_to_the_picky_and_to_those_who_name_them():
    assert shown() == ["missed/dna"]
    assert shown(picky=True) == ["presence/reason", "missed/dna"]
    assert shown(enabled=frozenset({"presence"})) == shown(picky=True)
    assert shown(enabled=frozenset({"presence/reason"})) == shown(picky=True)


def test_what_a_whole_letter_lacks_is_told_apart_from_everything_else():
    assert shown(picky=True, whole=True) == ["presence/reason"]
    assert shown(picky=True, whole=False) == ["missed/dna"]
