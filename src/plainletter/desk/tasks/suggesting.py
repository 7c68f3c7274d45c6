"""Where a suggestion for a finished letter goes in the case: into the words that it came from, for certain or not at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from plainletter.desk.options import CheckOptions
from plainletter.errors import PlainletterError

if TYPE_CHECKING:
    from plainletter.findings import Finding, Suggestion
    from plainletter.letters.case import Case
    from plainletter.letters.letter import Letter

Place = tuple[int | str, ...]


class UncertainError(PlainletterError):
    """A suggestion cannot be put in by machine."""


@dataclass(frozen=True, slots=True)
class Change:
    """New words for one text of a case; ``path`` is dotted, places counted from 0."""

    path: str
    before: str
    after: str


def put_in(
    data: Mapping[str, Any], reader: str, number: int, which: int, options: CheckOptions, templates: Sequence[str]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Put a suggestion into a case.

    Args:
        data: the case.
        reader: whose letter it was found in.
        number: of the finding in that letter, from 0.
        which: of its suggestions, from 0.
        options: with which the letter was checked.
        templates: folders with a service's own templates.

    Returns:
        The new case, and the change as a value.

    Raises:
        CaseError: there is no such letter.
        UncertainError: it cannot be put in for certain.
    """
    from copy import deepcopy

    from plainletter.desk.tasks.reviewing import review
    from plainletter.letters.casefile import case_of
    from plainletter.letters.delivery import preview
    from plainletter.letters.reviewing import origin_of

    case = case_of(data)
    letter = preview(case, reader, templates)
    findings = review(case, letter, options).findings
    if not (0 <= number < len(findings) and 0 <= which < len(findings[number].suggestions)):
        raise UncertainError("the letter is not the one that was shown; look at it again")
    finding = findings[number]
    change = change_of(case, data, letter, finding, finding.suggestions[which])
    if change is None:
        origin = origin_of(letter, finding)
        cure = (
            f"open {origin} and write it in your own words" if origin else "the words are those of the template, not of the case"
        )
        raise UncertainError(f"this suggestion cannot be put in by machine: {cure}")
    changed = deepcopy(dict(data))
    _replace(changed, _place(change.path), change.after)
    return changed, asdict(change)


def change_of(case: Case, data: Mapping[str, Any], letter: Letter, finding: Finding, suggestion: Suggestion) -> Change | None:
    """Return what a suggestion changes in the case; None where that is not certain."""
    from plainletter.checking.swapping import stretch_of

    if not _drops_in(suggestion):
        return None
    start, end = stretch_of(finding, suggestion)
    run = next(((a, b, origin) for a, b, origin in letter.origins() if a <= start and end <= b), None)
    if run is None:
        return None
    shown = letter.text[run[0] : run[1]]
    sources = ((path, _text_at(data, path)) for path in _sources(case, letter.reader, run[2]))
    fitting = [(path, text) for path, text in sources if _same(shown, text)]
    if len(fitting) != 1:
        return None
    path, text = fitting[0]
    at = start - run[0] + len(text) - len(text.lstrip())
    to = at + end - start
    words = f"{text[at:to]} ({suggestion.text})" if suggestion.kind == "explain" else _like(text[at:to], suggestion.text)
    return Change(".".join(map(str, path)), text, text[:at] + words + text[to:])


def _drops_in(suggestion: Suggestion) -> bool:
    """Tell whether a suggestion is words for the letter, and not advice to the author, and has no gap to fill in."""
    gloss = suggestion.text[:1].islower() and not suggestion.text.endswith(".")
    return "…" not in suggestion.text and (suggestion.kind == "swap" or (suggestion.kind == "explain" and gloss))


def _sources(case: Case, reader: str, origin: str) -> Iterator[Place]:
    """Yield the places in a case that the words of an origin may have come from, for one reader."""
    name, _, number = origin.partition(".")
    if name == "crisis" and number.isdecimal():
        yield from (("crisis", int(number) - 1, key) for key in ("name", "contact", "when"))
        return
    for at, item in enumerate(case.items):
        if item.id == origin:
            yield from _worded(case, reader, origin, ("items", at), "text")
    for at, line in enumerate(case.plan):
        if line.id == origin:
            yield from _worded(case, reader, origin, ("plan", at), "what")
    for at, correction in enumerate(case.corrections):
        if correction.id == origin:
            yield from (("corrections", at, key) for key in ("right_text", "right_text_child"))
    for at, one in enumerate(case.readers):
        if f"{one.id}.actions" == origin:
            yield from (("readers", at, "actions", place) for place in range(len(one.actions)))


def _worded(case: Case, reader: str, line: str, own: Place, key: str) -> Iterator[Place]:
    """Yield the wording that a reader gets of an item or step: one written for them, or its own."""
    from plainletter.letters.reach import child_words, rewording

    one = case.reader(reader)
    assert one is not None
    child = child_words(case, one)
    chosen = rewording(case, one, line)
    if chosen is not None and (chosen.text_child if child else chosen.text):
        at = next(number for number, wording in enumerate(case.rewordings) if wording is chosen)
        yield "rewordings", at, "text_child" if child else "text"
    else:
        yield *own, f"{key}_child" if child else key


def _same(shown: str, text: str) -> bool:
    """Tell whether a run of the letter is this text, but for its first letter's case and its last full stop."""
    bare = text.strip()
    if unicodedata.normalize("NFC", bare) != bare or not bare or not shown:
        return False
    return shown[:1].casefold() == bare[:1].casefold() and shown[1:] in (bare[1:], f"{bare[1:]}.")


def _like(old: str, new: str) -> str:
    """Return new words with the capital, or the small letter, that the old ones begin with."""
    if old[:1].islower() and new[:1].isupper() and not new[1:2].isupper():
        return new[:1].lower() + new[1:]
    return new[:1].upper() + new[1:] if old[:1].isupper() and old[1:2].islower() else new


def _text_at(data: Mapping[str, Any], path: Place) -> str:
    from plainletter.desk.questions import value_at

    found = value_at(data, path)
    return found if isinstance(found, str) else ""


def _replace(data: Any, path: Place, text: str) -> None:  # noqa: ANN401 - JSON
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = text


def _place(path: str) -> Place:
    return tuple(int(part) if part.isdecimal() else part for part in path.split("."))
