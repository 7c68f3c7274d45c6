"""The public face: what comes back from a check, and what each option does."""

import subprocess
import sys
import threading

import pytest

import plainletter
from plainletter import Checker, ConfigError, LexiconError

LETTER = """Dear Amira,

Thank you for coming to see me. You failed to attend your last two appointments, and your TFTs are due.
The TFTs can wait.

Yours sincerely,
Dr Joan Park
"""


def test_the_example_of_the_design_holds():
    report = plainletter.check("You failed to attend on 3 May.", doc_type="letter")
    finding = report.findings[0]
    assert finding.rule == "missed/failed-to-attend"
    assert (finding.category, finding.start, finding.end) == ("missed", 4, 20)
    assert finding.why
    assert finding.source
    assert finding.principles
    assert finding.suggestions[0].kind in ("swap", "explain", "reword", "generalise", "leave_out")


def test_findings_come_in_the_order_of_the_text_and_slice_it(checker):
    report = checker.check(LETTER)
    assert report.doc_type == "letter"
    assert [finding.start for finding in report.findings] == sorted(finding.start for finding in report.findings)
    assert all(LETTER[finding.start : finding.end] == finding.text for finding in report.findings)


def test_jargon_is_found_at_its_first_mention_and_counted(checker):
    mentions = [finding for finding in checker.check(LETTER).findings if finding.text == "TFTs"]
    assert [finding.count for finding in mentions] == [2]
    every = Checker(every_mention=True, scores=False).check(LETTER)
    assert len([finding for finding in every.findings if finding.text == "TFTs"]) == 2


def test_a_pipe_streams_in_order(checker):
    drawn = []

    def texts():
        for number in range(3):
            drawn.append(number)
            yield f"You failed to attend {number} times."

    reports = checker.pipe(texts())
    assert next(reports).findings[0].text
    assert drawn == [0]
    assert len(list(reports)) == 2


def test_a_category_or_rule_can_be_selected_and_ignored():
    text = "You failed to attend. You must lose weight."
    assert {finding.category for finding in Checker(select=["missed"], scores=False).check(text).findings} == {"missed"}
    assert "missed" not in {finding.category for finding in Checker(ignore=["missed"], scores=False).check(text).findings}
    assert (
        not Checker(ignore=["missed/failed-to-attend"], select=["missed"], scores=False).check("You failed to attend.").findings
    )


@pytest.mark.parametrize("name", ["mised", "missed/failed-to-atend"])
def test_an_unknown_rule_says_which_was_meant(name):
    with pytest.raises(ConfigError, match="did you mean missed"):
        Checker(ignore=[name])


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"doc_type": "leter"}, "there is no document type"),
        ({"preferences": "autistic"}, "takes a list of texts"),
        ({"lexicons": ["/nowhere"]}, "no such lexicon folder"),
    ],
)
def test_a_wrong_option_is_said_in_one_sentence(options, says):
    with pytest.raises((ConfigError, LexiconError), match=says):
        Checker(**options)


def test_bytes_are_not_a_text(checker):
    with pytest.raises(ConfigError, match="decode bytes first"):
        checker.check(b"You failed to attend.")


def test_a_service_adds_its_own_words_and_replaces_ours(tmp_path):
    (tmp_path / "ours.toml").write_text(
        'title = "Our words"\ngroup = "jargon"\nseverity = "warning"\nwhy = "New people do not know them."\n'
        '[core-talk]\nterms = ["core talk"]\nsource = "our panel"\nflags = ["A core talk."]\npasses = ["A core."]\n',
        encoding="utf-8",
    )
    report = Checker(lexicons=[tmp_path], scores=False).check("Your core talk is on Friday.")
    assert [finding.rule for finding in report.findings] == ["ours/core-talk"]


def test_what_was_left_alone_is_kept_with_its_reason(checker):
    report = checker.check("We failed to attend the meeting, and I am sorry.")
    assert report.findings == ()
    assert ("missed/failed-to-attend", "ownership") in [(match.rule, match.context) for match in report.suppressed]


def test_a_text_too_short_to_score_has_no_scores(checker):
    assert checker.check("You came.").scores == ()
    assert checker.check("").findings == ()


def test_a_long_sentence_is_a_note(checker):
    text = (
        "We talked about the garden and the bus and the rain and the long walk home and how it was when you were small and poor."
    )
    findings = checker.check(text).findings
    assert [(finding.rule, finding.severity) for finding in findings] == [("long_sentence/over-25-words", "note")]
    assert findings[0].text == text


def test_without_a_model_there_are_fewer_findings_never_more():
    texts = [
        LETTER,
        "The neighbour of your aunt came and refused the parcel.",
        "Household refuse goes out. Pt refused bloods.",
        "Diabetic socks.",
    ]
    for text in texts:
        full = {(f.rule, f.start) for f in Checker(scores=False).check(text).findings}
        less = {(f.rule, f.start) for f in Checker(scores=False, model=False).check(text).findings}
        assert less <= full


def test_threads_share_a_checker_without_mixing_texts(checker):
    wrong = []

    def work(number):
        for _ in range(10):
            text = f"Client {number} failed to attend on day {number}."
            found = [(f.rule, f.start, f.text) for f in checker.check(text).findings]
            if ("missed/failed-to-attend", text.index("failed"), "failed to attend") not in found:
                wrong.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_no_word_of_a_text_stays_in_the_process(checker):
    from plainletter.checking.tokens import english

    checker.check("Zebedeequx failed to attend, and Zebedeequx knows why.")
    assert "Zebedeequx" not in english().nlp.vocab.strings
    assert "zebedeequx" not in english().nlp.vocab.strings


@pytest.mark.parametrize("module", ["spacy", "textstat", "nltk", "rich", "markdown_it", "lemminflect"])
def test_importing_plainletter_imports_nothing_heavy(module):
    code = f"import plainletter, plainletter.cli, sys; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
