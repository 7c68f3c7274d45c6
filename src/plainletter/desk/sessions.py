"""Who sits at the desk: a start address that works once, a cookie, a lock when nobody is there."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

_BYTES: Final = 32


@dataclass(slots=True)
class Session:
    """One browser that came by a start address. ``csrf`` has to stand in every request that changes something."""

    name: str = field(default_factory=lambda: secrets.token_urlsafe(_BYTES))
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(_BYTES))
    seen: float = 0.0
    locked: bool = False


class Sessions:
    """The sessions of one desk.

    Args:
        idle: seconds without a request after which a session is locked; 0 for never.
        tell: told each new code, for the window in which the desk was started.
        port: where the desk is; browsers share cookies between the ports of a machine, so its cookie is named after it.
        clock: seconds that only grow.
    """

    def __init__(
        self, idle: float, tell: Callable[[str], None], port: int = 0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.idle = idle
        self.cookie = f"plainletter_desk_{port}"
        self._tell = tell
        self._clock = clock
        self._sessions: dict[str, Session] = {}
        self._code = secrets.token_urlsafe(_BYTES)

    @property
    def code(self) -> str:
        """The code of the start address, until it is used."""
        return self._code

    def start(self, code: str) -> Session | None:
        """Return a new session for the right code, which then works no more; None for any other."""
        if not self._use(code):
            return None
        session = Session(seen=self._clock())
        self._sessions[session.name] = session
        return session

    def find(self, name: str) -> Session | None:
        """Return the session of a cookie, locked where nobody was there for too long; None for a cookie that is not ours."""
        session = next((one for one in self._sessions.values() if secrets.compare_digest(one.name.encode(), name.encode())), None)
        if session is None:
            return None
        if self.idle and self._clock() - session.seen > self.idle:
            session.locked = True
        if not session.locked:
            session.seen = self._clock()
        return session

    def unlock(self, session: Session, code: str) -> bool:
        """Open a locked session with the code that the window shows; say whether it was the right one."""
        if not self._use(code):
            return False
        session.locked, session.seen = False, self._clock()
        return True

    def _use(self, code: str) -> bool:
        if not secrets.compare_digest(code.strip().encode(), self._code.encode()):
            return False
        self._code = secrets.token_urlsafe(_BYTES)
        self._tell(self._code)
        return True


def right_token(session: Session, token: str) -> bool:
    """Say whether a request that changes something was made by a page of this session."""
    return secrets.compare_digest(session.csrf.encode(), token.encode())
