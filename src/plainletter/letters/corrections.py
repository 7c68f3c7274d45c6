"""Corrections: what the client says about a letter, what came of it, and the next version that follows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, MutableMapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import tomlkit

from plainletter.errors import CaseError
from plainletter.letters.case import Case
from plainletter.letters.casefile import case_of, load
from plainletter.letters.consent import readers_with_copy
from plainletter.letters.drafting import template_folders
from plainletter.letters.gates.history import month_after
from plainletter.letters.history import Correction
from plainletter.letters.letter import Letter
from plainletter.letters.reach import form_of, was_sent
from plainletter.letters.rendering import render
from plainletter.wholefile import write_whole

Type = Literal["fact", "opinion", "omission"]
Outcome = Literal["open", "agreed", "statement_added", "refused"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a client said about a letter. Fields are those of :class:`~plainletter.letters.history.Correction`."""

    client_says: str
    received_on: date
    how: str
    item: str = ""
    type: Type = "fact"
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What came of a correction. ``new_date`` is the date of the next version of the letter."""

    outcome: Outcome
    new_date: date
    right_text: str = ""
    reason: str = ""
    record_amended_on: date | None = None
    amended_by: str = ""


def add_reply(path: Path, reply: Reply) -> str:
    """Record in a case file what the client said, and return the id of the correction ("K1").

    Raises:
        CaseError: the case or the reply cannot be used; the file is left as it was.
    """
    case = load(path)
    document = _document(path)
    name = _add(case, document, reply)
    _save(path, document)
    return name


def settle(path: Path, name: str, settlement: Settlement) -> Case:
    """Record the outcome of a correction, and turn the case into its next version where the letter was sent.

    The version that was sent is kept in ``sent`` with what each reader had, so that those who were told the mistake, and
    may still have a copy, are told what is right.

    Raises:
        CaseError: there is no such correction, or the outcome lacks something; the file is left as it was.
    """
    case = load(path)
    document = _document(path)
    _settle(case, document, name, settlement)
    _save(path, document)
    return load(path)


def with_reply(data: Mapping[str, Any], reply: Reply) -> tuple[str, dict[str, Any]]:
    """Return the id of the new correction, and the data of a case with what the client said; see :func:`add_reply`.

    Raises:
        CaseError: the case or the reply cannot be used.
    """
    document = deepcopy(dict(data))
    name = _add(case_of(data), document, reply)
    return name, _plain(document)


def with_outcome(data: Mapping[str, Any], name: str, settlement: Settlement) -> dict[str, Any]:
    """Return the data of a case with the outcome of a correction, as its next version; see :func:`settle`.

    Raises:
        CaseError: there is no such correction, or the outcome lacks something.
    """
    document = deepcopy(dict(data))
    _settle(case_of(data), document, name, settlement)
    return _plain(document)


def amendment_note(case: Case, name: str) -> Letter:
    """Return the note for the formal record about one correction: for staff, never for a reader of the letter.

    Raises:
        CaseError: there is no such correction.
    """
    correction = next((one for one in case.corrections if one.id == name), None)
    if correction is None:
        raise CaseError(f"there is no correction “{name}” in the case")
    told = {"case": _told_case(case), "correction": _told_correction(case, correction), "date": case.date}
    return Letter(
        reader="record",
        kind="record-amendment",
        form="note",
        date=case.date,
        title="Note for the record",
        file_stem=f"record-note-{case.date.isoformat()}-{name}",
        issuer=case.service.outward_name,
        parts=render(told, ["record-amendment"], template_folders(())),
        version=case.version,
    )


def _add(case: Case, document: MutableMapping[str, Any], reply: Reply) -> str:
    taken = {correction.id for correction in case.corrections}
    name = next(f"K{number}" for number in range(1, len(taken) + 2) if f"K{number}" not in taken)
    _append(document, "corrections", {"id": name, **_filled(reply)})
    return name


def _settle(case: Case, document: MutableMapping[str, Any], name: str, settlement: Settlement) -> None:
    known = [correction.id for correction in case.corrections]
    if name not in known:
        raise CaseError(f"there is no correction “{name}” in the case; there are {', '.join(known) or 'none yet'}")
    if settlement.outcome == "agreed" and not settlement.right_text:
        raise CaseError("an agreed correction needs the right words, in the second person (“you have never smoked”)")
    if settlement.outcome == "refused" and not settlement.reason:
        raise CaseError("a refused correction needs the reason: the client is owed it (UK GDPR article 12(4))")
    at = known.index(name)
    document["corrections"][at].update({key: value for key, value in _filled(settlement).items() if key != "new_date"})
    if settlement.outcome != "open":
        _raise_version(case, document, case.corrections[at].received_on, settlement.new_date)


def _filled(values: Reply | Settlement) -> dict[str, Any]:
    return {name: value for name in values.__slots__ if (value := getattr(values, name)) not in ("", None)}


def _raise_version(case: Case, document: MutableMapping[str, Any], received_on: date, new_date: date) -> None:
    """Make the next version; what was said before the date of a version that is under way goes into that one."""
    sent = max((letter.version for letter in case.sent), default=0)
    if not 0 < sent < case.version or received_on > case.date:
        if case.version > sent:
            _append(document, "sent", {"version": case.version, "date": case.date, "sent_to": list(_sent_to(case))})
        document["version"] = max(case.version, sent) + 1
    document["date"] = new_date


def _sent_to(case: Case) -> Iterator[dict[str, Any]]:
    for reader in readers_with_copy(case):
        if form_of(case, reader) == "letter":
            yield {"reader": reader.id, "whole": True}
            continue
        view = case.as_seen_by(reader.id)
        held = [item.id for items in view.items.values() for item in items] + [step.id for step in view.plan]
        yield {"reader": reader.id, "held": held}


def _document(path: Path) -> Any:  # noqa: ANN401 - tomlkit and json have no common type
    text = path.read_text(encoding="utf-8-sig")
    return json.loads(text) if path.suffix.lower() == ".json" else tomlkit.parse(text)


def _append(document: MutableMapping[str, Any], key: str, entry: Mapping[str, Any]) -> None:
    if isinstance(document, tomlkit.TOMLDocument):
        table = tomlkit.table()
        table.update(entry)
        if key not in document:
            document.append(key, tomlkit.aot())
        document[key].append(table)
    else:
        document.setdefault(key, []).append(dict(entry))


def _save(path: Path, document: MutableMapping[str, Any]) -> None:
    if isinstance(document, tomlkit.TOMLDocument):
        text = tomlkit.dumps(document)
        case_of(document.unwrap(), str(path))
    else:
        text = json.dumps(_plain(document, str(path)), indent=2, ensure_ascii=False) + "\n"
    write_whole(path, text.encode())


def _plain(document: MutableMapping[str, Any], name: str = "case") -> dict[str, Any]:
    """Return a document as JSON holds it, with its dates as text; a fault in it is raised."""
    plain: dict[str, Any] = json.loads(json.dumps(document, default=str))
    case_of(plain, name)
    return plain


def _told_case(case: Case) -> dict[str, str]:
    client = case.client
    number = client.nhs_number or client.chi_number
    return {"client": f"{client.first_name} {client.family_name}", "number": number, "service": case.service.outward_name}


def _told_correction(case: Case, correction: Correction) -> dict[str, Any]:
    item = next((one.text for one in case.items if one.id == correction.item), "")
    item = item or next((line.what for line in case.plan if line.id == correction.item), "")
    sent = [reader for reader in case.readers if reader.kind != "client" and was_sent(case, reader, correction.item)]
    return {
        **correction.model_dump(exclude={"told"}),
        "said": item,
        "due": month_after(correction.received_on),
        "sent_to": tuple(reader.name or reader.organisation or reader.id for reader in sent),
        "earlier": max((letter.date for letter in case.sent), default=None),
    }
