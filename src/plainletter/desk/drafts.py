"""The folder of the desk: drafts as case files that are read and written whole, and that nothing outside can pass for."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import Any, Final

from plainletter.desk.caseio import bytes_of, case_from
from plainletter.errors import CaseError, PlainletterError
from plainletter.wholefile import write_whole

_NAME: Final = re.compile(r"\w[\w .,'()&+-]*\.(?:json|toml)")
_KEPT: Final = re.compile(r".*\.kept-[0-9T-]+\.json")
_LARGEST: Final = 5_000_000  # bytes; a case or a letter of a hundred pages is far smaller
_MEND: Final = "mend the file in a text editor, or take it out of the folder"
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class UnknownDraftError(PlainletterError):
    """There is no such draft in the folder."""


class UnwrittenError(PlainletterError):
    """A file could not be written. ``full`` tells whether it was for want of room."""

    def __init__(self, message: str, full: bool = False) -> None:
        super().__init__(message)
        self.full = full


class StaleError(PlainletterError):
    """The file was changed meanwhile. ``kept`` is the draft that holds the refused version."""

    def __init__(self, kept: Draft, current: Draft) -> None:
        super().__init__("this letter was changed in another window or program; both versions are kept: choose one")
        self.kept = kept
        self.current = current


@dataclass(frozen=True, slots=True)
class Draft:
    """A case file as it was read. ``id`` stands in addresses in place of the name, ``revision`` is that of its bytes.

    ``fault`` says why it cannot be read; it is ``likely`` a case all the same where it has words of one.
    """

    id: str
    name: str
    revision: str
    saved: datetime
    case: Mapping[str, Any]
    fault: str = ""
    likely: bool = True

    @property
    def toml(self) -> bool:
        """Whether it is a file that people write by hand, and that a desk only copies."""
        return self.name.lower().endswith(".toml")

    @property
    def kept(self) -> bool:
        """Whether it is the refused version of a save that came too late."""
        return _KEPT.fullmatch(self.name) is not None


class Drafts:
    """The case files of one folder, not of the folders in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = Lock()

    def list(self) -> tuple[Draft, ...]:
        """Return every draft, the one that was saved last first; a file that is no case at all is passed over."""
        drafts = (self._read(name) for name in self._names())
        return tuple(sorted(filter(_is_case, drafts), key=lambda draft: draft.saved, reverse=True))

    def open(self, name: str) -> Draft:
        """Return the draft of this id.

        Raises:
            UnknownDraftError: there is none, or it cannot be reached.
            CaseError: the file cannot be read as a case.
        """
        draft = self._read(self._name_of(name))
        if draft.fault:
            raise CaseError(draft.fault)
        return draft

    def new(self, case: Mapping[str, Any], today: date) -> Draft:
        """Write a new draft, named by the day and a number.

        Raises:
            UnwrittenError: it cannot be written.
        """
        with self._lock:
            return self._create(f"letter-{today.isoformat()}", case)

    def copy(self, name: str) -> Draft:
        """Return a JSON copy of a TOML case: the one that is there, where it is newer, else one that is made now.

        Raises:
            UnknownDraftError: there is no such case.
            CaseError: it cannot be read.
            UnwrittenError: the copy cannot be written.
        """
        source = self.open(name)
        if not source.toml:
            return source
        stem = source.name[: -len(".toml")]
        with self._lock:
            there = [self._read(one) for one in self._names() if re.fullmatch(rf"{re.escape(stem)}(-\d+)?\.json", one)]
            newer = [draft for draft in there if draft.saved >= source.saved and not draft.fault]
            if newer:
                return max(newer, key=lambda draft: draft.saved)
            return self._create(stem, source.case, numbered=False)

    def save(self, name: str, case: Mapping[str, Any], revision: str) -> Draft:
        """Put a case in place of the version that has this revision.

        Raises:
            UnknownDraftError: there is no such draft.
            StaleError: the file has another revision by now; the case is kept under a name of its own.
            UnwrittenError: it cannot be written.
        """
        with self._lock:
            file = self._name_of(name)
            if file.lower().endswith(".toml"):
                raise CaseError("a TOML case is not changed here; open it from the list, which makes a copy")
            current, data = self._read(file), bytes_of(case)
            if current.revision not in (revision, _digest(data)):
                stem = file[: -len(".json")]
                kept = self._create(f"{stem}.kept-{datetime.now().strftime('%Y-%m-%dT%H-%M-%S')}", case, numbered=False)
                raise StaleError(kept, current)
            if current.revision != _digest(data):
                self._write(file, data)
            return self._read(file)

    def letters(self, draft: Draft) -> Path:
        """Return the folder for the finished letters of a draft, which may not be there yet.

        Raises:
            UnwrittenError: something else has that name.
        """
        path = self.folder / f"{draft.name.rpartition('.')[0]}-letters"
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            raise UnwrittenError("the folder for the letters is a link or a file; move it away and try again")
        return path

    def letter_file(self, draft: Draft, name: str) -> bytes:
        """Return the bytes of a finished letter or note.

        Raises:
            UnknownDraftError: there is no such file, or it cannot be reached.
        """
        folder = self.letters(draft)
        try:
            there = {entry.name for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False)}
            if name not in there or name.startswith("."):
                raise FileNotFoundError
            return _bytes_at(folder / name)[0]
        except (OSError, CaseError):
            raise UnknownDraftError("this file is not there any more; make the files again") from None

    def _names(self) -> Iterator[str]:
        try:
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    if _NAME.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                        yield entry.name
        except OSError as error:
            raise UnwrittenError(f"the folder of the drafts cannot be read ({(error.strerror or 'no').lower()})") from None

    def _name_of(self, wanted: str) -> str:
        for name in self._names():
            if id_of(name) == wanted:
                return name
        raise UnknownDraftError("this letter is not in the folder any more; go back to the list of letters")

    def _create(self, stem: str, case: Mapping[str, Any], numbered: bool = True) -> Draft:
        number = 1
        while os.path.lexists(self.folder / (name := _numbered(stem, number, numbered))):
            number += 1
        self._write(name, bytes_of(case))
        return self._read(name)

    def _write(self, name: str, data: bytes) -> None:
        try:
            write_whole(self.folder / name, data)
        except PlainletterError as error:
            raise unwritten(error, "the letter") from None

    def _read(self, name: str) -> Draft:
        data, saved, fault = b"", datetime.fromtimestamp(0), ""
        try:
            data, saved = _bytes_at(self.folder / name)
            case = _from_toml(data) if name.lower().endswith(".toml") else case_from(data.removeprefix(b"\xef\xbb\xbf"), _MEND)
        except FileNotFoundError:
            raise UnknownDraftError("this letter is not in the folder any more; go back to the list of letters") from None
        except OSError as error:
            case, fault = {}, f"the file cannot be read ({(error.strerror or 'no').lower()})"
        except CaseError as error:
            case, fault = {}, str(error)
        likely = not data or (b"kind" in data and (b"client" in data or b"service" in data))
        return Draft(id_of(name), name, _digest(data), saved, case, fault, likely)


def id_of(name: str) -> str:
    """Return what stands for a file name in an address."""
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def unwritten(error: PlainletterError, what: str) -> UnwrittenError:
    """Return an error of writing without the path, which may hold a name."""
    cause = error.__cause__
    number = cause.errno if isinstance(cause, OSError) else None
    reason = str(error).rpartition("could not be written: ")[2] if "could not be written: " in str(error) else str(error)
    return UnwrittenError(f"{what} could not be written: {reason}", number in _FULL)


def _numbered(stem: str, number: int, numbered: bool) -> str:
    return f"{stem}-{number}.json" if numbered or number > 1 else f"{stem}.json"


def _bytes_at(path: Path) -> tuple[bytes, datetime]:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as stream:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise CaseError("this is no plain file")
        if found.st_size > _LARGEST:
            raise CaseError(f"this file is larger than {_LARGEST // 1_000_000} MB; a case holds one meeting")
        return stream.read(), datetime.fromtimestamp(found.st_mtime)


def _from_toml(data: bytes) -> dict[str, Any]:
    try:
        found = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
        return case_from(json.dumps(found, default=_iso).encode())
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at (line \d+, column \d+)\)", str(error))
        raise CaseError(f"this file is not TOML{f' ({place[1]})' if place else ''}; mend it in a text editor") from None
    except UnicodeDecodeError as error:
        raise CaseError(f"this file is not UTF-8 (byte {error.start}); save it again as UTF-8") from None
    except (ValueError, RecursionError):
        raise CaseError("this file holds a number too long, or tables too deep, for a case") from None


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _is_case(draft: Draft) -> bool:
    if draft.fault:
        return draft.likely
    return isinstance(draft.case.get("kind"), str) and bool({"client", "service", "readers", "items"} & set(draft.case))
