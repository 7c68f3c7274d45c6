"""Which rules and findings a client's choice leaves, in the terms of plainletter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plainletter.desk.languagetool.wish import Choice
from plainletter.desk.options import CheckOptions
from plainletter.findings import Finding

_WHOLE = "presence"  # the category that asks what a whole letter lacks


def narrowed(options: CheckOptions, choice: Choice, rules: Iterable[str]) -> CheckOptions | None:
    """Return the options for a check with a client's choice of rules; None where nothing that is known here is left.

    Args:
        options: of the server. What it ignores can be enabled by name.
        choice: of the client. An editor also names rules of LanguageTool's own, which do nothing here.
        rules: all that there are.
    """
    rules = list(rules)
    categories = {rule.partition("/")[0] for rule in rules}
    known = categories.union(rules)
    enabled, disabled = choice.enabled & known, choice.disabled & known
    if choice.only:
        select = tuple(sorted(enabled))
        return replace(options, select=select, ignore=_without(options.ignore, enabled)) if enabled else None
    if not enabled and not disabled:
        return options
    select = tuple(sorted({*(options.select or categories), *enabled} - disabled)) if enabled else options.select
    return replace(options, select=select, ignore=tuple(sorted({*_without(options.ignore, enabled), *disabled})))


def wanted(findings: Iterable[Finding], choice: Choice) -> Iterator[Finding]:
    """Yield the findings that a client wants to see: notes only where it is picky, or names them."""
    for finding in findings:
        named = finding.rule in choice.enabled or finding.category in choice.enabled
        if finding.severity == "note" and not (choice.picky or named):
            continue
        if choice.whole is None or choice.whole == (finding.category == _WHOLE):
            yield finding


def _without(names: Iterable[str], others: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in others)
