"""Each lexicon entry proved both ways by its own sentences, told in a clinician's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plainletter.checking.checker import Checker
from plainletter.checking.judging import Judged
from plainletter.lexicon.entry import Entry


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing in a lexicon that does not hold: where, what, and what to do."""

    entry: Entry
    problem: str
    cure: str

    def __str__(self) -> str:
        return f"{self.entry.path}, line {self.entry.line}: [{self.entry.id}] {self.problem}; {self.cure}"


def prove(entries: Sequence[Entry], checker: Checker) -> Iterator[Failure]:
    """Yield a failure for each sentence of ``flags`` that is not found, and of ``passes`` that is."""
    for entry in entries:
        doc_type = entry.doc_types[0] if entry.doc_types else None
        for sentence in entry.flags:
            fates = checker.judge_entry(sentence, entry.rule, doc_type)
            if not any(not fate.context for fate in fates):
                yield Failure(entry, f"does not find anything in “{sentence}”", _why_missed(fates))
        for sentence in entry.passes:
            found = [fate for fate in checker.judge_entry(sentence, entry.rule, doc_type) if not fate.context]
            if found:
                scene = found[0].scene
                words = scene.text[scene.start : scene.end]
                yield Failure(entry, f"flags “{words}” in the innocent sentence “{sentence}”", _CURE_FLAGGED)


def find_twins(entries: Iterable[Entry]) -> Iterator[Failure]:
    """Yield a failure for each term that two entries share without saying so in ``also``."""
    first: dict[tuple[str, bool], Entry] = {}
    for entry in entries:
        if entry.question:  # cues are looked for, and not told: they may stand among the problems too
            continue
        for term in dict.fromkeys(" ".join(term.lower().split()) if not entry.case_exact else term for term in entry.terms):
            other = first.setdefault((term, entry.case_exact), entry)
            if other is not entry and other.rule not in entry.also and entry.rule not in other.also:
                yield Failure(
                    entry,
                    f"has the term “{term}”, which {other.rule} has too",
                    f'take it out of one of them, or write also = ["{other.rule}"] if both are meant',
                )


def find_disorder(entries: Iterable[Entry]) -> Iterator[Failure]:
    """Yield a failure for each entry that does not stand A to Z in its file."""
    before: dict[str, Entry] = {}
    for entry in entries:
        earlier = before.get(entry.path)
        if earlier is not None and entry.id < earlier.id:
            yield Failure(entry, f"stands after [{earlier.id}]", "entries stand A to Z; move it up")
        before[entry.path] = entry


_CURE_FLAGGED = "add the innocent phrase to unless, or narrow the entry with before, after, near or subject"


def _why_missed(fates: Sequence[Judged]) -> str:
    if not fates:
        return "check the spelling of its terms, and that its before, after and near words stand in the sentence"
    fate = fates[0]
    return f'a context cleared it ({fate.context}: {fate.reason}); change the sentence, or add even_in = ["{fate.context}"]'
