"""Which rules are in force: categories and rules that were selected, less those that were ignored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from plainletter.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Selection:
    """Names of categories (``missed``) or rules (``missed/failed-to-attend``); nothing selected means everything."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def keeps(self, rule: str) -> bool:
        """Tell whether a rule is in force; a rule that is named beats its category."""
        category = rule.partition("/")[0]
        if rule in self.ignore:
            return False
        if rule in self.select:
            return True
        return category not in self.ignore and (not self.select or category in self.select)


def selection_of(select: Iterable[str], ignore: Iterable[str], rules: Iterable[str]) -> Selection:
    """Return the selection, after a look at each name.

    Raises:
        ConfigError: a name is no category and no rule; the message says which was probably meant.
    """
    rules = list(rules)
    known = {*rules, *(rule.partition("/")[0] for rule in rules)}
    chosen = Selection(frozenset(select), frozenset(ignore))
    for name in sorted(chosen.select | chosen.ignore):
        if name not in known:
            raise ConfigError(f"there is no rule or category “{name}”; {_meant(name, known)}")
    return chosen


def _meant(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"did you mean {close[0]}?" if close else "plainletter rules lists them all"
