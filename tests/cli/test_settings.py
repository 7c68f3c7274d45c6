import pytest

from plainletter.cli.configfile import find_settings, read_settings
from plainletter.cli.settings import Rules, Settings
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
    rules = Rules("letter", lexicons=(str(tmp_path / "words"),), preferences=("autistic",), every_mention=True)
    assert found == Settings(rules, "error", source=str(path))


def test_the_nearest_file_above_is_found_and_pyproject_counts_only_with_our_table(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    settings(tmp_path, '[tool.plainletter]\ntype = "outreach"\n', "pyproject.toml")
    settings(tmp_path / "a", '[project]\nname = "x"\n', "pyproject.toml")
    assert find_settings(inner).rules.type == "outreach"
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
        ("gitignore = 1", "gitignore must be true or false"),
        ('baseline = ""', "baseline must be the name of a file"),
        ("targets = 11", "targets must be a table"),
        ("[targets]\nuk_reading_ages = 11", "there is no measure uk_reading_ages; did you mean uk_reading_age?"),
        ("[targets]\nuk_reading_age = true", "the target for uk_reading_age must be a number"),
        ("[files]\nmatch = ['*.md']", r"write \[\[files\]\] above each"),
        ("[[files]]\ntype = 'letter'", "files, number 1: match is missing"),
        (
            "[[files]]\nmatch = ['a']\n[[files]]\nmatch = ['b']\ntipe = 'letter'",
            "files, number 2: unknown key tipe; did you mean type?",
        ),
        ("[[files]]\nmatch = ['a']\nbaseline = 'b'", "files, number 1: unknown key baseline"),
        ("exclude = ['a/!']\n[[files]]\nmatch = ['!']", "is no pattern"),
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


def test_settings_above_the_named_files_count_where_none_are_above_the_present_folder(tmp_path, monkeypatch):
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    (site / "pages").mkdir(parents=True)
    elsewhere.mkdir()
    settings(site, 'type = "outreach"\n')
    monkeypatch.chdir(elsewhere)
    assert find_settings(elsewhere, (site / "pages" / "a.md", site / "b.md")).rules.type == "outreach"
    assert find_settings(elsewhere, (site / "pages" / "a.md", elsewhere / "b.md")).source == ""


def test_tables_for_files_hold_for_what_matches_and_later_ones_win(tmp_path):
    path = settings(
        tmp_path,
        """
        type = "outreach"
        ignore = ["passive"]
        targets = { uk_reading_age = 12 }
        [[files]]
        match = ["letters/**", "*.letter.md"]
        type = "letter"
        ignore = ["long_sentence"]
        [[files]]
        match = ["letters/old/**"]
        ignore = ["missed"]
        targets = { uk_reading_age = 14, smog_index = 12 }
        """,
    )
    found = read_settings(path)
    assert found.rules_for(str(tmp_path / "a.md")) == found.rules
    assert found.rules_for(str(tmp_path / "letters" / "a.md")).type == "letter"
    assert found.rules_for(str(tmp_path / "deep" / "x.letter.md")).type == "letter"
    old = found.rules_for(str(tmp_path / "letters" / "old" / "a.md"))
    assert old.ignore == ("passive", "long_sentence", "missed")
    assert dict(old.targets) == {"uk_reading_age": 14, "smog_index": 12}
