"""Gates about what the letters say: dates that do not fit, opinions without an owner, gaps, steps that rest on nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plainletter.letters.case import Case
from plainletter.letters.consent import readers_with_copy
from plainletter.letters.content import OPINIONS, PlanLine
from plainletter.letters.gates.gate import Gate
from plainletter.letters.reach import child_words, marks_on, may_see, rewording, wording_of
from plainletter.letters.seen import View
from plainletter.letters.wording import MONTHS, listed

_DATED = re.compile(
    r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?(?: the)? (\d{1,2})(?:st|nd|rd|th)?(?: of)? "
    rf"({'|'.join(MONTHS)})(?:,? (20\d\d))?\b",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"\{\{\s*\w*[_.]\w*[^}]*\}\}|\{\{\s*(?:name|date|time|place|client|text)\s*\}\}|«[^»]*»|_{3,}"
    r"|[\[<](?:insert|enter|add)\b[^\]>]*[\]>]|[\[<](?:[\w' ]+ )?(?:name|date|time|place|address|number|tbc|xx+)\b[^\]>]*[\]>]"
    r"|\bXX+\b|\bTBC\b",
    re.IGNORECASE,
)
_DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


def content_gates(case: Case) -> Iterator[Gate]:
    """Yield what is wrong in, or missing from, the content of the letters."""
    views = [case.as_seen_by(reader.id) for reader in readers_with_copy(case)]
    yield from _texts(case, views)
    yield from _opinions(case)
    yield from _steps(case)
    yield from _child_wordings(case)
    yield from _reviews(case)
    yield from _checking(case)


def _texts(case: Case, views: list[View]) -> Iterator[Gate]:
    pieces: dict[tuple[str, str], list[str]] = {}
    for view in views:
        typed = [(item.id, str(item.text)) for items in view.items.values() for item in items]
        typed += [(step.id, str(step.text)) for step in view.plan]
        for place, text in typed:
            pieces.setdefault((place, text), []).append(view.reader.id)
    for (place, text), readers in pieces.items():
        for match in _DATED.finditer(text):
            if fault := _weekday_fault(match, case.date):
                cure = "correct the day or the date"
                yield Gate(
                    f"weekday_and_date_differ_{place}", f"{place} says “{match[0]}”, and {fault}.", cure, tuple(readers), place
                )
        if gap := _GAP.search(text):
            yield Gate(
                f"placeholder_in_{place}",
                f"{place} still has a gap to fill in: “{gap[0]}”.",
                "write what belongs there",
                tuple(readers),
                place,
            )


def _weekday_fault(match: re.Match[str], today: date) -> str:
    number, month = int(match[2]), [name.lower() for name in MONTHS].index(match[3].lower()) + 1
    years = [int(match[4])] if match[4] else [today.year - 1, today.year, today.year + 1]
    days = [found for year in years if (found := _day(year, month, number)) is not None]
    if not days:
        return "there is no such day"
    meant = min(days, key=lambda one: abs(one - today))
    right = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[meant.weekday()]
    return "" if _DAYS[meant.weekday()] == match[1].lower() else f"that day in {meant.year} is a {right}"


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _opinions(case: Case) -> Iterator[Gate]:
    for item in case.items:
        readers = tuple(one.id for one in readers_with_copy(case) if may_see(case, one, item))
        observed = item.source == "clinician_observed"
        if readers and item.section in OPINIONS and not item.opinion_of and not observed and item.source != "client_said":
            yield Gate(
                f"opinion_without_owner_{item.id}",
                f"{item.id} is an opinion: whose?",
                f"add opinion_of to item {item.id}",
                readers,
                item.id,
            )
        if readers and item.source == "third_party_said" and not (item.told_by or item.opinion_of):
            yield Gate(
                f"third_party_source_{item.id}",
                f"{item.id} comes from somebody else: who said it, and may the readers know?",
                f"add told_by to item {item.id}, or move it to section private",
                readers,
                item.id,
            )


def _steps(case: Case) -> Iterator[Gate]:
    wrong = {c.item for c in case.corrections if c.type == "fact" and c.outcome == "agreed"}
    for line in case.plan:
        seen = tuple(one.id for one in readers_with_copy(case) if may_see(case, one, line) and _kept(case, one.id, line))
        if not seen:
            continue
        if stale := [item for item in line.rests_on if item in wrong]:
            yield Gate(
                f"plan_line_rests_on_corrected_fact_{line.id}",
                f"{line.id} rests on {listed(stale)}, which was put right: does the step still make sense?",
                f"leave {line.id} out with [[rewordings]], or word it anew",
                seen,
                line.id,
            )
        blind = tuple(one for one in seen if _rests_on_withheld(case, one, line))
        if blind:
            yield Gate(
                f"plan_line_rests_on_withheld_item_{line.id}",
                f"{line.id} rests on something that {listed(blind)} may not see.",
                f"word {line.id} anew for that reader with [[rewordings]], or leave it out for them",
                blind,
                line.id,
            )
        if line.agreed == "no":
            yield Gate(
                f"plan_line_not_agreed_{line.id}",
                f"{line.id} was not agreed, and the letter says “we agreed”.",
                "leave it out, or make it an item that says who thinks what",
                seen,
                line.id,
            )


def _kept(case: Case, reader: str, line: PlanLine) -> bool:
    one = case.reader(reader)
    return one is not None and bool(wording_of(case, one, line, child_words(case, one)))


def _rests_on_withheld(case: Case, reader: str, line: PlanLine) -> bool:
    one = case.reader(reader)
    if one is None or rewording(case, one, line.id) is not None:
        return False
    sections = {item.id: item.section for item in case.items}
    return any(item in sections and any(marks_on(case, one, item, sections[item])) for item in line.rests_on)


def _child_wordings(case: Case) -> Iterator[Gate]:
    for reader in readers_with_copy(case):
        if not child_words(case, reader):
            continue
        for line in case.plan:
            chosen = rewording(case, reader, line.id)
            left_out = chosen is not None and chosen.leave_out
            if may_see(case, reader, line) and not left_out and not wording_of(case, reader, line, child=True):
                yield Gate(
                    f"child_wording_missing_{line.id}",
                    f"{line.id} is for {reader.id}, and there are no words of it for a child.",
                    f"add what_child to plan line {line.id}, or leave {reader.id} out of its for",
                    (reader.id,),
                    line.id,
                )


def _reviews(case: Case) -> Iterator[Gate]:
    everybody = tuple(reader.id for reader in readers_with_copy(case))
    due = [(one.id, one.review_on) for one in case.withheld_decisions]
    due += [(mark.id, mark.review_on) for mark in case.marks if mark.review_on]
    for name, day in due:
        if day < case.date:
            yield Gate(
                f"review_overdue_{name}",
                f"The decision {name} to hold something back was due for review on {day}.",
                "review it, and write the new decision and review_on",
                everybody,
                name,
            )


def _checking(case: Case) -> Iterator[Gate]:
    own = tuple(reader.id for reader in readers_with_copy(case) if reader.kind in ("client", "parent"))
    if case.checking and case.checking.reply_by <= case.date:
        yield Gate(
            "reply_date_has_passed",
            "The date by which the client can answer is not after the date of the letter.",
            "choose a later reply_by in [checking]",
            own,
            "checking",
        )
    for line in case.plan:
        if line.internal:
            what = f"{line.id} is for staff only and stands in no letter."
            yield Gate(f"internal_step_{line.id}", what, "nothing to do", place=line.id)
