"""What to do about a gate, said to somebody who sees a form and not a case file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from plainletter.letters.gates import Gate

_ANEW: Final = "put {place} in other words for this reader, or take it out for them"
_CURES: Final = {  # by what the id of the gate begins with
    "consent_missing_": "ask the client, and put their answer with its date beside this reader",
    "lawful_basis_missing_": "say which law allows it, and why, beside the answer for this reader",
    "client_not_told_": "tell the client and put the day beside the answer for this reader, or give the reason why not",
    "agreed_words_": "compare the two; a line that goes further can be taken out for this reader",
    "under_16_sharing_decision_missing": "write down what was decided, who decided, what the client thinks of it, and the day",
    "channel_refused_": "choose another way for this reader, such as handing the letter over",
    "text_not_known_safe_": "ask, and write down the number, that it is safe, and the day on which the client agreed",
    "email_not_agreed_": "ask, and write down the address, that it is safe, and the day on which the client agreed",
    "no_fixed_abode": "agree on another way, such as handing it over, a text, or a place that keeps post for them",
    "address_missing": "add an address and whether it is safe, or choose another way",
    "unsafe_address_blocks_post": "choose another way, or add an address that is safe",
    "address_safety_unknown": "ask, and say whether the address is safe",
    "address_not_known_safe_": "ask, and say whether the address is safe, or choose another way",
    "translation_or_interpreter_recorded": "write down who translates it, or who reads it through with them and when",
    "opinion_without_owner_": "say whose opinion it is",
    "third_party_source_": "say who said it, or move it to the part that is in no letter",
    "plan_line_rests_on_corrected_fact_": "take {place} out, or put it in other words",
    "plan_line_rests_on_withheld_item_": _ANEW,
    "plan_line_not_agreed_": "take it out, or write under another heading who thinks what",
    "child_wording_missing_": "write {place} in words for a child, or say that this reader does not get it",
    "review_overdue_": "look at it again, and write down the new decision and the next day for that",
    "reply_date_has_passed": "choose a later day for the answer",
    "version_not_raised": "make this the next version",
    "correction_open_": "write down what came of it",
    "right_text_missing_": "write down what is right, to the client: “you have never smoked”",
    "record_not_amended_": "write down the day on which the record was changed, and who did it",
    "refusal_without_reason_": "write down the reason",
    "art19_notice_due_": "tell them, and write down the day",
}


def cure_of(gate: Gate) -> str:
    """Return what to do about a gate, in the words of a form."""
    if gate.id.startswith(("hint_of_", "third_party_")) and "[[" in gate.cure:
        helps = "take this line of help out for this reader"
        return helps if gate.place.startswith("crisis") else _ANEW.format(place=gate.place)
    found = next((cure for start, cure in _CURES.items() if gate.id.startswith(start)), "")
    informs = gate.id == "unsafe_address_blocks_post" and not gate.stops  # said also where nothing goes by post
    return found.format(place=gate.place) if found and not informs else gate.cure
