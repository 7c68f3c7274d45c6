"""What a check answers, described for the clients; the values themselves come from plainletter.formats."""

from __future__ import annotations

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from plainletter.desk.api.errors import Reason
from plainletter.findings import DOC_TYPES, SEVERITIES, SUGGESTION_KINDS

Severity = Literal[*SEVERITIES]  # type: ignore[valid-type]
Kind = Literal[*SUGGESTION_KINDS]  # type: ignore[valid-type]
DocType = Literal[*DOC_TYPES]  # type: ignore[valid-type]
Count = dict[str, int]

_SUGGESTION: Final[dict[str, Any]] = {"kind": "reword", "text": "we were sorry not to see you on …"}
_PLACE: Final[dict[str, Any]] = {"page": 1, "paragraph": 2, "part": "body"}
FINDING: Final[dict[str, Any]] = {
    "rule": "missed/failed-to-attend",
    "category": "missed",
    "severity": "warning",
    "start": 4,
    "end": 20,
    "line": 1,
    "column": 5,
    "text": "failed to attend",
    "message": "“failed to attend”: say what you noticed",
    "why": "We rarely know why somebody could not come.",
    "source": "The guide that gives this advice",
    "principles": ["Safety"],
    "suggestions": [_SUGGESTION],
    "merged": [],
    "count": 1,
}
_SUPPRESSED: Final[dict[str, Any]] = {
    **{name: FINDING[name] for name in ("rule", "category", "start", "end", "line", "column", "text")},
    "context": "quotation",
    "reason": "It is quoted.",
}
_SCORE: Final[dict[str, Any]] = {
    "measure": "reading_age",
    "value": 9.5,
    "target": 11.0,
    "passed": True,
    "unit": "years",
    "source": "The work that the measure comes from",
}
_SENTENCE: Final[dict[str, Any]] = {"start": 0, "end": 31, "difficulty": 1.8, "hard_words": []}
_HEAD: Final[dict[str, Any]] = {"path": "1", "doc_type": "letter", "words": 7, "notices": []}
_DOCUMENT: Final[dict[str, Any]] = {**_HEAD, "findings": [FINDING], "scores": [_SCORE], "sentences": [_SENTENCE]}
_NOT_READ: Final[dict[str, Any]] = {"path": "1", "reason": "The text holds half a character at position 3: copy it again."}
_EASE: Final[dict[str, Any]] = {"mean": 9.5, "target": 11.0, "documents": 1, "met": 1}
_SUMMARY: Final[dict[str, Any]] = {
    "files": 1,
    "words": 7,
    "findings": {"note": 0, "warning": 1, "error": 0},
    "categories": {"missed": 1},
    "reading_ease": {"reading_age": _EASE},
    "too_short": 0,
    "passed_over": {},
}


def _shown(example: dict[str, Any]) -> ConfigDict:
    return ConfigDict(json_schema_extra={"examples": [example]})


class Suggestion(BaseModel):
    """One thing to write instead."""

    model_config = _shown(_SUGGESTION)

    kind: Kind = Field(description="`swap` fits in place of the words. All others ask for a hand of your own.")
    text: str = Field(description="What to write, or what to do.")
    start: int = Field(default_factory=int, description="Where a swap begins, if not at the finding.", examples=[4])
    end: int = Field(default_factory=int, description="Where a swap ends, if not with the finding.", examples=[20])


class Place(BaseModel):
    """Where something stands in a file that has no lines."""

    model_config = _shown(_PLACE)

    page: int = Field(description="The page, from 1. 0 where the file has none.", examples=[1])
    paragraph: int = Field(description="The paragraph, from 1. 0 where the file has none.", examples=[2])
    part: str = Field(description="The part of the file, such as a header or a note.", examples=["body"])


class _Match(BaseModel):
    rule: str = Field(description="The rule. `GET /v1/rules` says more of it.", examples=["missed/failed-to-attend"])
    category: str = Field(description="The kind of problem.", examples=["missed"])
    start: int = Field(description="Where it begins, in code points of the text, from 0.", examples=[4])
    end: int = Field(description="Where it ends. This code point is no longer part of it.", examples=[20])
    line: int = Field(default_factory=int, description="The line, from 1, in a text of lines.", examples=[1])
    column: int = Field(default_factory=int, description="The column, from 1, in a text of lines.", examples=[5])
    place: Place = Field(default_factory=lambda: Place(**_PLACE), description="The place, in a file without lines.")
    text: str = Field(description="The words, as they stand in the text.", examples=["failed to attend"])


class Finding(_Match):
    """One problem in a text."""

    model_config = _shown(FINDING)

    severity: Severity = Field(description="How much it matters.")
    message: str = Field(description="What it is, in one line.")
    why: str = Field(description="Why it matters to the person who reads it.")
    source: str = Field(description="Whose advice this is.")
    principles: list[str] = Field(description="The principles of kind practice that it touches.")
    suggestions: list[Suggestion] = Field(description="What to write instead, the best first.")
    merged: list[str] = Field(description="Other rules about the same words.")
    count: int = Field(description="How often it stands in the text.")


class Suppressed(_Match):
    """A match that was left alone."""

    model_config = _shown(_SUPPRESSED)

    context: str = Field(description="The name of what cleared it.", examples=["quotation"])
    reason: str = Field(description="Why it was left alone.", examples=["It is quoted."])


class Score(BaseModel):
    """How easy the whole text is to read, by one measure."""

    model_config = _shown(_SCORE)

    measure: str = Field(description="The name of the measure.")
    value: float = Field(description="Its value.")
    target: float = Field(description="The value to aim for.")
    passed: bool = Field(description="Whether the value is as good as that. It is a hint, no mark.")
    unit: str = Field(description="What is counted.")
    source: str = Field(description="Where the measure comes from.")


class Sentence(BaseModel):
    """How hard one sentence is."""

    model_config = _shown(_SENTENCE)

    start: int = Field(description="Where it begins, in code points of the text, from 0.")
    end: int = Field(description="Where it ends.")
    difficulty: float = Field(description="From 1, easy, to 6, hard, as people would rate it.")
    hard_words: list[str] = Field(description="The words that make it hard.")


class _Head(BaseModel):
    path: str = Field(description="What you called the text.", examples=["1"])
    doc_type: DocType = Field(description="What kind of text it was taken for.")
    words: int = Field(description="How many words were checked.", examples=[7])
    notices: list[str] = Field(description="What you should know about how the text was read.", examples=[[]])
    findings: list[Finding] = Field(description="The problems, in the order of the text.")
    scores: list[Score] = Field(description="How easy it is to read. Empty for a short text.")
    sentences: list[Sentence] = Field(description="How hard each sentence is.")
    suppressed: list[Suppressed] = Field(default_factory=list, description="What was left alone, where that was asked for.")


class Document(_Head):
    """One text that was checked."""

    model_config = _shown(_DOCUMENT)


class Unread(BaseModel):
    """A text that could not be read, so nothing is known about it."""

    model_config = _shown(_NOT_READ)

    path: str = Field(description="What you called the text.", examples=["1"])
    reason: str = Field(description="Why, and what to do.")


class Ease(BaseModel):
    """One measure of reading ease over all the texts."""

    model_config = _shown(_EASE)

    mean: float = Field(description="The average. Long texts weigh more.")
    target: float = Field(description="The value to aim for.")
    documents: int = Field(description="How many texts have a score.")
    met: int = Field(description="How many of them are as good as the target.")


class Summary(BaseModel):
    """All the texts in numbers."""

    model_config = _shown(_SUMMARY)

    files: int = Field(description="How many texts were checked.")
    words: int = Field(description="How many words they have.")
    findings: Count = Field(description="How many findings there are of each severity.")
    categories: Count = Field(description="How many findings there are of each category.")
    reading_ease: dict[str, Ease] = Field(description="Reading ease, by measure.")
    too_short: int = Field(description="How many texts are too short for a score.")
    passed_over: Count = Field(description="Files that are no documents. Always empty here.")


class Report(BaseModel):
    """The answer to a check: every text, and a summary."""

    model_config = _shown({"version": 1, "documents": [_DOCUMENT], "not_read": [], "summary": _SUMMARY})

    version: Literal[1] = Field(description="The version of this shape.")
    documents: list[Document] = Field(description="The texts that were checked, in order.")
    not_read: list[Unread] = Field(description="The texts that could not be read.")
    summary: Summary = Field(description="All of it in numbers.")


class DocumentLine(_Head):
    """The answer to one line of a stream."""

    model_config = _shown({"type": "document", "version": 1, **_DOCUMENT})

    type: Literal["document"] = Field(description="Always `document`.")
    version: Literal[1] = Field(description="The version of this shape.")


class UnreadLine(Unread):
    """A line of a stream whose text could not be read."""

    model_config = _shown({"type": "not_read", **_NOT_READ})

    type: Literal["not_read"] = Field(description="Always `not_read`.")


class ErrorLine(BaseModel):
    """A line of a stream that could not be used."""

    model_config = _shown({"type": "error", "line": 3, "error": {"status": 422, "message": "text is missing"}})

    type: Literal["error"] = Field(description="Always `error`.")
    line: int = Field(description="The number of the line in the request, from 1. 0 where the request broke off.")
    error: Reason = Field(description="Why it was not answered.")


class Line(RootModel[DocumentLine | UnreadLine | ErrorLine]):
    """One line of the answer to a stream."""

    model_config = _shown({"type": "not_read", **_NOT_READ})
