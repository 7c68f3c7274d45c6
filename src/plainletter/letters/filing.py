"""Filing: finished letters and notes into a folder, each with its line in the record."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plainletter.errors import PlainletterError
from plainletter.letters.case import Case
from plainletter.letters.corrections import amendment_note
from plainletter.letters.delivery import Delivery
from plainletter.letters.record import add_entry, digest
from plainletter.letters.writers import WRITERS
from plainletter.wholefile import write_whole

NOTE_FORMATS = ("docx", "txt")


def file_letters(folder: Path, version: int, delivery: Delivery) -> None:
    """Write the files of every copy that nothing stops into a folder, and into its record what was done and what was not.

    Raises:
        CaseError: the record was changed by hand.
        PlainletterError: a file or the folder cannot be written.
    """
    _make(folder)
    for override in delivery.overrides:
        _record(folder, {"event": "override", "gate": override.gate, "by": override.by, "because": override.because})
    for copy in delivery.copies:
        if copy.stopped_by:
            _record(folder, {"event": "stopped", "reader": copy.reader, "gates": [gate.id for gate in copy.stopped_by]})
            continue
        hashes = _written(folder, copy.files)
        _record(folder, {"event": "drafted", "reader": copy.reader, "version": version, "files": hashes})


def note_files(case: Case, correction: str) -> dict[str, bytes]:
    """Return the files of the note for the formal record about a correction, by name.

    Raises:
        CaseError: there is no such correction.
    """
    note = amendment_note(case, correction)
    return {f"{note.file_stem}.{ending}": WRITERS[ending](note) for ending in NOTE_FORMATS}


def file_note(folder: Path, correction: str, files: Mapping[str, bytes]) -> None:
    """Write the note about a correction into a folder, and a line about it into its record.

    Raises:
        CaseError: the record was changed by hand.
        PlainletterError: a file or the folder cannot be written.
    """
    _make(folder)
    _record(folder, {"event": "corrected", "correction": correction, "files": _written(folder, files)})


def _written(folder: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    for name, data in files.items():
        write_whole(folder / name, data)
    return {name: digest(data) for name, data in files.items()}


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        what = (error.strerror or "no").lower()
        raise PlainletterError(f"{folder} could not be made ({what}); choose another folder, or ask for the right.") from error


def _record(folder: Path, entry: Mapping[str, object]) -> None:
    try:
        add_entry(folder, entry)
    except OSError as error:
        what = (error.strerror or "no").lower()
        raise PlainletterError(f"{folder}: the record could not be written ({what}); free some space and try again.") from error
