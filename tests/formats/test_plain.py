import pytest

from plainletter.checking.checker import Checker
from plainletter.documents import read_text
from plainletter.findings import Finding, Report, Suggestion
from plainletter.formats import FORMATS, Checked, NotRead, Options, Tally

TEXT = "Dear Sam,\r\n\r\nYou were a noshow,\tit says.\r\n"
WHERE = TEXT.index("noshow")
FINDING = Finding(
    "missed/no-show", "missed", "warning", WHERE, WHERE + 6, "noshow", "Missed words: “noshow”.", "It blames.", "A guide (2026)",
    suggestions=(Suggestion("reword", "we did not see you"),), merged=("fault/x",), count=2,
)  # fmt: skip


def shown(*results, **options):
    tally = Tally()
    return "\n".join(FORMATS["plain"](tally.count(results), tally, Options(**options)))


def report(*findings):
    return Report("letter", findings, words=7)


def test_a_finding_tells_place_words_reason_source_and_what_to_say_instead():
    text = shown(Checked("a.txt", TEXT, report(FINDING)))
    assert "3:12  \x1b" in text or "3:12  warning" in text
    for part in ("missed/no-show, 2 times", "It blames.", "A guide (2026)", "we did not see you", "fault/x"):
        assert part in text


def test_the_words_are_underlined_in_their_line():
    lines = shown(Checked("a.txt", TEXT, report(FINDING))).splitlines()
    number = next(i for i, line in enumerate(lines) if line.strip() == "^" * 6)
    assert lines[number].index("^") == 4 + len("You were a ")


def test_wide_and_combining_characters_do_not_shift_the_underline():
    text = "李 e\u0301 noshow"
    finding = Finding("a/b", "a", "note", 5, 11, "noshow", "m", "w", "s")
    lines = shown(Checked("a.txt", text, report(finding))).splitlines()
    number = next(i for i, line in enumerate(lines) if line.strip() == "^" * 6)
    assert lines[number].index("^") == 4 + 2 + 1 + 1 + 1


def test_a_very_long_line_is_cut_around_the_words():
    text = "x " * 5000 + "noshow" + " y" * 5000
    finding = Finding("a/b", "a", "note", 10000, 10006, "noshow", "m", "w", "s")
    lines = shown(Checked("a.txt", text, report(finding)), width=80).splitlines()
    assert max(map(len, lines)) < 120
    assert any("noshow" in line for line in lines)


def test_a_text_cannot_steer_the_terminal():
    text = "\x1b]0;owned\x07 noshow \u202e"
    finding = Finding("a/b", "a", "note", 11, 17, "noshow", "m \x1b[31m", "w", "s")
    assert "\x1b]" not in shown(Checked("a\x1b]0;x\x07.txt", text, report(finding)))


def test_the_summary_counts_files_words_and_findings_and_names_what_was_not_read():
    text = shown(Checked("a.txt", TEXT, report(FINDING)), NotRead("b.docx", "b.docx is a Word document."))
    assert "1 file checked, 7 words: 0 errors, 1 warning, 0 notes." in text
    assert "1 file not read, so nothing is known about them" in text
    assert "b.docx is a Word document." in text


def test_quiet_is_one_line_for_each_finding_and_nothing_else():
    assert (
        shown(Checked("a.txt", TEXT, report(FINDING)), quiet=True)
        == "a.txt:3:12: warning: missed/no-show: Missed words: “noshow”."
    )


def test_suppressed_matches_are_shown_on_request_with_their_reason():
    text = "We failed to attend, and we are sorry."
    checked = Checked("a.txt", text, Checker(scores=False).check_document(read_text(text)))
    assert "Matched and left alone: " in shown(checked, suppressed=True)
    assert "the service speaks of its own part" in shown(checked, suppressed=True)
    assert "left alone" not in shown(checked)


@pytest.mark.parametrize("text", ["", "x", "\n", "a\rb\nc\r\nd"])
def test_places_exist_in_any_text(text):
    from plainletter.formats.places import lines_of

    lines = lines_of(text)
    for offset in range(len(text) + 1):
        line, column = lines.place(offset)
        assert 1 <= line <= len(lines.starts)
        assert column >= 1
