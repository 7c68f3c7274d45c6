"""A small case that every test of letters can change: one meeting, a client, a GP, and a school that was refused."""

import copy

from plainletter.letters.case import Case

DATA = {
    "kind": "first-meeting",
    "date": "2026-05-12",
    "service": {
        "name": "Northvale Psychosis Team",
        "outward_name": "Orchard House",
        "organisation": "Northvale NHS Trust",
        "phone": "01632 960 100",
        "address": ["Orchard House", "3 Well Lane", "Northvale", "TS99 1ZA"],
    },
    "author": {"name": "Moira Kerr", "role": "Psychosis nurse", "outward_role": "Nurse"},
    "client": {
        "first_name": "Dilys",
        "family_name": "Okafor",
        "preferred_name": "Dilys",
        "pronouns": "she/her",
        "date_of_birth": "1988-07-02",
        "addresses": [{"lines": ["9 Quay Street", "Northvale", "TS99 2ZA"], "safe": "yes"}],
    },
    "meeting": {"date": "2026-05-11", "place": "Orchard House"},
    "items": [
        {"id": "T1", "section": "what_you_told_us", "source": "client_said", "text": "you have been sleeping badly since Easter"},
        {
            "id": "T2",
            "section": "what_you_told_us",
            "source": "client_said",
            "text": "you drink a bottle of whisky most evenings",
        },
        {
            "id": "S1",
            "section": "strengths",
            "source": "clinician_observed",
            "text": "you still sing in the choir every Thursday",
        },
        {"id": "M1", "section": "what_matters", "source": "client_said", "text": "you want to be well for your sister's wedding"},
    ],
    "plan": [
        {
            "id": "P1",
            "what": "I will write to the choir leader with you",
            "who": "Moira Kerr",
            "when": "2026-05-20",
            "timing": "by",
        },
        {"id": "P2", "what": "we will meet again", "who": "Moira Kerr", "when": "2026-06-09 10:30", "kind": "appointment"},
    ],
    "crisis": [{"name": "NHS 111", "contact": "111", "when": "any time"}],
    "checking": {"reply_by": "2026-06-01", "ways": ["phone", "write on the letter"]},
    "readers": [
        {"id": "client", "kind": "client", "consent": [{"status": "permit", "date": "2026-05-11"}]},
        {
            "id": "gp",
            "kind": "professional",
            "name": "Dr Anil Rao",
            "role": "GP",
            "channel": "secure_email",
            "consent": [{"status": "permit", "date": "2026-05-11"}],
        },
        {
            "id": "college",
            "kind": "service",
            "name": "Westbrook College",
            "channel": "email",
            "consent": [{"status": "deny", "date": "2026-05-11"}],
        },
    ],
    "marks": [
        {"id": "C1", "fact": "drinking", "items": ["T2"], "withhold_from": ["gp"], "set_by": "client", "set_on": "2026-05-11"}
    ],
}


def data(**changes):
    """Return the data of the case, with top-level keys changed or, where the value is None, taken out."""
    fresh = copy.deepcopy(DATA)
    for key, value in changes.items():
        if value is None:
            del fresh[key]
        else:
            fresh[key] = value
    return fresh


def case(**changes):
    """Return the case with top-level keys changed."""
    return Case.model_validate(data(**changes))


def item(number, **changes):
    """Return one item with keys changed."""
    return copy.deepcopy(DATA["items"][number]) | changes


def step(number, **changes):
    """Return one plan line with keys changed."""
    return copy.deepcopy(DATA["plan"][number]) | changes


def reader(number, **changes):
    """Return one reader with keys changed."""
    return copy.deepcopy(DATA["readers"][number]) | changes
