"""Gates about earlier versions: corrections, the clock that they start, and who has to be told."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date

from plainletter.letters.case import Case
from plainletter.letters.consent import permission, readers_with_copy
from plainletter.letters.gates.gate import Gate
from plainletter.letters.history import Correction
from plainletter.letters.reach import was_sent


def month_after(day: date) -> date:
    """Return the same day of the next month, or its last day (UK GDPR article 12(3): one calendar month)."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def history_gates(case: Case) -> Iterator[Gate]:
    """Yield what earlier versions ask of this one."""
    yield from _versions(case)
    for correction in case.corrections:
        yield from _correction(case, correction)


def _versions(case: Case) -> Iterator[Gate]:
    last = max((letter.version for letter in case.sent), default=0)
    everybody = tuple(reader.id for reader in readers_with_copy(case))
    if last and case.version <= last:
        yield Gate(
            "version_not_raised",
            f"Version {last} was sent already, and this case says version {case.version}.",
            f"write version = {last + 1}",
            everybody,
            "version",
        )
    elif last:
        what = f"Version {case.version} takes the place of version {last}."
        yield Gate(f"version_{case.version}_supersedes_version_{last}", what, "mark the earlier one as replaced", place="version")
        if any(letter.file for letter in case.sent):
            yield Gate("old_file_name_not_reused", "The old file name is not used again.", "nothing to do", place="sent")


def _correction(case: Case, correction: Correction) -> Iterator[Gate]:
    everybody = tuple(reader.id for reader in readers_with_copy(case))
    due = month_after(correction.received_on)
    yield Gate(
        f"art16_clock_started_{correction.received_on}",
        f"The client asked for a correction on {correction.received_on}; an answer is due by {due} (UK GDPR article 16).",
        "see that the record is amended and the client told by then",
        place=correction.id,
    )
    if correction.outcome == "open":
        yield Gate(
            f"correction_open_{correction.id}",
            f"The client says that something is wrong ({correction.id}), and no outcome is recorded; it is due by {due}.",
            "record the outcome with plainletter letter correct",
            everybody,
            correction.id,
        )
        return
    if correction.outcome == "agreed" and not correction.right_text:
        what = f"{correction.id} was agreed: what is right?"
        yield Gate(f"right_text_missing_{correction.id}", what, "add right_text, in the second person", everybody, correction.id)
    if correction.outcome == "agreed" and correction.record_amended_on is None:
        yield Gate(
            f"record_not_amended_{correction.id}",
            f"{correction.id} was agreed: has the formal record been amended?",
            "add record_amended_on and amended_by",
            everybody,
            correction.id,
        )
    if correction.outcome == "refused" and not correction.reason:
        what = f"{correction.id} was not agreed: why? The client is owed the reason."
        yield Gate(f"refusal_without_reason_{correction.id}", what, "add reason", everybody, correction.id)
    if correction.type == "fact" and correction.outcome == "agreed":
        yield from _notices(case, correction)


def _notices(case: Case, correction: Correction) -> Iterator[Gate]:
    told = {one.who for one in correction.told}
    for reader in case.readers:
        if reader.kind != "client" and reader.id not in told and was_sent(case, reader, correction.item):
            may = permission(case, reader).given
            how = "this copy tells them" if may else "they may have no copy now"
            yield Gate(
                f"art19_notice_due_{reader.id}",
                f"{reader.id} was sent the mistake; {how} (UK GDPR article 19).",
                "record the day on which they were told"
                if may
                else "decide with the client how they are told, without the letter",
                place=correction.id,
            )
