"""Turns a development case (neutral YAML, exams/cases/README.md) into a plainletter case.

usage: python benchmarks/neutral.py CASE.yaml CASE.toml      (with the answers of the author)
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import tomlkit
import yaml

KINDS = {
    "first_meeting": "first-meeting", "assessment": "assessment-feedback", "review": "review", "missed": "missed-appointment",
    "invitation": "invitation", "waiting": "waiting-list", "change": "change-of-worker", "crisis": "safety-plan",
    "safety": "safety-plan", "ending": "ending", "discharge": "ending", "correction": "correction", "cover": "cover-note",
}  # fmt: skip
SCOPES = {
    "whole_letter": "whole",
    "whole_letter_minus_marks": "whole",
    "whole": "whole",
    "plan_only": "plan",
    "booking_only": "booking",
}
STATUS = {"asked_and_wanted": "permit"}
SECTIONS = {"assessment_feedback": "assessment", "plan": "meantime"}
Data = dict[str, Any]


def main() -> None:
    """Write one case as TOML."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source = yaml.safe_load(Path(sys.argv[1]).read_text(encoding="utf-8"))
    Path(sys.argv[2]).write_text(tomlkit.dumps(case_data(source)), encoding="utf-8")


def case_data(source: Data, *, answers: bool = True, touches: bool = True, hints: bool = True) -> Data:
    """Return the data of a Case; without ``answers`` the author has not yet replied to any stop."""
    kind = next((ours for theirs, ours in KINDS.items() if source["letter_type"].startswith(theirs)), "review")
    given = [answer for answer in source.get("answers", []) if answers]
    data: Data = {
        "kind": kind,
        "date": source["today"],
        "jurisdiction": source.get("jurisdiction", "england"),
        "service": _service(source["service"]),
        "author": _kept(source["clinician"], "name", "role", "outward_role", "first_person"),
        "client": _client(source["client"], given),
        "items": [_item(item) for item in source["items"]],
        "plan": [_step(step) for step in source["plan"]],
        "crisis": [_kept(line, "name", "contact", "when") for line in source.get("crisis", [])],
        "third_parties": [_third(person) for person in source.get("third_parties", [])],
        "readers": [_reader(reader) for reader in source["recipients"]],
        "marks": [_mark(mark, touches, hints) for mark in source.get("confidentiality", [])],
        "rewordings": list(_rewordings(given)),
        "helpline_choices": list(_helplines(given)),
        "sent": [_sent(letter) for letter in source.get("letters_sent", [])],
        "corrections": [_correction(number, one) for number, one in enumerate(source.get("corrections", []), 1)],
        "raw_notes": source.get("raw_notes", ""),
    }
    data["version"] = 1 + max((letter["version"] for letter in data["sent"]), default=0)
    for key in ("encounter", "meeting"):
        if source.get(key):
            meeting = source[key]
            data["meeting"] = _kept(meeting, "date", "place", "mode", "present", "took_place")
            data["meeting"]["place"] = _outward(meeting["place"], source["service"])
    booked = " ".join(str((one.get("consent") or {}).get("scope_note", "")) for one in source["recipients"])
    if (other := re.search(r"not the interpreter of (\d{1,2} \w+)", booked)) and "interpreter" in data["client"]:
        year = source["today"].year
        data["client"]["interpreter"]["not_the_one_of"] = datetime.strptime(f"{other[1]} {year}", "%d %B %Y").date()
    if source.get("checking"):
        data["checking"] = _kept(source["checking"], "reply_by", "ways")
    return data


def _kept(source: Data, *keys: str) -> Data:
    return {key: source[key] for key in keys if source.get(key) not in (None, "", [])}


def _outward(place: str, service: Data) -> str:
    return service.get("outward_name", place) if place == service["name"] else place


def _service(source: Data) -> Data:
    found = _kept(source, "name", "outward_name", "organisation", "phone", "text_number", "email", "hours", "address")
    found.setdefault("outward_name", source["name"])
    if source.get("sms_sender"):
        found["sms_sender"] = source["sms_sender"]
    return found


def _safe(value: object) -> str:
    return {True: "yes", False: "no", None: "unknown"}.get(value, str(value))  # type: ignore[call-overload, no-any-return]


def _client(source: Data, given: Iterable[Data]) -> Data:
    found = _kept(source, "first_name", "family_name", "preferred_name", "pronouns", "date_of_birth", "age")
    found |= _kept(source.get("identifiers") or {}, "nhs_number", "chi_number")
    found["addresses"] = [
        _kept(place, "lines", "postcode", "why") | {"safe": _safe(place.get("safe")), "use": place.get("use", "home")}
        for place in source.get("addresses", [])
    ]
    contact = source.get("contact") or {}
    ours: Data = {"preferred_channel": contact.get("preferred_channel", "post")}
    for key in ("phone", "text"):
        if isinstance(contact.get(key), dict):
            entry = _kept(contact[key], "number", "window", "consent_date", "lock_screen_seen_by_others", "voicemail")
            ours[key] = entry | {"safe": _safe(contact[key].get("safe"))}
    spoken = {
        "phone_calls": "phone",
        "phone": "phone",
        "post": "post",
        "voicemail": "voicemail",
        "email": "email",
        "text": "text",
    }
    never = [ours_name for theirs, ours_name in spoken.items() if contact.get(theirs) in ("never", "none", False)]
    found["contact"] = ours | {"never": sorted(set(never))}
    found["accessible_information"] = source.get("accessible_information") or []
    if source.get("language"):
        found["language"] = _kept(source["language"], "spoken", "written", "reads", "asked_for")
        done = [f"{a.get('by', '')}: {a.get('reason', '')}" for a in given if a["gate"].startswith("translation_or_interpreter")]
        if done:
            found["language"]["arranged"] = done[0]
    if source.get("interpreter"):
        found["interpreter"] = _kept(source["interpreter"], "needed", "language", "gender", "not_person", "not_the_one_of")
    found["parental_responsibility"] = source.get("parental_responsibility") or []
    if source.get("capacity"):
        capacity = source["capacity"]
        found["capacity"] = _kept(capacity, "decision", "decided_by", "date", "has_capacity") | {
            "client_view": capacity.get("child_view", capacity.get("client_view", ""))
        }
    return found


def _item(source: Data) -> Data:
    found = _kept(source, "id", "source", "text", "text_child", "told_by", "opinion_of")
    section = source["section"]
    return found | {"section": SECTIONS.get(section, section)}


def _step(source: Data) -> Data:
    found = _kept(source, "id", "what", "what_child", "who", "when", "kind", "for", "rests_on", "place", "timing")
    return found


def _third(source: Data) -> Data:
    named = {True: "yes", False: "no"}.get(source.get("may_be_named"), source.get("may_be_named", "no"))  # type: ignore[arg-type]
    return _kept(source, "id", "relation", "names", "descriptions", "note") | {"may_be_named": named}


def _reader(source: Data) -> Data:
    found = _kept(source, "id", "kind", "name", "role", "organisation", "salutation", "channel", "relation", "reference")
    found["accessible_information"] = source.get("accessible_information") or []
    found["addresses"] = [_kept(p, "lines", "postcode") | {"safe": _safe(p.get("safe"))} for p in source.get("addresses", [])]
    consent = source.get("consent")
    if consent:
        entries = consent.get("history") or [consent]
        found["consent"] = [_consent(entry, consent) for entry in entries]
    return found


def _consent(entry: Data, whole: Data) -> Data:
    scope = entry.get("scope", whole.get("scope", "whole_letter"))
    found = _kept({**whole, **entry}, "date", "given_by", "how", "lawful_basis", "reason", "client_told_on")
    found["status"] = STATUS.get(entry["status"], entry["status"])
    found["scope"] = SCOPES.get(scope) or _named(scope)
    note = entry.get("scope_note", whole.get("scope_note"))
    if note:
        found["agreed_words"] = note
    if "child_agrees" in whole:
        found["client_agrees"] = whole["child_agrees"]
    return found


def _named(scope: object) -> list[str]:
    if isinstance(scope, list):
        return [str(name) for name in scope]
    words = str(scope).replace("_minus_marks", "")
    known = {"medicines": "medicine", "appointments": "appointment", "plan": "plan", "referrals": "referral"}
    return [known.get(word, word) for word in re.split(r"_and_|,\s*|\s+", words)]


def _mark(source: Data, touches: bool, hints: bool) -> Data:
    found = _kept(source, "id", "fact", "set_by", "set_on", "reason", "sensitivity", "consequences_explained")
    found["items"] = source["marks_items"]
    found["withhold_from"] = source["withhold_from"]
    if touches:
        found["also_touches"] = source.get("also_touches", [])
    if hints:
        found["hints"] = source.get("hints", [])
    return found


def _rewordings(given: Iterable[Data]) -> Iterable[Data]:
    for answer in given:
        if not answer.get("item") or answer["item"] == "crisis":
            continue
        found = {"of": answer["item"], "for": answer.get("for", "all")} | _kept(answer, "by")
        if answer.get("omit"):
            found["leave_out"] = True
        else:
            found |= {"text": answer.get("new_text", ""), "text_child": answer.get("new_text_child", "")}
        if answer.get("reason"):
            found["because"] = answer["reason"]
        yield found


def _helplines(given: Iterable[Data]) -> Iterable[Data]:
    for answer in given:
        if answer.get("item") == "crisis" and answer.get("omit"):
            yield {"leave_out": answer["omit"], "for": answer.get("for", "all")}


def _sent(source: Data) -> Data:
    to = [
        {"reader": name, "whole": held == "whole", "held": [] if held == "whole" else held}
        for name, held in source["sent_to"].items()
    ]
    return _kept(source, "version", "date", "file") | {"sent_to": to}


def _correction(number: int, source: Data) -> Data:
    found = _kept(source, "item", "type", "client_says", "received_on", "how", "outcome", "record_amended_on", "amended_by")
    said = source["client_says"]
    true = source.get("right_text") or re.sub(r"^I\b", "you", said).replace(" my ", " your ")
    told = [
        {"who": told["who"], "on": told["on"]} if isinstance(told, dict) else {"who": told, "on": source["received_on"]}
        for told in source.get("recipients_told", [])
    ]
    return found | {"id": f"K{number}", "right_text": true, "told": told}


if __name__ == "__main__":
    main()
