"""Titles, names and "Mum" in a letter: the reader's, or somebody else's."""

import pytest


@pytest.mark.parametrize(
    ("greeting", "expected"),
    [
        ("Dear Mrs Lowe,", "found"),
        ("Dear Jean Lowe,", "found"),
        ("Dear Isla,", "found"),
        ("Dear Mr Lowe,", "reader"),
        ("Dear Mrs Brown,", "reader"),
    ],
)
def test_a_title_and_name_that_are_not_the_readers_are_left_alone(own, greeting, expected):
    assert own(f"{greeting}\n\nMrs Lowe was reviewed in clinic.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dear Jaden,\n\nMum reports that the dog is well. You can bring him to your foster home.", "reader"),
        ("Dear Priya,\n\nMum reports that the baby sleeps well.", "found"),
    ],
)
def test_mum_in_a_letter_to_a_child_is_the_childs_mum(own, text, expected):
    assert own(text) == expected


@pytest.fixture
def own(checker):
    """Tell what becomes of the first match of the lexicon's rules about titles and bare "Mum"."""

    def tell(text):
        fates = [
            fate
            for rule in ("third_person/titled-name", "third_person/mum-bare")
            for fate in checker.judge_entry(text, rule, "letter")
        ]
        return (fates[0].context or "found") if fates else ""

    return tell
