"""The record of letters tells whether anybody changed it."""

import json
import random

import pytest

from plainletter.errors import CaseError
from plainletter.letters.record import FILE, add_entry, verify


@pytest.fixture
def record(tmp_path):
    for number in range(6):
        add_entry(tmp_path, {"event": "drafted", "reader": f"r{number}"})
    return tmp_path / FILE


def test_a_whole_record_is_counted(record):
    assert verify(record) == 6


def test_it_holds_hashes_and_ids_and_may_be_read_by_its_owner_only(record):
    assert set(json.loads(record.read_text().splitlines()[0])) == {"at", "event", "reader", "previous", "hash"}
    assert record.stat().st_mode & 0o077 == 0


def lines_after(record, change):
    lines = record.read_text().splitlines()
    change(lines)
    record.write_text("\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda lines: lines.__setitem__(2, lines[2].replace("r2", "rX")), 3),
        (lambda lines: lines.pop(1), 2),
        (lambda lines: lines.insert(4, lines[3]), 5),
        (lambda lines: lines.reverse(), 1),
        (lambda lines: lines.__setitem__(0, "{}"), 1),
        (lambda lines: lines.append("not json"), 7),
    ],
    ids=["edited", "deleted", "duplicated", "reordered", "emptied", "spoiled"],
)
def test_a_change_is_told_with_its_line(record, change, line):
    lines_after(record, change)
    with pytest.raises(CaseError, match=f"line {line}: "):
        verify(record)


def test_nothing_is_added_to_a_record_that_was_changed(record):
    lines_after(record, lambda lines: lines.pop(0))
    with pytest.raises(CaseError):
        add_entry(record.parent, {"event": "drafted"})


def test_any_changed_character_is_found(record):
    text = record.read_text()
    chosen = random.Random(7)
    for _ in range(60):
        at = chosen.randrange(len(text) - 1)
        other = chosen.choice([sign for sign in '0aZ}" ' if sign != text[at]])
        record.write_text(text[:at] + other + text[at + 1 :])
        with pytest.raises(CaseError):
            verify(record)


def test_a_folder_without_a_record_says_so(tmp_path):
    with pytest.raises(CaseError, match="there is no record here"):
        verify(tmp_path / FILE)
