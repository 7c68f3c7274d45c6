"""Cases by the thousand, with secrets that we know: what is withheld, from whom, and where it was slipped in."""

from dataclasses import dataclass

from hypothesis import strategies as st

from plainletter.letters.case import Case

OPEN = (
    ("what_you_told_us", "client_said", "you walk along the canal most mornings"),
    ("what_you_told_us", "client_said", "you find the bus to town tiring"),
    ("what_you_told_us", "client_said", "you sleep about five hours"),
    ("what_you_told_us", "client_said", "your sister rings every Sunday"),
    ("what_matters", "client_said", "you want to be able to read to your grandchildren"),
    ("what_matters", "client_said", "you would like to cook for friends again"),
    ("strengths", "clinician_observed", "you keep the garden of the whole street in order"),
    ("strengths", "clinician_observed", "you asked clear questions"),
    ("what_we_found", "clinician_observed", "your blood pressure was 128 over 80, which is fine"),
)
STEPS = (
    ("I will send you the leaflet about the walking group", "2026-06-10"),
    ("we will meet again", "2026-06-23 14:00"),
    ("I will phone the library with you", None),
    ("you will try the morning bus", "2026-06-15"),
)


@dataclass(frozen=True)
class Secret:
    """A withheld fact: its own words, hints, the forms that must not show, and names that only the hints tell us."""

    text: str
    fact: str
    hints: tuple[str, ...]
    forms: tuple[str, ...]
    aliases: tuple[str, ...] = ()


SECRETS = (
    Secret(
        "you have been gambling on the horses", "gambling", ("gamble",), ("gamble", "gambling", "gambled", "gambler", "Gambling")
    ),
    Secret("you took an overdose in March", "an overdose", ("overdose",), ("overdose", "overdoses", "overdosed", "OVERDOSE")),
    Secret("you were in prison for theft", "prison", ("prison", "theft"), ("prison", "prisons", "prisoner", "thefts", "theft")),
    Secret("you had a termination last year", "a termination", ("termination",), ("termination", "terminations", "Termination")),
    Secret("Kasimira hit you twice", "violence", ("Kasimira", "Kasia"), ("Kasimira", "Kasimira's"), ("Kasia", "KASIA")),
    Secret("you have herpes", "herpes", ("herpes", "aciclovir"), ("herpes", "aciclovir", "Herpes")),
    Secret("you drink vodka before work", "drinking", ("vodka",), ("vodka", "vodkas", "Vodka")),
    Secret(
        "Bartholomew from the mosque owes you rent", "rent", ("Bartholomew",), ("Bartholomew", "Bartholomew's", "BARTHOLOMEW")
    ),
)
HOME = {"lines": ["4 Elm Row", "Ayford"], "safe": "yes"}
CLIENT = {"id": "client", "kind": "client"}
GP = {"id": "gp", "kind": "professional", "name": "Dr Rao", "role": "GP", "channel": "secure_email"}
SCHOOL = {"id": "school", "kind": "professional", "name": "Mr Hay", "role": "Tutor", "channel": "email"}
SISTER = {"id": "sister", "kind": "carer", "name": "Pat", "relation": "sister", "channel": "hand_over"}
OTHERS = ("gp", "school", "sister")
PEOPLE = st.sampled_from(["Dilys", "Siân", "Oluwaseun", "Łukasz", "Nguyễn", "Aoife", "James", "Mr Ó Briain"])


@dataclass(frozen=True)
class Generated:
    """A case with what we know about it. ``slipped`` says which form was put into which open piece."""

    data: dict
    hidden: dict[str, frozenset[str]]
    hinted: frozenset[str]
    secrets: dict[str, Secret]
    slipped: tuple[tuple[str, str], ...]

    @property
    def case(self):
        return Case.model_validate(self.data)

    def forms_hidden_from(self, reader):
        return [form for name in self.hidden[reader] for form in self.forms(name)]

    def forms(self, name):
        secret = self.secrets[name]
        return secret.forms + (secret.aliases if name in self.hinted else ())


@st.composite
def generated_cases(draw, slips=True):
    facts = draw(st.lists(st.sampled_from(OPEN), min_size=1, max_size=5, unique=True))
    steps = draw(st.lists(st.sampled_from(STEPS), min_size=1, max_size=3, unique=True))
    secrets = draw(st.lists(st.sampled_from(SECRETS), max_size=3, unique=True))
    items = [{"id": f"T{n}", "section": s, "source": o, "text": t} for n, (s, o, t) in enumerate(facts, 1)]
    plan = [{"id": f"P{n}", "what": w, "who": "Moira Kerr"} | ({"when": d} if d else {}) for n, (w, d) in enumerate(steps, 1)]
    marks, known, hinted, hidden = [], {}, set(), {reader: set() for reader in ("client", *OTHERS)}
    for number, secret in enumerate(secrets, 1):
        held = {"id": f"S{number}", "section": "what_you_told_us", "source": "client_said", "text": secret.text}
        items.insert(draw(st.integers(0, len(items))), held)
        known[f"S{number}"] = secret
        everybody = draw(st.booleans())
        readers = ["all"] if everybody else draw(st.lists(st.sampled_from(OTHERS), min_size=1, unique=True))
        hints = list(secret.hints) if draw(st.booleans()) else []
        if hints:
            hinted.add(f"S{number}")
        marks.append(
            {
                "id": f"C{number}",
                "fact": secret.fact,
                "items": [f"S{number}"],
                "withhold_from": readers,
                "set_by": "client",
                "hints": hints,
            }
        )
        for reader in hidden:
            if everybody or reader in readers:
                hidden[reader].add(f"S{number}")
    slipped: list[tuple[str, str]] = []
    if slips and known and draw(st.booleans()):
        secret = draw(st.sampled_from(sorted(known)))
        form = draw(st.sampled_from(known[secret].forms + (known[secret].aliases if secret in hinted else ())))
        piece = draw(st.sampled_from([*(item for item in items if item["id"][0] == "T"), *plan]))
        key = "text" if "text" in piece else "what"
        piece[key] = f"{piece[key]}, and {form} came up"
        slipped.append((piece["id"], secret))
    case = {
        "kind": "first-meeting",
        "date": "2026-06-02",
        "service": {"name": "Harbour Team", "outward_name": "Harbour House", "phone": "01632 960 200"},
        "author": {"name": "Moira Kerr", "outward_role": "Nurse"},
        "client": {"first_name": "Jo", "family_name": "Fenwick", "preferred_name": draw(PEOPLE), "addresses": [HOME]},
        "meeting": {"date": "2026-06-01", "place": "Harbour House"},
        "items": items,
        "plan": plan,
        "marks": marks,
        "crisis": [{"name": "NHS 111", "contact": "111", "when": "any time"}],
        "checking": {"reply_by": "2026-06-19", "ways": ["phone"]},
        "readers": [
            CLIENT,
            GP | {"consent": _yes("whole")},
            SCHOOL | {"consent": _yes("plan")},
            SISTER | {"consent": _yes(draw(st.sampled_from(["whole", "plan"])))},
        ],
    }  # fmt: skip
    return Generated(
        case, {reader: frozenset(names) for reader, names in hidden.items()}, frozenset(hinted), known, tuple(slipped)
    )


def _yes(scope):
    return [{"status": "permit", "date": "2026-06-01", "scope": scope}]


def without_secrets(generated, reader):
    """Return the case in which what is hidden from a reader never existed."""
    hidden = generated.hidden[reader]
    data = generated.data | {
        "items": [item for item in generated.data["items"] if item["id"] not in hidden],
        "marks": [mark for mark in generated.data["marks"] if not set(mark["items"]) & hidden],
    }
    return Case.model_validate(data)
