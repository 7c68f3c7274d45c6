"""docs/editors.md: plain to read, and its commands are those that there are."""

import re
import subprocess
import sys
from pathlib import Path

from plainletter.documents import read

PAGE = Path(__file__).parents[3] / "docs" / "editors.md"


def test_the_page_passes_our_own_check(checker):
    findings = checker.check_document(read(PAGE)).findings
    assert [finding.rule for finding in findings if finding.severity != "note"] == []


def test_the_options_on_the_page_are_those_of_the_command():
    command = [sys.executable, "-m", "plainletter", "serve", "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    options = set(re.findall(r"(?<=[ `])--[a-z-]+", PAGE.read_text(encoding="utf-8"))) - {"--data-urlencode"}  # curl's
    assert options >= {"--allow-origin", "--token-file"}
    assert [option for option in options if option not in told] == []


def test_the_server_does_not_load_the_language_model():
    code = "import sys, plainletter.desk.languagetool.router; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
