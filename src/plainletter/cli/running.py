"""Checking many files: in order, in one process or several, each file on its own."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from plainletter.cli.files import STDIN
from plainletter.cli.settings import Settings
from plainletter.documents import Document, read
from plainletter.documents.reading import read_bytes
from plainletter.errors import DocumentError, PlainletterError
from plainletter.formats import Checked, NotRead, Result

_LONG_WORK = 20  # files
_checker: object = None


def run(paths: Sequence[str], settings: Settings, jobs: int, *, progress: bool) -> Iterator[Result]:
    """Yield the result of each file, in order. A file that fails does not stop the others."""
    with _shown(len(paths), wanted=progress) as advance:
        for result in _results(paths, settings, jobs):
            advance()
            yield result


def _results(paths: Sequence[str], settings: Settings, jobs: int) -> Iterator[Result]:
    if jobs == 1 or len(paths) == 1:
        _start(settings)
        yield from map(_check, paths)
        return
    # Imported here because one process needs none of it, and it is slow to import.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("spawn")
    if STDIN in paths:
        _start(settings)  # only this process can read standard input
    with ProcessPoolExecutor(min(jobs, len(paths)), context, _start_worker, (settings,)) as pool:
        others = pool.map(_check, [path for path in paths if path != STDIN], chunksize=4)
        try:
            yield from (_check(path) if path == STDIN else next(others) for path in paths)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _start_worker(settings: Settings) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    _start(settings)


def _start(settings: Settings) -> None:
    from plainletter.checking.checker import Checker

    global _checker  # one checker for each process, built once
    _checker = Checker(
        settings.type,  # type: ignore[arg-type]  # checked by Settings
        lexicons=settings.lexicons,
        preferences=settings.preferences,
        every_mention=settings.every_mention,
        select=settings.select,
        ignore=settings.ignore,
        packs=settings.packs,
        without_packs=settings.without_packs,
        contested=settings.contested,  # type: ignore[arg-type]  # checked by Settings
    )
    gc.freeze()  # the lexicon lives as long as the process: looking through it for garbage takes longer than a letter


def _check(path: str) -> Result:
    from plainletter.checking.checker import Checker

    assert isinstance(_checker, Checker)
    try:
        document = _read(path)
        return Checked(path, document.text, _checker.check_document(document))
    except DocumentError as error:
        return NotRead(path, str(error))
    except PlainletterError:
        raise
    except Exception as error:
        # Never a traceback, and never a word of the text: an exception's message may quote it.
        return NotRead(
            path, f"{path}: plainletter stumbled over it ({type(error).__name__}); please report this, without the text"
        )


def _read(path: str) -> Document:
    return read_bytes(sys.stdin.buffer.read(), path=STDIN) if path == STDIN else read(Path(path))


@contextmanager
def _shown(count: int, *, wanted: bool) -> Iterator[Callable[[], None]]:
    if not wanted or count < _LONG_WORK:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Checking", total=count)
        yield lambda: progress.advance(task)
