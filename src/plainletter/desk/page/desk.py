"""What the routes of a desk share: its drafts, its workers, and what it was told when it started."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool

if TYPE_CHECKING:
    from starlette.requests import Request

    from plainletter.desk.drafts import Draft, Drafts
    from plainletter.desk.options import CheckOptions, Limits
    from plainletter.desk.sessions import Sessions
    from plainletter.desk.workers import Workers


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk. ``filing`` is held while letters and their record are written."""

    drafts: Drafts
    sessions: Sessions
    workers: Workers
    options: CheckOptions
    templates: tuple[str, ...]
    limits: Limits
    filing: Lock = field(default_factory=Lock)


def desk_of(request: Request) -> Desk:
    """Return the desk that a request was made to."""
    desk: Desk = request.app.state.desk
    return desk


async def opened(request: Request, id: str, revision: str | None = None) -> Draft:
    """Return a draft of the desk as it stands in its file.

    Raises:
        UnknownDraftError: there is none.
        CaseError: it cannot be read.
        ChangedError: it no longer has this revision.
    """
    from plainletter.desk.page.refusing import ChangedError

    draft: Draft = await run_in_threadpool(desk_of(request).drafts.open, id)
    if revision is not None and draft.revision != revision:
        raise ChangedError("this letter was changed meanwhile in another window or program; load the page again")
    return draft


async def saved(request: Request, draft: Draft, case: dict[str, Any]) -> Draft:
    """Put a new case in place of a draft that was opened.

    Raises:
        StaleError: the file was changed meanwhile.
        UnwrittenError: it cannot be written.
    """
    new: Draft = await run_in_threadpool(desk_of(request).drafts.save, draft.id, case, draft.revision)
    return new
