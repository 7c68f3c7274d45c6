from dataclasses import replace

from plainletter.checking.merging import collapse_repeats, merge_overlaps
from plainletter.findings import Finding

GROUPS = {"fault": "blame", "missed": "blame", "jargon": "jargon"}


def finding(rule, start, end, severity="warning"):
    return Finding(rule, rule.partition("/")[0], severity, start, end, "x" * (end - start), "m", "w", "s")


def test_the_most_severe_of_overlapping_findings_stays_and_names_the_others():
    merged = merge_overlaps([finding("missed/a", 0, 20), finding("fault/b", 5, 10, "error"), finding("jargon/c", 8, 12)], GROUPS)
    assert [(kept.rule, kept.merged) for kept in merged] == [("fault/b", ("missed/a", "jargon/c"))]


def test_wording_comes_before_jargon_and_the_longer_before_the_shorter():
    merged = merge_overlaps(
        [finding("jargon/long", 0, 30), finding("missed/short", 4, 8), finding("missed/longer", 2, 12)], GROUPS
    )
    assert [kept.rule for kept in merged] == ["missed/longer"]


def test_findings_that_only_touch_stay_apart():
    assert len(merge_overlaps([finding("missed/a", 0, 5), finding("missed/b", 5, 9)], GROUPS)) == 2


def test_jargon_is_found_once_and_counted_but_wording_each_time():
    repeated = [finding("jargon/a", 0, 5), finding("missed/b", 6, 9), finding("jargon/a", 10, 15), finding("missed/b", 16, 19)]
    kept = collapse_repeats(repeated, GROUPS)
    assert [(one.rule, one.count) for one in kept] == [("jargon/a", 2), ("missed/b", 1), ("missed/b", 1)]
    assert kept[0] == replace(repeated[0], count=2)


def test_a_rule_about_the_whole_letter_is_found_once_and_counted():
    repeated = [finding("missed/b", 6, 9), finding("missed/b", 16, 19), finding("missed/c", 20, 22), finding("missed/c", 24, 26)]
    kept = collapse_repeats(repeated, GROUPS, ["missed/b"])
    assert [(one.rule, one.start, one.count) for one in kept] == [("missed/b", 6, 2), ("missed/c", 20, 1), ("missed/c", 24, 1)]
