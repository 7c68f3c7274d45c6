import pytest

from plainletter.cli.settings import Settings, find_settings, read_settings
from plainletter.errors import ConfigError


def settings(tmp_path, text, name="plainletter.toml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read_and_folders_count_from_the_file(tmp_path):
    path = settings(
        tmp_path, 'type = "letter"\nfail_on = "error"\nlexicons = ["words"]\npreferences = ["autistic"]\nevery_mention = true\n'
    )
    found = read_settings(path)
    assert found == Settings(
        "letter", "error", lexicons=(str(tmp_path / "words"),), preferences=("autistic",), every_mention=True
    )


def test_the_nearest_file_above_is_found_and_pyproject_counts_only_with_our_table(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    settings(tmp_path, '[tool.plainletter]\ntype = "outreach"\n', "pyproject.toml")
    settings(tmp_path / "a", '[project]\nname = "x"\n', "pyproject.toml")
    assert find_settings(inner).type == "outreach"
    assert find_settings(tmp_path.parent) == Settings()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('typ = "letter"', "unknown key typ; did you mean type?"),
        ('type = "leter"', "type must be one of auto, letter"),
        ('ignore = "missed"', "ignore must be a list of texts"),
        ('every_mention = "yes"', "every_mention must be true or false"),
        ("type = letter", "not valid TOML"),
        ('contested = "quiet"', "contested must be one of note, off, warning"),
        ('without_packs = "weight"', "without_packs must be a list of texts"),
    ],
)
def test_a_slip_in_the_settings_is_said_with_its_cure(tmp_path, text, says):
    with pytest.raises(ConfigError, match=says):
        read_settings(settings(tmp_path, text))


@pytest.mark.parametrize("text", ["tool = 3\n", "[tool]\nplainletter = 3\n"])
def test_a_pyproject_of_another_form_is_said(tmp_path, text):
    with pytest.raises(ConfigError, match=r"\[tool.plainletter\]"):
        read_settings(settings(tmp_path, text, "pyproject.toml"))


def test_a_named_pyproject_without_our_table_is_said(tmp_path):
    with pytest.raises(ConfigError, match=r"no \[tool.plainletter\] in it"):
        read_settings(settings(tmp_path, "[tool.ruff]\n", "pyproject.toml"))
