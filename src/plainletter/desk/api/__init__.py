"""The HTTP API, version 1: checking, drafting, and what can be known of both."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI

from plainletter.desk.api.bearer import bearer
from plainletter.desk.api.checks import check_routes
from plainletter.desk.api.errors import refuse_faults
from plainletter.desk.api.health import Readiness, health_routes
from plainletter.desk.api.letters import letter_routes
from plainletter.desk.api.pages import POLICY, page_routes
from plainletter.desk.api.rules import rule_routes
from plainletter.desk.languagetool import make_router
from plainletter.desk.options import Service
from plainletter.desk.refusals import refuse_clearly
from plainletter.desk.workers import Workers
from plainletter.version import __version__

__all__ = ["POLICY", "make_api"]


def make_api(service: Service, workers: Workers) -> FastAPI:
    """Make the application that ``plainletter serve`` serves.

    Args:
        service: its defaults for a check, its token and its limits.
        workers: the processes that check and draft; whoever made them ends them.
    """
    readiness = Readiness(service, workers)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        readiness.begin()
        yield
        readiness.end()

    app = FastAPI(
        title="plainletter",
        version=__version__,
        openapi_url=None,
        lifespan=lifespan,
        redirect_slashes=False,
        telemetry={"tracing": False, "metrics": False, "logs": False},  # whatever the environment says: nothing goes out
    )
    refuse_clearly(app)
    refuse_faults(app)
    admitted = [Depends(bearer(service.token))]
    for make in (check_routes, letter_routes, rule_routes):
        app.include_router(make(service, workers), dependencies=admitted)
    app.include_router(health_routes(readiness))
    app.include_router(make_router(service, workers))
    app.include_router(page_routes(app, bool(service.token)))
    return app
