"""The rules of a SARIF log: only those that occurred, each with its help, in the order in which they came."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from plainletter.findings import Finding, Suppressed
from plainletter.formats.wording import instead

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


@dataclass(slots=True)
class Rules:
    """The rules met so far: for each its first finding, or the first match that was left alone until one is found."""

    met: dict[str, Finding | Suppressed] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)

    def index(self, match: Finding | Suppressed) -> int:
        """Return the index of the rule of a match; a rule that is new gets the next one."""
        if isinstance(match, Finding) and not isinstance(self.met.get(match.rule), Finding):
            self.met[match.rule] = match
        self.met.setdefault(match.rule, match)
        return self.order.setdefault(match.rule, len(self.order))

    def descriptors(self) -> list[dict[str, Any]]:
        """Return the ``reportingDescriptor`` of each rule, in the order of the indexes."""
        return [_descriptor(self.met[rule]) for rule in self.order]


def message(text: str) -> dict[str, str]:
    """Return a SARIF message: braces would be placeholders, and ``[words](1)`` a link."""
    return {"text": _plain(text)}


def _plain(text: str) -> str:
    text = text.replace("{", "{{").replace("}", "}}")
    return text.replace("[", "\\[") if "](" in text else text


def _descriptor(match: Finding | Suppressed) -> dict[str, Any]:
    name = match.rule.rpartition("/")[2]
    values: dict[str, Any] = {
        "id": match.rule,
        "name": "".join(part.capitalize() for part in re.split(r"[^A-Za-z0-9]+", match.rule)),
        "shortDescription": message(f"{match.category.replace('_', ' ')}: {name.replace('-', ' ')}"),
        "properties": {"tags": [match.category, *(match.principles if isinstance(match, Finding) else ())]},
    }
    if isinstance(match, Finding):
        values["fullDescription"] = message(match.why)
        values["help"] = {"text": _plain(_help(match)), "markdown": _plain(_markdown(match))}
        values["defaultConfiguration"] = {"level": match.severity}
    return values


def _help(finding: Finding) -> str:
    lines = [finding.why, *(f"Instead: {instead(suggestion)}" for suggestion in finding.suggestions)]
    return "\n".join([*lines, f"Source: {finding.source}"])


def _markdown(finding: Finding) -> str:
    said = "\n".join(f"- {_literal(instead(suggestion))}" for suggestion in finding.suggestions)
    parts = [_literal(finding.why), f"**Instead**\n\n{said}" if said else "", f"**Source**: {_literal(finding.source)}"]
    return "\n\n".join(part for part in parts if part)


def _literal(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
