"""Runs the development cases for letters: what each reader must and must not get, in every format, and where drafting stops.

usage: python benchmarks/cases.py [FOLDER]      (default: ../shared/exams/cases, from the top of the checkout)

Each case runs four times: with the author's answers as given; without also_touches; without also_touches and hints; and
without answers, where it must stop wherever a copy would betray something.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml
from expected import broken_lines, leaking_lines
from neutral import case_data

from plainletter.letters.case import Case
from plainletter.letters.delivery import deliver

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


if __name__ == "__main__":
    main()
