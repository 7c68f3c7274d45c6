"""Which line of a TOML file a value stands on: a parser tells what, people need to know where."""

from __future__ import annotations

import re

_TABLE = re.compile(r"\s*(\[\[?)\s*([\w.\s\"'-]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w-]+|\"[^\"]+\"|'[^']+')\s*=")
_ELEMENT = re.compile(r"\s*\{")
Path = tuple[int | str, ...]


class TomlLines:
    """The lines of the tables, keys and one-line elements of a valid TOML text."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {}
        table: Path = ()
        counts: dict[Path, int] = {}
        key: Path = ()
        inside = ""
        for number, line in enumerate(text.splitlines(), 1):
            quotes = _unclosed(line, inside)
            if inside:
                inside = quotes
                continue
            inside = quotes
            if match := _TABLE.match(line):
                table = self._table(match, counts)
                self._lines.setdefault(table, number)
                key = ()
            elif match := _KEY.match(line):
                key = (*table, match[1].strip("\"'"))
                self._lines.setdefault(key, number)
                counts[key] = -1
            elif key and _ELEMENT.match(line):
                counts[key] += 1
                self._lines.setdefault((*key, counts[key]), number)

    def line(self, path: Path) -> int | None:
        """Return the line (from 1) of a value, or of the nearest thing around it; None where nothing is known."""
        for end in range(len(path), 0, -1):
            if path[:end] in self._lines:
                return self._lines[path[:end]]
        return None

    def _table(self, match: re.Match[str], counts: dict[Path, int]) -> Path:
        path: Path = ()
        *before, last = (part.strip().strip("\"'") for part in match[2].split("."))
        for part in before:
            path = (*path, part)
            if path in counts:
                path = (*path, counts[path])
        path = (*path, last)
        if match[1] == "[[":
            counts[path] = counts.get(path, -1) + 1
            path = (*path, counts[path])
        return path


def _unclosed(line: str, inside: str) -> str:
    """Return the kind of quotation marks that a multi-line text is still open with after this line."""
    for mark in re.findall(r'"""|\'\'\'', line):
        inside = "" if inside == mark else inside or mark
    return inside
