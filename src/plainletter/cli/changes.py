"""What a pull request changes: the files and lines that differ from another revision in Git."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plainletter.errors import ConfigError
from plainletter.formats import Checked
from plainletter.formats.places import lines_of

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
Lines = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The changed files by their real path, each with its changed lines (first and last, from 1); None is the whole file."""

    revision: str
    files: Mapping[str, Lines | None]

    def __contains__(self, path: object) -> bool:
        return os.path.realpath(str(path)) in self.files

    def of(self, checked: Checked) -> Checked:
        """Return what was checked with only those findings that stand in changed lines."""
        changed = self.files.get(os.path.realpath(checked.path))
        if changed is None or checked.places:
            return checked
        lines = lines_of(checked.text)
        kept = tuple(
            finding
            for finding in checked.report.findings
            if any(first <= lines.place(finding.end - 1)[0] and lines.place(finding.start)[0] <= last for first, last in changed)
        )
        return replace(checked, report=replace(checked.report, findings=kept))


def changes_since(revision: str, folder: Path) -> Changes:
    """Ask Git what differs from where ``revision`` and the present work parted; new files that Git does not know yet count.

    Raises:
        ConfigError: Git is not installed, the folder is in no repository, or there is no such revision.
    """
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", revision=revision)
    commit = found.decode().strip()
    base = _git(folder, "merge-base", commit, "HEAD", revision=revision).decode().strip()
    options = ("--no-ext-diff", "--no-color", "--no-renames", "--diff-filter=d")
    names = _git(top, "diff", *options, "--name-only", "-z", base).split(b"\0")[:-1]
    diff = _git(top, "diff", *options, "--unified=0", base)
    files: dict[str, Lines | None] = {}
    # Git gives the files in the same order both times; names in the diff itself may be quoted.
    for name, part in zip(names, re.split(rb"^diff --git ", diff, flags=re.MULTILINE)[1:], strict=True):
        files[_real(top, name)] = None if b"\nBinary files " in part else _lines(part)
    for name in _git(top, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0")[:-1]:
        files[_real(top, name)] = None
    return Changes(revision, files)


def _real(top: Path, name: bytes) -> str:
    return os.path.realpath(top / os.fsdecode(name))


def _lines(part: bytes) -> Lines:
    spans = ((int(hunk[1]), int(hunk[2] or 1)) for hunk in _HUNK.finditer(part))
    return tuple((first, first + count - 1) for first, count in spans if count)


def _git(folder: Path, *arguments: str, revision: str = "") -> bytes:
    command: Sequence[str] = ("git", "-C", str(folder), *arguments)
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  # our own arguments, no shell
    except OSError:
        raise ConfigError("--changed-since needs Git, which is not installed here; install it, or leave the option out") from None
    if done.returncode == 0:
        return done.stdout
    if revision:
        raise ConfigError(f"Git knows no revision “{revision}” that shares a history with the present one; fetch it first")
    raise ConfigError(f"--changed-since needs a Git repository, and {folder} is in none; leave the option out")
