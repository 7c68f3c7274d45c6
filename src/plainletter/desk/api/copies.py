"""What drafting answers, described for the clients; the values themselves come from desk/tasks/drafting.py."""

from __future__ import annotations

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from plainletter.desk.api.bodies import Lifted
from plainletter.desk.api.reports import FINDING, Finding
from plainletter.letters.kinds import KINDS

_FILE: Final[dict[str, Any]] = {
    "name": "letter-2026-03-11.txt",
    "media_type": "text/plain; charset=utf-8",
    "base64": "RGVhciBUb21hc3o=",
}
_GATE: Final[dict[str, Any]] = {
    "id": "name_of_X1_in_T3",
    "question": "T3 names somebody else. May the GP see the name?",
    "cure": "Say it without the name, or ask them and note it.",
    "readers": ["gp"],
    "place": "T3",
    "stops": True,
    "open_to_override": True,
}
_COPY: Final[dict[str, Any]] = {
    "reader": "client",
    "form": "letter",
    "title": "A letter from The Old Mill",
    "text": "Dear Tomasz,",
    "stopped_by": [],
    "left_out": [],
    "findings": [],
    "files": [_FILE],
}
_KIND: Final[dict[str, Any]] = {
    "name": "first-meeting",
    "title": KINDS["first-meeting"].title,
    "purpose": KINDS["first-meeting"].purpose,
    "needs": list(KINDS["first-meeting"].needs),
}


def _shown(example: dict[str, Any]) -> ConfigDict:
    return ConfigDict(json_schema_extra={"examples": [example]})


class LetterFile(BaseModel):
    """One file of a letter."""

    model_config = _shown(_FILE)

    name: str = Field(description="A name for the file. It holds the date and nothing of the person.")
    media_type: str = Field(description="What kind of file it is.")
    base64: str = Field(description="The bytes of the file, in Base64.")


class LetterFinding(Finding):
    """One problem in the wording of a letter."""

    model_config = _shown(FINDING | {"origin": "T1"})

    origin: str = Field(description="The piece of the case that it is in, if any.", examples=["T1"])


class Question(BaseModel):
    """A question about a case. It stops copies, or it tells what you should know."""

    model_config = _shown(_GATE)

    id: str = Field(description="Its name, which stays the same.")
    question: str = Field(description="The question.")
    cure: str = Field(description="What to do.")
    readers: list[str] = Field(description="Those whose copy waits for the answer.")
    place: str = Field(description="The piece of the case that it is about.")
    stops: bool = Field(description="Whether any copy waits for it.")
    open_to_override: bool = Field(description="Whether somebody may lift it, with a name and a reason.")


class LetterCopy(BaseModel):
    """The letter of one reader."""

    model_config = _shown(_COPY)

    reader: str = Field(description="The id of the reader in the case.")
    form: Literal["letter", "note", "booking", "text"] = Field(description="What they get.")
    title: str = Field(description="The title of the files. It names nobody.")
    text: str = Field(description="The words of the letter. For the screen of its author where the copy is stopped.")
    stopped_by: list[str] = Field(description="The questions that stop this copy. If there are any, it has no files.")
    left_out: list[str] = Field(description="What this reader does not get, and why. For the author only.")
    findings: list[LetterFinding] = Field(description="What the checker finds in the wording.")
    files: list[LetterFile] = Field(description="The files.")


class Drafts(BaseModel):
    """All copies of a case that may be made, and every question about it."""

    model_config = _shown({"version": 1, "copies": [_COPY], "gates": [_GATE], "overrides": []})

    version: Literal[1] = Field(description="The version of this shape.")
    copies: list[LetterCopy] = Field(description="One copy for each reader who may have one.")
    gates: list[Question] = Field(description="The questions, those that stop a copy first.")
    overrides: list[Lifted] = Field(description="The stops that were lifted, by whom and why.")


class LetterKind(BaseModel):
    """A kind of letter."""

    model_config = _shown(_KIND)

    name: str = Field(description="Its name, as the case gives it.")
    title: str = Field(description="Its title.")
    purpose: str = Field(description="What it is for.")
    needs: list[str] = Field(description="The parts of a case without which it cannot be written.")


class LetterKinds(BaseModel):
    """All kinds of letter."""

    model_config = _shown({"version": 1, "kinds": [_KIND]})

    version: Literal[1] = Field(description="The version of this shape.")
    kinds: list[LetterKind] = Field(description="The kinds of letter.")
