"""Each topic is proved both ways by its own sentences; a broken list says where."""

import pytest

from plainletter.errors import LexiconError
from plainletter.letters.leaks.search import Haystack
from plainletter.letters.leaks.secrets import topic_needles
from plainletter.letters.leaks.topics import topics, topics_of

ALL = topics()


def told(topic, sentence):
    return [hit.needle.shown for hit in Haystack(sentence).hits(topic_needles(topic))]


@pytest.mark.parametrize("topic", ALL, ids=lambda topic: topic.name)
def test_a_topic_is_found_in_what_gives_it_away_and_not_in_what_looks_like_it(topic):
    assert topic.leaks, "a topic without a proof"
    assert [sentence for sentence in topic.leaks if not told(topic, sentence)] == []
    assert {sentence: told(topic, sentence) for sentence in topic.innocent if told(topic, sentence)} == {}


@pytest.mark.parametrize("topic", ALL, ids=lambda topic: topic.name)
def test_every_word_of_a_topic_is_found_as_it_is_written(topic):
    words = [word for kind, word in topic.words() if kind != "numbers"]
    assert [word for word in words if not told(topic, f"I will ask about {word} for you.")] == []


def test_a_name_that_is_also_a_word_counts_with_its_capital_only():
    assert told(next(one for one in ALL if one.name == "depression"), "Never mind, and mind the step.") == []
    assert told(next(one for one in ALL if one.name == "depression"), "I will ask Mind to ring you.") == ["Mind"]


def test_two_faint_words_in_one_line_give_a_topic_away_and_one_does_not():
    tuberculosis = next(one for one in ALL if one.name == "tuberculosis")
    assert told(tuberculosis, "Bring the tablets.") == []
    assert told(tuberculosis, "Bring the tablets and a sample.") != []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("[a]\nmedicines = ['x']", "needs tells"),
        ("[a]\ntells = ['x']\ntels = ['y']", "unknown key tels"),
        ("[a]\ntells = 'x'", "list of texts"),
        ("[a", "cannot be read"),
    ],
)
def test_a_broken_list_says_where(tmp_path, text, part):
    path = tmp_path / "t.toml"
    path.write_text(text)
    with pytest.raises(LexiconError, match=part):
        topics_of(path)
