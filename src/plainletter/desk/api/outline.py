"""What the page shows of an OpenAPI description, in the order in which it is read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false", "null": "nothing"}
_CASE = "Case"
Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A parameter, or a key of an object."""

    name: str
    kind: Markup
    needed: bool
    about: Markup


@dataclass(frozen=True, slots=True)
class Shape:
    """A body, or one answer: its media type or status, what it is, and an example."""

    name: str
    kind: Markup
    about: Markup
    example: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """One address with one method."""

    id: str
    method: str
    path: str
    summary: str
    about: Markup
    token: bool
    rows: tuple[Row, ...]
    bodies: tuple[Shape, ...]
    answers: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The addresses of one subject."""

    id: str
    name: str
    about: Markup
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Object:
    """An object of the API, key by key."""

    id: str
    name: str
    about: Markup
    kind: Markup
    rows: tuple[Row, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole page; ``parts`` are the objects that a case is made of."""

    title: str
    version: str
    summary: str
    about: Markup
    token: bool
    groups: tuple[Group, ...]
    objects: tuple[Object, ...]
    parts: tuple[Object, ...]


def outline_of(description: Schema) -> Outline:
    """Return what is to be shown of a description."""
    info, schemas = description["info"], description["components"]["schemas"]
    of_case = _reached(schemas, _CASE)
    every = [_object(name, schema) for name, schema in schemas.items()]
    groups = [_group(tag, description) for tag in description["tags"]]
    return Outline(
        title=info["title"],
        version=info["version"],
        summary=info["summary"],
        about=_text(info["description"]),
        token="securitySchemes" in description["components"],
        groups=tuple(group for group in groups if group.operations),
        objects=tuple(one for one in every if one.name not in of_case),
        parts=tuple(sorted((one for one in every if one.name in of_case), key=lambda one: one.name != _CASE)),
    )


def _group(tag: Schema, description: Schema) -> Group:
    operations = [
        _operation(path, method, operation)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
        if tag["name"] in operation.get("tags", ())
    ]
    return Group(f"about-{tag['name'].lower()}", tag["name"], _text(tag["description"]), tuple(operations))


def _operation(path: str, method: str, operation: Schema) -> Operation:
    body = operation.get("requestBody", {})
    return Operation(
        id=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation["summary"],
        about=_text(operation.get("description", "")),
        token=bool(operation.get("security")),
        rows=tuple(
            Row(one["name"], _kind(one["schema"]), one["required"], _text(one.get("description", "")))
            for one in operation.get("parameters", ())
        ),
        bodies=tuple(
            Shape(name, _kind(media["schema"]), _text(body.get("description", "")), _example(media))
            for name, media in body.get("content", {}).items()
        ),
        answers=tuple(
            Shape(status, _kinds(answer.get("content", {})), _text(answer["description"]))
            for status, answer in sorted(operation["responses"].items())
        ),
    )


def _object(name: str, schema: Schema) -> Object:
    needed = schema.get("required", ())
    rows = tuple(
        Row(key, _kind(value), key in needed, _text(value.get("description", "")))
        for key, value in schema.get("properties", {}).items()
    )
    about = _text(schema.get("description", ""))
    return Object(f"object-{name}", name, about, Markup() if rows else _kind(schema), rows, _example(schema))


def _example(holder: Schema) -> str:
    example = holder["example"] if "example" in holder else next(iter(holder.get("examples", ())), None)
    if example is None or isinstance(example, str):
        return example or ""
    return json.dumps(example, ensure_ascii=False, indent=1)


def _text(markdown: str) -> Markup:
    return Markup(_MARKDOWN.render(markdown)) if markdown else Markup()  # noqa: S704 - HTML in it is escaped


def _kinds(content: Schema) -> Markup:
    kinds = [_kind(media.get("schema", {})) for media in content.values()]
    return Markup(" or ").join(dict.fromkeys(kinds))


def _kind(schema: Schema) -> Markup:
    """Return in words what kind of value a schema describes, with links to objects."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return Markup('<a href="#object-{0}">{0}</a>').format(name)
    for key in ("anyOf", "oneOf", "allOf"):
        if key in schema:
            return Markup(" or ").join(dict.fromkeys(map(_kind, schema[key])))
    if "const" in schema or "enum" in schema:
        values = schema.get("enum", [schema.get("const")])
        return Markup(", ").join(Markup("<code>{}</code>").format(value) for value in values)
    if schema.get("type") == "array":
        return Markup("list of {}").format(_kind(schema["items"])) if schema.get("items") else Markup("list")
    if schema.get("type") == "object":
        inner = schema.get("additionalProperties")
        return Markup("object of {}").format(_kind(inner)) if isinstance(inner, dict) and inner else Markup("object")
    known = {"date": "date", "date-time": "date and time", "binary": "file"}.get(schema.get("format", ""))
    return escape(known or _TYPES.get(schema.get("type", ""), "any value"))


def _reached(schemas: dict[str, Schema], name: str) -> set[str]:
    """Return the names of an object and of all that it refers to."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one in schemas and one not in found:
            found.add(one)
            waiting += _references(schemas[one])
    return found


def _references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"].rpartition("/")[2]
        for inner in value.values():
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)
