"""``explain``, ``rules`` and ``lexicon``: the words, for those who want to know or change them."""

import json


def test_explain_tells_why_source_sentences_and_what_to_say_instead(run):
    done = run("explain", "missed/failed-to-attend")
    assert done.returncode == 0
    for label in ("Why", "Source", "Instead", "Flagged", "Passes", "Terms"):
        assert label in done.stdout.decode()


def test_explain_knows_categories_and_the_rules_in_code(run):
    assert "Rules" in run("explain", "missed").stdout.decode()
    assert "25 words" in run("explain", "long_sentence/over-25-words").stdout.decode()
    assert "long_sentence/over-25-words" in run("rules", "--category", "long_sentence").stdout.decode()


def test_explain_says_which_rule_was_probably_meant(run):
    done = run("explain", "missed/failed-to-atend")
    assert done.returncode == 2
    assert "did you mean missed/failed-to-attend?" in done.stderr.decode()
    assert "did you mean missed/failed-to-attend?" in run("explain", "failed-to-attend").stderr.decode()


def test_rules_come_as_a_table_and_as_json(run):
    assert "missed/failed-to-attend" in run("rules").stdout.decode()
    rows = json.loads(run("rules", "--format", "json", "--category", "missed").stdout)
    assert {row["category"] for row in rows} == {"missed"}
    assert all(row["source"] and row["why"] and row["terms"] for row in rows)


def test_a_new_lexicon_holds_and_is_used(run, tmp_path):
    assert run("lexicon", "new", "ours/words.toml").returncode == 0
    assert run("lexicon", "check", "ours/words.toml").returncode == 0
    (tmp_path / "plainletter.toml").write_text('lexicons = ["ours"]\n', encoding="utf-8")
    done = run("check", "-", text="Dear Sam, your core assessment is on Friday.")
    assert b"words/core-assessment" in done.stdout


def test_a_new_lexicon_never_overwrites(run, tmp_path):
    (tmp_path / "words.toml").write_text("mine", encoding="utf-8")
    done = run("lexicon", "new", "words.toml")
    assert done.returncode == 2
    assert "the file is there already" in done.stderr.decode()
    assert (tmp_path / "words.toml").read_text() == "mine"


def test_an_entry_that_does_not_hold_is_told_with_its_cure(run, tmp_path):
    run("lexicon", "new", "words.toml")
    path = tmp_path / "words.toml"
    path.write_text(
        path.read_text().replace("\"We say 'first talk' instead of 'core assessment'.\"", '"Your core assessment went well."')
    )
    done = run("lexicon", "check", "words.toml")
    assert done.returncode == 1
    assert "words.toml, line 10: [core-assessment] flags “core assessment” in the innocent sentence" in done.stdout.decode()
    assert "add the innocent phrase to unless" in done.stdout.decode()


def test_a_broken_lexicon_is_one_clear_sentence(run, tmp_path):
    (tmp_path / "words.toml").write_text("title = “Words”\n", encoding="utf-8")
    done = run("lexicon", "check", "words.toml")
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "curly quotes" in done.stderr.decode()


def test_a_misspelt_command_says_which_was_meant(run):
    done = run("chek", "letter.txt")
    assert done.returncode == 2
    assert "did you mean check?" in done.stderr.decode()


def test_help_and_version_answer_without_reading_a_lexicon(run):
    assert b"check" in run("--help").stdout
    assert b"plainletter, version" in run("--version").stdout


def test_explain_and_rules_show_the_pack_and_both_views(run):
    told = run("explain", "diagnosis/schizophrenia").stdout.decode()
    assert "formulation (off until it is asked for)" in told
    assert "Guides disagree" in told
    (row,) = [row for row in json.loads(run("rules", "--format", "json").stdout) if row["rule"] == "diagnosis/schizophrenia"]
    assert row["packs"] == ["formulation"]
    assert "[formulation]" in run("rules", "--category", "diagnosis").stdout.decode()


def test_explain_shows_what_a_letter_is_asked_for(run):
    told = run("explain", "presence/choice").stdout.decode()
    for label in ("Asks", "Cues", "Has it", "Has it not"):
        assert label in told
    assert "presence/choice" in run("rules", "--category", "presence").stdout.decode()
