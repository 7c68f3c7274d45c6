"""Gates about agreement: consent, scope, and who decides for a child."""

from __future__ import annotations

from collections.abc import Iterator

from plainletter.letters.case import Case
from plainletter.letters.consent import Permission, permission, readers_with_copy
from plainletter.letters.gates.gate import Gate
from plainletter.letters.reach import form_of, is_own
from plainletter.letters.sharing import Reader
from plainletter.letters.wording import listed

AGE = {"scotland": 12}
"""The age from which a child is presumed able to decide: 12 in Scotland (DPA 2018 s.208), elsewhere 16 unless recorded."""


def agreement_gates(case: Case) -> Iterator[Gate]:
    """Yield what stands between each reader and a copy."""
    for reader in case.readers:
        yield from _consent(case, reader, permission(case, reader))
    yield from _decided_for_child(case)


def _consent(case: Case, reader: Reader, allowed: Permission) -> Iterator[Gate]:
    entry, who = allowed.entry, reader.role or reader.name or reader.id
    if allowed.status == "not_asked":
        yield Gate(
            f"consent_missing_{reader.id}",
            f"Who may have a copy? For {who} ({reader.id}) no answer is recorded.",
            f"ask the client, and add [[readers.consent]] with status and date to reader {reader.id}",
            (reader.id,),
            reader.id,
            open_to_override=False,
        )
    elif allowed.status in ("deny", "withdrawn"):
        said = "said no to" if allowed.status == "deny" else "took back the agreement to"
        yield Gate(
            f"consent_{'denied' if allowed.status == 'deny' else 'withdrawn'}_{reader.id}",
            f"The client {said} a copy for {who} ({reader.id}): no file is made, nobody is told.",
            "nothing to do; should that have changed, record the new answer with its date",
            place=reader.id,
        )
    elif allowed.status == "shared_without_consent" and entry is not None and not (entry.lawful_basis and entry.reason):
        yield Gate(
            f"lawful_basis_missing_{reader.id}",
            f"A copy goes to {reader.id} without the client's agreement: on what lawful basis, and why?",
            f"add lawful_basis and reason to the consent entry of reader {reader.id}",
            (reader.id,),
            reader.id,
            open_to_override=False,
        )
    if allowed.status == "shared_without_consent" and entry is not None and entry.client_told_on is None:
        yield Gate(
            f"client_not_told_{reader.id}",
            f"Has the client been told that {reader.id} gets a copy without their agreement?",
            "tell the client and add client_told_on to the consent entry, or override with the reason why not",
            (reader.id,),
            reader.id,
        )
    if allowed.given and entry is not None and entry.agreed_words:
        yield _agreed(case, reader, entry.agreed_words)
    if allowed.given and entry is not None and entry.client_agrees is False:
        yield Gate(
            f"client_does_not_agree_{reader.id}",
            f"Somebody else agreed that {reader.id} gets a copy, and the client does not.",
            "talk with the client again, or override with the name of who decides and the reason",
            (reader.id,),
            reader.id,
        )


def _agreed(case: Case, reader: Reader, words: str) -> Gate:
    view = case.as_seen_by(reader.id)
    held = [item.id for items in view.items.values() for item in items] + [step.id for step in view.plan]
    return Gate(
        f"agreed_words_{reader.id}",
        f"What was agreed for {reader.id}: “{words}”. The copy holds {listed(held) if held else 'no items'}.",
        "compare the two; leave out a line with [[rewordings]] of it, for this reader, leave_out = true",
        place=reader.id,
    )


def _decided_for_child(case: Case) -> Iterator[Gate]:
    age = case.client_age
    if age is None or age >= AGE.get(case.jurisdiction, 16):
        return
    others = tuple(one.id for one in readers_with_copy(case) if one.kind != "client" and not is_own(case, one))
    if case.client.capacity is not None:
        yield Gate(
            "under_16_sharing_decision_recorded",
            f"The client is {age}; {case.client.capacity.decided_by} decided about {case.client.capacity.decision}.",
            "see that the client's own view still holds",
            place="client.capacity",
        )
    elif others:
        yield Gate(
            "under_16_sharing_decision_missing",
            f"The client is {age}: who decided about sharing, and what does the client think of it?",
            "add [client.capacity] with decision, decided_by, client_view and date",
            others,
            "client.capacity",
        )
    parents = [one for one in readers_with_copy(case) if one.kind == "parent" and form_of(case, one) == "letter"]
    own = [one for one in readers_with_copy(case) if one.kind == "client" and one.channel == "post"]
    if parents and own:
        yield Gate(
            "own_envelope",
            "The client has a letter of their own: it goes in an envelope with their name.",
            "use two envelopes",
            place=own[0].id,
        )
