"""Runs the development cases for letters: what each reader must and must not get, in every format, and where drafting stops.

usage: python benchmarks/cases.py [FOLDER]      (default: ../shared/exams/cases, from the top of the checkout)

Each case runs four times: with the author's answers as given; without also_touches; without also_touches and hints; and
without answers, where it must stop wherever a copy would betray something.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from neutral import case_data
from written import folded, text_of, title_of

from plainletter.letters.case import Case
from plainletter.letters.delivery import Delivery, deliver

ROOT = Path(__file__).resolve().parent.parent
VARIANTS: dict[str, dict[str, bool]] = {
    "as given": {},
    "without also_touches": {"touches": False},
    "without hints too": {"touches": False, "hints": False},
}


def main() -> None:
    """Run every case and exit with 1 if a line of one does not hold."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "exams" / "cases"
    if not folder.is_dir():
        sys.exit(f"{folder}: the cases are not here; name their folder")
    faults = 0
    for path in sorted(folder.glob("*.yaml")):
        source = yaml.safe_load(path.read_text(encoding="utf-8"))
        for name, options in VARIANTS.items():
            found = list(broken_lines(source["expected"], deliver(Case.model_validate(case_data(source, **options)))))
            faults += len(found)
            print(f"{source['case']}, {name}: {len(found)} lines do not hold")
            for line in found:
                print(f"    {line}")
        for name, options in VARIANTS.items():
            unanswered = deliver(Case.model_validate(case_data(source, answers=False, **options)))
            leaks = list(leaking_lines(source["expected"], unanswered))
            stops = [gate.id for gate in unanswered.gates if gate.stops]
            print(f"{source['case']}, {name}, nothing answered: {len(stops)} stops, {len(leaks)} lines leak")
            print(f"    stops: {', '.join(stops)}")
            for line in leaks:
                print(f"    {line}")
            faults += len(leaks)
    sys.exit(bool(faults))


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
                    yield from _present(reader, name, data, wanted)


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


if __name__ == "__main__":
    main()
