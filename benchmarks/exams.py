"""Prints how well plainletter does on the development exams, which stand beside the checkout and never in the package.

usage: python benchmarks/exams.py [EXAMS]      (default: ../shared/exams, from the top of the checkout)
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from plainletter import Checker, Report

ROOT = Path(__file__).resolve().parent.parent
KINDS = {"discharge_summary": "note"}  # what the genre says for sure; the checker tells the others from the text
JARGON = ("jargon", "abbreviation", "double_meaning", "unfamiliar")
READING = ("long_sentence",)


def main() -> None:
    """Run every exam that is there."""
    exams = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "exams"
    if not exams.is_dir():
        sys.exit(f"{exams}: the exams are not here; name their folder")
    print(f"plainletter on the development exams, {date.today():%d %B %Y}\n")
    for exam in (wording, double_meanings, plain_pages, jargon, own_examples):
        for line in exam(exams):
            print(line)
        print()


def wording(exams: Path) -> Iterator[str]:
    """Sentence and span scores on the marked wording exam, by its own scorer."""
    checkers = {kind: Checker(kind, scores=False, ignore=[*_known(JARGON), *READING]) for kind in ("auto", *KINDS.values())}  # type: ignore[arg-type]
    rows = []
    for line in (exams / "wording_dev.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        report = checkers[KINDS.get(item["genre"], "auto")].check(item["text"])
        spans = [{"start": f.start, "end": f.end, "category": f.category} for f in report.findings]
        rows.append({"id": item["id"], "spans": spans})
    yield "Wording (wording_dev.jsonl)"
    yield from _scored(exams / "wording_score.py", exams / "wording_dev.jsonl", rows)


def double_meanings(exams: Path) -> Iterator[str]:
    """How many clinical sentences are flagged at the word, and how many everyday ones are quiet."""
    checker = Checker(scores=False, ignore=READING)
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    with (exams / "double_meaning_dev.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            of["clinical"] += 1
            right["clinical"] += _hits(checker.check(row["clinical_sentence"]), row["clinical_sentence"], row["word"])
            if not row["everyday_sentence"].startswith("("):
                of["everyday"] += 1
                right["everyday"] += not _hits(checker.check(row["everyday_sentence"]), row["everyday_sentence"], row["word"])
    yield "Double meanings (double_meaning_dev.tsv)"
    yield f"  clinical sentences flagged at the word {_share(right['clinical'], of['clinical'])}"
    yield f"  everyday sentences quiet at the word   {_share(right['everyday'], of['everyday'])}"


def plain_pages(exams: Path) -> Iterator[str]:
    """Findings per 100 words on pages that are plain already: fewer is better."""
    checker = Checker(scores=False)
    yield "Plain pages (plain_docs), findings per 100 words"
    for folder in sorted((exams / "plain_docs").iterdir()):
        if folder.is_dir():
            reports = [checker.check(path.read_text(encoding="utf-8", errors="replace")) for path in sorted(folder.iterdir())]
            words = sum(report.words for report in reports)
            found = Counter(finding.severity for report in reports for finding in report.findings)
            firm = found["warning"] + found["error"]
            per_100 = f"warning or above {100 * firm / words:5.2f}   all {100 * found.total() / words:5.2f}"
            yield f"  {folder.name:<14}{words:7,} words   {per_100}"


def jargon(exams: Path) -> Iterator[str]:
    """Overlap and type scores on the medical abstracts, every mention counted."""
    checker = Checker("note", scores=False, every_mention=True, select=_known(JARGON))
    gold = exams / "jargon" / "jebs_train.jsonl"
    rows = []
    for line in gold.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        rows.append({"id": item["id"], "spans": [{"start": f.start, "end": f.end} for f in checker.check(item["text"]).findings]})
    yield "Jargon (jargon/jebs_train.jsonl)"
    yield from _scored(exams / "jargon" / "jargon_score.py", gold, rows)


def own_examples(_exams: Path) -> Iterator[str]:
    """Findings in our own good and bad letter."""
    checker = Checker()
    yield "Our examples, findings of warning or above"
    for path in sorted((ROOT / "examples").iterdir()):
        report = checker.check(path.read_text(encoding="utf-8"))
        yield f"  {path.name:<26}{sum(finding.severity != 'note' for finding in report.findings):4}"


def _known(categories: Iterable[str]) -> list[str]:
    lexicon = {path.stem.partition("-")[0] for path in (ROOT / "lexicons" / "en-GB").glob("*.toml")}
    return [category for category in categories if category in lexicon or category == "unfamiliar"]


def _hits(report: Report, sentence: str, word: str) -> bool:
    places = [match.span() for match in re.finditer(rf"\b{re.escape(word[:5])}", sentence, re.IGNORECASE)]
    return any(finding.start < end and start < finding.end for finding in report.findings for start, end in places)


def _scored(scorer: Path, gold: Path, rows: list[dict[str, object]]) -> Iterator[str]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("\n".join(json.dumps(row) for row in rows))
        file.flush()
        done = subprocess.run([sys.executable, scorer, gold, file.name], capture_output=True, text=True, check=True)
    yield from (f"  {line}" for line in done.stdout.splitlines())


def _share(right: int, of: int) -> str:
    return f"{right} of {of}, {100 * right / of:.0f} %"


if __name__ == "__main__":
    main()
