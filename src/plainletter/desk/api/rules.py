"""The addresses that say what is looked for, why, and whose advice it is."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from plainletter.desk.api.errors import responses
from plainletter.desk.api.queries import NO_QUERY
from plainletter.desk.api.reading import JSON
from plainletter.desk.api.reports import Severity, Suggestion
from plainletter.desk.options import Service
from plainletter.desk.tasks.listing import listed_rules, near_rules, one_rule
from plainletter.desk.workers import Workers

_HEAD: Final[dict[str, Any]] = {
    "rule": "missed/failed-to-attend",
    "category": "missed",
    "title": "Missed-contact words",
    "group": "blame",
    "severity": "warning",
    "why": "We rarely know why somebody could not come.",
    "source": "The guide that gives this advice",
    "packs": [],
    "principles": ["Safety"],
    "doc_types": [],
    "suggestions": [{"kind": "reword", "text": "we were sorry not to see you on …"}],
    "term_count": 12,
}
_WHOLE: Final[dict[str, Any]] = {
    "version": 1,
    **_HEAD,
    "terms": ["failed to attend"],
    "flags": ["You failed to attend on 3 May."],
    "passes": ["The scheme failed to attend to local need."],
    "means": [],
    "contested": "",
    "question": "",
}


class Rule(BaseModel):
    """One rule: what it is about, why, and whose advice it is."""

    model_config = ConfigDict(json_schema_extra={"examples": [_HEAD]})

    rule: str = Field(description="The name of the rule.")
    category: str = Field(description="The kind of problem.")
    title: str = Field(description="The title of the category.")
    group: str = Field(description="The group of the category.")
    severity: Severity = Field(description="How much it matters.")
    why: str = Field(description="Why it matters to the person who reads it.")
    source: str = Field(description="Whose advice this is.")
    packs: list[str] = Field(description="The word lists that it belongs to.")
    principles: list[str] = Field(description="The principles of kind practice that it touches.")
    doc_types: list[str] = Field(description="The kinds of text that it is for. Empty for all.")
    suggestions: list[Suggestion] = Field(description="What to write instead, the best first.")
    term_count: int = Field(description="How many words and phrases it looks for.")


class WholeRule(Rule):
    """All that is known of one rule."""

    model_config = ConfigDict(json_schema_extra={"examples": [_WHOLE]})

    version: Literal[1] = Field(description="The version of this shape.")
    terms: list[str] = Field(description="The words and phrases that it looks for.")
    flags: list[str] = Field(description="Sentences in which it finds something.")
    passes: list[str] = Field(description="Sentences in which it finds nothing.")
    means: list[str] = Field(description="What a word means, in plain words.")
    contested: str = Field(description="What guides disagree about. Empty where they agree.")
    question: str = Field(description="What it asks of a whole letter, if it is such a rule.")


class Rules(BaseModel):
    """The rules in force on this server."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"version": 1, "rules": [_HEAD]}]})

    version: Literal[1] = Field(description="The version of this shape.")
    rules: list[Rule] = Field(description="The rules, by category.")


class RuleQuery(BaseModel):
    """Which rules to list."""

    model_config = ConfigDict(extra="forbid")

    category: str = Field("", description="Only the rules of this category.", examples=["missed"])


def rule_routes(service: Service, workers: Workers) -> APIRouter:
    """Return the addresses under /v1/rules."""
    router = APIRouter(prefix="/v1/rules", tags=["Rules"])
    lexicons = service.options.lexicons

    @router.get("", summary="List the rules", response_model=Rules, responses=responses(422, 500, 503, 504))
    async def rules(asked: Annotated[RuleQuery, Query()]) -> Response:
        """List the rules in force on this server, as `plainletter rules` does, without their words."""
        return Response(await workers.run(listed_rules, lexicons, asked.category), media_type=JSON)

    @router.get(
        "/{category}/{id}",
        summary="Explain a rule",
        response_model=WholeRule,
        responses=responses(404, 422, 500, 503, 504),
        dependencies=[NO_QUERY],
    )
    async def rule(
        category: Annotated[str, Path(description="The category of the rule.", examples=["missed"])],
        id: Annotated[str, Path(description="The name of the rule in its category.", examples=["failed-to-attend"])],
    ) -> Response:
        """Tell all that is known of one rule, as `plainletter explain` does."""
        name = f"{category}/{id}"
        found = await workers.run(one_rule, lexicons, name)
        if found is None:
            near = await workers.run(near_rules, lexicons, name)
            raise HTTPException(404, f"there is no such rule; {f'did you mean {near[0]}?' if near else 'see GET /v1/rules'}")
        return Response(found, media_type=JSON)

    return router
