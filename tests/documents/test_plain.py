"""Plain text letters fall into the blocks that a reader sees."""

from __future__ import annotations

import re
from itertools import pairwise
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainletter.documents.plain import read_plain

REFERRER = """\
EXAMPLEFORD UNIVERSITY HOSPITALS NHS FOUNDATION TRUST
Department of Respiratory Medicine
12 Hospital Road
Exampleford
EX4 7AB
Tel: 01632 960 123    Fax: 01632 960 124
chest.secretary@example.nhs.uk

Our ref: JS/ab/4471                  Clinic date: 3 May 2026
NHS No: 999 051 7339
DOB: 12/03/1961

PRIVATE AND CONFIDENTIAL
Dr A Patel
The Surgery
EX1 2QQ

Dear Dr Patel,

Re: Mr Samuel EXAMPLE, 14 Mill Road, Exampleton

Diagnoses:
1. COPD, GOLD stage 3, with frequent
   exacerbations
2. Type 2 diabetes

Thank you for referring this pleasant 65-year-old gentleman, who was reviewed in
the chest clinic on 3 May. He has failed to attend two pulmonary rehabilitation
appointments and is non-compliant with his inhalers. He came with his wife on
3 May 2026 and again in June. He is waiting for an operation at the hospital of Dr
Brandt.

Investigation        Result        Normal range
Haemoglobin          140           130-180
Urea                 6.1           2.5-7.8

Yours sincerely,

Dr Jane Smith
Consultant Respiratory Physician

cc: Mr S Example
    Pulmonary rehab team
Enc: Spirometry report
Page 1 of 1
"""


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, "".join(text[start:end] for start, end in block.spans)) for block in read_plain(text)]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in blocks(text)]


def words_of(kind: str, text: str) -> list[str]:
    return [words for found, words in blocks(text) if found == kind]


def test_a_clinic_letter_is_letterhead_salutation_prose_and_signature() -> None:
    runs = re.findall(r"(\w+)(?: \1)*", " ".join(kinds(REFERRER)))
    assert runs == ["furniture", "salutation", "furniture", "heading", "list_item", "paragraph", "table", "furniture"]


def test_a_paragraph_is_one_span_over_its_wrapped_lines() -> None:
    (paragraph,) = words_of("paragraph", REFERRER)
    assert paragraph.startswith("Thank you for referring")
    assert "chest clinic on 3 May. He has failed to attend two pulmonary rehabilitation\nappointments" in paragraph
    assert paragraph.endswith(
        "his wife on\n3 May 2026 and again in June. He is waiting for an operation at the hospital of Dr\nBrandt."
    )


def test_a_list_item_begins_behind_its_mark_and_holds_its_hanging_lines() -> None:
    assert words_of("list_item", REFERRER) == ["COPD, GOLD stage 3, with frequent\n   exacerbations", "Type 2 diabetes"]


def test_columns_are_cells() -> None:
    assert words_of("table", REFERRER)[:4] == ["Investigation", "Result", "Normal range", "Haemoglobin"]
    assert words_of("table", "Weight\t72 kg\nHeight\t1.70 m\n") == ["Weight", "72 kg", "Height", "1.70 m"]
    assert words_of("table", "| Day | Place |\n|-----|-------|\n| Mon | Park |\n") == ["Day", "Place", "Mon", "Park"]


@pytest.mark.parametrize("mark", ["•", "-", "–", "*", "·", "●", "\uf0b7", "1.", "12)", "a)", "(b)", "iv.", "o\t"])
def test_every_common_mark_makes_a_list_item(mark: str) -> None:
    assert blocks(f"Please bring:\n  {mark} your tablets\n  {mark} a friend,\n     if you like\n") == [
        ("heading", "Please bring:"),
        ("list_item", "your tablets"),
        ("list_item", "a friend,\n     if you like"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Our ref: JS/ab/4471", "Your Ref JS 12", "NHS No: 999 051 7339", "NHS Number 999 051 7339", "DOB 12/03/1961",
        "Date of birth: 12 March 1961", "3 May 2026", "Tuesday 3rd May 2026", "03/05/2026", "Date typed: 7 May",
        "Tel: 01632 960 123", "Telephone 01632 960123 ext 12", "01632 960 123", "E-mail: a.b@example.nhs.uk",
        "a.b@example.nhs.uk", "www.example.nhs.uk", "12 Hospital Road", "Flat 2, 14 Mill Lane, Exampleton", "EX4 7AB",
        "Exampleford, EX4 7AB", "cc: Dr Frame, Orchard Surgery", "cc Dr Frame", "Enc", "Enc: leaflet", "Copies to: Dr Frame",
        "Re: Mr Samuel EXAMPLE, DOB 12/03/1961", "PRIVATE AND CONFIDENTIAL", "Dictated but not signed", "Page 2 of 3",
        "- 2 -", "Yours sincerely", "Yours faithfully,", "With best wishes", "Kind regards,",
    ],
)  # fmt: skip
def test_references_dates_and_addresses_are_furniture(line: str) -> None:
    assert ("furniture", line) in blocks(f"We met in May.\n\n{line}\n\nWe will meet again in June.\n")


@pytest.mark.parametrize(
    "line",
    [
        "Your appointment was on 3 May 2026.",
        "Phone 01632 960 733 if you have a question.",
        "Re-admission can be hard.",
        "Enclosed is a leaflet about sleep.",
        "To help you sleep, we talked about your evenings.",
        "Copying this letter to your GP is your choice.",
        "Private thoughts are yours to keep or to share.",
    ],
)
def test_sentences_that_begin_like_furniture_are_prose(line: str) -> None:
    assert kinds(f"We met in May.\n\n{line}\n\nWe will meet again in June.\n") == ["paragraph"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Dear Sam",
        "Dear Sam,",
        "Dear Dr. Patel,",
        "Dear Sam, Alex and Jo,",
        "Dear parent or carer",
        "Hello Sam,",
        "To whom it may concern",
    ],
)
def test_a_salutation_stands_alone(line: str) -> None:
    assert kinds(f"{line}\nThank you for coming.\n") == ["salutation", "paragraph"]


def test_a_salutation_may_share_its_line_with_prose() -> None:
    assert blocks("Dear Ewan, The above gentleman has finished six sessions.") == [
        ("salutation", "Dear Ewan,"),
        ("paragraph", "The above gentleman has finished six sessions."),
    ]


def test_dear_is_not_always_a_salutation() -> None:
    assert kinds("Dear oh dear, what a week this has been for all of us.") == ["paragraph"]
    assert kinds("Hello Sam, we met today.") == ["paragraph"]


def test_a_note_is_one_block_a_line() -> None:
    lines = [
        "PC: chest pain",
        "HPC: 65M, central CP",
        "started at rest",
        "NKDA",
        "O/E: NAD",
        "obs stable",
        "Imp: ?ACS",
        "DNA'd last clinic",
    ]
    assert blocks("\n".join(lines)) == [("paragraph", line) for line in lines]


def test_a_note_line_that_is_indented_goes_on_with_the_line_above() -> None:
    assert blocks("PC: chest pain\n    since Tuesday\nO/E: NAD\n") == [
        ("paragraph", "PC: chest pain\n    since Tuesday"),
        ("paragraph", "O/E: NAD"),
    ]


def test_paragraphs_without_blank_lines_between_them_stay_apart() -> None:
    text = "Talking therapy is a broad term. " * 6 + "\n" + "You may have heard of counselling. " * 6 + "\n"
    assert kinds(text) == ["paragraph", "paragraph"]


def test_a_term_that_is_broken_across_short_lines_stays_in_one_block() -> None:
    assert blocks("Sam suffers\nfrom pain. He was non-\ncompliant and attention-\n  seeking.") == [
        ("paragraph", "Sam suffers\nfrom pain. He was non-\ncompliant and attention-\n  seeking.")
    ]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("What we agreed\n\nWe will meet again in June.\n", "What we agreed"),
        ("What we agreed\nWe will meet again in June.\n", "What we agreed"),
        ("What we agreed\n--------------\nWe will meet again in June.\n", "What we agreed"),
        ("NEW ONLINE SERVICE\nOrder your tablets online\n", "NEW ONLINE SERVICE"),
        ("WHAT'S THE MATTER WITH YOU?\nTake our quiz\n", "WHAT'S THE MATTER WITH YOU?"),
        ("What we talked about\n• the new inhaler\n• your knee\n", "What we talked about"),
    ],
)
def test_a_short_line_that_heads_something_is_a_heading(text: str, heading: str) -> None:
    assert blocks(text)[0] == ("heading", heading)
    assert "heading" not in kinds(text)[1:]


def test_a_line_that_heads_nothing_is_a_paragraph() -> None:
    assert blocks("Patient DNA'd clinic") == [("paragraph", "Patient DNA'd clinic")]
    assert kinds("It was good to meet you.\n\nThank you\n") == ["paragraph", "paragraph"]


def test_quoted_lines_are_a_quote_without_their_marks_and_with_their_line_ends() -> None:
    text = "You wrote:\n\n> I do not want to come\n> again.\n>\n> > Never.\n"
    assert words_of("quote", text) == ["I do not want to come\nagain.", "Never."]


def test_more_than_is_not_a_quote_mark() -> None:
    assert blocks("> 3 weeks of cough")[0] == ("paragraph", "> 3 weeks of cough")


def test_a_signature_ends_where_prose_begins_again() -> None:
    text = "With best wishes\n\nDr Nell Hargreave\n\nFor your GP\n\nPlease correct your record: he has never smoked.\n"
    assert kinds(text) == ["furniture", "furniture", "heading", "paragraph"]


def test_two_blanks_behind_a_full_stop_do_not_make_columns() -> None:
    text = "Sam suffers  from\tpain.  He copes.\nSam came on Tuesday.  He was well.\n"
    assert "table" not in kinds(text)


def test_a_dash_in_the_middle_of_a_wrapped_sentence_is_not_a_list_item() -> None:
    text = dedent("""\
        We talked for a long time about the things that matter to you, at home and
        at work. You told me about your sister, about the choir that you sing in
        - and about the winter trip, which you look forward to - and then we made a
        plan for the coming months.
        """)
    assert kinds(text) == ["paragraph"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_every_line_end_counts_and_stays(end: str) -> None:
    text = dedent("""\
        Dear Sam,

        \U0001f469\u200d\U0001f467 Thank you for coming to see us at the clinic on Tuesday and for
        telling us how you are.
        """).replace("\n", end)
    assert blocks(text) == [("salutation", "Dear Sam,"), ("paragraph", text[len("Dear Sam,") + 2 * len(end) : -len(end)])]


LINES = """
Dear Sam, / We met in May and / talked. Then / • one / - two / 3. three / > quoted / > / PC: pain / O/E: NAD / EX1 2QQ / ----
a  b  c / Yours sincerely / cc: Dr Frame / x	y
 | p | q | / \U0001f642 Zoe\u0308 / 3 May 2026
HEADING /    indented text / Re: you /  /
"""
LINE_ENDS = ["\n", "\r\n", "\r", "\x0c", "\n\n"]
LETTERS = st.lists(st.tuples(st.sampled_from(re.split(r" / |\n", LINES)), st.sampled_from(LINE_ENDS)).map("".join)).map("".join)
TEXTS = st.one_of(st.text(), LETTERS)


@given(TEXTS)
def test_spans_are_inside_the_text_in_order_and_apart(text: str) -> None:
    spans = [span for block in read_plain(text) for span in block.spans]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= behind[0] for before, behind in pairwise(spans))


@given(TEXTS)
def test_no_word_is_lost_but_the_marks_of_lists(text: str) -> None:
    spans = [span for block in read_plain(text) for span in block.spans]
    gaps = [text[start:end] for (_, start), (end, _) in zip([(0, 0), *spans], [*spans, (len(text), 0)], strict=True)]
    lost = "\n".join(line for gap in gaps for line in gap.splitlines())
    assert not re.search(r"[^\W_]{2}", re.sub(r"\(?\b(?:\d{1,3}|[ivx]{1,4}|[a-zA-Z])[.)]|\bo\t", "", lost))


@given(TEXTS)
def test_reading_twice_says_the_same(text: str) -> None:
    assert read_plain(text) == read_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 400_000,
        "a" * 2_000_000,
        "a\t" * 500_000,
        "a|" * 500_000,
        "suffers" + " " * 1_000_000 + "from",
        "." * 1_000_000,
        ">" * 1_000_000,
        "> " * 500_000 + "a",
        "Dear " * 200_000,
        "-" * 500_000 + "non" + "-" * 500_000,
        "(" * 500_000,
        "a\n" * 50_000,
        "cc: x\nYours sincerely\n" * 10_000,
        "a\tb\n" * 20_000,
        ("a\n" * 50 + "EX1 2QQ\n") * 500,
    ],
    ids=lambda text: text[:8].encode("unicode_escape").decode(),
)
def test_a_text_made_to_be_slow_is_read_to_its_end(text: str) -> None:
    # Each takes well below a second in linear time, and would take hours in any other.
    spans = [span for block in read_plain(text) for span in block.spans]
    last = max((place for place, sign in enumerate(text) if sign.isalnum()), default=0)
    assert not text.strip(".>-( \n") or spans[-1][0] <= last < spans[-1][1]


def test_a_line_without_end_is_one_block_with_one_span() -> None:
    text = "word " * 400_000 + "end."
    (block,) = read_plain(text)
    assert block.spans == ((0, len(text)),)
