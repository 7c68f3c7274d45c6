"""What a service has settled for its checks: values, and what holds for one file of many."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainletter.findings import DOC_TYPES, SEVERITIES

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

TYPES = ("auto", *DOC_TYPES)
FAIL_ON = (*SEVERITIES, "never")
CONTESTED = ("note", "off", "warning")


@dataclass(frozen=True, slots=True)
class Rules:
    """What is looked for in a file, and as what kind of text it is read. Lists of names; ``targets`` of reading ease."""

    type: str = "auto"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()
    preferences: tuple[str, ...] = ()
    every_mention: bool = False
    packs: tuple[str, ...] = ()
    without_packs: tuple[str, ...] = ()
    contested: str = "note"
    targets: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Override:
    """Settings for the files that match: ``.gitignore`` patterns, counted from the folder of the settings file."""

    match: tuple[str, ...]
    values: Mapping[str, Any]

    @cached_property
    def spec(self) -> GitIgnoreSpec:
        """The patterns, ready to match."""
        return spec_of(self.match)


@dataclass(frozen=True)
class Settings:
    """What holds for a run. ``source`` is the file that it comes from, empty for the defaults."""

    rules: Rules = field(default_factory=Rules)
    fail_on: str = "warning"
    exclude: tuple[str, ...] = ()
    gitignore: bool = True
    baseline: str = ""
    cache: bool = True
    overrides: tuple[Override, ...] = ()
    source: str = ""

    def rules_for(self, path: str) -> Rules:
        """Return what holds for one file: every override that matches it, in order; ``ignore`` adds, the rest replaces."""
        rules = self.rules
        for override in self.matching(path):
            values = dict(override.values)
            values["ignore"] = (*rules.ignore, *values.get("ignore", ()))
            rules = replace(rules, **values)
        return rules

    def matching(self, path: str) -> list[Override]:
        """Return the overrides that match a file, in order."""
        place = self.relative(path) if self.overrides else ""
        return [override for override in self.overrides if place and override.spec.match_file(place)]

    def relative(self, path: str) -> str:
        """Return a path as the patterns see it: from the folder of the settings file, with ``/``."""
        base = Path(self.source).parent if self.source else Path.cwd()
        return Path(os.path.relpath(path, base)).as_posix()


def spec_of(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """Make ``.gitignore`` patterns ready to match.

    Raises:
        ValueError: a pattern has no meaning.
    """
    from pathspec import GitIgnoreSpec  # only worth its import where there are patterns

    return GitIgnoreSpec.from_lines(patterns)
