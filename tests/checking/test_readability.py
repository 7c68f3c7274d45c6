"""The scores of a text, the difficulty of a sentence, and what is left behind: nothing."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainletter.checking import difficulty as model
from plainletter.checking.readability import MEASURES, difficulties, difficulty, grade, hard_words, score
from plainletter.checking.spoken import spoken_words
from plainletter.checking.textstats import LANGUAGE, joined, measure
from plainletter.errors import ModelError

EASY = (
    "Thank you for coming to see me last week.",
    "We talked about your sleep, and you told me that you feel a bit better.",
    "Please take one tablet each night with some food.",
    "You can ring us on any day if you have a question.",
    "I look forward to seeing you again in May.",
)
HARD = (
    "The multidisciplinary team formulated a biopsychosocial understanding of the longitudinal presentation.",
    "Comorbid generalised anxiety symptomatology necessitates pharmacological optimisation and psychoeducational intervention.",
    "Echocardiography demonstrated moderate ventricular systolic dysfunction, with accompanying peripheral oedema.",
    "Consideration of electroconvulsive therapy remains appropriate, notwithstanding contraindications previously identified.",
)
TRICKY = (
    "Dr. Okonkwo saw you at 2.30pm, e.g. for your blood test.",
    "Your haemoglobin was 10.5 (normal: 11.5 to 16.5)!",
    "Is it Mr. or Prof. Nguyễn-O'Brien who rang you?",
    "Please see https://www.nhs.uk/conditions/asthma?a=1! or write to clinic@nhs.net. today",
    "‘It’s the clinic’s follow‑up,’ said Siân … then she left.",
    "You may take 1,000 units on 3.5.2026, i.e. at about 9 a.m. and 5 p.m.",
    "A&E and/or the GP\u2014whoever is nearer\u2014can help you.",
    "Sign here: ____________ and the date (dd/mm/yyyy).",
)


def _values(sentences):
    return {found.measure: found.value for found in score(sentences)}


def _counts(spoken):
    counts = import_module("textstat.backend.counts")
    text = joined(spoken)
    return counts.count_sentences(text), counts.count_words(text)


def test_an_easy_letter_meets_every_target() -> None:
    assert [found.measure for found in score(EASY) if not found.passed] == []


def test_a_letter_full_of_jargon_meets_none() -> None:
    assert [found.measure for found in score(HARD) if found.passed] == []


def test_each_score_names_its_unit_its_target_and_its_source() -> None:
    scores = score(EASY)
    assert [found.measure for found in scores] == [kind.name for kind in MEASURES]
    assert all(found.unit and found.source and found.target > 0 for found in scores)


def test_the_targets_are_the_published_ones() -> None:
    assert {found.measure: found.target for found in score(EASY)} == {
        "flesch_reading_ease": 60,
        "flesch_kincaid_grade": 8,
        "smog_index": 10,
        "gunning_fog": 10,
        "uk_reading_age": 13,
    }


def test_the_uk_reading_age_is_the_us_grade_and_five_years() -> None:
    values = _values(HARD)
    assert values["uk_reading_age"] == pytest.approx(values["flesch_kincaid_grade"] + 5)


def test_the_uk_reading_age_is_never_below_five() -> None:
    assert _values(["We can see you now if you like."] * 5)["uk_reading_age"] == 5


@pytest.mark.parametrize(
    "sentences",
    [
        (),
        ("",),
        ("!!!", "…", "?"),
        EASY[:2],
        ("One long sentence of many words is not a text, " * 5,),
        ("Yes.", "No.", "Thank you.") * 40,
    ],
)
def test_a_text_too_short_to_score_has_no_scores(sentences) -> None:
    assert score(sentences) == ()


def test_a_sentence_of_one_or_two_words_does_not_count() -> None:
    assert score((*EASY, "Yours sincerely,", "Sam")) == score(EASY)


def test_stops_inside_a_sentence_do_not_end_it() -> None:
    with_stops = [f"Dr. Shah said at 2.30pm, e.g. on the phone, that {sentence}" for sentence in EASY]
    without = [f"Dr Shah said at 230pm, eg on the phone, that {sentence}" for sentence in EASY]
    assert score(with_stops) == score(without)


@pytest.mark.parametrize("sentence", TRICKY)
def test_textstat_counts_one_sentence_where_we_see_one(sentence: str) -> None:
    words = spoken_words(sentence)
    assert _counts([words]) == (1, len(words))


@given(st.lists(st.text(), max_size=6))
def test_textstat_counts_the_sentences_and_words_of_any_text_as_we_do(sentences) -> None:
    spoken = [words for words in map(spoken_words, sentences) if len(words) > 2]
    if spoken:
        assert _counts(spoken) == (len(spoken), sum(map(len, spoken)))


@given(st.lists(st.text(alphabet="aeI'’.!?-_/:&@ \n1ßıİé\u0301\u00ad\u200b漢", min_size=20), min_size=3, max_size=8))
def test_a_score_is_always_a_number(sentences) -> None:
    assert all(math.isfinite(found.value) for found in score(sentences))


@pytest.mark.parametrize("sentence", [*EASY, *HARD, *TRICKY])
def test_our_own_grade_of_a_sentence_is_that_of_textstat(sentence: str) -> None:
    assert grade(sentence) == pytest.approx(measure([spoken_words(sentence)])["flesch_kincaid_grade"], abs=1e-6)


def test_a_sentence_without_words_has_grade_nought() -> None:
    assert grade("…!?") == 0


def test_curly_and_straight_apostrophes_score_alike() -> None:
    assert grade("It’s the clinic’s letter.") == grade("It's the clinic's letter.")


def test_a_link_is_one_short_word() -> None:
    assert grade("Read more at https://www.nhs.uk/mental-health/conditions/psychosis/overview/ today.") == grade(
        "Read more at link today."
    )


def test_threads_do_not_mix_their_texts() -> None:
    texts = [EASY, HARD, TRICKY, EASY + HARD] * 10
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(score, texts)) == [score(text) for text in texts]


def test_a_host_that_uses_textstat_is_served_as_before(monkeypatch) -> None:
    counting = import_module("textstat.backend.counts._count_syllables")
    hosts = {"letter": [["L", "EH1"]]}
    monkeypatch.setattr(counting, "get_cmudict", lambda lang: hosts)
    monkeypatch.setattr(counting, "get_pyphen", lambda lang: f"pyphen {lang}")
    before = score(HARD)
    assert counting.get_cmudict("en_US") is hosts
    assert counting.get_pyphen("en_US") == "pyphen en_US"
    assert counting.get_cmudict(LANGUAGE) is not hosts
    assert score(HARD) == before


def test_a_list_that_a_host_changed_in_the_caches_of_textstat_does_not_reach_our_scores() -> None:
    before = score(EASY)
    list_words = import_module("textstat.backend.selections").list_words
    list_words(joined([spoken_words(sentence) for sentence in EASY]), lowercase=True).append("appendicitis")
    assert score(EASY) == before


def test_a_textstat_without_the_look_up_is_refused(monkeypatch) -> None:
    counting = import_module("textstat.backend.counts._count_syllables")
    monkeypatch.delattr(counting, "get_cmudict")
    with pytest.raises(ModelError, match="get_cmudict") as refused:
        score(EASY)
    assert "textstat==0.7.13" in str(refused.value)


def test_a_textstat_that_counts_otherwise_is_refused_each_time(monkeypatch) -> None:
    counting = import_module("textstat.backend.counts._count_syllables")
    metrics = import_module("textstat.backend.metrics")
    monkeypatch.setattr(counting, "get_cmudict", lambda lang: {})
    monkeypatch.setattr(metrics, "flesch_kincaid_grade", lambda text, lang: 99.0)
    for _ in range(2):
        with pytest.raises(ModelError, match="test letter"):
            score(EASY)


def _run(script: str) -> str:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_textstat_is_imported_only_when_a_text_is_scored() -> None:
    assert (
        _run(
            "import sys\n"
            "from plainletter.checking.readability import score, difficulties\n"
            "difficulties(['We can see you now.'], [[]])\n"
            "score(['Too short.'])\n"
            "assert not {'textstat', 'nltk', 'pyphen', 'spacy'} & set(sys.modules), sys.modules.keys()\n"
            f"score({EASY!r})\n"
            "print('textstat' in sys.modules)"
        )
        == "True"
    )


def test_nothing_is_fetched_and_nltk_stays_what_it_is() -> None:
    assert (
        _run(
            "import socket, nltk\n"
            "def refuse(*_, **__): raise AssertionError('reached out')\n"
            "socket.socket.connect = socket.getaddrinfo = nltk.download = nltk.data.find = refuse\n"
            "from plainletter.checking.readability import score\n"
            f"score({EASY!r})\n"
            "import sys, types\n"
            "print(type(sys.modules['nltk']) is types.ModuleType and hasattr(nltk, 'word_tokenize'))"
        )
        == "True"
    )


# Walks from everything that the collector knows to every text, and says how many hold the name; the name itself is never stored.
_CANARY = """
import gc
from importlib import import_module
from plainletter.checking.readability import score, difficulties
def name(): return ''.join(reversed('ikswokizq'))
def text(): return [f'We saw {name()} {i} at the paediatricz{name()} clinic with her mum today.' for i in range(5)]
def held():
    seen, found, heap = set(), 0, list(gc.get_objects())
    seen.update(map(id, heap))
    while heap:
        holder = heap.pop()
        keys = list(dict.keys(holder)) if isinstance(holder, dict) else []  # the collector itself passes over texts as keys
        for thing in gc.get_referents(holder) + keys:
            if id(thing) not in seen:
                seen.add(id(thing))
                if isinstance(thing, str): found += name() in thing
                else: heap.append(thing)
    return found
score(text())
difficulties(text(), [[]] * 5)
gc.collect()
clean = held()
import_module('textstat.backend.metrics').flesch_kincaid_grade(' '.join(text()), 'en_GB_plainletter')
print(clean, held() > 0)
"""


def test_no_word_of_a_text_stays_in_memory() -> None:
    assert _run(_CANARY) == "0 True"  # the second says that the search finds what textstat alone would keep


def test_a_hard_sentence_is_harder_than_an_easy_one() -> None:
    easy = [difficulty(sentence, hard_words(sentence)) for sentence in EASY]
    hard = [difficulty(sentence, hard_words(sentence)) for sentence in HARD]
    assert max(easy) < min(hard)


def test_shorthand_is_hard_though_its_words_are_short() -> None:
    note = "Pt s/b CRISIS team; GCS 15, NAD, TTE NAD, for f/u in OPD."
    assert grade(note) < 8
    assert difficulty(note, hard_words(note)) > 5


def test_each_further_hard_word_makes_a_sentence_harder() -> None:
    sentence = "You were seen for your renal colic and the scan was clear."
    assert difficulty(sentence, ()) < difficulty(sentence, ("colic",)) < difficulty(sentence, ("renal", "colic"))


@given(st.text(), st.lists(st.text(), max_size=30))
def test_difficulty_stays_on_the_scale_from_one_to_six(sentence: str, hard) -> None:
    assert 1 <= difficulty(sentence, hard) <= 6


@pytest.mark.parametrize("sentence", ["", "  ", "!!!", "—"])
def test_a_sentence_without_words_is_as_easy_as_can_be(sentence: str) -> None:
    assert difficulty(sentence, hard_words(sentence)) == 1


def test_hard_words_are_long_and_not_everyday() -> None:
    assert hard_words("Your family can visit the hospital; the echocardiography was uneventful.") == (
        "echocardiography",
        "uneventful",
    )


def test_names_and_figures_are_not_hard_words() -> None:
    assert hard_words("On 12/05/2026 we met Oluwaseun Adebayo in Wolverhampton.") == ()


def test_words_that_every_letter_needs_are_not_hard_words() -> None:
    assert hard_words("Your appointment is for an assessment of anxiety.") == ()


def test_words_that_the_caller_knows_to_be_hard_come_first_and_once() -> None:
    assert hard_words("The renal Echocardiography was clear.", ["renal", "echocardiography"]) == ("renal", "echocardiography")


def test_a_heading_in_capitals_is_not_full_of_abbreviations() -> None:
    assert difficulty("YOUR CLINIC VISIT", ()) == difficulty("your clinic visit", ())


def test_many_sentences_are_graded_as_each_is_alone() -> None:
    given = [("renal",), *[()] * (len(EASY + HARD) - 1)]
    alone = [
        (difficulty(sentence, hard_words(sentence, known)), hard_words(sentence, known))
        for sentence, known in zip(EASY + HARD, given, strict=True)
    ]
    assert list(difficulties(EASY + HARD, given)) == alone


def test_the_model_says_when_and_on_what_it_was_fitted_and_how_well() -> None:
    fitted = json.loads((model.DATA / "difficulty.json").read_text(encoding="utf-8"))
    assert fitted["fitted"]
    assert "MedReadMe" in fitted["data"]
    assert fitted["rows"] == {"train": 2580, "dev": 784}
    assert fitted["pearson"]["dev"] >= 0.75
    assert all(weight > 0 for weight in fitted["weights"].values())


def test_a_missing_model_is_refused_with_what_to_do(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(model, "DATA", tmp_path)
    model.weights.cache_clear()
    with pytest.raises(ModelError, match="install plainletter again"):
        difficulty("We can see you now.", ())
