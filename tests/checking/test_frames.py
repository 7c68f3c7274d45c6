from plainletter.lexicon.entry import Frame
from tests.conftest import make_checker, make_entry

POSITIVE = make_checker(make_entry("positive", frames=(Frame("near", True, ("<test>",)), Frame("after", False, ("about",)))))
PRESENT = make_checker(make_entry("present", frames=(Frame("after", True, ("with",)),), unless=("present with a {gift,cake}",)))


def found(checker, text):
    return [finding.text for finding in checker.check(text).findings]


def test_a_frame_must_stand_near_the_match():
    assert found(POSITIVE, "The swab was positive.") == ["positive"]
    assert found(POSITIVE, "You feel positive today.") == []
    assert found(POSITIVE, "You had a swab. You feel positive today.") == []


def test_an_unwanted_frame_clears_the_match():
    assert found(POSITIVE, "You are positive about the scan.") == []


def test_a_frame_on_one_side_looks_only_there_and_not_far():
    assert found(PRESENT, "She presented last week with a cough.") == ["presented"]
    assert found(PRESENT, "With a cough she presented.") == []
    assert found(PRESENT, "She presented her plans for the garden of the new clinic, with pride.") == []


def test_a_longer_innocent_phrase_clears_the_match_and_is_remembered():
    report = PRESENT.check("He presented with a cake.")
    assert report.findings == ()
    assert [match.context for match in report.suppressed] == ["unless"]
