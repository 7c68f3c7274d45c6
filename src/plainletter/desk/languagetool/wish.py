"""What a client asks for: a text, and which rules."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from plainletter.desk.languagetool.annotated import Annotated, Piece, annotated, plain
from plainletter.desk.languagetool.languages import BRITISH, is_checked
from plainletter.desk.languagetool.refusing import RefusedError

_LEVELS: Final = ("default", "picky")
_MODES: Final = ("all", "allButTextLevelOnly", "textLevelOnly", "batch")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules count. Names are of rules (``missed/failed-to-attend``) or categories (``missed``); unknown ones do nothing.

    ``only`` leaves nothing but what is enabled. ``picky`` adds notes to warnings and errors. ``whole`` is True for nothing
    but what needs a whole text, False for everything else, None for both.
    """

    enabled: frozenset[str] = frozenset()
    disabled: frozenset[str] = frozenset()
    only: bool = False
    picky: bool = False
    whole: bool | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """A text to check and which rules count. ``guessed`` where the client leaves it to the server to tell the language."""

    text: Annotated
    choice: Choice = Choice()
    guessed: bool = False


def wish_of(fields: Mapping[str, str]) -> Wish:
    """Return what the fields of a form ask for.

    Fields without a meaning here are passed over, as LanguageTool does.

    Raises:
        RefusedError: a field is missing or cannot be used; the message never holds words of the text.
    """
    language = fields.get("language", "")
    if not language:
        raise RefusedError(400, f"Missing 'language' parameter; send language={BRITISH.long_code}")
    text = _text(fields)
    if not is_checked(language):
        raise RefusedError(
            400, f"plainletter checks English only; send language={BRITISH.long_code}, or no text in another language"
        )
    return Wish(text, _choice(fields), language == "auto")


def _text(fields: Mapping[str, str]) -> Annotated:
    if "text" in fields and "data" in fields:
        raise RefusedError(400, "Set only 'text' or 'data' parameter, not both")
    if "text" in fields:
        return plain(fields["text"])
    if "data" in fields:
        return _annotated(fields["data"])
    raise RefusedError(400, "Missing 'text' or 'data' parameter; send a form with one of them in the body of the request")


def _annotated(data: str) -> Annotated:
    try:
        values = json.loads(data)
    except (ValueError, RecursionError):
        raise RefusedError(400, "Could not parse JSON from 'data' parameter; send an object with the key annotation") from None
    if not isinstance(values, dict) or ("text" in values) == ("annotation" in values):
        raise RefusedError(400, "'data' key in JSON requires either 'text' or 'annotation' key, not both")
    if "text" in values:
        return plain(_words(values, "text", "data"))
    if not isinstance(values["annotation"], list):
        raise RefusedError(400, "'annotation' in 'data' has to be a list of objects with the key text or markup")
    return annotated(_pieces(values["annotation"]))


def _pieces(parts: list[Any]) -> Iterator[Piece]:
    for number, part in enumerate(parts, 1):
        place = f"part {number} of 'annotation'"
        if not isinstance(part, dict) or ("text" in part) == ("markup" in part):
            raise RefusedError(400, f"{place} has to be an object with either the key text or the key markup")
        if "text" in part:
            if "interpretAs" in part:
                raise RefusedError(400, f"{place}: 'interpretAs' belongs to 'markup', not to 'text'")
            words = _words(part, "text", place)
            yield Piece(words, words)
        else:
            shown = "" if part.get("interpretAs") is None else _words(part, "interpretAs", place)
            yield Piece(_words(part, "markup", place), shown, markup=True)


def _words(values: dict[str, Any], key: str, place: str) -> str:
    words = values[key]
    if not isinstance(words, str):
        raise RefusedError(400, f"{place}: '{key}' has to be a text")
    return words


def _choice(fields: Mapping[str, str]) -> Choice:
    level, mode = fields.get("level", "default").lower(), fields.get("mode", "all")
    if level not in _LEVELS:
        raise RefusedError(400, "'level' has to be default or picky")
    if mode not in _MODES:
        raise RefusedError(400, f"'mode' has to be one of {', '.join(_MODES)}")
    enabled = _names(fields, "enabledRules") | _names(fields, "enabledCategories")
    disabled = _names(fields, "disabledRules") | _names(fields, "disabledCategories")
    only = fields.get("enabledOnly", "") in ("true", "yes")
    if only and disabled:
        raise RefusedError(400, "You cannot specify disabled rules or categories using enabledOnly=true")
    if only and not enabled:
        raise RefusedError(400, "You must specify enabled rules or categories when using enabledOnly=true")
    whole = {"textLevelOnly": True, "allButTextLevelOnly": False}.get(mode)
    return Choice(enabled, disabled, only, level == "picky", whole)


def _names(fields: Mapping[str, str], name: str) -> frozenset[str]:
    # Category ids are written in capitals in LanguageTool's API; ours are small.
    return frozenset(one.strip().lower() for one in fields.get(name, "").split(",") if one.strip())
