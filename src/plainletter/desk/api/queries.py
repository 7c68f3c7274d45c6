"""Addresses without a query: what is unknown there is an error, as it is in a body."""

from __future__ import annotations

from fastapi import Depends, Request

from plainletter.desk.api.errors import Fault, FaultyError
from plainletter.desk.api.suggesting import meant


async def _no_query(request: Request) -> None:
    require_known(request, ())


def require_known(request: Request, known: tuple[str, ...]) -> None:
    """Refuse a query with any other key.

    Raises:
        FaultyError: with every key that is not known.
    """
    unknown = [name for name in request.query_params if name not in known]
    if unknown:
        cure = (lambda name: meant(name, list(known))) if known else (lambda name: "this address takes none")
        raise FaultyError(Fault(name, f"a key of the query is not known here; {cure(name)}") for name in dict.fromkeys(unknown))


NO_QUERY = Depends(_no_query)
