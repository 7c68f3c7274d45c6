"""The rules over HTTP, and whether the server is ready."""

import json
import subprocess
import sys
import time

from plainletter.version import __version__


def test_all_rules_are_listed_with_whose_advice_they_are(api, run_plainletter):
    listed = api.get("/v1/rules").json()
    known = json.loads(run_plainletter("rules", "--format", "json").stdout)
    assert [rule["rule"] for rule in listed["rules"]] == [rule["rule"] for rule in known]
    shared = known[0].keys() - {"terms"}
    assert all(rule[name] == other[name] for rule, other in zip(listed["rules"], known, strict=True) for name in shared)
    assert all(rule["term_count"] == len(other["terms"]) for rule, other in zip(listed["rules"], known, strict=True))


def test_the_rules_of_one_category_can_be_had_alone(api):
    rules = api.get("/v1/rules", params={"category": "missed"}).json()["rules"]
    assert {rule["category"] for rule in rules} == {"missed"}


def test_an_unknown_category_is_told_with_the_one_that_was_meant(api):
    answer = api.get("/v1/rules", params={"category": "mised"})
    assert answer.status_code == 422
    assert "did you mean missed?" in answer.json()["error"]["message"]


def test_a_rule_is_told_whole_with_the_sentences_that_prove_it(api):
    rule = api.get("/v1/rules/missed/failed-to-attend").json()
    assert rule["rule"] == "missed/failed-to-attend"
    assert rule["terms"]
    assert rule["flags"]
    assert rule["passes"]
    [listed] = [one for one in api.get("/v1/rules", params={"category": "missed"}).json()["rules"] if one["rule"] == rule["rule"]]
    assert listed.items() <= rule.items()


def test_a_rule_that_is_not_there_is_told_with_the_one_that_was_meant(api):
    answer = api.get("/v1/rules/missed/faild-to-attend")
    assert answer.status_code == 404
    assert answer.json()["error"]["message"] == "there is no such rule; did you mean missed/failed-to-attend?"


def test_the_server_is_healthy_once_a_worker_has_answered(api):
    for _ in range(300):
        if api.get("/health").status_code == 200:
            break
        time.sleep(0.1)
    for address in ("/health", "/v1/health"):
        assert api.get(address).json() == {"status": "ok", "version": __version__}


def test_the_process_that_answers_loads_no_language_model():
    code = "import sys, plainletter.desk.api; sys.exit('spacy' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
