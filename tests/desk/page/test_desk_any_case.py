"""Whatever JSON a case is, the desk asks about it, keeps it as it is, and never stumbles."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainletter.desk.tasks.letters import ask

# The desk has one folder for all examples, which is what a folder is for.
LAW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
KEYS = st.sampled_from(["kind", "items", "client", "readers", "plan", "marks", "id", "text", "date", "…", "a.b", ""]) | st.text()
WORDS = st.sampled_from(["", "…", "2026-03-11", "T1", "all", "client", "first-meeting", "\ud800", "\u0000", "“"]) | st.text()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
CASES = st.dictionaries(KEYS, JSON, max_size=5)


@st.composite
def damaged(draw, case):
    """The example with one value somewhere in it taken out, or another put in its place."""
    whole = json.loads(json.dumps(case))
    here = whole
    for _ in range(draw(st.integers(0, 4))):
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        if not keys:
            break
        key = draw(st.sampled_from(keys))
        if not isinstance(here[key], dict | list) or not here[key] or draw(st.booleans()):
            if draw(st.booleans()):
                here[key] = draw(JSON)
            else:
                del here[key]
            break
        here = here[key]
    return whole


@LAW
@given(case=CASES)
def test_any_object_is_saved_comes_back_the_same_and_is_asked_about(desk, case):
    draft = desk.put({"kind": "review", "items": []})
    answer = desk.try_save(draft, case, desk.get(draft, "case")["revision"])
    assert answer.status_code == 200
    assert answer.json()["questions"]
    back = desk.get(draft, "case")
    assert json.dumps(back["case"]) == json.dumps(case)
    assert desk.client.get(f"/drafts/{draft}/letters").json()["readers"] == []


@LAW
@given(data=st.data())
def test_a_damaged_case_is_shown_or_asked_about(desk, example, data):
    draft = desk.put(data.draw(damaged(example)))
    told = desk.get(draft, "letters")
    assert told["questions"] or told["readers"]
    for question in told["questions"]:
        assert question["message"].endswith(("?", ".")) or "?" in question["message"]
        assert "boat" not in question["message"]


@given(case=CASES)
@settings(max_examples=150, deadline=None)
def test_each_place_is_asked_about_once(case):
    paths = [question["path"] for question in ask(case)["questions"]]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize(
    "body",
    [
        b"", b"[]", b"{", b"\xff", b'{"case": [], "revision": ""}', b'{"case": {}}', b'{"case": {"a": NaN}, "revision": "x"}',
        b'{"case": {"a": 1e999}, "revision": "x"}', b'{"case": {"a": 1, "a": 2}, "revision": "x"}',
        b'{"case": {"a": ' + b"9" * 5000 + b'}, "revision": "x"}', b'{"case":' + b'{"a":' * 100_000,
        b'{"case":' + b'{"a":' * 60 + b"1" + b"}" * 60 + b', "revision": "x"}',
    ],
)  # fmt: skip
def test_what_json_cannot_keep_is_refused_in_a_sentence_and_nothing_is_changed(desk, example, body):
    draft = desk.put(example)
    for answer in (
        desk.client.put(f"/drafts/{draft}/case", content=body, headers={"X-CSRF-Token": desk.csrf}),
        desk.client.post(f"/drafts/{draft}/files", content=body, headers={"X-CSRF-Token": desk.csrf}),
    ):
        assert answer.status_code == 422
        assert answer.json()["error"]["message"]
    assert desk.get(draft, "case")["case"] == example
