"""What the tests of the reports share: a report written as the command line writes it, and hostile things to report."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from plainletter.documents.document import Place
from plainletter.findings import Finding, Report, Score, Suggestion, Suppressed
from plainletter.formats import FORMATS, Checked, NotRead, Options, Tally

# What breaks careless reports: control and format characters, mark-up, line ends of all kinds, lone halves of surrogate pairs.
HOSTILE = (
    "\x1b[31m", "\x1b]0;x\x07", "\x00", "\x85", "\x9b1m", "\u202e", "\u2066", "\u2028", "\ufffe", "\uffff", "\ud800",
    "]]>", "</script>", "<!--", "&amp;", "&#0;", "<b a='\">", "%0A", "%", "::error::", "{0}", "[a](1)", "{{", "{% x %}",
    "\\", '"', "'",
    "\r", "\r\n", "\n", "\n\n", "\t", "e\u0301", "👩‍👩‍👧", "李",
    "\u00ad", "\ufeff", " ", "word", "a longer stretch of quiet words", "ſ", "İ",
)  # fmt: skip


def written(format_: str, *results: Checked | NotRead, passed_over: dict[str, int] | None = None, **options: object) -> str:
    """Return a report as the command line writes it: the chunks that are not empty, each with a line end."""
    tally = Tally(passed_over or {})
    chunks = FORMATS[format_](tally.count(iter(results)), tally, Options(**options))  # type: ignore[arg-type]
    return "".join(f"{chunk}\n" for chunk in chunks if chunk)


def finding(text: str, words: str, rule: str = "missed/no-show", **values: object) -> Finding:
    """Return a finding of these words at their first place in the text."""
    start = text.index(words)
    given: dict[str, object] = {
        "severity": "warning", "message": f"Missed words: “{words}”.", "why": "It blames.", "source": "A guide (2026)",
        "suggestions": (Suggestion("reword", "we did not see you"),), "principles": ("Safety",),
    }  # fmt: skip
    return Finding(
        rule=rule, category=rule.partition("/")[0], start=start, end=start + len(words), text=words, **(given | values)
    )  # type: ignore[arg-type]


def checked(text: str, *findings: Finding, path: str = "letter.txt", places: tuple[Place, ...] = (), **values: object) -> Checked:
    """Return a letter of seven words with these findings."""
    return Checked(path, text, Report("letter", findings, words=7, **values), places)  # type: ignore[arg-type]


@pytest.fixture
def placed() -> Checked:
    """A finding in a file that has pages and paragraphs, not lines."""
    text = "Dear Sam,\n\nYou were a no-show."
    return checked(text, finding(text, "no-show"), path="letter.docx", places=(Place(0, 1, 1), Place(11, 2, 3)))


texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=5), max_size=25).map("".join)
paths = st.lists(st.sampled_from([*HOSTILE, "a/", "ü", "../", "\udce9"]), min_size=1, max_size=6).map("".join)


@st.composite
def hostile_results(draw: st.DrawFn) -> list[Checked | NotRead]:
    """Files with hostile names and hostile texts, with findings anywhere in them, some of which overlap."""
    results: list[Checked | NotRead] = []
    for _ in range(draw(st.integers(0, 3))):
        path = draw(paths)
        if draw(st.integers(0, 3)) == 0:
            results.append(NotRead(path, f"{path}: {draw(texts)}"))
            continue
        text = draw(texts)
        spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=5))
        findings = tuple(_hostile_finding(draw, text, min(span), max(span)) for span in sorted(spans))
        suppressed = tuple(
            Suppressed(one.rule, one.category, one.start, one.end, one.text, "allowed", draw(texts)) for one in findings[:2]
        )
        places = (Place(0, 1, 1), Place(len(text) // 2, 2, 0, draw(texts))) if draw(st.booleans()) else ()
        scores = (Score("flesch_reading_ease", 61.2, 60, True, "points", "Flesch"),) if draw(st.booleans()) else ()
        notices = (draw(texts),) if draw(st.booleans()) else ()
        report = Report("letter", findings, scores=scores, suppressed=suppressed, words=len(text), notices=notices)
        results.append(Checked(path, text, report, places))
    return results


def _hostile_finding(draw: st.DrawFn, text: str, start: int, end: int) -> Finding:
    words = text[start:end]
    rule = draw(st.sampled_from(["missed/no-show", "jargon/x-y", "presence/copies", "own_words/a1"]))
    severity = draw(st.sampled_from(["note", "warning", "error"]))
    swaps = (Suggestion("swap", draw(texts), start, end),) if draw(st.booleans()) else (Suggestion("swap", draw(texts)),)
    return Finding(
        rule, rule.partition("/")[0], severity, start, end, words, f"Words: “{words}”.", draw(texts), draw(texts),
        suggestions=swaps, count=draw(st.integers(1, 2)),
    )  # fmt: skip
