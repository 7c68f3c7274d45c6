"""A baseline: the findings that a service knows of and will mend in its own time, as hashes, so that only new ones are told."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from plainletter.errors import ConfigError
from plainletter.formats import Checked, Result
from plainletter.formats.fingerprints import fingerprints
from plainletter.wholefile import write_whole

VERSION = 1


@dataclass(slots=True)
class Baseline:
    """The known findings of a file of hashes, and what a run has met of them."""

    path: Path
    known: frozenset[str]
    met: set[str] = field(default_factory=set)

    @property
    def mended(self) -> int:
        """How many of the known findings the run has not met."""
        return len(self.known - self.met)

    def new_in(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield the results with only those findings that are not known yet."""
        for result in results:
            if not isinstance(result, Checked):
                yield result
                continue
            names = _names(self.path, result)
            self.met.update(name for name in names if name in self.known)
            findings = zip(result.report.findings, names, strict=True)
            kept = tuple(finding for finding, name in findings if name not in self.known)
            yield replace(result, report=replace(result.report, findings=kept))


def read_baseline(path: Path) -> Baseline:
    """Return the baseline in a file.

    Raises:
        ConfigError: the file is missing or is no baseline.
    """
    try:
        data = json.loads(path.read_bytes())
        if data["version"] != VERSION:
            raise ValueError
        return Baseline(path, frozenset(map(str, data["findings"])))
    except FileNotFoundError:
        raise ConfigError(f"there is no baseline {path}; make it with --update-baseline") from None
    except (OSError, ValueError, KeyError, TypeError):
        raise ConfigError(f"{path} is not a baseline of this version; make it anew with --update-baseline") from None


def write_baseline(path: Path, results: Iterable[Result]) -> int:
    """Write all findings as a new baseline and return their number. It holds hashes: no words, no rules and no file names.

    Raises:
        PlainletterError: the file cannot be written.
    """
    names = sorted({name for result in results if isinstance(result, Checked) for name in _names(path, result)})
    text = json.dumps({"version": VERSION, "findings": names}, indent=1)
    write_whole(path, f"{text}\n".encode())
    return len(names)


def _names(path: Path, checked: Checked) -> list[str]:
    place = Path(os.path.relpath(checked.path, path.parent)).as_posix()
    named = fingerprints(checked.report.findings, checked.text)
    return [hashlib.sha256(f"{place}\0{name}".encode("utf-8", "replace")).hexdigest()[:24] for name in named]
