"""spaCy without its command line: lighter for us, and the same for everybody else in the process."""

import subprocess
import sys

import pytest

CHECK = "import plainletter; plainletter.check('You failed to attend.');"


def run(code):
    ended = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


def test_a_check_imports_no_library_that_could_call_anybody():
    assert run(f"{CHECK} import sys; print({{'requests', 'httpx', 'weasel', 'spacy.cli'}} & set(sys.modules))") == "set()"


@pytest.mark.parametrize(
    "code",
    [
        "from spacy.cli import download; print(download.__module__)",
        "import spacy; print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)",
        "import spacy.cli; print(callable(spacy.cli.app))",
    ],
)
def test_who_asks_for_the_command_line_has_it_whole(code):
    assert run(f"{CHECK} {code}") in ("spacy.cli.download", "True")


def test_a_spacy_that_was_there_first_is_left_as_it_is():
    code = "import spacy, spacy.cli; mine = spacy.cli; " + CHECK + " print(spacy.cli is mine)"
    assert run(code) == "True"
