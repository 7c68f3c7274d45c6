"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from plainletter.errors import PlainletterError

_PREFIX, _SUFFIX = ".plainletter-", ".part"
_STALE = 3600  # seconds; no file takes an hour to write

_REASONS = {
    errno.ENOSPC: "the disk is full; free some space and try again",
    errno.EDQUOT: "your share of the disk is used up; free some space and try again",
    errno.EFBIG: "the file is larger than this system allows; raise the limit (ulimit -f) and try again",
    errno.EROFS: "the disk can only be read; choose another folder",
    errno.EACCES: "the folder may not be written to; choose another folder or ask for the right to write",
    errno.EPERM: "the folder may not be written to; choose another folder or ask for the right to write",
    errno.ENOENT: "its folder does not exist; make the folder first",
    errno.ENOTDIR: "its folder is a file; choose another folder",
    errno.EISDIR: "a folder has that name; choose another name",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.ELOOP: "its folder is a link that leads to itself; choose another folder",
}


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``; see ``whole_file``."""
    with whole_file(path) as stream:
        stream.write(content)


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Give a stream whose bytes are at ``path`` when the block ends well: the file is then the new one, whole, or what it was.

    A new file can be read by its owner only; a file that is replaced keeps its permissions. Raises PlainletterError with the
    path, the reason and the cure; a link is not followed.
    """
    with _explained(path):
        mode = _mode_of(path)
        _sweep(path.parent)
        descriptor, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                yield stream
                stream.flush()
                if mode is not None:
                    temporary.chmod(mode)
                os.fsync(stream.fileno())
            temporary.replace(path)
        except BaseException:  # an interrupt, too, leaves nothing of a client's letter behind
            with suppress(OSError):
                temporary.unlink()
            raise
        _sync(path.parent)


def _mode_of(path: Path) -> int | None:
    """Return the permissions of the file that is replaced, None where there is none; raise where it is no plain file."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(found.st_mode):
        raise PlainletterError(f"{path} could not be written: it is a link; remove the link or name the file it leads to.")
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if not stat.S_ISREG(found.st_mode):
        raise PlainletterError(f"{path} could not be written: it is not a plain file; choose another name.")
    return stat.S_IMODE(found.st_mode)


def _sweep(folder: Path) -> None:
    """Remove what a killed process left behind."""
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if time.time() - left.lstat().st_mtime > _STALE:
                left.unlink()


def _sync(folder: Path) -> None:
    """Make the new name last through a power cut; some systems cannot, and the file is whole all the same."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"the system says {(error.strerror or 'no').lower()!r}; try another folder")
        raise PlainletterError(f"{path} could not be written: {reason}.") from error
    except ValueError as error:  # a NUL in the name
        raise PlainletterError(f"{str(path)!r} is not a name that a file can have; choose another name.") from error
