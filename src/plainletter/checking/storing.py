"""A lexicon and its compiled form as plain values (lists, dictionaries, texts), and back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, fields
from typing import Any

from plainletter.checking.automaton import Automaton
from plainletter.checking.compiling import Compiled, Wanted
from plainletter.findings import Suggestion
from plainletter.lexicon.entry import Category, Entry, Frame, Lexicon

# What a check never asks of an entry, once its terms are compiled: more than half of a lexicon.
NOT_CHECKED = ("terms", "flags", "passes", "unless", "frames", "also")
_FIELDS = {field.name: str(field.type).startswith("tuple") for field in fields(Entry)}


def lexicon_values(lexicon: Lexicon, without: Collection[str] = ()) -> dict[str, Any]:
    """Return a lexicon as plain values, its entries without these fields."""
    return {
        "categories": {name: asdict(category) for name, category in lexicon.categories.items()},
        "entries": [[_plain(getattr(entry, name)) for name in _FIELDS if name not in without] for entry in lexicon.entries],
        "sets": dict(lexicon.sets),
    }


def lexicon_of(data: dict[str, Any], without: Collection[str] = ()) -> Lexicon:
    """Return the lexicon that ``lexicon_values`` gave; the fields that were left out are empty."""
    names = [name for name in _FIELDS if name not in without]
    empty: dict[str, Any] = dict.fromkeys(without, ())
    return Lexicon(
        {name: Category(**{**values, "principles": tuple(values["principles"])}) for name, values in data["categories"].items()},
        tuple(_entry({**empty, **dict(zip(names, values, strict=True))}) for values in data["entries"]),
        {name: tuple(words) for name, words in data["sets"].items()},
    )


def compiled_values(compiled: Compiled) -> dict[str, Any]:
    """Return a compiled lexicon as plain values."""
    return {
        "lexicon": lexicon_values(compiled.lexicon, NOT_CHECKED),
        "terms": compiled.terms.states,
        "labels": compiled.labels,
        "phrases": compiled.phrases.states,
        "frames": {
            number: [[frame.side, frame.wanted, sorted(frame.labels)] for frame in frames]
            for number, frames in compiled.frames.items()
        },
        "fits": {rule: [dict(one) for one in fits] for rule, fits in compiled.fits.items()},
    }


def compiled_of(data: dict[str, Any]) -> Compiled:
    """Return the compiled lexicon that ``compiled_values`` gave."""
    return Compiled(
        lexicon_of(data["lexicon"], NOT_CHECKED),
        Automaton(data["terms"]),
        tuple((entry, innocent) for entry, innocent in data["labels"]),
        Automaton(data["phrases"]),
        {
            int(number): tuple(Wanted(side, wanted, frozenset(labels)) for side, wanted, labels in frames)
            for number, frames in data["frames"].items()
        },
        data["fits"],
    )


def _plain(value: object) -> object:
    return (
        [asdict(item) if isinstance(item, Suggestion | Frame) else item for item in value] if isinstance(value, tuple) else value
    )


def _entry(values: dict[str, Any]) -> Entry:
    for name, is_list in _FIELDS.items():
        if is_list and values[name]:
            values[name] = tuple(values[name])
        elif is_list:
            values[name] = ()
    values["suggestions"] = tuple(Suggestion(**item) for item in values["suggestions"])
    values["frames"] = tuple(Frame(item["side"], item["wanted"], tuple(item["phrases"])) for item in values["frames"])
    return Entry(**values)
