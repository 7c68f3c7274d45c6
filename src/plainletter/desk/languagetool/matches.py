"""A report as the answer to ``POST /v2/check``, with the keys of LanguageTool's HTTP API."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from plainletter.checking.swapping import fits_in, stretch_of
from plainletter.desk.languagetool.annotated import Annotated
from plainletter.desk.languagetool.languages import BRITISH
from plainletter.desk.languagetool.units import Units, units_of
from plainletter.documents import Document
from plainletter.findings import Finding, Report, Suggestion
from plainletter.formats.wording import instead
from plainletter.version import __version__

Values = dict[str, Any]
AROUND: Final = 40  # characters of context on either side, as LanguageTool gives
_CUT: Final = "..."
_ADDRESS: Final = re.compile(r"https?://[^\s;,)\]]+")


@dataclass(frozen=True, slots=True)
class Checked:
    """A text as it was sent, its prose as a document, and what is said of it; offsets in both count in the prose."""

    text: Annotated
    document: Document
    report: Report


def software() -> Values:
    """Return what answers."""
    return {
        "name": "plainletter",
        "version": __version__,
        "buildDate": "",  # some clients want a text here, and need none in it
        "apiVersion": 1,
        "premium": False,
        "status": "",
    }


def answer(checked: Checked, findings: Iterable[Finding], titles: Mapping[str, str], guessed: bool = False) -> Values:
    """Return the answer to a check.

    Args:
        checked: what was checked. Where it holds mark-up, offsets in the answer count that too, as LanguageTool's do.
        findings: those of the report that the client wants.
        titles: what the categories are called.
        guessed: the client left it to the server to tell the language, which is always taken for English.
    """
    units = units_of(checked.text.written)
    return {
        "software": software(),
        "warnings": {"incompleteResults": False},
        "language": _language(guessed),
        "matches": [match for finding in findings for match in _matches(finding, checked, units, titles)],
        "sentenceRanges": list(_sentences(checked, units)),
    }


def _language(guessed: bool) -> Values:
    told: Values = {"name": BRITISH.name, "code": BRITISH.long_code}
    return {**told, "detectedLanguage": {**told, "confidence": 1.0, "source": "assumed" if guessed else "given"}}


def _matches(finding: Finding, checked: Checked, units: Units, titles: Mapping[str, str]) -> Iterator[Values]:
    swaps = [swap for swap in finding.suggestions if swap.kind == "swap" and _drops_in(finding, swap, checked)]
    start, end = _hull(finding, swaps)
    written = checked.text.stretch(start, end)
    if written is None:  # words that stand for mark-up, and are not the writer's
        return
    first, last = written
    title = titles.get(finding.category, finding.category)
    yield {
        "message": _message(finding, swaps),
        "shortMessage": title,
        "replacements": [{"value": _replaced(finding, swap, checked.document.text, start, end)} for swap in swaps],
        "offset": units.at(first),
        "length": units.between(first, last),
        "context": _context(checked.text.written, first, last),
        "sentence": _sentence(finding, checked),
        "type": {"typeName": "Hint" if finding.severity == "note" else "Other"},
        "rule": _rule(finding, title),
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _drops_in(finding: Finding, swap: Suggestion, checked: Checked) -> bool:
    start, end = _hull(finding, [swap])
    return fits_in(checked.document, start, end, swap.text) and checked.text.is_words(start, end)


def _hull(finding: Finding, swaps: Iterable[Suggestion]) -> tuple[int, int]:
    """Return the stretch that a finding and all its swaps need: one may replace the article before the word too."""
    stretches = [(finding.start, finding.end), *(stretch_of(finding, swap) for swap in swaps)]
    return min(start for start, _ in stretches), max(end for _, end in stretches)


def _replaced(finding: Finding, swap: Suggestion, text: str, start: int, end: int) -> str:
    first, last = stretch_of(finding, swap)
    return text[start:first] + swap.text + text[last:end]


def _message(finding: Finding, swaps: list[Suggestion]) -> str:
    others = [instead(suggestion) for suggestion in finding.suggestions if suggestion not in swaps]
    advice = f" Instead: {'; or: '.join(others)}" if others else ""
    return f"{finding.message} {finding.why}{advice}"


def _context(text: str, start: int, end: int) -> Values:
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before = (_CUT if first else "") + text[first:start]
    shown = before + text[start:last] + (_CUT if last < len(text) else "")
    units = units_of(shown)
    place = {"offset": units.at(len(before)), "length": units.between(len(before), len(before) + end - start)}
    return {"text": shown.replace("\r", " ").replace("\n", " "), **place}


def _sentence(finding: Finding, checked: Checked) -> str:
    text = checked.document.text
    for sentence in checked.report.sentences:
        if sentence.start <= finding.start < sentence.end:
            return text[sentence.start : sentence.end].strip()
    start = text.rfind("\n", 0, finding.start) + 1
    end = text.find("\n", finding.end)
    return text[start : end if end >= 0 else len(text)].strip()


def _rule(finding: Finding, title: str) -> Values:
    name = finding.rule.partition("/")[2].replace("-", " ")
    values: Values = {
        "id": finding.rule,
        "description": f"{title}: {name}",
        "issueType": "style",
        "category": {"id": finding.category.upper(), "name": title},
    }
    if address := _ADDRESS.search(finding.source):
        values["urls"] = [{"value": address[0].rstrip(".")}]
    return values


def _sentences(checked: Checked, units: Units) -> Iterator[list[int]]:
    for sentence in checked.report.sentences:
        if written := checked.text.stretch(sentence.start, sentence.end):
            yield [units.at(written[0]), units.at(written[1])]
