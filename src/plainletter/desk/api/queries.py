"""Addresses without a query: what is unknown there is an error, as it is in a body."""

from __future__ import annotations

from fastapi import Depends, Request

from plainletter.desk.api.errors import Fault, FaultyError
from plainletter.desk.api.suggesting import cut, meant


async def _no_query(request: Request) -> None:
    require_known(request)


def require_known(request: Request, *known: str) -> None:
    """Refuse a query with any other key.

    Raises:
        FaultyError: with every key that is not known.
    """
    unknown = dict.fromkeys(name for name in request.query_params if name not in known)
    if unknown:
        raise FaultyError(Fault(cut(name), f"{cut(name)} is no key of this query; {_cure(name, known)}") for name in unknown)


def _cure(name: str, known: tuple[str, ...]) -> str:
    return meant(name, list(known)) if known else "it takes none"


NO_QUERY = Depends(_no_query)
