"""The rules in force on a server, as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plainletter.formats.escaping import json_text
from plainletter.formats.values import Values, rule_values

if TYPE_CHECKING:
    from plainletter.lexicon import Category, Entry, Lexicon

VERSION = 1


def listed_rules(lexicons: tuple[str, ...], category: str = "") -> str:
    """Return all rules, or those of one category, without their terms: these are thousands.

    Raises:
        ConfigError: there is no such category.
        LexiconError: a lexicon entry cannot be used.
    """
    from plainletter.checking.selection import selection_of

    lexicon = _known(lexicons)
    kept = selection_of([category] if category else [], [], (entry.rule for entry in lexicon.entries))
    rules = [_head(entry, lexicon.categories[entry.category]) for entry in lexicon.entries if kept.keeps(entry.rule)]
    return json_text({"version": VERSION, "rules": rules})


def one_rule(lexicons: tuple[str, ...], rule: str) -> str | None:
    """Return all that is known of one rule; None where there is none of this name."""
    lexicon = _known(lexicons)
    entry = next((one for one in lexicon.entries if one.rule == rule), None)
    return json_text(_whole(entry, lexicon.categories[entry.category])) if entry else None


def near_rules(lexicons: tuple[str, ...], rule: str) -> list[str]:
    """Return the rules that may have been meant."""
    from difflib import get_close_matches

    names = [entry.rule for entry in _known(lexicons).entries]
    same = [name for name in names if name.partition("/")[2] == rule.partition("/")[2]]
    return same[:1] or get_close_matches(rule, names, n=1, cutoff=0.5)


def _known(lexicons: tuple[str, ...]) -> Lexicon:
    from plainletter.checking.cache import known_lexicon
    from plainletter.checking.coded import with_coded

    return with_coded(known_lexicon(tuple(map(Path, lexicons))))


def _head(entry: Entry, category: Category) -> Values:
    more = {
        "title": category.title,
        "group": category.group,
        "doc_types": list(entry.doc_types),
        "term_count": len(entry.terms),
    }
    return {name: value for name, value in rule_values(entry).items() if name != "terms"} | more


def _whole(entry: Entry, category: Category) -> Values:
    return {
        "version": VERSION,
        **rule_values(entry),
        **_head(entry, category),
        "flags": list(entry.flags),
        "passes": list(entry.passes),
        "means": list(entry.means),
        "contested": entry.contested or "",
        "question": entry.question,
    }
