import pytest


@pytest.mark.parametrize(
    ("doc_type", "expected"), [("letter", "found"), ("outreach", "document_type"), ("note", "document_type")]
)
def test_some_wording_only_matters_in_a_letter(fate, doc_type, expected):
    assert fate("The client was seen today.", "the client", doc_types=("letter",), doc_type=doc_type, group="power") == expected


def test_an_entry_for_every_kind_of_text_is_found_in_each(fate):
    assert {fate("The client was seen.", "the client", doc_type=kind) for kind in ("letter", "outreach", "note", "guidance")} == {
        "found"
    }


@pytest.mark.parametrize(("greeting", "expected"), [("Dear Amira,", "found"), ("Dear Dr Shah,", "document_type")])
def test_wording_for_letters_is_left_alone_in_a_letter_to_a_professional(fate, greeting, expected):
    assert fate(f"{greeting}\n\nThe client was seen today.", "the client", doc_types=("letter",), group="power") == expected


def test_wording_for_more_than_letters_is_found_in_a_letter_to_a_professional(fate):
    assert fate("Dear Dr Shah,\n\nThe client was seen.", "the client", doc_types=("letter", "outreach")) == "found"
