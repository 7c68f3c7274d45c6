"""The description of the API, for programs and for people: complete, true, plain, and from nowhere else."""

import json
import re
from html.parser import HTMLParser

import jsonschema
import pytest

from plainletter.desk.api.outline import outline_of
from plainletter.desk.api.reports import Report
from plainletter.desk.options import Service

TEXT = "You failed to attend on 3 May. “You never listen,” she said to the MDT."


@pytest.fixture(scope="module")
def description(api):
    return api.get("/openapi.json").json()


@pytest.fixture(scope="module")
def ours(description):
    """The objects of the API itself; those of a case are described where a case is."""
    parts = {part.name for part in outline_of(description).parts}
    return {name: schema for name, schema in description["components"]["schemas"].items() if name not in parts}


def operations(description):
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            if path.startswith("/v1/"):
                yield f"{method.upper()} {path}", operation


def closed(schema):
    """Return a schema that also refuses keys that are not described."""
    if isinstance(schema, dict):
        inner = {name: closed(value) for name, value in schema.items()}
        return (
            {"additionalProperties": False, **inner} if isinstance(schema.get("properties"), dict) and "type" in schema else inner
        )
    return [closed(value) for value in schema] if isinstance(schema, list) else schema


def validate(description, name, value):
    schema = {"$ref": f"#/components/schemas/{name}", "components": closed(description["components"])}
    jsonschema.Draft202012Validator(schema).validate(value)


def test_it_is_openapi_and_names_every_address(description):
    assert description["openapi"].startswith("3.1")
    assert {name for name, _ in operations(description)} == {
        "POST /v1/check",
        "POST /v1/check/file",
        "POST /v1/letters/draft",
        "GET /v1/letters/kinds",
        "GET /v1/schema/case",
        "GET /v1/rules",
        "GET /v1/rules/{category}/{id}",
        "GET /v1/health",
    }


def test_every_address_says_what_it_does_and_how_it_refuses(description):
    for name, operation in operations(description):
        assert operation["summary"], name
        assert operation["description"], name
        assert {"200", "400", "403", "422"} <= operation["responses"].keys(), name
        assert ("requestBody" in operation) == name.startswith("POST"), name
        assert all(parameter["description"] for parameter in operation.get("parameters", ())), name
        for status, answer in operation["responses"].items():
            if status != "200":
                assert answer["content"]["application/json"]["schema"]["$ref"].endswith("/Error"), (name, status)


def test_every_object_and_key_is_described_with_an_example_that_fits(description, ours):
    for name, schema in ours.items():
        assert schema["description"], name
        assert schema["examples"], name
        assert all(value.get("description") for value in schema.get("properties", {}).values()), name
        for example in schema["examples"]:
            if name != "Order":  # whose example is a case that is cut short
                validate(description, name, example)


def test_answers_hold_what_is_described_and_nothing_else(api, description, case):
    validate(description, "Report", api.post("/v1/check", json={"text": TEXT * 9, "suppressed": True}).json())
    validate(description, "Drafts", api.post("/v1/letters/draft", json={"case": case}).json())
    validate(description, "Rules", api.get("/v1/rules", params={"category": "jargon"}).json())
    validate(description, "WholeRule", api.get("/v1/rules/missed/failed-to-attend").json())
    validate(description, "LetterKinds", api.get("/v1/letters/kinds").json())
    validate(description, "Error", api.post("/v1/check", json={}).json())
    lines = api.post("/v1/check", content=f'{{"text": "{TEXT}"}}\nno', headers={"Content-Type": "application/x-ndjson"})
    for line in lines.iter_lines():
        validate(description, "Line", json.loads(line))
    with pytest.raises(jsonschema.ValidationError):
        validate(description, "Health", {"status": "ok", "version": "1", "more": 1})


def test_the_token_is_described_where_there_is_one(description, client_of):
    assert "securitySchemes" not in description["components"]
    with client_of(Service(token="t" * 30)) as client:
        found = client.get("/openapi.json").json()
    for name, operation in operations(found):
        if name == "GET /v1/health":
            assert "security" not in operation
        else:
            assert operation["security"] == [{"token": []}]
            assert "401" in operation["responses"]


def texts_in(value, key=""):
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in ("examples", "example", "properties"):
                yield from texts_in(inner, name)
            elif name == "properties":
                for one in inner.values():
                    yield from texts_in(one)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)
    elif key in ("description", "summary") and isinstance(value, str):
        yield value


def test_our_own_checker_finds_nothing_in_it(checker, description, ours):
    spoken = [*texts_in({path: value for path, value in description["paths"].items() if path.startswith("/v1/")})]
    spoken += [*texts_in(ours), *texts_in(description["info"]), *texts_in(description["tags"])]
    assert len(spoken) > 150
    text = "\n\n".join(dict.fromkeys(spoken))
    found = checker.check_document(markdown(text)).findings
    assert [(finding.rule, finding.text) for finding in found] == []


def markdown(text):
    from plainletter.documents import read_text

    return read_text(text, format="markdown")


class Page(HTMLParser):
    """A page as its tags, identities, links and headings."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.links, self.levels = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.tags.append((tag, values))
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values[name] for name in ("href", "src", "action", "data", "poster", "srcset") if name in values]
        self.levels += [int(tag[1])] if re.fullmatch(r"h[1-6]", tag) else []


@pytest.fixture(scope="module")
def page(api):
    answer = api.get("/docs")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return Page(answer.text)


def test_the_page_needs_nothing_from_elsewhere_and_no_script(api, page):
    assert {link for link in page.links if not link.startswith("#")} == {"data:,", "/docs.css", "/openapi.json"}
    assert not {"script", "style", "iframe", "object", "embed", "base", "form"} & {tag for tag, _ in page.tags}
    assert not [values for _, values in page.tags if any(name == "style" or name.startswith("on") for name in values)]
    style = api.get("/docs.css")
    assert style.headers["content-type"].startswith("text/css")
    assert "url(" not in style.text
    assert "@import" not in style.text
    policy = api.get("/docs").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy


def test_the_page_can_be_found_through_by_ear_and_by_keyboard(page):
    assert ("html", {"lang": "en-GB"}) in page.tags
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert page.levels[0] == 1
    assert page.levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in zip(page.levels, page.levels[1:], strict=False))
    assert sum(tag == "main" for tag, _ in page.tags) == 1
    assert all(values.get("scope") for tag, values in page.tags if tag == "th")


def test_the_page_says_all_that_the_description_says(api, description):
    text = api.get("/docs").text
    for path, methods in description["paths"].items():
        assert f"<code>{path}</code>" in text
        assert all(operation["summary"] in text for operation in methods.values())
    assert all(f'id="object-{name}"' in text for name in description["components"]["schemas"])


def test_nothing_in_the_page_is_read_as_markup():
    assert "<b>" not in str(outline_of(_with("Say <b>it</b> & `so`.")).about)
    assert "<code>so</code>" in str(outline_of(_with("Say <b>it</b> & `so`.")).about)


def _with(about):
    return {
        "info": {"title": "t", "version": "1", "summary": "s", "description": about},
        "components": {"schemas": {"Report": Report.model_json_schema()}},
        "paths": {},
        "tags": [],
    }
