"""Numbers are checked by their own arithmetic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainletter.letters.identifiers import chi_fault, nhs_fault, nhs_spaced


def test_an_nhs_number_is_set_in_three_groups_that_do_not_break():
    assert nhs_spaced("9990371431") == "999\xa0037\xa01431"
    assert nhs_spaced("999 037 1431", "last4") == "ending 1431"


@pytest.mark.parametrize("number", ["9990371431", "999 037 1431", "999-037-1431"])
def test_a_right_nhs_number_has_no_fault(number):
    assert nhs_fault(number) == ""


@pytest.mark.parametrize("number", ["999037143", "99903714311", "9990371432", "999O371431", "nhs"])
def test_a_wrong_nhs_number_says_why(number):
    assert "is no NHS number" in nhs_fault(number)


@given(st.integers(0, 9), st.integers(0, 9))
def test_one_wrong_digit_is_always_noticed(place, digit):
    right = "9990371431"
    changed = right[:place] + str(digit) + right[place + 1 :]
    assert (nhs_fault(changed) == "") == (changed == right)


def test_a_chi_number_begins_with_a_date_of_birth():
    assert "no date of birth" in chi_fault("3202601234")
    assert chi_fault("0101011239") == "" or "last digit" in chi_fault("0101011239")
