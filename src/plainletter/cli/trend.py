"""A file of numbers that a service keeps over the months: one line for each run, and no words of any text."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

from plainletter.errors import ConfigError
from plainletter.formats import Tally
from plainletter.wholefile import write_whole

_EASE = ("flesch_reading_ease", "uk_reading_age")
COLUMNS = ("date", "documents", "not_read", "words", "errors", "warnings", "notes", "findings_per_100_words", *_EASE)


def add_to_trend(path: Path, tally: Tally, today: date) -> None:
    """Add a line to a trend file (CSV), and its head if it is new. Reading ease is the mean over all words that were scored.

    Raises:
        ConfigError: the file is something else.
        PlainletterError: it cannot be written.
    """
    if path.exists() and not path.is_file():
        raise ConfigError(f"{path} is not an ordinary file; name another one for --trend")
    try:
        before = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        before = ""
    except (OSError, UnicodeDecodeError):
        raise ConfigError(f"{path} cannot be read as a trend file; name another file") from None
    if before and before.splitlines()[0] != ",".join(COLUMNS):
        raise ConfigError(
            f"{path} is not a trend file of plainletter: its first line is not {','.join(COLUMNS)}; name another file"
        )
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    if not before:
        writer.writerow(COLUMNS)
    writer.writerow(_values(tally, today))
    join = "\n" if before and not before.endswith("\n") else ""
    write_whole(path, f"{before}{join}{lines.getvalue()}".encode())


def _values(tally: Tally, today: date) -> tuple[object, ...]:
    found = tally.findings
    rate = 100 * found.total() / tally.words if tally.words else 0.0
    ease = (f"{tally.ease[measure].mean:.1f}" if measure in tally.ease else "" for measure in _EASE)
    counts = (tally.files, len(tally.not_read), tally.words, found["error"], found["warning"], found["note"])
    return (today.isoformat(), *counts, f"{rate:.2f}", *ease)
