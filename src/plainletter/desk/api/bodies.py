"""What may be sent: the bodies and options of requests. Nothing else is read, and an unknown key is an error."""

from __future__ import annotations

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from plainletter.findings import DOC_TYPES
from plainletter.letters.delivery import FORMATS
from plainletter.lexicon.packs import PACKS

DocType = Literal["auto", *DOC_TYPES]  # type: ignore[valid-type]
Pack = Literal[*PACKS]  # type: ignore[valid-type]
Format = Literal["plain", "markdown", "html"]
Ending = Literal[*FORMATS]  # type: ignore[valid-type]
MOST: Final = 5_000  # texts in one request that is answered in one piece
LONGEST_NAME: Final = 1_000  # code points
_ORDER: Final[dict[str, Any]] = {"case": {"kind": "first-meeting", "date": "2026-03-11"}, "formats": ["docx", "pdf"]}
_BAD: Final = "You failed to attend your appointment on 3 May."


class Options(BaseModel):
    """How to check. What is left out is taken from the settings of the server."""

    model_config = ConfigDict(extra="forbid")

    doc_type: DocType = Field("auto", description="What kind of text it is. `auto` tells it from each text.")
    every_mention: bool = Field(False, description="Find a specialist word each time, not only at its first mention.")
    select: list[str] = Field([], description="Only these categories or rules.", examples=[["missed", "jargon"]])
    ignore: list[str] = Field([], description="Not these categories or rules.", examples=[["long_sentence"]])
    packs: list[Pack] = Field([], description="Word lists to switch on, which are off by themselves.", examples=[["formulation"]])
    without_packs: list[Pack] = Field([], description="Word lists to switch off.", examples=[["weight"]])
    contested: Literal["note", "off", "warning"] = Field(
        "note", description="How to tell wording about which guides disagree.", examples=["off"]
    )
    suppressed: bool = Field(False, description="Tell also what was matched and left alone, and why.")


class _Body(Options):
    model_config = ConfigDict(strict=True)

    preferences: list[str] = Field(
        [], description="Words that the person has chosen for themselves. They are not flagged.", examples=[["autistic"]]
    )


class OneText(_Body):
    """One text to check."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": _BAD, "doc_type": "letter"}]})

    text: str = Field(description="The text, as it is.", examples=[_BAD])
    path: str = Field("", max_length=LONGEST_NAME, description="What you call it. So does the answer.", examples=["a.txt"])
    format: Format = Field("plain", description="How it is marked up.")


class Text(BaseModel):
    """One of several texts to check."""

    model_config = ConfigDict(extra="forbid", strict=True, json_schema_extra={"examples": [{"path": "1", "text": _BAD}]})

    text: str = Field(description="The text, as it is.", examples=[_BAD])
    path: str = Field("", max_length=LONGEST_NAME, description="What you call it. So does the answer.", examples=["1"])
    format: Format = Field("plain", description="How it is marked up.")


class ManyTexts(_Body):
    """Several texts to check in the same way."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"documents": [{"path": "1", "text": _BAD}, {"path": "2", "text": "See you soon."}]}]}
    )

    documents: list[Text] = Field(min_length=1, max_length=MOST, description="The texts. They are answered in the same order.")


class Lifted(BaseModel):
    """A stop that somebody lifts, with their name and their reason. Both are kept in the record of the letter."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        json_schema_extra={
            "examples": [{"gate": "name_of_X1_in_T3", "by": "Eilidh Fraser", "because": "Marek has agreed by phone."}]
        },
    )

    gate: str = Field(min_length=1, description="The id of the question that stops a copy.", examples=["name_of_X1_in_T3"])
    by: str = Field(min_length=1, pattern=r"\S", description="Who lifts it.", examples=["Eilidh Fraser"])
    because: str = Field(min_length=1, pattern=r"\S", description="Why.", examples=["Marek has agreed by phone."])


class Order(BaseModel):
    """A case, and what to make of it."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        json_schema_extra={"examples": [_ORDER]},
    )

    case: dict[str, Any] = Field(description="The case. Its keys are those of `GET /v1/schema/case`.")
    formats: list[Ending] = Field(
        list(FORMATS), min_length=1, description="Which kinds of file to make of each letter.", examples=[["docx", "pdf"]]
    )
    overrides: list[Lifted] = Field([], description="Stops that somebody lifts.")
