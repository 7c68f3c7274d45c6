"""Gates about contact: an address, number or channel that may not be safe, and the form that a reader needs."""

from __future__ import annotations

from collections.abc import Iterator

from plainletter.letters.case import Case
from plainletter.letters.consent import readers_with_copy
from plainletter.letters.gates.gate import Gate
from plainletter.letters.people import OTHER_FORMATS
from plainletter.letters.reach import is_own
from plainletter.letters.sharing import Reader

_CHANNELS = {"post": "post", "email": "email", "text": "text"}


def contact_gates(case: Case) -> Iterator[Gate]:
    """Yield what makes a way of reaching somebody unsafe, and what a safe one asks of the sender."""
    for reader in readers_with_copy(case):
        if is_own(case, reader):
            yield from _own_channel(case, reader)
        yield from _their_addresses(reader)
    yield from _told(case)
    yield from _language(case)


def _own_channel(case: Case, reader: Reader) -> Iterator[Gate]:
    contact, own = case.client.contact, (reader.id,)
    if reader.channel in contact.never:
        yield Gate(
            f"channel_refused_{reader.id}",
            f"The client asked never to be reached by {reader.channel}, and the letter of {reader.id} would go that way.",
            "choose another channel for this reader, such as hand_over",
            own,
            reader.id,
        )
    if reader.channel == "post" and not reader.addresses:
        yield from _post(case, reader)
    if reader.channel == "text" and (contact.text is None or contact.text.safe != "yes"):
        yield Gate(
            f"text_not_known_safe_{reader.id}",
            "Is it safe to text the client, and did they agree to it?",
            'add [client.contact.text] with number, safe = "yes" and consent_date',
            own,
            "client.contact.text",
        )
    if reader.channel == "email" and (contact.email is None or contact.email.safe != "yes" or contact.email.consent_date is None):
        yield Gate(
            f"email_not_agreed_{reader.id}",
            "Did the client agree to e-mail, knowing who else may read it?",
            'add [client.contact.email] with address, safe = "yes" and consent_date',
            own,
            "client.contact.email",
        )


def _post(case: Case, reader: Reader) -> Iterator[Gate]:
    places, own = case.client.addresses, (reader.id,)
    if case.client.no_fixed_abode:
        yield Gate(
            "no_fixed_abode",
            "The client has no fixed address, and the letter would go by post.",
            "agree on another way, such as hand_over, text or a place that keeps post for them",
            own,
            "client.addresses",
        )
    elif not places:
        yield Gate(
            "address_missing",
            "Where can the letter be sent?",
            "add [[client.addresses]] with lines and whether it is safe, or choose another channel",
            own,
            "client.addresses",
        )
    elif not any(place.safe == "yes" for place in places):
        unsafe = any(place.safe == "no" for place in places)
        yield Gate(
            "unsafe_address_blocks_post" if unsafe else "address_safety_unknown",
            "Post to the client's address is not safe." if unsafe else "Is it safe to post a letter to the client's address?",
            'choose another channel, or add an address with safe = "yes"' if unsafe else 'ask, and write safe = "yes" or "no"',
            own,
            "client.addresses",
        )


def _their_addresses(reader: Reader) -> Iterator[Gate]:
    if reader.channel == "post" and reader.addresses and not any(place.safe == "yes" for place in reader.addresses):
        yield Gate(
            f"address_not_known_safe_{reader.id}",
            f"Is it safe to post a letter to the address of {reader.id}?",
            'write safe = "yes" or "no" beside the address, or choose another channel',
            (reader.id,),
            reader.id,
        )


def _told(case: Case) -> Iterator[Gate]:
    contact = case.client.contact
    if any(place.safe == "no" for place in case.client.addresses) and not any(
        reader.channel == "post" and is_own(case, reader) for reader in readers_with_copy(case)
    ):
        yield Gate(
            "unsafe_address_blocks_post",
            "Post to the client's address is not safe: it is printed nowhere.",
            "post nothing",
            place="client.addresses",
        )
    if {"phone", "voicemail"} & set(contact.never):
        yield Gate(
            "no_call_no_voicemail", "The client asked for no calls.", "do not phone or leave a message", place="client.contact"
        )
    if contact.text and contact.text.window:
        yield Gate("text_only_inside_window", f"Texts only: {contact.text.window}.", "send it then", place="client.contact.text")
    for reader in readers_with_copy(case):
        if reader.channel == "hand_over":
            what = f"The letter of {reader.id} is kept and handed over, never posted."
            yield Gate("letter_held_for_hand_over", what, "keep it where only the team can read it", place=reader.id)
    if case.client.point_size > 12:
        size = case.client.point_size
        yield Gate(
            f"large_print_{size}_needed", f"The client reads print of {size} point or larger.", "it is set so", place="client"
        )
    for need in case.client.accessible_information:
        if any(word in need.code.lower().replace("_", "") for word in (name.replace("_", "") for name in OTHER_FORMATS)):
            what = f"The client needs another format: {need.display or need.code}."
            yield Gate("other_format_needed", what, "have it made from the .txt, and send both together", place="client")


def _language(case: Case) -> Iterator[Gate]:
    need = case.client.language
    if need is None or need.written.lower() in ("", "english"):
        return
    if need.arranged:
        what = f"The client reads {need.written}; arranged: {need.arranged}."
        yield Gate("translation_or_interpreter_recorded", what, "see that it happens", place="client.language")
        return
    own = tuple(reader.id for reader in readers_with_copy(case) if reader.kind == "client")
    yield Gate(
        "translation_or_interpreter_recorded",
        f"The client reads {need.written}, and this letter is in English: how will they read it?",
        "add arranged to [client.language]: a translation, or who reads it through with them, and when",
        own,
        "client.language",
    )
