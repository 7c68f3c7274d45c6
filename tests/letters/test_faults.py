"""What is wrong with a case is told with its place, in data that may be anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainletter.letters.faults import Fault, faults_of, spelled
from tests.letters.sample import data


def places(**changed):
    return {fault.path: fault for fault in faults_of(data() | changed)}


def test_a_case_that_can_be_used_has_none():
    assert faults_of(data()) == ()


def test_what_is_missing_and_what_is_unknown_is_said_as_such():
    case = data()
    del case["client"]["first_name"]
    case["client"]["frist_name"] = "Dilys"
    found = {fault.path: fault for fault in faults_of(case)}
    assert found["client", "first_name"].kind == "missing"
    assert found["client", "frist_name"] == Fault(("client", "frist_name"), "unknown key; did you mean first_name?", "unknown")


def test_a_place_has_no_names_of_types_in_it_and_is_told_once():
    assert list(places(meeting={"date": [], "place": "Here"})) == [("meeting", "date")]
    readers = [{"id": "client", "kind": "client", "consent": [{"status": "permit", "date": "2026-05-11", "scope": 5}]}]
    assert ("readers", 0, "consent", 0, "scope") in places(readers=readers)


def test_an_id_that_does_not_exist_or_stands_twice_is_told_at_its_place():
    case = data()
    case["marks"][0]["items"] = ["T99"]
    case["items"].append(dict(case["items"][0]))
    found = {fault.path: fault.message for fault in faults_of(case)}
    assert "which does not exist" in found["marks", 0, "items"]
    assert "given 2 times" in found["items", len(case["items"]) - 1, "id"]


@pytest.mark.parametrize("day", ["0206-05-12", "9999-12-31", "1899-12-31"])
def test_a_slip_in_a_year_is_told(day):
    assert "see that the year is right" in places(date=day)["date",].message
    assert "see that the year is right" in places(meeting={"date": f"{day} 14:00", "place": "Here"})["meeting", "date"].message


def test_a_path_is_read_from_one():
    assert spelled(("items", 2, "text")) == "items[3].text"


def test_tables_without_end_are_one_fault():
    deep = {}
    for _ in range(500):
        deep = {"items": [deep]}
    assert [fault.path for fault in faults_of(deep)] == [()]


@given(st.dictionaries(st.text(), st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=5), max_size=4))
def test_any_other_object_has_faults(anything):
    assert faults_of(anything)
