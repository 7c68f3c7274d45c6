import pytest
import spacy

from plainletter.checking.model import PACKAGES, installed_model


@pytest.fixture(scope="module")
def blank():
    nlp = spacy.blank("en")
    nlp.add_pipe("plainletter", config={"doc_type": "letter"})
    return nlp


def test_findings_are_spans_of_anybodys_doc(blank):
    doc = blank("You failed to attend on 3 May, Sam.")
    spans = doc.spans["plainletter"]
    assert [(span.text, span.label_) for span in spans] == [("failed to attend", "missed/failed-to-attend")]


def test_the_findings_themselves_stand_in_the_user_data(blank):
    found = blank("You failed to attend on 3 May.").user_data["plainletter"]
    assert found["doc_type"] == "letter"
    assert found["findings"][0]["rule"] == "missed/failed-to-attend"


def test_a_doc_with_findings_can_be_stored_and_sent(blank):
    doc = blank("You failed to attend on 3 May.")
    again = spacy.tokens.Doc(blank.vocab).from_bytes(doc.to_bytes())
    assert [span.label_ for span in again.spans["plainletter"]] == ["missed/failed-to-attend"]


def test_the_spans_key_and_the_options_can_be_chosen():
    nlp = spacy.blank("en")
    nlp.add_pipe("plainletter", config={"spans_key": "wording", "ignore": ["missed"]})
    assert list(nlp("You failed to attend.").spans["wording"]) == []


@pytest.mark.skipif(installed_model() is None, reason="no language model is installed")
def test_packs_and_contested_wording_can_be_chosen():
    nlp = spacy.blank("en")
    nlp.add_pipe("plainletter", config={"doc_type": "letter", "packs": ["formulation"], "contested": "warning"})
    findings = nlp("You have schizophrenia.").user_data["plainletter"]["findings"]
    assert [(finding["rule"], finding["severity"]) for finding in findings] == [("diagnosis/schizophrenia", "warning")]


def test_the_callers_own_parse_is_used(monkeypatch):
    from plainletter.checking import checker

    def refuse():
        raise AssertionError("the model was loaded although the caller's Doc is parsed")

    monkeypatch.setattr(checker, "load_model", refuse)
    nlp = spacy.load(next(name for name in PACKAGES if name == installed_model()), exclude=["ner"])
    nlp.add_pipe("plainletter", last=True)
    doc = nlp("The neighbour of your aunt failed to attend. Having failed to attend twice, you were sent a card.")
    assert [span.text for span in doc.spans["plainletter"]]
