"""The desk: pages to draft and check letters, for the person at this machine only."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fastapi import Depends, FastAPI

from plainletter.desk.drafts import Drafts
from plainletter.desk.options import CheckOptions, Limits
from plainletter.desk.page import access, assets, check, corrections, draft, home, see, send
from plainletter.desk.page.desk import Desk
from plainletter.desk.page.refusing import refuse_on_pages
from plainletter.desk.tasks.checking import Text, check_texts
from plainletter.errors import PlainletterError

if TYPE_CHECKING:
    from plainletter.desk.sessions import Sessions
    from plainletter.desk.workers import Workers

_START: Final = 600  # seconds for the first check, on however slow a machine
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""The content security policy of the desk: nothing inline, nothing from elsewhere."""


def make_desk(
    folder: Path,
    sessions: Sessions,
    workers: Workers,
    options: CheckOptions,
    templates: tuple[str, ...] = (),
    limits: Limits | None = None,
) -> FastAPI:
    """Return the application of a desk, to be put behind a guard with ``POLICY``.

    Args:
        folder: with the drafts.
        sessions: who sits there.
        workers: that check and draft.
        options: of every check.
        templates: folders with a service's own letter templates.
        limits: of a request.
    """

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        warming = asyncio.create_task(_warm(workers, options))  # kept, or it would be thrown away half done
        yield
        warming.cancel()

    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, lifespan=lifespan)
    app.state.desk = Desk(Drafts(folder), sessions, workers, options, templates, limits or Limits())
    refuse_on_pages(app)
    app.include_router(assets.router)
    app.include_router(access.router)
    for module in (home, draft, see, send, corrections, check):
        app.include_router(module.router, dependencies=[Depends(access.entered)])
    return app


async def _warm(workers: Workers, options: CheckOptions) -> None:
    """Let a worker load what it needs before anybody waits for it; what is wrong is told by the first check."""
    with suppress(PlainletterError):
        await workers.run(check_texts, [Text("")], options, seconds=_START)
