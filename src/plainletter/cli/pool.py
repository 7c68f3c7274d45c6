"""Several processes that check files; one that dies takes no other file's report with it."""

from __future__ import annotations

import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing import active_children, get_context
from types import TracebackType
from typing import Self

from plainletter.cli.files import STDIN
from plainletter.cli.running import Task, check
from plainletter.documents.reading import shown
from plainletter.formats import NotRead, Result

_AHEAD = 16  # files that are under way or wait for their turn, for each process: memory does not grow with their number


class Pool:
    """A pool of processes, ended when its block is left."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool = _start(jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._pool.shutdown(wait=kind is None, cancel_futures=True)
        if kind is not None:
            for process in active_children():
                process.terminate()

    def map(self, tasks: Sequence[Task], known: Callable[[Task], Result | None]) -> Iterator[Result]:
        """Yield the results in order; ``known`` answers for a file that need not be checked."""
        waiting: deque[tuple[Task, Result | Future[Result]]] = deque()
        left = iter(tasks)
        while True:
            while len(waiting) < self._jobs * _AHEAD and (task := next(left, None)) is not None:
                waiting.append((task, known(task) or self._begin(task)))
            if not waiting:
                return
            task, result = waiting.popleft()
            yield self._ended(task, result) if isinstance(result, Future) else result

    def _begin(self, task: Task) -> Result | Future[Result]:
        if task.path == STDIN:
            return check(task)  # only this process can read standard input
        try:
            return self._pool.submit(check, task)
        except BrokenExecutor:
            self._pool = _start(self._jobs)
            return self._pool.submit(check, task)

    def _ended(self, task: Task, result: Future[Result]) -> Result:
        try:
            return result.result()
        except BrokenExecutor:
            return _alone(task)  # a process died over this file or over one beside it


def _alone(task: Task) -> Result:
    with _start(1) as pool:
        try:
            return pool.submit(check, task).result()
        except BrokenExecutor:
            return NotRead(
                task.path, f"{shown(task.path)} ended the process that read it: it may need more memory than there is."
            )


def _start(jobs: int) -> ProcessPoolExecutor:
    # A fork has the lexicon already; it is safe only while no other thread runs.
    method = "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"
    return ProcessPoolExecutor(jobs, get_context(method), _ignore_interrupt)


def _ignore_interrupt() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
