"""Case files: TOML and JSON to the same case; what is wrong is said with file, line and cure."""

import json

import pytest
import tomlkit

from plainletter.errors import CaseError
from plainletter.letters.casefile import load, schema
from tests.letters.sample import DATA, case, data


@pytest.fixture
def written(tmp_path):
    def write(text, name="case.toml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def told(path):
    with pytest.raises(CaseError) as caught:
        load(path)
    return str(caught.value)


def test_toml_and_json_give_the_same_case(written):
    assert load(written(tomlkit.dumps(DATA))) == load(written(json.dumps(DATA), "case.json")) == case()


def test_real_dates_of_toml_are_read(written):
    text = (
        tomlkit.dumps(data())
        .replace('date = "2026-05-12"', "date = 2026-05-12")
        .replace('"2026-06-09 10:30"', "2026-06-09T10:30:00")
    )
    assert load(written(text)) == case()


def test_a_byte_order_mark_and_windows_line_ends_are_no_matter(tmp_path):
    path = tmp_path / "case.toml"
    path.write_bytes(b"\xef\xbb\xbf" + tomlkit.dumps(DATA).replace("\n", "\r\n").encode())
    assert load(path) == case()


def test_an_unknown_key_is_told_with_its_line_and_the_nearest_key(written):
    text = tomlkit.dumps(data()).replace("preferred_name", "prefered_name")
    line = text.splitlines().index('prefered_name = "Dilys"') + 1
    assert f"case.toml, line {line}, client.prefered_name: unknown key; did you mean preferred_name?" in told(written(text))


def test_a_key_in_the_third_of_a_list_is_told_with_its_line(written):
    text = tomlkit.dumps(data())
    at = text.index('id = "S1"')
    broken = text[:at] + 'sectoin = "x"\n' + text[at:]
    line = broken[: broken.index("sectoin")].count("\n") + 1
    assert f"line {line}, items[3].sectoin: unknown key; did you mean section?" in told(written(broken))


def test_every_fault_is_told_at_once(written):
    text = tomlkit.dumps(data()).replace('kind = "first-meeting"', 'kind = "first"').replace('"2026-05-11"', '"11 May"')
    message = told(written(text))
    assert "kind: is none of first-meeting" in message
    assert "is no date; write 2026-10-06" in message


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("case.toml", "kind = first", "not TOML"),
        ("case.json", '{"kind": ', "not JSON"),
        ("case.json", '{"kind": "a", "kind": "b"}', "stands twice"),
        ("case.json", "[1]", "one JSON object"),
        ("case.toml", "", "is missing"),
    ],
)
def test_a_file_that_is_no_case_says_what_it_is(written, name, text, part):
    assert part in told(written(text, name))


def test_a_file_that_is_not_there_or_not_text(tmp_path):
    assert "is not there" in told(tmp_path / "none.toml")
    assert "is a folder" in told(tmp_path)
    bad = tmp_path / "latin.toml"
    bad.write_bytes("name = 'Siân'".encode("latin-1"))
    assert "not UTF-8; save the file again" in told(bad)


def test_a_time_without_seconds_is_told_what_toml_wants(written):
    text = tomlkit.dumps(data()).replace('"2026-06-09 10:30"', "2026-06-09 10:30")
    assert "put the date and time in quotation marks" in told(written(text))


def test_no_message_quotes_the_words_of_a_client(written):
    text = tomlkit.dumps(data()).replace('section = "what_you_told_us"', 'section = "story"')
    assert "whisky" not in told(written(text))


def test_the_schema_names_every_part():
    properties = schema()["properties"]
    assert {"client", "items", "plan", "readers", "marks", "corrections"} <= set(properties)
    assert "for" in schema()["$defs"]["PlanLine"]["properties"]
