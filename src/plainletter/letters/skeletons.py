"""A commented case file to fill in, made from the parts that a kind of letter needs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from plainletter.letters.kinds import KINDS
from plainletter.lexicon.folders import shipped_folder

_ORDER = (
    "meeting", "appointment", "waiting", "handover", "ending", "items", "plan", "crisis", "checking", "corrections",
)  # fmt: skip
_ALWAYS = ("items", "crisis", "checking")
_SOON, _LATER = timedelta(days=14), timedelta(days=21)


def skeleton(kind: str, today: date) -> str:
    """Return the text of a case file for a kind of letter, dated ``today``.

    Raises:
        KeyError: there is no such kind.
    """
    return "".join(_parts(kind)).format(
        kind=kind,
        today=today.isoformat(),
        soon=(today + _SOON).isoformat(),
        later=(today + _LATER).isoformat(),
        took_place="false" if kind == "missed-appointment" else "true",
    )


def _parts(kind: str) -> Iterator[str]:
    folder = shipped_folder("letter_templates") / "new"
    wanted = {*KINDS[kind].needs, *_ALWAYS}
    for part in ("head", *(name for name in _ORDER if name in wanted), "tail"):
        yield (folder / f"{part}.toml").read_text(encoding="utf-8")
