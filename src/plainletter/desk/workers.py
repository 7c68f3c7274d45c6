"""Processes that check and draft, each with a limit of time and memory; one that dies takes nobody else's answer with it."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import traceback
from collections.abc import Callable
from concurrent.futures import CancelledError
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from plainletter.desk.options import Limits
from plainletter.errors import PlainletterError

Answer = TypeVar("Answer")
_PRELOADED: Final = ["plainletter.checking.checker"]  # what is slow to import is imported once, in the process that forks


class TooLongError(PlainletterError):
    """The task took longer than it may."""


class TooBusyError(PlainletterError):
    """More tasks wait than may."""


class DiedError(PlainletterError):
    """The process ended over the task, or met a fault of our own."""


@dataclass(frozen=True, slots=True)
class _Refused:
    """An error that the function raised on purpose."""

    error: PlainletterError


@dataclass(frozen=True, slots=True)
class _Fault:
    """A fault of our own: its kind and place, never its message, which may quote a text."""

    kind: str
    memory: bool = False


class Workers:
    """A number of processes that run functions of modules; ended when its block is left.

    Args:
        count: how many.
        limits: of time and memory for each task, and how many may wait.
    """

    def __init__(self, count: int = 1, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._waiting = 0
        self._pool = ProcessPool(max_workers=count, context=_context(), initializer=_begin, initargs=(self._limits.memory,))
        self.count = count

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the processes, whatever they are doing."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    async def run(self, function: Callable[..., Answer], *args: Any, seconds: float | None = None) -> Answer:  # noqa: ANN401
        """Run a function of a module in one of the processes and return what it returns.

        Args:
            function: a function that can be named by its module; it and its arguments are pickled.
            args: what it is given.
            seconds: a limit other than the usual one.

        Raises:
            TooBusyError: more tasks wait than may.
            TooLongError: it took too long, and was ended.
            DiedError: its process ended, or it met a fault of our own.
            PlainletterError: what the function raised.
        """
        if self._waiting >= self._limits.waiting:
            raise TooBusyError("the server has more to do than it can; try again in a few seconds")
        limit = seconds or self._limits.seconds
        self._waiting += 1
        try:
            future: ProcessFuture[Any] = self._pool.schedule(_call, args=[function, args], timeout=limit)
            answer: Answer = _told(await asyncio.wrap_future(future))
            return answer
        except TimeoutError:
            raise TooLongError(f"it was given up after {limit:g} seconds; send less at a time") from None
        except (ProcessExpired, CancelledError):
            raise DiedError("it ended the process that worked on it, so it may need more memory than there is") from None
        finally:
            self._waiting -= 1


def _told(answer: Any) -> Any:  # noqa: ANN401 - what the function returns
    if isinstance(answer, _Refused):
        raise answer.error
    if isinstance(answer, _Fault):
        if answer.memory:
            raise DiedError("it needs more memory than there is; send less at a time")
        raise DiedError(f"plainletter stumbled over it ({answer.kind}); please report this, without the text")
    return answer


def _call(function: Callable[..., Any], args: tuple[Any, ...]) -> Any:  # noqa: ANN401
    try:
        return function(*args)
    except PlainletterError as error:
        return _Refused(error)
    except MemoryError:
        gc.collect()
        return _Fault("MemoryError", memory=True)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        return _Fault(f"{type(error).__name__} in {Path(frames[-1].filename).name}, line {frames[-1].lineno}")


def _context() -> BaseContext:
    if sys.platform == "win32":
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def _begin(memory: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's to handle
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold the text
