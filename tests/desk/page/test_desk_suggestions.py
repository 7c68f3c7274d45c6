"""A suggestion goes into the words of the case that it was found in, for certain or not at all."""

import pytest

from tests.conftest import MODEL_WANTED


def found(desk, draft, rule, reader="client"):
    """The letter's findings of one rule, and the revision that they are of."""
    told = desk.get(draft, "letters")
    letter = next(one for one in told["readers"] if one["reader"] == reader)
    return [finding for finding in letter["findings"] if finding["rule"] == rule], told["revision"]


@pytest.fixture
def hard(example):
    """A step in hard words, at the start of its sentence in the letter, and one after “You told me that”."""
    example["plan"][0]["what"] = "  commence the sleep course with us  "
    example["items"][0]["text"] = "you commenced walking after the CBT group, and you commenced swimming"
    return example


def test_a_suggestion_is_put_in_at_its_place_and_undone_by_saving_the_words_before(desk, hard):
    draft = desk.put(hard)
    findings, revision = found(desk, draft, "jargon/commence")
    chosen = next(finding for finding in findings if finding["origin"] == "T1")
    assert chosen["suggestions"][0] | {"kind": "swap", "puts_in": True} == chosen["suggestions"][0]
    done = desk.post(draft, "suggestion", revision=revision, reader="client", finding=chosen["number"], suggestion=0)
    after = "you started walking after the CBT group, and you commenced swimming"
    assert done["changed"] == {"path": "items.0.text", "before": hard["items"][0]["text"], "after": after}
    assert desk.get(draft, "case")["case"]["items"][0]["text"] == after
    assert desk.get(draft, "case")["revision"] == done["revision"]
    done["case"]["items"][0]["text"] = done["changed"]["before"]
    assert desk.try_save(draft, done["case"], done["revision"]).status_code == 200
    assert desk.get(draft, "case")["case"] == hard


def test_a_small_letter_in_the_case_stays_small_where_the_letter_has_a_capital(desk, hard):
    hard["items"][0]["text"] = "you sleep badly"
    draft = desk.put(hard)
    (chosen,), revision = found(desk, draft, "jargon/commence")
    assert (chosen["origin"], chosen["text"]) == ("P1", "Commence")
    done = desk.post(draft, "suggestion", revision=revision, reader="client", finding=chosen["number"], suggestion=0)
    assert done["changed"]["after"] == "  start the sleep course with us  "


def test_an_explanation_goes_in_brackets_behind_the_word(desk, hard):
    draft = desk.put(hard)
    (chosen,), revision = found(desk, draft, "abbreviation/cbt")
    which = next(number for number, one in enumerate(chosen["suggestions"]) if one["kind"] == "explain")
    done = desk.post(draft, "suggestion", revision=revision, reader="client", finding=chosen["number"], suggestion=which)
    assert "the CBT (a talking therapy about" in done["changed"]["after"]


@pytest.mark.skipif(not MODEL_WANTED, reason="without the model the checker knows no rare words")
def test_advice_to_the_author_is_not_put_into_a_letter(desk, example):
    (chosen,), _ = found(desk, desk.put(example), "unfamiliar/rare-word")
    assert [one["puts_in"] for one in chosen["suggestions"]] == [False]


def test_where_it_is_not_certain_the_place_to_open_is_said(desk, example):
    example["items"][4]["text"] = "you failed to attend the first meeting that we offered you"
    draft = desk.put(example)
    (chosen,), revision = found(desk, draft, "missed/failed-to-attend")
    before = (desk.folder / "letter-1.json").read_bytes()
    assert not any(one["puts_in"] for one in chosen["suggestions"])
    answer = desk.try_post(draft, "suggestion", revision=revision, reader="client", finding=chosen["number"], suggestion=0)
    assert answer.status_code == 409
    assert answer.json()["error"]["message"].endswith("open S1 and write it in your own words")
    assert (desk.folder / "letter-1.json").read_bytes() == before


def test_a_wording_for_one_reader_is_changed_for_that_reader_only(desk, hard):
    hard["rewordings"].append({"of": "T1", "for": ["gp"], "text": "you have commenced swimming"})
    draft = desk.put(hard)
    findings, revision = found(desk, draft, "jargon/commence", "gp")
    done = desk.post(draft, "suggestion", revision=revision, reader="gp", finding=findings[0]["number"], suggestion=0)
    assert done["changed"]["path"] == "rewordings.1.text"
    assert done["case"]["items"][0] == hard["items"][0]


def test_a_suggestion_for_a_letter_that_was_changed_is_refused(desk, hard):
    draft = desk.put(hard)
    findings, revision = found(desk, draft, "jargon/commence")
    desk.save(draft, hard | {"subject": "Our meeting"})
    answer = desk.try_post(draft, "suggestion", revision=revision, reader="client", finding=findings[0]["number"], suggestion=0)
    assert answer.status_code == 409
    assert desk.get(draft, "case")["case"]["items"][0] == hard["items"][0]


@pytest.mark.parametrize(("finding", "suggestion"), [(99, 0), (-1, 0), (0, 99), (0, -1)])
def test_a_finding_that_is_not_there_is_refused(desk, example, finding, suggestion):
    draft = desk.put(example)
    revision = desk.get(draft, "case")["revision"]
    answer = desk.try_post(draft, "suggestion", revision=revision, reader="client", finding=finding, suggestion=suggestion)
    assert answer.status_code == 409


def test_a_reader_without_a_copy_has_no_letter_to_change(desk, example):
    draft = desk.put(example)
    revision = desk.get(draft, "case")["revision"]
    answer = desk.try_post(draft, "suggestion", revision=revision, reader="employer", finding=0, suggestion=0)
    assert answer.status_code == 422
