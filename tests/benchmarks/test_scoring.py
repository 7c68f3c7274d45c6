"""The arithmetic of the exams, on cases that can be counted by hand."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "scoring.py"


@pytest.fixture(scope="module")
def scoring():
    spec = spec_from_file_location("scoring", SCRIPT)
    module = module_from_spec(spec)
    sys.modules["scoring"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    yield module
    del sys.modules["scoring"]


def test_one_finding_over_two_marks_finds_one_of_them(scoring):
    gold = [scoring.Mark(0, 4, "fault"), scoring.Mark(6, 9, "doubt")]
    tally = scoring.span_tally(gold, [scoring.Mark(2, 8, "doubt")])
    assert (tally.right, tally.found, tally.gold) == (1, 1, 2)


def test_a_pairing_is_given_up_where_that_makes_room_for_a_second_pair(scoring):
    gold = [scoring.Mark(0, 4, "fault"), scoring.Mark(6, 9, "fault")]
    found = [scoring.Mark(2, 8, "fault"), scoring.Mark(0, 3, "fault")]
    assert scoring.span_tally(gold, found).right == 2


def test_marks_that_only_touch_do_not_overlap(scoring):
    assert not scoring.overlap(scoring.Mark(0, 4, "fault"), scoring.Mark(4, 8, "fault"))


def test_precision_recall_and_f1(scoring):
    tally = scoring.yes_no_tally([True, True, False, True], [True, False, True, False])
    assert (tally.precision, tally.recall, tally.f1) == (1 / 2, 1 / 3, 2 / 5)


def test_kappa_is_agreement_beyond_chance(scoring):
    # Cohen's own kind of table: both yes 20, both no 15, first alone 5, second alone 10.
    one = [True] * 20 + [False] * 15 + [True] * 5 + [False] * 10
    other = [True] * 20 + [False] * 15 + [False] * 5 + [True] * 10
    assert scoring.kappa(one, other) == pytest.approx(0.4)
    assert scoring.kappa(one, one) == 1
