"""The checker as a component of anybody's English spaCy pipeline: ``nlp.add_pipe("plainletter")``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from spacy.language import Language
from spacy.tokens import Doc

from plainletter.checking.checker import AnyDocType, Checker
from plainletter.checking.parse import Parse, parse_of
from plainletter.checking.prose import Prose, fold
from plainletter.checking.selection import Contested
from plainletter.documents import read_text

SPANS_KEY = "plainletter"


class PlainletterComponent:
    """Sets ``doc.spans[spans_key]``, one span a finding with the rule as its label, and ``doc.user_data["plainletter"]``.

    The user data hold the findings as plain dictionaries, with the names of :class:`plainletter.Finding`.
    Where the Doc is parsed already, that parse is used.
    """

    def __init__(self, checker: Checker, spans_key: str = SPANS_KEY) -> None:
        self._checker = checker
        self._spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Check a Doc and return it."""
        document = read_text(doc.text)
        grammar = DocGrammar(doc, fold(document)) if doc.has_annotation("DEP") else None
        report = self._checker.check_document(document, grammar=grammar)
        spans = [
            doc.char_span(finding.start, finding.end, label=finding.rule, alignment_mode="expand") for finding in report.findings
        ]
        doc.spans[self._spans_key] = [span for span in spans if span is not None]
        doc.user_data["plainletter"] = {
            "doc_type": report.doc_type,
            "findings": [asdict(finding) for finding in report.findings],
        }
        return doc


class DocGrammar:
    """The parse that the caller's pipeline has made already."""

    def __init__(self, doc: Doc, prose: Prose) -> None:
        self._doc = doc
        self._prose = prose

    def parse(self, sentences: Sequence[tuple[str, int]]) -> Iterable[Parse | None]:
        """Return the caller's parse of each sentence, or None where folding has moved its characters."""
        return [self._one(text, start) for text, start in sentences]

    def _one(self, text: str, start: int) -> Parse | None:
        first, last = self._prose.source_span(start, start + len(text))
        span = self._doc.char_span(first, last, alignment_mode="expand") if last - first == len(text) else None
        return None if span is None else parse_of(span, start - (first - span.start_char))


@Language.factory(
    "plainletter",
    assigns=["doc.spans"],
    default_config={
        "doc_type": "auto",
        "lexicons": [],
        "preferences": [],
        "every_mention": False,
        "select": [],
        "ignore": [],
        "packs": [],
        "without_packs": [],
        "contested": "note",
        "model": True,
        "spans_key": SPANS_KEY,
    },
)
def make_component(
    nlp: Language,
    name: str,
    doc_type: AnyDocType,
    lexicons: list[str],
    preferences: list[str],
    every_mention: bool,
    select: list[str],
    ignore: list[str],
    packs: list[str],
    without_packs: list[str],
    contested: Contested,
    model: bool,
    spans_key: str,
) -> PlainletterComponent:
    """Make the component from a pipeline's configuration; the options are those of :class:`plainletter.Checker`."""
    checker = Checker(
        doc_type,
        lexicons=lexicons,
        preferences=preferences,
        every_mention=every_mention,
        select=select,
        ignore=ignore,
        packs=packs,
        without_packs=without_packs,
        contested=contested,
        model=model,
        scores=False,
    )
    return PlainletterComponent(checker, spans_key)
