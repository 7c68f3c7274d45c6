"""Options that say which choice was probably meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import click


class NearChoice(click.Choice[str]):
    """A choice whose error names the nearest one."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """Return the choice.

        Raises:
            click.BadParameter: there is no such choice.
        """
        if isinstance(value, str) and value in self.choices:
            return value
        close = get_close_matches(str(value).lower(), list(self.choices), n=1, cutoff=0.5)
        meant = f"did you mean {close[0]}?" if close else f"use one of {', '.join(self.choices)}"
        self.fail(f"there is no “{value}”; {meant}", param, ctx)
