"""The addresses under /v2: what clients ask of LanguageTool's HTTP API, and what they are told."""

import json
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from plainletter.desk.languagetool import make_router
from plainletter.desk.options import CheckOptions, Limits, Service
from plainletter.desk.refusals import refuse_clearly
from plainletter.desk.workers import Workers

SECRET = "Rosa failed to attend the clinic."
ENGLISH = {"language": "en-GB", "text": SECRET}
TOKEN = "a-token-that-nobody-guesses"
LONGEST = 900  # characters, of which each may take nine bytes of a request


@pytest.fixture(scope="module")
def workers():
    with Workers(1) as pool:
        yield pool


@pytest.fixture(scope="module")
def client(workers):
    return served(Service(), workers)


def served(service, workers):
    app = FastAPI()
    refuse_clearly(app)
    app.include_router(make_router(service, workers))
    return TestClient(app)


def rules(answer):
    return [match["rule"]["id"] for match in answer.json()["matches"]]


def test_an_answer_has_the_keys_that_clients_of_languagetool_read(client):
    answer = client.post("/v2/check", data=ENGLISH).json()
    assert answer["software"]["apiVersion"] == 1
    assert answer["warnings"] == {"incompleteResults": False}
    assert answer["language"]["code"] == answer["language"]["detectedLanguage"]["code"] == "en-GB"
    assert answer["sentenceRanges"] == [[0, len(SECRET)]]
    (match,) = answer["matches"]
    assert (match["offset"], match["length"], match["sentence"]) == (5, 16, SECRET)
    assert match["rule"]["category"] == {"id": "MISSED", "name": "Missed-contact words"}
    assert match["context"] == {"text": SECRET, "offset": 5, "length": 16}


def test_annotated_data_is_answered_with_offsets_that_count_the_mark_up(client):
    parts = [{"text": "Rosa "}, {"markup": "<b>"}, {"text": "failed to attend"}, {"markup": "</b>"}, {"text": " the clinic."}]
    data = {"language": "en-GB", "data": json.dumps({"annotation": parts})}
    (match,) = client.post("/v2/check", data=data).json()["matches"]
    assert (match["offset"], match["length"]) == (8, 16)
    assert match["context"]["text"] == "Rosa <b>failed to attend</b> the clinic."


def test_an_empty_text_has_no_matches(client):
    assert rules(client.post("/v2/check", data={"language": "en-GB", "text": ""})) == []


def test_the_languages_are_kinds_of_english(client):
    languages = client.get("/v2/languages").json()
    assert {"name": "English (GB)", "code": "en", "longCode": "en-GB"} in languages
    assert {one["code"] for one in languages} == {"en"}


def test_clients_learn_how_long_a_text_may_be_and_what_answers(client):
    assert client.get("/v2/maxtextlength").text == "500000"
    assert client.get("/v2/info").json()["software"]["name"] == "plainletter"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"language": "en-GB"}, "Error: Missing 'text' or 'data' parameter"),
        ({"text": SECRET}, "Error: Missing 'language' parameter"),
        ({"language": "fr", "text": SECRET}, "Error: plainletter checks English only"),
        ({"language": "en", "data": json.dumps({"text": f"{SECRET} \ud83d"})}, "Error: The text holds half a character"),
    ],
)
def test_what_cannot_be_checked_is_refused_as_languagetool_does_in_one_line_without_the_text(client, data, said):
    answer = client.post("/v2/check", data=data)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "text/plain; charset=utf-8")
    assert answer.text.startswith(said)
    assert "Rosa" not in answer.text
    assert "\n" not in answer.text


def test_a_text_in_an_address_is_refused_for_addresses_are_logged(client):
    asked = client.get("/v2/check", params=ENGLISH)
    assert (asked.status_code, asked.headers["allow"]) == (405, "POST")
    sent = client.post("/v2/check", params={"text": SECRET}, data={"language": "en-GB"})
    assert sent.status_code == 400
    for answer in (asked, sent):
        assert answer.text.startswith("Error: send the text in the body")
        assert "Rosa" not in answer.text


def test_the_language_may_stand_in_the_address(client):
    assert rules(client.post("/v2/check?language=en-GB", data={"text": SECRET})) == ["missed/failed-to-attend"]


def test_rules_that_the_server_ignores_can_be_enabled_by_name(workers):
    client = served(Service(CheckOptions(ignore=("missed",))), workers)
    assert rules(client.post("/v2/check", data=ENGLISH)) == []
    named = ENGLISH | {"enabledRules": "missed/failed-to-attend"}
    assert rules(client.post("/v2/check", data=named)) == ["missed/failed-to-attend"]
    assert rules(client.post("/v2/check", data=named | {"enabledOnly": "true"})) == ["missed/failed-to-attend"]


def test_what_a_letter_lacks_is_asked_of_whole_texts_only(client):
    met = "Thank you for coming on Tuesday. We spoke about the allotment and the bus. " * 20
    letter = f"Dear Rosa,\n\n{met}\n\nYou failed to attend on 3 May.\n\nYours sincerely,\nAnn Lee\n"
    picky = {"language": "en-GB", "text": letter, "level": "picky"}
    whole, parts = (
        [*map(category, rules(client.post("/v2/check", data=picky | {"mode": m})))]
        for m in ("textLevelOnly", "allButTextLevelOnly")
    )
    assert set(whole) == {"presence"}
    assert set(parts) == {"missed"}


def category(rule):
    return rule.partition("/")[0]


def test_a_text_that_is_too_long_is_told_the_limit(workers):
    client = served(Service(limits=Limits(max_bytes=LONGEST * 9)), workers)
    assert client.get("/v2/maxtextlength").text == str(LONGEST)
    assert client.post("/v2/check", data={"language": "en-GB", "text": "🙂" * (LONGEST // 2)}).status_code == 200
    answer = client.post("/v2/check", data={"language": "en-GB", "text": "🙂" * (LONGEST // 2) + "x"})
    assert answer.status_code == 413
    assert (
        answer.text == "Error: Your text exceeds the limit of 900 characters (it's 901 characters). Please submit a shorter text."
    )


def test_a_server_with_a_token_wants_it_where_editors_can_give_it(workers):
    client = served(Service(token=TOKEN), workers)
    for wrong in ({}, {"username": "me", "apiKey": "another"}):
        answer = client.post("/v2/check", data=ENGLISH | wrong)
        assert (answer.status_code, answer.text[:7]) == (403, "Error: ")
    assert client.post("/v2/check", data=ENGLISH | {"username": "me", "apiKey": TOKEN}).status_code == 200
    assert client.post("/v2/check", data=ENGLISH, headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert client.get("/v2/languages").status_code == 200


def test_a_server_with_too_much_to_do_says_when_to_come_back():
    limits = Limits(waiting=0)
    with Workers(1, limits) as busy:
        answer = served(Service(limits=limits), busy).post("/v2/check", data=ENGLISH)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert answer.text.startswith("Error: the server has more to do")


def test_a_check_that_takes_too_long_is_given_up():
    limits = Limits(seconds=0.01)
    with Workers(1, limits) as slow:
        answer = served(Service(limits=limits), slow).post("/v2/check", data=ENGLISH)
    assert answer.status_code == 504
    assert answer.text.startswith("Error: it was given up after 0.01 seconds")


def test_a_client_that_calls_its_form_json_and_offers_http_2_is_answered(server):
    # Both are what LTeX does, by Java's HTTP client.
    connection = HTTPConnection(server.removeprefix("http://"), timeout=60)
    headers = {
        "Content-Type": "application/json",
        "Connection": "Upgrade, HTTP2-Settings",
        "Upgrade": "h2c",
        "HTTP2-Settings": "AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA",
    }
    connection.request("POST", "/v2/check", urlencode(ENGLISH), headers)
    answer = connection.getresponse()
    assert answer.status == 200
    assert len(json.load(answer)["matches"]) == 1
    connection.close()
