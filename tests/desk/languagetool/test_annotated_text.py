"""Annotated text: offsets of the prose, told as offsets of the text with its mark-up, in UTF-16 units."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from plainletter.desk.languagetool.annotated import Piece, annotated, plain
from plainletter.desk.languagetool.matches import Checked, answer
from plainletter.documents import read_text
from plainletter.findings import Finding, Report, SentenceScore, Suggestion

SWAP, REWORD = Suggestion("swap", "start"), Suggestion("reword", "say it in two")
PHRASE, BETTER = "failed to attend", "did not 💙 come"
WORDS = st.sampled_from(
    ["Dear Amir,", " you ", "\r\n", "\n\n", "café\u0301 ", "🙂", "👩🏽‍⚕️ ", "𝐛𝐨𝐥𝐝 ", "é", "clinic. ", "failed ", "to "]
)
MARKS = st.sampled_from([("<b>", ""), ("</b>", ""), ("<br/>", "\n"), ("{🙂🙂}", ""), ("<img🙂>", " picture "), ("", "\n")])
PARTS = st.one_of(st.tuples(WORDS | st.just(PHRASE)), MARKS)


def piece(part):
    return Piece(part[0], part[0]) if len(part) == 1 else Piece(*part, markup=True)


def units(text, start, length):
    return text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le")


def finding(text, start, end, *swaps):
    suggestions = tuple(Suggestion("swap", *swap) for swap in swaps)
    return Finding("missed/x", "missed", "warning", start, end, text[start:end], "Said.", "A reason.", "us", (), suggestions)


def told(text, *findings):
    document = read_text(text.prose)
    return answer(Checked(text, document, Report("letter", findings)), findings, {"missed": "Missed words"})["matches"]


def places(text, words):
    return [at for at in range(len(text)) if text.startswith(words, at)]


def without_marks(text, pieces):
    for mark in {p.written for p in pieces if p.markup and p.written}:
        text = text.replace(mark, "")
    return text


@given(st.lists(PARTS, max_size=12))
def test_offsets_and_lengths_cut_the_words_out_of_the_text_that_was_sent(parts):
    pieces = [piece(part) for part in parts]
    text = annotated(pieces)
    spots = [at for at in places(text.prose, PHRASE) if text.is_words(at, at + len(PHRASE))]
    matches = told(text, *(finding(text.prose, at, at + len(PHRASE), (BETTER,)) for at in spots))
    assert [units(text.written, match["offset"], match["length"]) for match in matches] == [PHRASE] * len(spots)
    for match in matches:
        context = match["context"]
        assert units(context["text"], context["offset"], context["length"]) == PHRASE


@given(st.lists(PARTS, max_size=12), st.data())
def test_a_stretch_of_the_prose_is_cut_out_with_no_more_than_the_mark_up_in_it(parts, data):
    pieces = [piece(part) for part in parts]
    text = annotated(pieces)
    if not text.prose:
        return
    start = data.draw(st.integers(0, len(text.prose) - 1))
    end = data.draw(st.integers(start + 1, len(text.prose)))
    written = text.stretch(start, end)
    own = [index for index, (_, is_own) in enumerate(signs(pieces)) if is_own and start <= index < end]
    if not own:
        assert written is None
        return
    cut = without_marks(text.written[slice(*written)], pieces)
    assert cut == "".join(text.prose[index] for index in own)


def signs(pieces):
    """The signs of the prose, each with whether the writer wrote it."""
    return [(sign, not p.markup) for p in pieces for sign in p.prose]


@given(st.lists(PARTS, max_size=12))
def test_a_replacement_put_in_changes_the_phrase_and_nothing_else(parts):
    pieces = [piece(part) for part in parts]
    text = annotated(pieces)
    for at in places(text.prose, PHRASE):
        for match in told(text, finding(text.prose, at, at + len(PHRASE), (BETTER,))):
            for replacement in match["replacements"]:
                start, end = match["offset"], match["offset"] + match["length"]
                after = units(text.written, 0, start) + replacement["value"] + units(text.written, end, len(text.written) * 2)
                first = text.written.index(PHRASE, len(units(text.written, 0, start)))
                assert after == text.written[:first] + BETTER + text.written[first + len(PHRASE) :]


def test_what_stands_for_mark_up_is_never_a_match():
    text = annotated([Piece("See ", "See "), Piece("`code`", PHRASE, markup=True), Piece(" here.", " here.")])
    assert told(text, finding(text.prose, 4, 4 + len(PHRASE))) == []


def test_a_phrase_with_mark_up_in_it_has_no_replacement():
    text = annotated([Piece("failed ", "failed "), Piece("<b>", "", markup=True), Piece("to attend", "to attend")])
    (match,) = told(text, finding(text.prose, 0, len(PHRASE), (BETTER,)))
    assert (units(text.written, match["offset"], match["length"]), match["replacements"]) == ("failed <b>to attend", [])
    assert BETTER in match["message"]


def test_swaps_that_change_the_article_too_are_put_in_with_it():
    text = plain("Here is a utilisation plan.")
    use = text.prose.index("utilisation")
    (match,) = told(text, finding(text.prose, use, use + 11, ("an easy", use - 2, use + 11), ("use",)))
    assert units(text.written, match["offset"], match["length"]) == "a utilisation"
    assert [one["value"] for one in match["replacements"]] == ["an easy", "a use"]


def test_the_context_is_cut_at_forty_characters_with_its_line_ends_as_spaces():
    text = plain("x" * 50 + "🙂\r\n" + PHRASE + "\n" + "y" * 50)
    (match,) = told(text, finding(text.prose, 53, 53 + len(PHRASE)))
    context = match["context"]
    assert context["text"] == "..." + "x" * 37 + "🙂  " + PHRASE + " " + "y" * 39 + "..."
    assert units(context["text"], context["offset"], context["length"]) == PHRASE
    assert json.loads(json.dumps(match)) == match


def test_a_stretch_that_ends_or_begins_in_what_stands_for_mark_up_has_all_of_it():
    text = annotated([Piece("<img🙂>", " picture ", markup=True), Piece("of a", "of a"), Piece("<br/>", "\n\n", markup=True)])
    picture, end = text.prose.index("picture"), len(text.prose)
    assert text.stretch(picture, picture + 10) == (0, len("<img🙂>of"))
    assert text.stretch(picture + 8, end - 1) == (len("<img🙂>"), len(text.written))
    assert not text.is_words(picture, picture + 7)


def test_a_message_says_why_and_what_does_not_drop_straight_in():
    text = plain("We commence.")
    found = replace(finding(text.prose, 3, 11, ("start",)), suggestions=(SWAP, REWORD, Suggestion("leave_out", "it is long")))
    (match,) = told(text, found)
    assert match["message"] == "Said. A reason. Instead: say it in two; or: leave it out: it is long"
    assert (match["shortMessage"], match["type"]["typeName"]) == ("Missed words", "Other")


def test_a_note_is_a_hint_and_the_source_of_a_rule_its_address():
    text = plain("We commence.")
    found = replace(finding(text.prose, 3, 11), severity="note", source="NHS (2026), see https://example.org/words.")
    (match,) = told(text, found)
    assert match["type"]["typeName"] == "Hint"
    assert match["rule"]["urls"] == [{"value": "https://example.org/words"}]
    assert "urls" not in told(text, finding(text.prose, 3, 11))[0]["rule"]


def test_a_match_names_its_sentence_or_where_there_is_none_its_line():
    text = plain("Our plan\nYou failed to attend. We met.\n")
    document, found = read_text(text.prose), [finding(text.prose, 4, 8), finding(text.prose, 13, 29)]
    report = Report("letter", tuple(found), sentences=(SentenceScore(9, 30, 2.0), SentenceScore(31, 38, 1.0)))
    matches = answer(Checked(text, document, report), found, {})["matches"]
    assert [match["sentence"] for match in matches] == ["Our plan", "You failed to attend."]


def test_a_language_that_was_left_open_is_said_to_be_assumed():
    text = plain("We met.")
    checked = Checked(text, read_text(text.prose), Report("letter", ()))
    told_of = [answer(checked, (), {}, guessed=guessed)["language"]["detectedLanguage"]["source"] for guessed in (True, False)]
    assert told_of == ["assumed", "given"]
