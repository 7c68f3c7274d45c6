"""What a server is told when it starts: how it checks, and where its limits are."""

from __future__ import annotations

from dataclasses import dataclass, field

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The options of a :class:`~plainletter.Checker`, as values that travel between processes."""

    doc_type: str = "auto"
    lexicons: tuple[str, ...] = ()
    preferences: tuple[str, ...] = ()
    every_mention: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    without_packs: tuple[str, ...] = ()
    contested: str = "note"
    targets: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` for one task, ``memory`` bytes for each process, ``max_bytes`` of a request, ``waiting`` tasks at once."""

    seconds: float = 30
    memory: int = 4_000 * MEGABYTE
    max_bytes: int = 20 * MEGABYTE
    waiting: int = 256


@dataclass(frozen=True, slots=True)
class Service:
    """A server of the HTTP API: its defaults for a check, its token ("" for none, on loopback only) and its limits."""

    options: CheckOptions = field(default_factory=CheckOptions)
    token: str = ""
    limits: Limits = field(default_factory=Limits)
