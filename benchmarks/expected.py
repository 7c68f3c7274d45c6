"""What a development case expects of each reader's files, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from written import folded, text_of, title_of

from plainletter.letters.delivery import Delivery


def broken_lines(expected: Mapping[str, Any], delivery: Delivery) -> Iterator[str]:
    """Yield every expectation that a delivery does not meet, in any of its formats."""
    copies = {copy.reader: copy for copy in delivery.copies}
    for reader, wanted in _readers(expected):
        copy = copies.get(reader)
        files = copy.files if copy else {}
        if bool(files) != wanted["deliver"]:
            stops = [gate.id for gate in copy.stopped_by] if copy else []
            yield f"{reader}: deliver should be {wanted['deliver']}; stopped by {stops}"
            continue
        for name, data in files.items():
            text = folded(text_of(name, data))
            for pattern in wanted.get("must_include", ()):
                if not re.search(pattern, text, re.IGNORECASE):
                    yield f"{reader}, {name}: must include {pattern}"
            yield from _present(reader, name, data, wanted)
        if copy and files:
            yield from _form(reader, copy.letter.text, copy.letter.point_size, wanted)


def leaking_lines(expected: Mapping[str, Any], delivery: Delivery) -> Iterator[str]:
    """Yield what must not be in a copy and is, for the copies that were not stopped."""
    for reader, wanted in _readers(expected):
        for copy in delivery.copies:
            if copy.reader == reader:
                for name, data in copy.files.items():
                    yield from (line for line in _present(reader, name, data, wanted) if not _wording(expected, line))


def _wording(expected: Mapping[str, Any], line: str) -> bool:
    """Tell whether a line is about jargon or blame in an item, which the checker finds and no gate stops."""
    found = line.rpartition("found “")[2].rstrip("”").casefold()
    phrases = [phrase.casefold() for listed in expected.get("lint_items", {}).values() for phrase in listed]
    return any(phrase in found or found in phrase for phrase in phrases)


def _present(reader: str, name: str, data: bytes, wanted: Mapping[str, Any]) -> Iterator[str]:
    text, outside = folded(text_of(name, data)), folded(f"{name} | {title_of(name, data)}")
    for pattern in wanted.get("must_not_include", ()):
        if match := re.search(pattern, text, re.IGNORECASE):
            yield f"{reader}, {name}: must not include {pattern}, found “{match[0]}”"
    for pattern in wanted.get("outside_must_not_include", ()):
        if match := re.search(pattern, outside, re.IGNORECASE):
            yield f"{reader}, {name}: seen from outside: {pattern}, found “{match[0]}”"


def _form(reader: str, text: str, points: int, wanted: Mapping[str, Any]) -> Iterator[str]:
    form = wanted.get("format", {})
    if points < form.get("min_point_size", 0):
        yield f"{reader}: {points} point is smaller than {form['min_point_size']}"
    if len(text) > form.get("max_characters", len(text)):
        yield f"{reader}: {len(text)} characters are more than {form['max_characters']}"
    if len(text.split()) > wanted.get("max_words", len(text)):
        yield f"{reader}: {len(text.split())} words are more than {wanted['max_words']}"


def _readers(expected: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield from ((name, wanted) for name, wanted in expected.items() if isinstance(wanted, Mapping) and "deliver" in wanted)
