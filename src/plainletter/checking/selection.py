"""Which rules are in force: categories and rules that were selected, less those that were ignored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, get_args

from plainletter.errors import ConfigError
from plainletter.lexicon.entry import Entry
from plainletter.lexicon.packs import PACKS, packs_in_force

Contested = Literal["note", "off", "warning"]


@dataclass(frozen=True, slots=True)
class Selection:
    """Names of categories (``missed``) or rules (``missed/failed-to-attend``); nothing selected means everything.

    ``off`` are rules that a pack or the setting for contested wording switches off, unless they are selected by name.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()

    def keeps(self, rule: str) -> bool:
        """Tell whether a rule is in force; a rule that is named beats its category."""
        category = rule.partition("/")[0]
        if rule in self.ignore:
            return False
        if rule in self.select:
            return True
        if rule in self.off:
            return False
        return category not in self.ignore and (not self.select or category in self.select)


def selection_of(
    select: Iterable[str], ignore: Iterable[str], rules: Iterable[str], off: frozenset[str] = frozenset()
) -> Selection:
    """Return the selection, after a look at each name.

    Raises:
        ConfigError: a name is no category and no rule; the message says which was probably meant.
    """
    rules = list(rules)
    known = {*rules, *(rule.partition("/")[0] for rule in rules)}
    chosen = Selection(frozenset(select), frozenset(ignore), off)
    for name in sorted(chosen.select | chosen.ignore):
        if name not in known:
            raise ConfigError(f"there is no rule or category “{name}”; {_meant(name, known)}")
    return chosen


def rules_off(
    entries: Iterable[Entry], packs: Iterable[str] = (), without_packs: Iterable[str] = (), contested: str = "note"
) -> frozenset[str]:
    """Return the rules that are off: of packs that are not in force, and the contested ones where these are not wanted.

    An entry of several packs is on if one of them is.

    Raises:
        ConfigError: there is no such pack or setting; the message says which was probably meant.
    """
    wanted, unwanted = frozenset(packs), frozenset(without_packs)
    for name in sorted(wanted | unwanted):
        if name not in PACKS:
            close = get_close_matches(name, PACKS, n=1, cutoff=0.5)
            raise ConfigError(
                f"there is no pack “{name}”; " + (f"did you mean {close[0]}?" if close else f"the packs are {', '.join(PACKS)}")
            )
    if both := sorted(wanted & unwanted):
        raise ConfigError(f"the pack “{both[0]}” is both asked for and switched off; take it out of one of the two")
    if contested not in get_args(Contested):
        raise ConfigError(f"contested must be one of {', '.join(get_args(Contested))}, not “{contested}”")
    on = packs_in_force(wanted, unwanted)
    return frozenset(
        entry.rule
        for entry in entries
        if (entry.packs and on.isdisjoint(entry.packs)) or (entry.contested and contested == "off")
    )


def _meant(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"did you mean {close[0]}?" if close else "plainletter rules lists them all"
