"""The two laws of confidentiality: no trace of what is withheld in any file, and no sign that anything is missing."""

import os
import re

from hypothesis import HealthCheck, given, settings
from written import folded, text_of

from plainletter.letters.delivery import FORMATS, deliver
from tests.letters.generated import generated_cases, without_secrets

MANY = int(os.environ.get("PLAINLETTER_CASES", "2000"))
SLOW = settings(deadline=None, suppress_health_check=list(HealthCheck))
QUICK_FORMATS = ("txt", "html")


def shown(form, text):
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.IGNORECASE)


def assert_absent(generated, copies):
    for copy in copies:
        for name, data in copy.files.items():
            text = folded(text_of(name, data)) + " " + name
            for form in generated.forms_hidden_from(copy.reader):
                assert not shown(form, text), (copy.reader, name, form)


def assert_present(generated, copies):
    by_id = {piece["id"]: piece for piece in (*generated.data["items"], *generated.data["plan"])}
    for copy in copies:
        whole = copy.reader in ("client", "gp")
        for name, data in copy.files.items():
            text = folded(text_of(name, data))
            for key, piece in by_id.items():
                if key in generated.hidden[copy.reader] or not (whole or key.startswith("P")):
                    continue
                words = piece.get("text") or piece["what"]
                assert words[1:] in text, (copy.reader, name, key)


@settings(SLOW, max_examples=MANY)
@given(generated_cases())
def test_nothing_that_is_withheld_shows_in_any_file_and_all_that_may_be_seen_is_there(generated):
    copies = deliver(generated.case, QUICK_FORMATS).copies
    assert_absent(generated, copies)
    assert_present(generated, copies)


@settings(SLOW, max_examples=max(MANY // 50, 20))
@given(generated_cases())
def test_the_same_holds_for_word_and_pdf_files(generated):
    copies = deliver(generated.case, FORMATS).copies
    assert_absent(generated, copies)
    assert_present(generated, copies)


@settings(SLOW, max_examples=max(MANY // 10, 100))
@given(generated_cases(slips=False))
def test_a_copy_is_byte_for_byte_the_copy_of_a_record_in_which_the_secret_never_was(generated):
    copies = {copy.reader: copy.files for copy in deliver(generated.case, QUICK_FORMATS).copies}
    for reader, files in copies.items():
        never = {copy.reader: copy.files for copy in deliver(without_secrets(generated, reader), QUICK_FORMATS).copies}
        assert files == never[reader]
        assert files


@settings(SLOW, max_examples=max(MANY // 100, 10))
@given(generated_cases(slips=False))
def test_word_and_pdf_copies_are_byte_for_byte_alike_too(generated):
    copies = {copy.reader: copy.files for copy in deliver(generated.case, ("docx", "pdf")).copies}
    never = {copy.reader: copy.files for copy in deliver(without_secrets(generated, "gp"), ("docx", "pdf")).copies}
    assert copies["gp"] == never["gp"]


@settings(SLOW, max_examples=100)
@given(generated_cases())
def test_a_word_slipped_into_an_open_line_stops_the_copies_it_would_betray(generated):
    copies = {copy.reader: copy for copy in deliver(generated.case, ("txt",)).copies}
    for place, secret in generated.slipped:
        for reader in ("client", "gp"):
            if secret in generated.hidden[reader]:
                assert any(gate.place == place for gate in copies[reader].stopped_by), (reader, place)
