"""What a clinician is told when a lexicon file does not hold together."""

import pytest

from plainletter.errors import LexiconError
from plainletter.lexicon import load_file, load_lexicon, load_sets
from plainletter.lexicon.folders import shipped_folder

SETS = load_sets([shipped_folder("lexicons")])
HEAD = 'title = "Words"\ngroup = "jargon"\nseverity = "warning"\nwhy = "Nobody knows them."\n\n'
ENTRY = '[core-assessment]\nterms = ["core assessment"]\nsource = "us"\nflags = ["A core assessment."]\npasses = ["A core."]\n'


def load(tmp_path, text, name="words.toml"):
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return load_file(path, SETS)


def complaint(tmp_path, text):
    with pytest.raises(LexiconError) as error:
        load(tmp_path, text)
    message = str(error.value)
    assert message.startswith(str(tmp_path))
    return message.removeprefix(f"{tmp_path}/")


def test_a_file_gives_a_category_and_its_entries(tmp_path):
    category, (entry,) = load(tmp_path, HEAD + ENTRY)
    assert (category.id, category.group) == ("words", "jargon")
    assert (entry.rule, entry.severity, entry.why, entry.line) == ("words/core-assessment", "warning", "Nobody knows them.", 6)


def test_a_file_saved_by_a_windows_editor_is_read(tmp_path):
    _, (entry,) = load(tmp_path, ("\ufeff" + HEAD + ENTRY).replace("\n", "\r\n").encode())
    assert entry.id == "core-assessment"


def test_bare_suggestions_are_rewordings_and_others_say_their_kind(tmp_path):
    _, (entry,) = load(tmp_path, HEAD + ENTRY + 'say_instead = ["a talk", { swap = "long talk" }]\n')
    assert [(one.kind, one.text) for one in entry.suggestions] == [("reword", "a talk"), ("swap", "long talk")]


def test_contested_wording_is_a_note(tmp_path):
    _, (entry,) = load(tmp_path, HEAD + ENTRY + 'severity = "error"\ncontested = "Some say yes, some no."\n')
    assert entry.severity == "note"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            HEAD + ENTRY.replace('"us"', "“us”"),
            "line 8, column 10: [core-assessment] has curly quotes around a text; use straight ones",
        ),
        (
            HEAD + ENTRY.replace('["A core."]', '["A core." "B."]'),
            "[core-assessment] has a list in which a comma or the closing ] is missing",
        ),
        (HEAD + ENTRY.replace('"us"', "us"), "line 8, column 10: [core-assessment] has a value without quotes"),
        (HEAD + ENTRY.replace('"us"', '"us'), "[core-assessment] has a text whose closing quote is missing"),
        (
            HEAD + ENTRY.replace("source =", "sauce ="),
            "line 8: [core-assessment] has an unknown key, sauce; did you mean source?",
        ),
        (
            HEAD + ENTRY.replace('source = "us"\n', ""),
            "line 6: [core-assessment] has no source; every entry needs to say whose advice it is",
        ),
        (HEAD + ENTRY.replace('["core assessment"]', '"core assessment"'), "terms must be a list of texts in square brackets"),
        (HEAD + ENTRY.replace('["core assessment"]', '["{core} assessment"]'), "“{core} assessment”: braces hold a choice"),
        (HEAD + ENTRY + 'severity = "eror"\n', "severity: “eror” is not one of note, warning, error"),
        (HEAD + ENTRY + 'say_instead = [{ swop = "x" }]\n', "say_instead must be a list of suggestions"),
        (HEAD + ENTRY + ENTRY, "stands twice in this file"),
        (HEAD + ENTRY.replace("[core-assessment]", "[Core]"), "use small letters, digits and hyphens"),
        (ENTRY, "the top of the file has no title"),
        (HEAD.replace("title", "titel") + ENTRY, "line 1: the top of the file has an unknown key, titel; did you mean title?"),
        (HEAD + "just a line\n" + ENTRY, "has a line without ="),
        (b'title = "\xff\xfe"\n', "the file is not UTF-8 text"),
    ],
)
def test_a_slip_is_told_with_file_line_entry_and_cure(tmp_path, text, says):
    assert says in complaint(tmp_path, text)


def test_two_files_may_share_a_category_but_not_an_entry(tmp_path):
    for name in ("one.toml", "two.toml"):
        (tmp_path / name).write_text('category = "jargon"\n' + HEAD + ENTRY, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"stands already in .*one\.toml, line 7"):
        load_lexicon([tmp_path])


def test_a_later_folder_replaces_a_shipped_entry(tmp_path):
    shipped = load_lexicon()
    rule = next(entry.rule for entry in shipped.entries if entry.category == "missed")
    category = shipped.categories["missed"]
    text = HEAD.replace("jargon", category.group) + ENTRY.replace("core-assessment", rule.partition("/")[2])
    (tmp_path / f"{category.id}.toml").write_text(text, encoding="utf-8")
    changed = {entry.rule: entry for entry in load_lexicon([tmp_path]).entries}
    assert changed[rule].source == "us"
    assert len(changed) == len(shipped.entries)


def test_a_folder_may_bring_sets_of_words_of_its_own(tmp_path):
    (tmp_path / "_words.toml").write_text('house = ["rowan house", "mill lane"]\n', encoding="utf-8")
    (tmp_path / "ours.toml").write_text(HEAD + ENTRY.replace('"core assessment"', '"<house> intake"'), encoding="utf-8")
    assert load_lexicon([tmp_path]).sets["house"] == ("rowan house", "mill lane")


@pytest.mark.parametrize("missing", ["nowhere", ""])
def test_a_folder_without_lexicons_is_said(tmp_path, missing):
    with pytest.raises(LexiconError, match=r"no such lexicon folder|no \.toml file"):
        load_lexicon([tmp_path / missing if missing else tmp_path])


def test_packs_stand_at_the_top_or_in_an_entry(tmp_path):
    _, (entry,) = load(tmp_path, HEAD.replace("\n\n", '\npacks = ["weight"]\n\n') + ENTRY)
    assert entry.packs == ("weight",)
    _, (entry,) = load(
        tmp_path, HEAD.replace("\n\n", '\npacks = ["weight"]\n\n') + ENTRY + 'packs = ["maternity", "substance"]\n'
    )
    assert entry.packs == ("maternity", "substance")


def test_an_unknown_pack_is_said(tmp_path):
    assert "“wieght” is not one of children, dementia" in complaint(tmp_path, HEAD + ENTRY + 'packs = ["wieght"]\n')


def test_what_a_letter_should_have_is_written_as_cues_and_a_question(tmp_path):
    head, entry = HEAD.replace("jargon", "letter"), ENTRY.replace("terms", "cues")
    _, (wish,) = load(tmp_path, head + entry + 'question = "Is there one?"\n')
    assert (wish.terms, wish.question) == (("core assessment",), "Is there one?")
    assert "has no question; every entry needs to ask the writer" in complaint(tmp_path, head + entry)
    assert "has no cues" in complaint(tmp_path, head + ENTRY)
