"""language_tool_python, a client for real LanguageTool servers, speaks to ours."""

import language_tool_python
import pytest

LETTER = "Dear Amir,\n\n🙂 You failed to attend on 3 May. We will commence the sessions soon.\n"


@pytest.fixture
def tool(server):
    with language_tool_python.LanguageTool("en-GB", remote_server=server) as client:
        yield client


def found(tool, text=LETTER):
    return {match.rule_id: text[match.offset : match.offset + match.error_length] for match in tool.check(text)}


def test_it_finds_the_words_where_they_stand_behind_an_emoji(tool):
    assert found(tool) == {"missed/failed-to-attend": "failed to attend", "jargon/commence": "commence"}


def test_it_puts_swaps_in_and_leaves_the_rest_to_a_person(tool):
    assert tool.correct(LETTER) == LETTER.replace("commence", "start")


def test_a_rule_that_it_switches_off_is_off(tool):
    tool.disabled_rules = {"jargon/commence", "UPPERCASE_SENTENCE_START"}
    assert list(found(tool)) == ["missed/failed-to-attend"]


def test_a_category_that_it_switches_off_is_off(tool):
    tool.disabled_categories = {"MISSED", "TYPOS"}
    assert list(found(tool)) == ["jargon/commence"]


def test_rules_that_it_wants_alone_come_alone(tool):
    tool.enabled_rules, tool.enabled_rules_only = {"jargon/commence"}, True
    assert list(found(tool)) == ["jargon/commence"]


def test_rules_of_languagetool_alone_find_nothing_here(tool):
    tool.enabled_rules, tool.enabled_rules_only = {"EN_QUOTES"}, True
    assert found(tool) == {}


def test_picky_adds_notes(tool):
    text = "We will speak about your perambulation when we meet."
    assert found(tool, text) == {}
    tool.picky = True
    assert found(tool, text) == {"unfamiliar/rare-word": "perambulation"}


def test_any_english_and_a_language_to_be_told_are_checked_alike(tool):
    for language in ("en-US", "en", "auto"):
        tool.language = language
        assert len(found(tool)) == 2


def test_it_learns_that_another_language_is_not_checked(server):
    with pytest.raises(ValueError, match="unsupported language"):
        language_tool_python.LanguageTool("de-DE", remote_server=server)
