"""The package as a user installs it."""

import json
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT], check=True, capture_output=True
    )
    return next(folder.glob("plainletter-*.whl"))


@pytest.mark.slow
def test_the_wheel_checks_a_sentence_far_from_the_checkout(wheel, tmp_path):
    place = tmp_path / "elsewhere"
    venv.create(place, with_pip=True)
    python = place / "bin" / "python"
    lock = tmp_path / "run.txt"
    # The same versions as here, so that the test needs no other download than the lock names.
    freeze = subprocess.run(
        [sys.executable, "-m", "pip", "freeze", "--exclude-editable"], check=True, capture_output=True, text=True
    )
    lock.write_text("\n".join(line for line in freeze.stdout.splitlines() if "==" in line and "@" not in line), encoding="utf-8")
    subprocess.run([python, "-m", "pip", "install", "--quiet", "-c", lock, wheel], check=True, capture_output=True, cwd=tmp_path)
    done = subprocess.run(
        [place / "bin" / "plainletter", "check", "-", "--format", "json"],
        input=b"You failed to attend on 3 May.", capture_output=True, cwd=tmp_path, check=False,
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["documents"][0]["findings"][0]["rule"] == "missed/failed-to-attend"
    packages = next(place.glob("lib/python*/site-packages"))
    stray = ("lexicons", "letter_templates")
    ours = [path.name for path in packages.iterdir() if "plainletter" in path.name.lower() or path.name in stray]
    assert [name for name in ours if not name.endswith(".dist-info")] == ["plainletter"]


@pytest.mark.slow
def test_the_wheel_holds_lexicons_types_and_licences(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in ("py.typed", "lexicons/en-GB/missed.toml", "letter_templates/README.md", "data/model.lock"):
        assert f"plainletter/{wanted}" in names
    assert any(name.endswith("licenses/NOTICE") for name in names)
    assert not any(name.startswith(("tests/", "benchmarks/", "examples/")) for name in names)


def test_the_checkout_and_the_package_find_the_same_lexicons():
    from plainletter.lexicon.folders import shipped_folder

    assert sorted(path.name for path in shipped_folder("lexicons").glob("*.toml")) == sorted(
        path.name for path in (ROOT / "lexicons" / "en-GB").glob("*.toml")
    )


def test_ci_runs_what_the_readme_says():
    readme, script = (ROOT / "README.md").read_text(), (ROOT / ".ci" / "run").read_text()
    commands = [line for line in script.splitlines() if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["make test"]
    assert "make test" in readme
    assert "make demo" in readme


def test_the_version_is_said_in_one_way():
    import tomllib

    import plainletter

    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == plainletter.__version__
    assert plainletter.__version__ in (ROOT / "CHANGELOG.md").read_text()


CALLERS = {"socket", "requests", "httpx", "httpx2", "urllib.request", "http.client", "ftplib", "aiohttp", "websockets"}


@pytest.mark.parametrize("path", sorted((ROOT / "src").rglob("*.py")), ids=lambda path: str(Path(path).relative_to(ROOT / "src")))
def test_no_module_has_a_word_about_fetching_anything(path):
    text = path.read_text(encoding="utf-8")
    for word in ("spacy.cli.download", "nltk.download", "urlopen"):
        assert word not in text
    imported = set(re.findall(r"^\s*(?:import|from) ([\w.]+)", text, re.MULTILINE))
    served = {"socket"} if path.match("desk/serving.py") else set()  # it listens, and calls nobody
    assert imported & CALLERS <= served
