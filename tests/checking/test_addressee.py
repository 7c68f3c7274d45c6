"""Whom a text speaks to, and what that reader is called."""

import pytest

from plainletter.checking.addressee import addressee_of
from plainletter.checking.prose import fold
from plainletter.documents import read_text
from plainletter.lexicon import load_sets
from plainletter.lexicon.folders import shipped_folder

SETS = {name: frozenset(words) for name, words in load_sets([shipped_folder("lexicons")]).items()}


def reader(text, doc_type="letter"):
    return addressee_of(fold(read_text(text)), doc_type, SETS)


@pytest.mark.parametrize(
    ("greeting", "kind"),
    [
        ("Dear Amira,", "person"),
        ("Dear Ms Haddad,", "person"),
        ("Hi Priya,", "person"),
        ("Dear Parent/Carer,", "person"),
        ("Dear Dr Shah,", "professional"),
        ("Dear Colleague,", "professional"),
        ("Dear Social Worker,", "professional"),
        ("Dear Professor Lindqvist,", "professional"),
        ("To whom it may concern,", "nobody"),
    ],
)
def test_the_greeting_says_who_reads(greeting, kind):
    assert reader(f"{greeting}\n\nI saw Mr Novak in clinic. He has a sore knee.").kind == kind


def test_a_doctor_can_be_the_patient():
    text = "Dear Dr Shah,\n\nYour smear test is due. You can book it at your practice, and you can bring a friend."
    assert reader(text).kind == "person"


def test_thanks_for_somebody_of_another_name_go_to_a_professional():
    assert reader("Dear Mr Bell,\n\nThank you for seeing Mrs Iqbal.").kind == "professional"
    assert reader("Dear Mrs Iqbal,\n\nThank you for referring Mrs Iqbal.").kind == "person"


@pytest.mark.parametrize(("doc_type", "kind"), [("note", "nobody"), ("guidance", "nobody"), ("outreach", "person")])
def test_a_record_and_guidance_speak_to_nobody(doc_type, kind):
    assert reader("You can bring your diary with you.", doc_type).kind == kind


@pytest.mark.parametrize(
    ("greeting", "first_names", "surnames", "gender"),
    [
        ("Dear Amira,", {"amira"}, set(), "she"),
        ("Dear Mr. Novak,", set(), {"novak"}, "he"),
        ("Dear Miss Jo Evans,", {"jo"}, {"evans"}, "she"),
        ("Dear Alex Kaur,", {"alex"}, {"kaur"}, None),
        ("hi jaden,", {"jaden"}, set(), "he"),
        ("Dear Mx Rowe,", set(), {"rowe"}, None),
    ],
)
def test_names_and_the_pronoun_that_goes_with_them(greeting, first_names, surnames, gender):
    found = reader(f"{greeting}\n\nThank you for your letter.")
    assert (set(found.first_names), set(found.surnames), found.gender) == (first_names, surnames, gender)


def test_the_first_name_stands_in_the_address():
    found = reader("Mrs Jean Okoro\n4 Mill Lane\nDunford\nDN4 7QT\n\nDear Mrs Okoro,\n\nThank you for coming.")
    assert found.first_names == {"jean"}


def test_the_line_about_a_child_names_somebody_else_and_the_one_about_the_reader_does_not():
    assert reader("Dear Mrs Brown,\n\nRe: Jonah Brown, DOB 03/02/2019\n\nThank you for coming.").about == {"jonah", "brown"}
    assert reader("Dear Mrs Brown,\n\nRe: Mrs Isla Brown, DOB 03/02/1960\n\nThank you for coming.").about == frozenset()


def test_the_greeting_is_where_notes_about_the_whole_letter_stand():
    text = "Rowan House\n\nDear Amira,\n\nThank you for coming."
    found = reader(text)
    assert fold(read_text(text)).text[found.start : found.end] == "Dear Amira,"


def test_two_readers_and_parents_are_several():
    assert reader("Dear Mr and Mrs Okoro,\n\nThank you.").several
    assert reader("Dear Tom and Grace,\n\nThank you.").several
    assert reader("Dear parents of Tia,\n\nThank you.").about == {"tia"}


def test_an_empty_text_speaks_to_nobody():
    assert reader("").kind == "nobody"
