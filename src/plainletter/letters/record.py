"""The record of letters: append-only JSON Lines, each line chained to the one before, with hashes in place of text."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from plainletter.errors import CaseError

FILE = "record.jsonl"
_FIRST = "0" * 64


def add_entry(folder: Path, entry: Mapping[str, object], *, now: datetime | None = None) -> None:
    """Append one entry to the record of a folder. ``now`` is the time of the event, by default the clock's.

    Raises:
        CaseError: the record was changed by hand, so nothing is added to it.
        OSError: the record cannot be written.
    """
    path = folder / FILE
    last = _last_hash(path)
    when = (now or datetime.now(UTC)).isoformat(timespec="seconds")
    body = {"at": when, **entry, "previous": last}
    line = json.dumps(body | {"hash": _hash(body)}, ensure_ascii=False) + "\n"
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, line.encode())
        os.fsync(handle)
    finally:
        os.close(handle)


def verify(path: Path) -> int:
    """Check every link of a record and return the number of its entries.

    A cut-off tail cannot be seen from the file alone: compare the last hash with one that was kept elsewhere.

    Raises:
        CaseError: a line was changed, taken out, put in or moved; the message names it.
    """
    if not path.is_file():
        raise CaseError(f"{path}: there is no record here; a letter that is drafted into this folder starts one")
    last, count = _FIRST, 0
    for count, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        last = _checked(path, count, line, last)
    return count


def digest(data: bytes) -> str:
    """Return the SHA-256 of a finished file, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _checked(path: Path, number: int, line: str, last: str) -> str:
    try:
        entry = json.loads(line)
        claimed = entry.pop("hash")
    except (json.JSONDecodeError, KeyError, AttributeError, TypeError):
        raise CaseError(f"{path}, line {number}: this is no entry of a record; the file was changed by hand") from None
    if claimed != _hash(entry) or entry.get("previous") != last:
        raise CaseError(f"{path}, line {number}: this entry does not follow from the one before; the record was changed by hand")
    return str(claimed)


def _last_hash(path: Path) -> str:
    if not path.exists():
        return _FIRST
    verify(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    return str(json.loads(lines[-1])["hash"]) if lines else _FIRST


def _hash(body: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(body, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
