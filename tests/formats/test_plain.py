import pytest

from plainletter.documents.document import Place
from plainletter.findings import Finding, Score, Suggestion, Suppressed
from plainletter.formats import NotRead
from plainletter.formats.places import lines_of
from tests.formats.conftest import checked, written

TEXT = "Dear Sam,\r\n\r\nYou were a noshow,\tit says.\r\n"
WHERE = TEXT.index("noshow")
FINDING = Finding(
    "missed/no-show", "missed", "warning", WHERE, WHERE + 6, "noshow", "Missed words: “noshow”.", "It blames.", "A guide (2026)",
    suggestions=(Suggestion("reword", "we did not see you"),), merged=("fault/x",), count=2,
)  # fmt: skip
SCORES = (
    Score("flesch_reading_ease", 60.0, 60, True, "points", "Flesch"),
    Score("smog_index", 12, 10, False, "grade", "McLaughlin"),
)


def shown(*results, **options):
    return written("plain", *results, **options)


def test_a_finding_tells_place_words_reason_source_and_what_to_say_instead():
    text = shown(checked(TEXT, FINDING))
    assert "  3:12  warning  missed/no-show, 2 times\n" in text
    for part in ("It blames.", "A guide (2026)", "we did not see you", "fault/x"):
        assert part in text


def test_a_file_without_lines_is_placed_by_page_and_paragraph_with_the_words_in_theirs():
    lines = shown(checked(TEXT, FINDING, places=(Place(0, 1, 1), Place(13, 2, 3)))).splitlines()
    where = next(number for number, line in enumerate(lines) if line.startswith("  page 2, paragraph 3  warning"))
    assert lines[where + 1] == "    You were a noshow, it says."


def test_the_words_are_underlined_in_their_line():
    lines = shown(checked(TEXT, FINDING)).splitlines()
    number = next(i for i, line in enumerate(lines) if line.strip() == "^" * 6)
    assert lines[number].index("^") == 4 + len("You were a ")


def test_wide_and_combining_characters_do_not_shift_the_underline():
    text = "李李 e\u0301 noshow"
    finding = Finding("a/b", "a", "note", 6, 12, "noshow", "m", "w", "s")
    lines = shown(checked(text, finding)).splitlines()
    number = next(i for i, line in enumerate(lines) if line.strip() == "^" * 6)
    assert lines[number].index("^") == 4 + 2 + 2 + 1 + 1 + 1


def test_a_very_long_line_is_cut_around_the_words():
    text = "x " * 5000 + "noshow" + " y" * 5000
    finding = Finding("a/b", "a", "note", 10000, 10006, "noshow", "m", "w", "s")
    lines = shown(checked(text, finding), width=80).splitlines()
    assert max(map(len, lines)) < 120
    assert any("noshow" in line for line in lines)


def test_long_advice_is_wrapped_under_its_label():
    long = Finding("a/b", "a", "note", WHERE, WHERE + 6, "noshow", "m", "many words " * 20, "s")
    lines = shown(checked(TEXT, long), width=60).splitlines()
    why = next(number for number, line in enumerate(lines) if line.startswith("    Why      many words"))
    assert lines[why + 1].startswith(" " * 13 + "many words")
    assert max(map(len, lines)) <= 60


@pytest.mark.parametrize("color", [True, False])
def test_colour_comes_only_when_it_is_asked_for(color):
    assert ("\x1b[" in shown(checked(TEXT, FINDING), NotRead("b", "b is gone"), color=color)) == color


def test_each_document_has_its_reading_ease_with_the_target():
    text = shown(checked(TEXT, scores=SCORES))
    assert "    Flesch reading ease     60.0   target 60 or more: met\n" in text
    assert "    SMOG                    12.0   target 10 or less: not met\n" in text


def test_the_summary_counts_files_words_and_findings_and_names_what_was_not_read():
    text = shown(checked(TEXT, FINDING), NotRead("b.docx", "b.docx is a Word document."), passed_over={".png": 2})
    assert "1 file checked, 7 words: 0 errors, 1 warning, 0 notes." in text
    assert "2 files passed over: 2 .png." in text
    assert "1 file not read, so nothing is known about them" in text
    assert text.endswith("  b.docx is a Word document.\n")


def test_the_summary_of_several_documents_has_categories_and_reading_ease_by_the_word():
    text = shown(checked(TEXT, FINDING, FINDING, scores=SCORES), checked(TEXT, FINDING, scores=SCORES[:1]), checked(TEXT))
    assert "By category: missed 3.\n" in text
    assert "  Flesch reading ease     60.0   target 60 or more: met by 2 of 2 documents\n" in text
    assert "  SMOG                    12.0   target 10 or less: met by 0 of 1 document\n" in text
    assert "  1 document too short to score.\n" in text


def test_quiet_is_one_line_for_each_finding_and_nothing_else():
    assert (
        shown(checked(TEXT, FINDING, path="a.txt"), checked(TEXT), quiet=True)
        == "a.txt:3:12: warning: missed/no-show: Missed words: “noshow”.\n"
    )


def test_suppressed_matches_are_shown_on_request_with_their_reason():
    match = Suppressed("missed/no-show", "missed", WHERE, WHERE + 6, "noshow", "quotation", "it is quoted")
    text = shown(checked(TEXT, suppressed=(match,)), suppressed=True)
    assert "  Matched and left alone: 1\n    3:12  missed/no-show  “noshow”: it is quoted (quotation)\n" in text
    assert "left alone" not in shown(checked(TEXT, suppressed=(match,)))


@pytest.mark.parametrize("text", ["", "x", "\n", "a\rb\nc\r\nd"])
def test_places_exist_in_any_text(text):
    lines = lines_of(text)
    for offset in range(len(text) + 1):
        line, column = lines.place(offset)
        assert 1 <= line <= len(lines.starts)
        assert column >= 1
