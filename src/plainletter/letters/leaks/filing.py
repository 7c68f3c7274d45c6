"""Leaks in finished bytes: the last look before a file may go out. It fails closed."""

from __future__ import annotations

from collections.abc import Iterable

from plainletter.letters.leaks.layers import OUTSIDE, UnreadableError, layers
from plainletter.letters.leaks.needle import Leak, Needle
from plainletter.letters.leaks.search import Haystack

_CURE = "find where it comes from (the case, a template of your own, or a name) and word it anew"


def leaks_in_file(needles: Iterable[Needle], name: str, data: bytes) -> tuple[Leak, ...]:
    """Search every layer of a finished file, and its name, for what its reader may not know.

    A file that cannot be read through is a leak of the kind "unreadable".
    """
    needles = tuple(needles)
    inside = tuple(one for one in needles if not one.outside)
    found: dict[tuple[str, str], Leak] = {}
    try:
        for layer, text in layers(name, data):
            for hit in Haystack(text, squeeze=True).hits(needles if layer in OUTSIDE else inside):
                whole = hit.end - hit.start == len(text)
                word = hit.needle.shown if whole else text[hit.start : hit.end]
                found.setdefault(
                    (hit.needle.secret, word.casefold()), Leak(hit.needle.secret, layer, hit.needle.kind, word, _CURE)
                )
    except UnreadableError as error:
        cure = "draft it again; should it stay, report a fault of plainletter"
        return (*found.values(), Leak("file", str(error), "unreadable", name, cure))
    return tuple(found.values())
