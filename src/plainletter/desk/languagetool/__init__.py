"""The HTTP API of LanguageTool, spoken by plainletter, so that editors with a setting for such a server become clients."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import APIRouter

    from plainletter.desk.options import Service
    from plainletter.desk.workers import Workers


def make_router(service: Service, workers: Workers) -> APIRouter:
    """Return the routes under /v2, whose checks run in the workers."""
    # Not above: the workers import this package too, and have no use for a web framework.
    from plainletter.desk.languagetool.router import routes

    return routes(service, workers)
