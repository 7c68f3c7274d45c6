"""Prints how well plainletter does on our own exams of UK letters and leaflets, and how far two annotators agree on the first.

usage: python benchmarks/own_exam.py
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scoring import Mark, Tally, kappa, pairs, same, span_tally, touched, yes_no_tally

from plainletter import Checker
from plainletter.checking.sentences import split_sentences

EXAMS = Path(__file__).resolve().parent.parent / "tests" / "exams"
WORDING = tuple(
    """compliance doubt label third_person character invalidating fault deficit command sole_expert threat missed
    suicide_selfharm substance victim_blame care_system engagement weight ability social_group""".split()
)
Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One document of the exam. ``traps`` are innocent phrases, ``sentences`` places in ``text``."""

    key: str
    service: str
    doc_type: str
    text: str
    marks: tuple[Mark, ...]
    traps: tuple[tuple[str, Mark], ...]
    sentences: Places


def main() -> None:
    """Print the figures of the checker on both exams, and those of the annotators on the first."""
    items = read_items(EXAMS / "letters.jsonl")
    _print("Our own exam (tests/exams/letters.jsonl)", contents(items), checked(items), agreement(items, EXAMS / "second.jsonl"))
    items = read_items(EXAMS / "held_out.jsonl")
    _print("Our second exam (tests/exams/held_out.jsonl)", contents(items), checked(items))


def _print(title: str, *sections: Iterable[str]) -> None:
    print(f"{title}, {date.today():%d %B %Y}")
    for section in sections:
        for line in section:
            print(f"  {line}")
        print()


def read_items(path: Path) -> list[Item]:
    """Read the exam."""
    return [_item(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def contents(items: Sequence[Item]) -> Iterator[str]:
    """What the exam holds."""
    gold = [flag for item in items for flag in touched(item.sentences, item.marks)]
    hard = [flag for item in items for flag in _innocent(item)]
    services, categories = Counter(item.service for item in items), Counter(m.category for item in items for m in item.marks)
    yield f"{len(items)} documents, {sum(not item.marks for item in items)} of them without a problem; {len(gold)} sentences:"
    yield f"with a problem {_share(sum(gold), len(gold))}, hard innocent {_share(sum(hard), len(hard))}, the rest clean"
    yield "; ".join(f"{name} {count}" for name, count in services.items())
    yield f"{sum(categories.values())} marks: " + ", ".join(f"{name} {count}" for name, count in categories.most_common())


def checked(items: Sequence[Item]) -> Iterator[str]:
    """Sentence, span and category scores of the checker, told the kind of each text, and telling it by itself."""
    found = [found_in(item, _checker(item.doc_type)) for item in items]
    guessed = [found_in(item, _checker("auto")) for item in items]
    yield _figures("sentences", sentence_tally(items, found))
    yield _figures("the same, kind of text not told", sentence_tally(items, guessed))
    yield from _false_alarms(items, found)
    yield _figures("spans", sum((span_tally(i.marks, f) for i, f in zip(items, found, strict=True)), Tally()))
    yield _figures("spans and category", sum((span_tally(i.marks, f, same) for i, f in zip(items, found, strict=True)), Tally()))
    for category in WORDING:
        yield _figures(f"  {category}", _of_category(category, items, found))


def agreement(items: Sequence[Item], path: Path) -> Iterator[str]:
    """How far a second annotator, who saw only the texts, agrees with the first."""
    if not path.is_file():
        yield f"No second annotator yet ({path.name} is not there)."
        return
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    second = {row["id"]: _marks(row) for row in rows}
    both = [item for item in items if item.key in second]
    one = [flag for item in both for flag in touched(item.sentences, item.marks)]
    other = [flag for item in both for flag in touched(item.sentences, second[item.key])]
    matched = [pair for item in both for pair in pairs(item.marks, second[item.key])]
    alike = sum(first.category == again.category for first, again in matched)
    spans = Tally(len(matched), sum(len(second[item.key]) for item in both), sum(len(item.marks) for item in both))
    yield f"Two annotators on {len(both)} documents, {len(one)} sentences"
    yield f"{'Cohen’s kappa, sentences':<34}{kappa(one, other):.2f}"
    yield _figures("second against first, sentences", yes_no_tally(one, other))
    yield _figures("second against first, spans", spans)
    yield f"{'same category on shared spans':<34}{_share(alike, len(matched))}"


def found_in(item: Item, checker: Checker) -> tuple[Mark, ...]:
    """Return what the checker finds in the wording of a document."""
    findings = checker.check(item.text).findings
    return tuple(Mark(f.start, f.end, f.category) for f in findings if f.category in WORDING)


def sentence_tally(items: Sequence[Item], found: Sequence[Sequence[Mark]]) -> Tally:
    """Count sentences with a problem over all documents."""
    tallies = (yes_no_tally(touched(i.sentences, i.marks), touched(i.sentences, f)) for i, f in zip(items, found, strict=True))
    return sum(tallies, Tally())


def sentences_in(text: str) -> Places:
    """Return the place of each sentence; a line end ends a sentence too, and a greeting ("Dear Sam,") is none."""
    places: list[tuple[int, int]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if not line.rstrip().endswith(","):
            places += split_sentences(text, start, start + len(line))
        start += len(line)
    return tuple(places)


def _false_alarms(items: Sequence[Item], found: Sequence[Sequence[Mark]]) -> Iterator[str]:
    innocent, clean = Counter[bool](), Counter[bool]()
    kinds, alarms = Counter[str](), Counter[str]()
    for item, marks in zip(items, found, strict=True):
        gold, hard, hit = touched(item.sentences, item.marks), _innocent(item), touched(item.sentences, marks)
        innocent.update(h for g, t, h in zip(gold, hard, hit, strict=True) if t)
        clean.update(h for g, t, h in zip(gold, hard, hit, strict=True) if not g and not t)
        for kind, trap in item.traps:
            kinds[kind] += 1
            alarms[kind] += touched([(trap.start, trap.end)], marks)[0]
    yield f"{'false alarms, hard innocent':<34}{_share(innocent[True], innocent.total())}"
    yield f"{'false alarms, clean':<34}{_share(clean[True], clean.total())}"
    yield "  on the innocent phrase itself: " + ", ".join(f"{k} {alarms[k]} of {n}" for k, n in kinds.most_common())


def _innocent(item: Item) -> list[bool]:
    marked, trapped = touched(item.sentences, item.marks), touched(item.sentences, [trap for _, trap in item.traps])
    return [trap and not mark for mark, trap in zip(marked, trapped, strict=True)]


def _of_category(category: str, items: Sequence[Item], found: Sequence[Sequence[Mark]]) -> Tally:
    here = ((_only(category, i.marks), _only(category, f)) for i, f in zip(items, found, strict=True))
    return sum((span_tally(gold, marks) for gold, marks in here), Tally())


def _only(category: str, marks: Sequence[Mark]) -> list[Mark]:
    return [mark for mark in marks if mark.category == category]


_CHECKERS: dict[str, Checker] = {}


def _checker(doc_type: str) -> Checker:
    if doc_type not in _CHECKERS:
        _CHECKERS[doc_type] = Checker(doc_type, scores=False, every_mention=True)  # type: ignore[arg-type]
    return _CHECKERS[doc_type]


def _item(row: dict) -> Item:
    traps = tuple((trap["trap"], Mark(trap["start"], trap["end"], "")) for trap in row["traps"])
    return Item(row["id"], row["service"], row["doc_type"], row["text"], _marks(row), traps, sentences_in(row["text"]))


def _marks(row: dict) -> tuple[Mark, ...]:
    return tuple(Mark(span["start"], span["end"], span["category"]) for span in row["spans"])


def _figures(name: str, tally: Tally) -> str:
    scores = f"P {tally.precision:.2f}  R {tally.recall:.2f}  F1 {tally.f1:.2f}"
    return f"{name:<34}{scores}   {tally.right} right of {tally.found} found, {tally.gold} marked"


def _share(part: int, of: int) -> str:
    return f"{part} of {of} ({100 * part / of if of else 0:.0f} %)"


if __name__ == "__main__":
    main()
