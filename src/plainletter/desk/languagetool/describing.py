"""What the description of the HTTP API says of the addresses under /v2."""

from __future__ import annotations

from typing import Any, Final

Values = dict[str, Any]
_TEXT: Final[Values] = {"type": "string"}


def _field(about: str, **more: Any) -> Values:  # noqa: ANN401 - a schema holds anything
    return {"type": "string", "description": about, **more}


FORM: Final[Values] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "required": ["language"],
                    "properties": {
                        "text": _field("The text; this or `data`.", example="You failed to attend on 3 May."),
                        "data": _field(
                            "A text with mark-up, as JSON; this or `text`. Offsets in the answer count the mark-up too.",
                            contentMediaType="application/json",
                        ),
                        "language": _field(
                            "Any English, or `auto`; all are checked as British English.",
                            pattern="^([Ee][Nn]([-_][A-Za-z0-9]+)?|auto)$",
                            example="en-GB",
                        ),
                        "level": _field("`picky` adds notes.", enum=["default", "picky"], default="default"),
                        "mode": _field(
                            "What a whole letter lacks, everything else, or both.",
                            enum=["all", "allButTextLevelOnly", "textLevelOnly", "batch"],
                            default="all",
                        ),
                        "enabledRules": _field("Rules to switch on, with commas between them.", example="missed/dna"),
                        "disabledRules": _field("Rules to switch off."),
                        "enabledCategories": _field("Categories to switch on.", example="MISSED"),
                        "disabledCategories": _field("Categories to switch off."),
                        "enabledOnly": _field("Nothing but what is switched on.", enum=["true", "false", "yes", "no"]),
                        "preferredVariants": _field("Not used."),
                        "motherTongue": _field("Not used."),
                        "username": _field("Not used."),
                        "apiKey": _field("The token, where the server has one and no header can be sent."),
                    },
                }
            }
        },
    }
}
REFUSALS: Final[dict[int | str, Values]] = {
    status: {"description": said, "content": {"text/plain": {"schema": _TEXT}}}
    for status, said in (
        (400, "A field is missing, or cannot be used."),
        (403, "The token is missing, or not right."),
        (413, "The text is too long."),
        (500, "A fault."),
        (503, "There is too much to do; ask again."),
        (504, "It took too long."),
    )
}
ANSWER: Final[dict[int | str, Values]] = {
    200: {
        "description": "What was found, with the keys of LanguageTool's API. Offsets and lengths are UTF-16 units.",
        "content": {"application/json": {"schema": {"type": "object", "required": ["software", "language", "matches"]}}},
    }
}
