"""Whole answers about texts that are hard to count in."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainletter.desk.languagetool.annotated import Piece, annotated
from plainletter.desk.languagetool.choosing import wanted
from plainletter.desk.languagetool.matches import Checked, answer
from plainletter.desk.languagetool.wish import Choice
from plainletter.documents import read_text

AROUND = ["🙂 ", "👩🏽‍⚕️\r\n", "Cafe\u0301 ", "\r\n\r\n", "Thank you for coming. ", "𝒷 ", "\t"]
SENTENCES = ["You failed to attend on 3 May. ", "We will commence soon. ", "You have tachycardia. "]
MARKS = [("<b>", ""), ("<i class='🙂'>", ""), ("<br>", "\n"), ("</b>", "")]
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(st.lists(st.sampled_from([(text, None) for text in [*AROUND, *SENTENCES]] + MARKS), max_size=10))
@FEW
def test_every_match_stands_where_its_words_do(checker, parts):
    pieces = [Piece(text, text) if shown is None else Piece(text, shown, markup=True) for text, shown in parts]
    text = annotated(pieces)
    document = read_text(text.prose)
    report = checker.check_document(document)
    findings = list(wanted(report.findings, Choice(picky=True)))
    values = json.loads(json.dumps(answer(Checked(text, document, report), findings, {})))
    units = text.written.encode("utf-16-le")
    for finding, match in zip(findings, values["matches"], strict=True):
        cut = units[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le")
        for mark, _ in MARKS:
            cut = cut.replace(mark, "")
        assert finding.text.replace("\n", "") in cut.replace("\n", "")
    for start, end in values["sentenceRanges"]:
        assert 0 <= start < end <= len(units) // 2
