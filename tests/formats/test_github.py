import pytest

from plainletter.formats import NotRead
from tests.formats.conftest import checked, finding, written

TEXT = "Dear Sam,\n\nYou were a no-show.\nAgain.\n"


def test_a_finding_is_an_annotation_at_its_line_and_columns():
    first = written("github", checked(TEXT, finding(TEXT, "no-show"))).splitlines()[0]
    assert first == (
        "::warning file=letter.txt,line=3,endLine=3,col=12,endColumn=19,title=missed/no-show::"
        "Missed words: “no-show”.%0AIt blames.%0AInstead: we did not see you%0ASource: A guide (2026)"
    )


@pytest.mark.parametrize(("severity", "command"), [("error", "error"), ("warning", "warning"), ("note", "notice")])
def test_each_severity_has_its_command(severity, command):
    assert written("github", checked(TEXT, finding(TEXT, "no-show", severity=severity))).startswith(f"::{command} ")


def test_a_finding_over_two_lines_has_no_columns():
    line = written("github", checked(TEXT, finding(TEXT, "no-show.\nAgain"))).splitlines()[0]
    assert "line=3,endLine=4," in line
    assert "col=" not in line


def test_what_has_a_meaning_in_commands_is_escaped():
    line = written("github", checked(TEXT, finding(TEXT, "no-show", message="100 %\r\n::error::x"), path="a:b,c%.txt"))
    assert "file=a%3Ab%2Cc%25.txt," in line
    assert "::100 %25 ::error::x%0A" in line


def test_a_file_without_lines_is_placed_in_the_message(placed):
    line = written("github", placed).splitlines()[0]
    assert line.startswith("::warning file=letter.docx,title=missed/no-show::page 2, paragraph 3: Missed words")


def test_the_last_line_says_how_many_there_are_and_how_many_github_shows():
    many = checked(TEXT, *[finding(TEXT, "no-show")] * 11)
    last = written("github", many, NotRead("b.pdf", "b.pdf holds no text.")).splitlines()[-1]
    assert last == (
        "plainletter: 1 file checked: 0 errors, 11 warnings, 0 notes; 1 file not read. GitHub shows the first 10 of each kind."
    )
    assert written("github", checked(TEXT)).splitlines()[-1] == "plainletter: 1 file checked: 0 errors, 0 warnings, 0 notes."


def test_a_file_that_was_not_read_is_an_error():
    assert written("github", NotRead("b.pdf", "b.pdf holds no text.")).startswith(
        "::error file=b.pdf,title=not read::b.pdf holds"
    )
