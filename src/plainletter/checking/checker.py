"""The checker: a text in, a report out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal, get_args

from plainletter.checking import coded, longsentences, presence, thirdperson, unfamiliar
from plainletter.checking.addressee import addressee_of
from plainletter.checking.allowing import allow
from plainletter.checking.cache import compiled_lexicon
from plainletter.checking.candidates import Candidate, candidates_in
from plainletter.checking.compiling import Compiled
from plainletter.checking.contexts.quotation import quoted_spans
from plainletter.checking.contexts.scene import Scene, Setting
from plainletter.checking.doctype import doc_type_of
from plainletter.checking.explained import clear_explained
from plainletter.checking.joining import join_compounds
from plainletter.checking.judging import Judged, judge
from plainletter.checking.merging import collapse_repeats, merge_overlaps
from plainletter.checking.model import Grammar, load_model
from plainletter.checking.parse import Parse
from plainletter.checking.prose import Prose, fold, fold_text
from plainletter.checking.readability import checked_targets, retarget
from plainletter.checking.selection import Contested, rules_off, selection_of
from plainletter.checking.sentences import Sentence, sentences_of
from plainletter.checking.telling import finding_of, suppressed_of
from plainletter.checking.tokens import english
from plainletter.checking.words import Words, count_words
from plainletter.documents import Document, read_text
from plainletter.errors import ConfigError
from plainletter.findings import DOC_TYPES, DocType, Finding, Report, Score, SentenceScore, Suppressed

AnyDocType = Literal["auto", "letter", "outreach", "note", "guidance"]
BATCH = 40_000  # code points that are tokenised at once


class Checker:
    """Checks texts against the lexicons; built once, reused for any number of texts, by any number of threads.

    Args:
        doc_type: ``letter``, ``outreach``, ``note``, ``guidance``, or ``auto`` to tell it from each text.
        lexicons: further lexicon folders or files; an entry there replaces the shipped one of the same rule.
        preferences: wording that the person has chosen ("autistic"); it is never flagged.
        every_mention: find jargon, and "she" for the reader, each time it stands there, not only at its first mention.
        select: only these categories or rules.
        ignore: not these categories or rules.
        packs: packs to switch on that are off until they are asked for (``formulation``).
        without_packs: packs to switch off (``weight``).
        contested: wording about which good guides disagree is a ``note``, a ``warning``, or ``off``.
        targets: other targets than the usual for measures of reading ease (``{"uk_reading_age": 11}``).
        model: use the language model where one is installed; without it the checker says less, never more.
        scores: measure how hard the text is to read.
        compiled: a lexicon that is compiled already, in place of the shipped one.

    Raises:
        ConfigError: an option, category, rule or pack is unknown.
        LexiconError: a lexicon entry cannot be used.
    """

    def __init__(
        self,
        doc_type: AnyDocType = "auto",
        *,
        lexicons: Iterable[str | Path] = (),
        preferences: Iterable[str] = (),
        every_mention: bool = False,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        packs: Iterable[str] = (),
        without_packs: Iterable[str] = (),
        contested: Contested = "note",
        targets: Mapping[str, float] | None = None,
        model: bool = True,
        scores: bool = True,
        compiled: Compiled | None = None,
    ) -> None:
        self._doc_type = _checked(doc_type)
        self._tokens = english()
        folders = tuple(Path(folder) for folder in _listed("lexicons", lexicons))
        self._compiled = compiled_lexicon(folders, english) if compiled is None else compiled
        entries = self._compiled.lexicon.entries
        rules = [*coded.RULES, *(entry.rule for entry in entries)]
        self._rules = frozenset(rules).union(rule.partition("/")[0] for rule in rules)
        off = rules_off(entries, _listed("packs", packs), _listed("without_packs", without_packs), contested)
        self._selection = selection_of(_listed("select", select), _listed("ignore", ignore), rules, off)
        self._contested = contested
        self.lexicon = coded.with_coded(self._compiled.lexicon)
        self._categories = self.lexicon.categories
        self._groups = {name: category.group for name, category in self._categories.items()}
        self._wished = [e for e in entries if self._groups[e.category] == presence.GROUP and self._selection.keeps(e.rule)]
        self._compounding = unfamiliar.RULES.union(entry.rule for entry in entries if entry.compounds)
        self._sets = {name: frozenset(words) for name, words in self._compiled.lexicon.sets.items()}
        twofold = [entry for entry in entries if entry.category == "double_meaning"]
        # A word that names a rule of wording is judged by that rule, in its sense: to be rare is no fault on top.
        ruled = (entry for entry in entries if self._groups[entry.category] not in ("jargon", presence.GROUP))
        parts = (entry.id.split("-") for entry in twofold)
        everyday = (word for words in (*parts, *(entry.id.split("-")[:1] for entry in ruled)) for word in words if word.isalpha())
        names = (self._sets.get(name, frozenset()) for name in ("she_names", "he_names"))
        self._known = frozenset(everyday).union(*names)
        wanted = (self._tokens.words(fold_text(words)).norms for words in _listed("preferences", preferences))
        self._preferences = tuple(tuple(norms) for norms in wanted if norms)
        self._every_mention = every_mention
        self._targets = checked_targets(targets or {})
        self._model = model
        self._scores = scores

    def check(self, text: str) -> Report:
        """Check one text. Offsets in the report are code points of ``text``."""
        if not isinstance(text, str):
            raise ConfigError(f"check takes a text (str), not {type(text).__name__}; decode bytes first")
        return self.check_document(read_text(text))

    def pipe(self, texts: Iterable[str]) -> Iterator[Report]:
        """Check texts one by one as they come, in their order; memory does not grow with their number."""
        if isinstance(texts, str):
            raise ConfigError("pipe takes many texts; for one text use check")
        for text in texts:
            yield self.check(text)

    def check_document(self, document: Document, *, doc_type: AnyDocType | None = None, grammar: Grammar | None = None) -> Report:
        """Check a document that was read. ``grammar`` is the caller's own parse, where there is one."""
        prose = fold(document)
        chosen = self._doc_type if doc_type is None else _checked(doc_type)
        kind = doc_type_of(prose) if chosen == "auto" else chosen
        setting = self._setting(kind, prose)
        judged: list[Judged] = []
        sentences: list[Sentence] = []
        reading: list[Finding] = []
        for words, here, scenes in self._batches(prose, setting, self._selection.keeps):
            judged += judge(scenes, grammar or self._grammar())
            reading += longsentences.long_sentences(here, words, prose, document.text)
            sentences += here
        seen = {fate.scene.entry.rule for fate in judged if fate.scene.group == presence.GROUP and not fate.context}
        judged = list(clear_explained(fate for fate in judged if fate.scene.group != presence.GROUP))
        reading += self._absent(prose, setting, seen, document.text, told=chosen != "auto")
        allowed: list[Suppressed] = []
        if document.remarks:
            judged, reading, allowed = allow(document, judged, reading, prose, self._rules, self._selection.keeps)
        findings = self._findings(judged, prose, document.text)
        cleared = [suppressed_of(fate, prose, document.text) for fate in judged if fate.context]
        kept = [finding for finding in reading if self._selection.keeps(finding.rule)]
        scores, difficulties = self._reading(prose, sentences, findings)
        return Report(
            doc_type=kind,
            findings=tuple(sorted([*findings, *kept], key=lambda finding: (finding.start, finding.end))),
            scores=scores,
            sentences=difficulties,
            suppressed=(*cleared, *allowed),
            words=count_words(prose.text),
            notices=document.notices,
        )

    def judge_entry(self, text: str, rule: str, doc_type: DocType | None = None) -> list[Judged]:
        """Return the fate of every match of one rule in a text, the cleared ones included."""
        prose = fold(read_text(text))
        chosen = doc_type or (doc_type_of(prose) if self._doc_type == "auto" else self._doc_type)
        batches = self._batches(prose, self._setting(chosen, prose), rule.__eq__)
        return [fate for _, _, scenes in batches for fate in clear_explained(judge(scenes, self._grammar()))]

    def _setting(self, kind: DocType, prose: Prose) -> Setting:
        opening = f" {prose.text[:20_000].lower()} "
        addressed = any(f" {you}" in opening for you in ("you ", "your ", "you,", "you.", "dear ", "u "))
        reader = addressee_of(prose, kind, self._sets)
        return Setting(kind, addressed, self._sets, self._groups, self._preferences, reader)

    def _absent(self, prose: Prose, setting: Setting, seen: set[str], text: str, *, told: bool) -> Iterator[Finding]:
        if self._wished and presence.is_asked(prose, setting.doc_type, setting.reader, told=told):
            start, end = prose.source_span(setting.reader.start, setting.reader.end)
            span = start, start + len(text[start:end].rstrip())  # a finding ends with its line
            yield from presence.absent(self._wished, seen, self._compiled.lexicon.categories, span, text)

    def _grammar(self) -> Grammar | None:
        return _Lazily() if self._model else None

    def _batches(
        self, prose: Prose, setting: Setting, keeps: Callable[[str], bool]
    ) -> Iterator[tuple[Words, list[Sentence], list[tuple[Scene, bool]]]]:
        """Yield the words and sentences of a few passages at a time, and each match of a rule that is kept."""
        for passages in _few_passages(prose):
            start, end = prose.passages[passages[0]].start, prose.passages[passages[-1]].end
            words = self._tokens.words(prose.text[start:end], start)
            sentences = sentences_of(prose, passages, words)
            if setting.reader.kind == "person":
                meant = thirdperson.referents_in(prose.text, words, sentences, setting.reader, self._sets)
                setting = replace(setting, referents=meant)
            yield words, sentences, list(self._scenes(setting, prose, words, sentences, keeps))

    def _scenes(
        self, setting: Setting, prose: Prose, words: Words, sentences: Sequence[Sentence], keeps: Callable[[str], bool]
    ) -> Iterator[tuple[Scene, bool]]:
        quotes: dict[int, tuple[tuple[int, int], ...]] = {}
        earlier: Sentence | None = None
        for sentence in sentences:
            for found in self._candidates(sentence, words):
                rule = found.entry.rule
                if not keeps(rule) or (rule in thirdperson.RULES and (rule, words.starts[found.first]) not in setting.referents):
                    continue
                if sentence.passage not in quotes:
                    passage = prose.passages[sentence.passage]
                    quotes[sentence.passage] = tuple(quoted_spans(prose.text, passage.start, passage.end))
                place = (found.first, found.last, earlier, quotes[sentence.passage])
                yield Scene(setting, found.entry, prose.text, words, sentence, *place), found.innocent
            earlier = sentence

    def _candidates(self, sentence: Sentence, words: Words) -> Iterator[Candidate]:
        """Yield what the lexicon matches, then the unfamiliar words that no jargon of the lexicon took."""
        taken: dict[int, bool] = {}
        for found in candidates_in(sentence, words, self._compiled):
            if self._groups[found.entry.category] == "jargon":
                joins = found.entry.compounds or found.entry.category == "double_meaning"
                taken.update((place, joins or taken.get(place, False)) for place in range(found.first, found.last))
            yield found
        if any(self._selection.keeps(rule) for rule in unfamiliar.RULES):
            yield from unfamiliar.unfamiliar_in(sentence, words, taken, self._known)

    def _findings(self, judged: Iterable[Judged], prose: Prose, text: str) -> list[Finding]:
        categories = self._categories
        standing = [fate for fate in judged if not fate.context]
        fits = self._compiled.fits
        found = (
            finding_of(fate, prose, text, categories[fate.scene.entry.category], fits.get(fate.scene.entry.rule, ()))
            for fate in standing
        )
        if self._contested == "warning":
            found = (
                replace(one, severity="warning") if of.scene.entry.contested else one
                for of, one in zip(standing, found, strict=True)
            )
        merged = join_compounds(merge_overlaps(found, self._groups), text, self._compounding)
        return merged if self._every_mention else collapse_repeats(merged, self._groups, thirdperson.RULES)

    def _reading(
        self, prose: Prose, sentences: Sequence[Sentence], findings: Sequence[Finding]
    ) -> tuple[tuple[Score, ...], tuple[SentenceScore, ...]]:
        if not self._scores:
            return (), ()
        from plainletter.checking.sentencescores import sentence_scores, whole_scores

        jargon = [finding for finding in findings if self._groups.get(finding.category) == "jargon"]
        return retarget(whole_scores(prose, sentences), self._targets), sentence_scores(prose, sentences, jargon)


def check(
    text: str,
    doc_type: AnyDocType = "auto",
    *,
    lexicons: Iterable[str | Path] = (),
    preferences: Iterable[str] = (),
    every_mention: bool = False,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    packs: Iterable[str] = (),
    without_packs: Iterable[str] = (),
    contested: Contested = "note",
) -> Report:
    """Check one text; for many texts build a :class:`Checker` once. Options and errors are those of ``Checker``."""
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
    )
    return checker.check(text)


class _Lazily:
    """The model, loaded when the first sentence asks for it."""

    def parse(self, sentences: Sequence[tuple[str, int]]) -> Iterable[Parse | None]:
        model = load_model()
        return [None] * len(sentences) if model is None else model.parse(sentences)


def _few_passages(prose: Prose) -> Iterator[range]:
    first = 0
    for number, passage in enumerate(prose.passages):
        if passage.end - prose.passages[first].start > BATCH and number > first:
            yield range(first, number)
            first = number
    if prose.passages:
        yield range(first, len(prose.passages))


def _checked(doc_type: str) -> AnyDocType:
    if doc_type not in get_args(AnyDocType):
        raise ConfigError(f"there is no document type “{doc_type}”; use auto, {', '.join(DOC_TYPES)}")
    return doc_type  # type: ignore[return-value]


def _listed(name: str, value: Iterable[str | Path]) -> tuple[str, ...]:
    if isinstance(value, str | bytes):
        raise ConfigError(f"{name} takes a list of texts; write {name}=[{str(value)!r}]")
    return tuple(str(item) for item in value)
