import marshal

import pytest

from plainletter.checking import cache
from plainletter.checking.compiling import compile_lexicon
from plainletter.checking.storing import NOT_CHECKED, compiled_of, compiled_values, lexicon_of, lexicon_values
from plainletter.checking.tokens import english
from plainletter.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PLAINLETTER_CACHE", str(tmp_path))
    monkeypatch.setattr(cache, "_IN_MEMORY", {})
    return tmp_path


def test_a_lexicon_comes_back_as_it_was():
    assert lexicon_of(marshal.loads(marshal.dumps(lexicon_values(LEXICON)))) == LEXICON


def test_a_compiled_lexicon_comes_back_and_matches_the_same():
    compiled = compile_lexicon(LEXICON, english().nlp)
    again = compiled_of(marshal.loads(marshal.dumps(compiled_values(compiled))))
    words = english().words("You failed to attend, and the swab was positive. PRN meds od.")
    assert list(again.terms.matches(words, 0, len(words))) == list(compiled.terms.matches(words, 0, len(words)))
    assert again.frames == compiled.frames
    assert "terms" in NOT_CHECKED


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff" * 100, b"\x00" * 32 + b"\xe3"])
def test_a_damaged_cache_is_made_anew(folder, damage):
    lexicon = cache.known_lexicon(())
    (path,) = folder.glob("entries-*.bin")
    path.write_bytes(damage)
    assert cache.known_lexicon(()) == lexicon
    assert path.read_bytes() != damage


def test_a_changed_lexicon_is_seen(folder, tmp_path):
    ours = tmp_path / "ours"
    ours.mkdir()
    head = 'title = "A"\ngroup = "jargon"\nseverity = "note"\nwhy = "B."\n'
    text = head + '[one]\nterms = ["zzz"]\nsource = "us"\nflags = ["zzz"]\npasses = ["a"]\n'
    (ours / "a.toml").write_text(text, encoding="utf-8")
    before = cache.known_lexicon((ours,))
    (ours / "a.toml").write_text(text.replace("zzz", "yyy"), encoding="utf-8")
    after = cache.known_lexicon((ours,))
    assert [entry.terms for entry in before.entries][-1] == ("zzz",)
    assert [entry.terms for entry in after.entries][-1] == ("yyy",)


def test_nothing_half_written_is_left(folder):
    cache.known_lexicon(())
    assert [path.suffix for path in folder.iterdir()] == [".bin"]
