"""Letters over HTTP: from a case to the files of each reader, or every question and fault."""

import base64
import io
import json

import jsonschema
import pypdf
import pytest
from docx import Document


def drafted(api, case, **more):
    answer = api.post("/v1/letters/draft", json={"case": case, **more})
    assert answer.status_code == 200, answer.text
    return answer.json()


def copy_for(answer, reader):
    return next(copy for copy in answer["copies"] if copy["reader"] == reader)


def bytes_of(file):
    return base64.b64decode(file["base64"])


@pytest.fixture
def leaking(case):
    """The case with a name in it that nobody may read."""
    case["items"][4]["text"] = "you came to us by yourself, and Marek walks with you in the evening"
    return case


def test_each_reader_who_may_have_a_copy_gets_one_with_its_files(api, case):
    answer = drafted(api, case, formats=["docx", "pdf", "html", "txt"])
    assert answer["version"] == 1
    assert [copy["reader"] for copy in answer["copies"]][:1] == ["client"]
    files = {file["name"].rpartition(".")[2]: file for file in copy_for(answer, "client")["files"]}
    assert set(files) == {"docx", "pdf", "html", "txt"}
    assert any("Tomasz" in paragraph.text for paragraph in Document(io.BytesIO(bytes_of(files["docx"]))).paragraphs)
    assert "Tomasz" in pypdf.PdfReader(io.BytesIO(bytes_of(files["pdf"]))).pages[0].extract_text()
    assert b"Tomasz" in bytes_of(files["html"])
    assert copy_for(answer, "client")["text"].split() == bytes_of(files["txt"]).decode().split()


def test_the_same_case_gives_the_same_letters_as_the_command_line(api, case, run_plainletter, tmp_path):
    (tmp_path / "case.json").write_text(json.dumps(case), encoding="utf-8")
    run_plainletter("letter", "draft", "case.json", "--out", "letters", "--to", "txt,docx")
    written = {file.name: file.read_bytes() for file in (tmp_path / "letters").iterdir() if file.suffix in (".txt", ".docx")}
    answer = drafted(api, case, formats=["txt", "docx"])
    sent = {file["name"]: bytes_of(file) for copy in answer["copies"] for file in copy["files"]}
    assert sent == written


def test_a_reader_without_consent_gets_nothing(api, case):
    answer = drafted(api, case, formats=["txt"])
    assert "employer" not in {copy["reader"] for copy in answer["copies"]}


def test_what_a_reader_does_not_get_is_told_to_the_author(api, case):
    answer = drafted(api, case, formats=["txt"])
    assert any(said.startswith("T1 ") for said in copy_for(answer, "wife")["left_out"])
    assert copy_for(answer, "client")["left_out"] == ["T3 (mark C2)"]


def test_a_leak_stops_a_copy_and_the_others_are_made(api, leaking):
    answer = drafted(api, leaking, formats=["txt"])
    stopped = [copy for copy in answer["copies"] if copy["stopped_by"]]
    made = [copy for copy in answer["copies"] if copy["files"]]
    assert {copy["reader"] for copy in stopped} == {"client", "gp", "ship_doctor"}
    assert {copy["reader"] for copy in made} == {"wife"}
    assert all(not copy["files"] for copy in stopped)
    gates = {gate["id"]: gate for gate in answer["gates"]}
    assert all(gates[name]["stops"] for copy in stopped for name in copy["stopped_by"])


def test_a_stop_is_lifted_by_name_and_reason_and_recorded(api, leaking):
    before = drafted(api, leaking, formats=["txt"])
    names = copy_for(before, "client")["stopped_by"]
    lifted = [{"gate": name, "by": "Eilidh Fraser", "because": "he has agreed by phone"} for name in names]
    after = drafted(api, leaking, formats=["txt"], overrides=lifted)
    assert after["overrides"] == lifted
    assert copy_for(after, "client")["files"]
    assert not set(names) & {gate["id"] for gate in after["gates"]}


def test_a_stop_that_is_not_there_cannot_be_lifted(api, case):
    lifted = {"gate": "nothing", "by": "Eilidh Fraser", "because": "he has agreed"}
    answer = api.post("/v1/letters/draft", json={"case": case, "overrides": [lifted]})
    assert answer.status_code == 422
    assert "there is no stop" in answer.json()["error"]["message"]


def test_an_override_needs_a_name(api, case):
    lifted = {"gate": "nothing", "by": "", "because": "he has agreed"}
    answer = api.post("/v1/letters/draft", json={"case": case, "overrides": [lifted]})
    assert answer.status_code == 422
    assert answer.json()["error"]["faults"][0]["path"] == "overrides.0.by"


def test_findings_name_the_item_that_they_come_from(api, case):
    case["items"][0]["text"] = "you suffer from anxiety, and you failed to attend in May"
    findings = copy_for(drafted(api, case, formats=["txt"]), "client")["findings"]
    assert ("missed/failed-to-attend", "T1") in {(finding["rule"], finding["origin"]) for finding in findings}


def test_words_that_the_client_chose_are_not_found(api, case):
    case["items"][0]["text"] = "you are an alcoholic, as you say yourself"
    found = copy_for(drafted(api, case, formats=["txt"]), "client")["findings"]
    case["client"]["words"] = ["alcoholic"]
    chosen = copy_for(drafted(api, case, formats=["txt"]), "client")["findings"]
    assert any("alcoholic" in finding["text"] for finding in found)
    assert not any("alcoholic" in finding["text"] for finding in chosen)


def test_a_case_by_itself_will_do(api, case):
    answer = api.post("/v1/letters/draft", json=case)
    assert answer.status_code == 200
    assert {file["name"].rpartition(".")[2] for file in answer.json()["copies"][0]["files"]} == {"docx", "pdf", "html", "txt"}


def test_every_fault_of_a_case_is_named_without_its_words(api, case):
    del case["client"]["first_name"]
    case["items"][1]["section"] = "Rosa"
    case["itms"] = []
    answer = api.post("/v1/letters/draft", json={"case": case})
    assert answer.status_code == 422
    faults = {fault["path"]: fault["message"] for fault in answer.json()["error"]["faults"]}
    assert set(faults) >= {"client.first_name", "items.1.section", "itms"}
    assert "did you mean items?" in faults["itms"]
    assert "Rosa" not in answer.text
    assert "tramadol" not in answer.text


def test_a_part_that_the_kind_of_letter_needs_is_asked_for(api, case):
    del case["plan"]
    del case["rewordings"]
    answer = api.post("/v1/letters/draft", json={"case": case})
    assert answer.status_code == 422
    assert any("what was agreed?" in fault["message"] for fault in answer.json()["error"]["faults"])


@pytest.mark.parametrize("case", [None, [], "Rosa", 3, {}, {"kind": "first-meeting"}, {"kind": {"a": [[[]]]}}])
def test_what_is_no_case_is_refused(api, case):
    answer = api.post("/v1/letters/draft", json={"case": case})
    assert answer.status_code == 422
    assert answer.json()["error"]["faults"]
    assert "Rosa" not in answer.text


@pytest.mark.parametrize("depth", [50, 300, 480, 960, 1_200, 100_000])
def test_a_case_nested_too_deeply_is_refused(api, depth):
    deep = b'{"case": {"items": ' + b"[" * depth + b"]" * depth + b"}}"
    answer = api.post("/v1/letters/draft", content=deep, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert "nested too deeply" in answer.json()["error"]["message"]


def test_an_unknown_kind_of_file_is_refused(api, case):
    answer = api.post("/v1/letters/draft", json={"case": case, "formats": ["doc"]})
    assert answer.status_code == 422
    assert answer.json()["error"]["faults"][0]["message"] == "formats[1] is none of docx, pdf, html or txt"


def test_the_kinds_of_letter_are_listed_with_what_they_need(api):
    kinds = {kind["name"]: kind for kind in api.get("/v1/letters/kinds").json()["kinds"]}
    assert kinds["first-meeting"]["needs"] == ["meeting", "plan", "checking"]


def test_the_schema_of_a_case_is_the_one_of_the_command_line_and_fits_the_example(api, case, run_plainletter):
    schema = api.get("/v1/schema/case").json()
    assert schema == json.loads(run_plainletter("letter", "schema").stdout)
    jsonschema.validate(case, schema)
