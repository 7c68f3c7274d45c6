"""Checking over HTTP: what the command line says of the same text, byte for byte."""

import pytest

from plainletter.desk.options import CheckOptions, Service

BLAME = "You failed to attend on 3 May.\n\nThe MDT will meet – without you.\n"
KIND = "Thank you for coming on Monday. We will meet again next week.\n"
PAGE = "<html><body><h1>Your visit</h1><p>You <b>failed</b> to attend.</p></body></html>"


def rules_in(answer):
    return [finding["rule"] for document in answer.json()["documents"] for finding in document["findings"]]


def test_the_answer_is_what_the_command_line_prints(api, run_plainletter, tmp_path):
    texts = {"blame.txt": BLAME, "kind.md": f"# A visit\n\n{KIND}", "page.html": PAGE}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    printed = run_plainletter("check", *texts, "--format", "json", "--show-suppressed").stdout

    formats = {"blame.txt": "plain", "kind.md": "markdown", "page.html": "html"}
    documents = [{"path": name, "text": text, "format": formats[name]} for name, text in texts.items()]
    answer = api.post("/v1/check", json={"documents": documents, "suppressed": True})

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.content == printed


def test_one_text_needs_no_name(api):
    answer = api.post("/v1/check", json={"text": BLAME, "doc_type": "letter"})
    assert "missed/failed-to-attend" in rules_in(answer)
    assert answer.json()["documents"][0]["path"] == ""


def test_select_and_ignore_choose_rules(api):
    assert rules_in(api.post("/v1/check", json={"text": BLAME, "select": ["missed"]})) == ["missed/failed-to-attend"]
    assert "missed/failed-to-attend" not in rules_in(api.post("/v1/check", json={"text": BLAME, "ignore": ["missed"]}))


def test_words_that_the_person_chose_are_left_alone(api):
    text = "Rosa is an autistic woman who suffers from migraine."
    plain = rules_in(api.post("/v1/check", json={"text": text}))
    chosen = rules_in(api.post("/v1/check", json={"text": text, "preferences": ["suffers from"]}))
    assert len(chosen) < len(plain)


def test_the_settings_of_the_server_hold_where_a_request_says_nothing_else(client_of):
    with client_of(Service(CheckOptions(doc_type="note", ignore=("missed",)))) as client:
        settled = client.post("/v1/check", json={"text": BLAME})
        asked = client.post("/v1/check", json={"text": BLAME, "doc_type": "letter", "select": ["missed"]})
    assert settled.json()["documents"][0]["doc_type"] == "note"
    assert "missed/failed-to-attend" not in rules_in(settled)
    assert asked.json()["documents"][0]["doc_type"] == "letter"
    assert rules_in(asked) == ["missed/failed-to-attend"]


def test_each_of_several_texts_is_answered_in_order(api):
    documents = [{"path": str(number), "text": KIND if number % 2 else BLAME} for number in range(20)]
    answer = api.post("/v1/check", json={"documents": documents}).json()
    assert [document["path"] for document in answer["documents"]] == [str(number) for number in range(20)]
    assert answer["summary"]["files"] == 20


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ({}, {"text": "text is missing"}),
        ({"text": 3}, {"text": "text has to be text"}),
        ({"text": "a", "every_mention": "yes"}, {"every_mention": "every_mention has to be true or false"}),
        ({"text": "a", "select": "missed"}, {"select": "select has to be a list"}),
        ({"text": "a", "doc_typ": "letter"}, {"doc_typ": "doc_typ is no key that is known here; did you mean doc_type?"}),
        ({"text": "a", "doc_type": "leter"}, {"doc_type": "doc_type is none of auto, letter, outreach, note or guidance"}),
        (
            {"documents": [{"text": "a"}, {"txt": "a"}]},
            {
                "documents.1.text": "documents[2].text is missing",
                "documents.1.txt": "documents[2].txt is no key that is known here; did you mean text?",
            },
        ),
        ({"text": "a", "documents": [{"text": "a"}]}, {"text": None}),
    ],
)
def test_every_fault_of_a_body_is_named_with_its_place(api, body, faults):
    answer = api.post("/v1/check", json=body)
    assert answer.status_code == 422
    found = {fault["path"]: fault["message"] for fault in answer.json()["error"]["faults"]}
    assert found.keys() == faults.keys()
    assert all(message in (None, found[path]) for path, message in faults.items())


def test_an_unknown_rule_is_told_with_the_one_that_was_meant(api):
    answer = api.post("/v1/check", json={"text": "a", "select": ["mised"]})
    assert answer.status_code == 422
    assert answer.json()["error"]["message"] == "there is no rule or category “mised”; did you mean missed?"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not JSON"),
        (b'{"text": "Rosa', "not JSON"),
        (b"[]", "one JSON object"),
        (b'{"text": "a", "text": "b"}', "stands twice"),
        (b'{"text": NaN}', "NaN is no JSON"),
        (b'{"text": ' + b"9" * 9_000 + b"}", "too many digits"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"text": "\xff"}', "not UTF-8"),
        ('{"text": "Rosa"}'.encode("utf-16"), "not UTF-8"),
        (b'{"text": "\\ud800"}', "text holds half a character"),
        (b'{"text": "a", "select": ["\\uDFFF"]}', "select.0 holds half a character"),
        (b'{"text": "a", "\\ud800": 1}', "a key holds half a character"),
    ],
)
def test_a_body_that_is_no_json_is_refused_in_a_sentence_without_its_words(api, data, said):
    answer = api.post("/v1/check", content=data, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert said in answer.json()["error"]["message"]
    assert "Rosa" not in answer.text


def test_a_body_of_another_kind_is_refused(api):
    answer = api.post("/v1/check", data={"text": BLAME})
    assert answer.status_code == 415
    assert "application/json" in answer.json()["error"]["message"]
