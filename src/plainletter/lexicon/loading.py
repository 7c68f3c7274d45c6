"""TOML files -> Entry values, with errors that speak to the clinician who edits the file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from plainletter.errors import LexiconError
from plainletter.findings import DOC_TYPES, SEVERITIES, SUGGESTION_KINDS, Suggestion
from plainletter.lexicon.entry import Category, Entry, Frame, Group, Inflect, Lexicon, Subject, WordClass
from plainletter.lexicon.folders import lexicon_files, shipped_folder
from plainletter.lexicon.notation import parse_term
from plainletter.lexicon.packs import PACKS

SETS_FILES = ("_words.toml", "_names.toml")
CONTEXTS = (
    "attributive", "document_type", "homographs", "law", "mention", "modal", "names",
    "negation", "ownership", "preference", "quotation", "reader", "safety", "subject",
)  # fmt: skip
FRAME_KEYS = ("before", "after", "near", "unless_before", "unless_after", "unless_near")

_TEXT, _TEXTS, _INSTEAD = "a text in quotes", "a list of texts in square brackets", "a list of suggestions"
_HEAD_KEYS: Mapping[str, str] = {
    "category": _TEXT, "title": _TEXT, "group": _TEXT, "severity": _TEXT, "why": _TEXT, "principles": _TEXTS,
    "doc_types": _TEXTS, "subject": _TEXT, "contexts": _TEXTS, "packs": _TEXTS, "compounds": _TEXT,
}  # fmt: skip
_ENTRY_KEYS: Mapping[str, str] = {
    "terms": _TEXTS, "source": _TEXT, "flags": _TEXTS, "passes": _TEXTS, "say_instead": _INSTEAD, "why": _TEXT,
    "severity": _TEXT, "doc_types": _TEXTS, "principles": _TEXTS, "contested": _TEXT, "means": _TEXTS, "case": _TEXT,
    "inflect": _TEXT, "word_class": _TEXT, "subject": _TEXT, "unless": _TEXTS, "contexts": _TEXTS, "even_in": _TEXTS,
    "also": _TEXTS, "packs": _TEXTS, "question": _TEXT, "cues": _TEXTS, **dict.fromkeys(FRAME_KEYS, _TEXTS),
}  # fmt: skip
_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "group": get_args(Group)[:-1], "severity": SEVERITIES, "doc_types": DOC_TYPES, "case": ("exact",),
    "inflect": get_args(Inflect), "word_class": get_args(WordClass), "subject": get_args(Subject),
    "contexts": CONTEXTS, "even_in": CONTEXTS, "packs": tuple(PACKS),
    "compounds": ("join",),
    "principles": (
        "Safety", "Trustworthiness and transparency", "Peer support", "Collaboration and mutuality",
        "Empowerment, voice, and choice", "Cultural, historical, and gender issues",
    ),
}  # fmt: skip
_ENTRY_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_lexicon(extra: Iterable[Path] = ()) -> Lexicon:
    """Load the shipped lexicon and any further folders or files.

    An entry of a later folder replaces an earlier one of the same rule.

    Raises:
        LexiconError: a file or entry cannot be used; the message names file, line, entry and cure.
    """
    ours, theirs = shipped_folder("lexicons"), list(extra)
    sets = load_sets([ours, *theirs])
    categories: dict[str, Category] = {}
    entries: dict[str, Entry] = {}
    for folder in [ours, *theirs]:
        here: dict[str, Entry] = {}
        for path in lexicon_files(folder):
            if path.name in SETS_FILES:
                continue
            category, read = load_file(path, sets)
            categories.setdefault(category.id, category)
            for entry in read:
                if entry.rule in here:
                    first = here[entry.rule]
                    raise LexiconError(
                        f"{entry.path}, line {entry.line}: [{entry.id}] stands already in {first.path}, "
                        f"line {first.line}; give one of them another name"
                    )
                here[entry.rule] = entry
        entries |= here
    return Lexicon(categories, tuple(entries.values()), sets)


def load_sets(folders: Iterable[Path]) -> Mapping[str, tuple[str, ...]]:
    """Load the named sets of words of each folder; a later one adds to an earlier one of the same name."""
    sets: dict[str, tuple[str, ...]] = {}
    for path in (folder / name for folder in folders for name in SETS_FILES):
        if path.is_file():
            data, text = _parse(path)
            for name, words in data.items():
                _require(_Place(path, text, 0, ""), name, words, _TEXTS)
                sets[name] = (*sets.get(name, ()), *words)
    sets.setdefault("person", (*sets.get("client", ()), *sets.get("relative", ()), *sets.get("people", ())))
    return sets


def load_file(path: Path, sets: Mapping[str, tuple[str, ...]]) -> tuple[Category, tuple[Entry, ...]]:
    """Load one lexicon file.

    Raises:
        LexiconError: names file, line, entry and cure.
    """
    data, text = _parse(path)
    lines = _table_lines(text)
    head = {key: value for key, value in data.items() if not isinstance(value, dict)}
    for key, value in head.items():
        _check_key(_Place(path, text, 0, ""), key, value, _HEAD_KEYS)
    for key in ("title", "group", "severity", "why"):
        if key not in head:
            raise LexiconError(f'{path}: the top of the file has no {key}; add a line {key} = "…"')
    category = Category(
        id=head.get("category", path.stem),
        title=head["title"],
        group=head["group"],
        severity=head["severity"],
        why=head["why"],
        principles=tuple(head.get("principles", ())),
    )
    tables = [(name, table) for name, table in data.items() if isinstance(table, dict)]
    return category, tuple(_entry(path, text, lines.get(name, 0), name, table, category, head, sets) for name, table in tables)


def _entry(
    path: Path, text: str, line: int, name: str, table: Mapping[str, Any],
    category: Category, head: Mapping[str, Any], sets: Mapping[str, tuple[str, ...]],
) -> Entry:  # fmt: skip
    if not _ENTRY_ID.fullmatch(name):
        raise LexiconError(f"{path}, line {line}: [{name}]: use small letters, digits and hyphens for the name")
    for key, value in table.items():
        _check_key(_Place(path, text, line, name), key, value, _ENTRY_KEYS)
    wished = category.group == "letter"  # what a letter should have, and not what it should not
    found_by = "cues" if wished else "terms"
    for key in (found_by, "source", "flags", "passes", *(("question",) if wished else ())):
        if not table.get(key):
            raise LexiconError(f"{path}, line {line}: [{name}] has no {key}; every entry needs {_NEEDS[key]}")
    for key in (found_by, "unless", *FRAME_KEYS):
        for term in table.get(key, ()):
            try:
                parse_term(term, sets)
            except ValueError as error:
                where = f"{path}, line {_line_of(text, key, line)}: [{name}], {key}"
                raise LexiconError(f"{where}, “{term}”: {error}") from None
    contested = table.get("contested")
    return Entry(
        rule=f"{category.id}/{name}",
        category=category.id,
        severity="note" if contested else table.get("severity", category.severity),
        why=table.get("why", category.why),
        source=table["source"],
        terms=tuple(table[found_by]),
        flags=tuple(table["flags"]),
        passes=tuple(table["passes"]),
        suggestions=tuple(_suggestion(item) for item in table.get("say_instead", ())),
        principles=tuple(table.get("principles", category.principles)),
        doc_types=tuple(table.get("doc_types", head.get("doc_types", ()))),
        contested=contested,
        means=tuple(table.get("means", ())),
        case_exact=table.get("case") == "exact",
        inflect=table.get("inflect", "all"),
        word_class=table.get("word_class"),
        subject=table.get("subject", head.get("subject")),
        unless=tuple(table.get("unless", ())),
        frames=tuple(_frame(key, table[key]) for key in FRAME_KEYS if key in table),
        contexts=(*head.get("contexts", ()), *table.get("contexts", ())),
        even_in=CONTEXTS if wished else tuple(table.get("even_in", ())),
        also=tuple(table.get("also", ())),
        packs=tuple(table.get("packs", head.get("packs", ()))),
        question=table.get("question", ""),
        compounds="compounds" in head,
        path=str(path),
        line=line,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a key stands; the line is only looked for when there is something to say about it."""

    path: Path
    text: str
    line: int
    entry: str

    def of(self, key: str) -> str:
        where = f"{self.path}, line {_line_of(self.text, key, self.line)}: "
        return where + (f"[{self.entry}]" if self.entry else "the top of the file")


_NEEDS = {
    "terms": "the words to look for",
    "cues": "the words that show that the letter has it",
    "question": "to ask the writer whether it is there",
    "source": "to say whose advice it is",
    "flags": "a sentence in which it must be found",
    "passes": "an innocent sentence in which it must stay quiet",
}


def _suggestion(item: str | Mapping[str, str]) -> Suggestion:
    if isinstance(item, str):
        return Suggestion("reword", item)
    [(kind, text)] = item.items()
    return Suggestion(kind, text)  # type: ignore[arg-type]  # checked by _require


def _frame(key: str, phrases: list[str]) -> Frame:
    return Frame(key.removeprefix("unless_"), not key.startswith("unless_"), tuple(phrases))  # type: ignore[arg-type]


def _check_key(place: _Place, key: str, value: object, known: Mapping[str, str]) -> None:
    if key not in known:
        close = get_close_matches(key, known, n=1, cutoff=0.5)
        cure = f"did you mean {close[0]}?" if close else f"the keys are {', '.join(sorted(known))}"
        raise LexiconError(f"{place.of(key)} has an unknown key, {key}; {cure}")
    _require(place, key, value, known[key])
    allowed = _ALLOWED.get(key)
    for item in value if isinstance(value, list) else [value]:
        if allowed and item not in allowed:
            raise LexiconError(f"{place.of(key)}, {key}: “{item}” is not one of {', '.join(allowed)}")


def _require(place: _Place, key: str, value: object, kind: str) -> None:
    if kind == _TEXT:
        fine = isinstance(value, str) and bool(value.strip())
    elif kind == _TEXTS:
        fine = isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)
    else:
        fine = isinstance(value, list) and all(_is_suggestion(item) for item in value)
    if not fine:
        more = "" if kind != _INSTEAD else f': texts, or {{ kind = "text" }} with kind one of {", ".join(SUGGESTION_KINDS)}'
        raise LexiconError(f"{place.of(key)}, {key} must be {kind}{more}")


def _is_suggestion(item: object) -> bool:
    if isinstance(item, str):
        return bool(item.strip())
    if not isinstance(item, dict) or len(item) != 1:
        return False
    [(kind, text)] = item.items()
    return kind in SUGGESTION_KINDS and isinstance(text, str) and bool(text.strip())


def _parse(path: Path) -> tuple[dict[str, Any], str]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise LexiconError(f"{path}: the file cannot be opened ({error.strerror}); check its name and permissions") from None
    except UnicodeDecodeError:
        raise LexiconError(f"{path}: the file is not UTF-8 text; save it again as “UTF-8” in your editor") from None
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(_toml_message(path, text, str(error))) from None


def _toml_message(path: Path, text: str, problem: str) -> str:
    found = re.search(r"\(at line (\d+), column (\d+)\)", problem)
    number = int(found[1]) if found else text.count("\n") + 1
    rows = text.splitlines()
    row = rows[number - 1] if number <= len(rows) else ""
    entry = next((name for name, line in reversed(_table_lines(text).items()) if line <= number), "")
    where = f"{path}, line {number}" + (f", column {found[2]}" if found else "") + (f": [{entry}]" if entry else ":")
    return f"{where} {_cure(row, problem)}"


def _cure(row: str, problem: str) -> str:
    if re.search(r"[=\[,]\s*[“”„‘’]", row):
        return 'has curly quotes around a text; use straight ones: "…"'
    if "Unclosed array" in problem:
        return "has a list in which a comma or the closing ] is missing"
    if "Cannot declare" in problem or "Cannot overwrite" in problem:
        return "stands twice in this file; give one of them another name"
    if "Expected '='" in problem:
        return "has a line without =; a line reads key = value"
    if "Invalid value" in problem:
        return 'has a value without quotes; texts stand in straight quotes: "…"'
    if "Illegal character" in problem or "Unterminated string" in problem or "Expected '\"'" in problem:
        return "has a text whose closing quote is missing"
    return f"cannot be read ({problem.split(' (at')[0].lower()})"


def _table_lines(text: str) -> dict[str, int]:
    tables = re.finditer(r"^[ \t]*\[[ \t]*\"?([^\]\[\"\n]+?)\"?[ \t]*\]", text, re.MULTILINE)
    return {match[1]: text.count("\n", 0, match.start()) + 1 for match in tables}


def _line_of(text: str, key: str, after: int) -> int:
    rows = text.splitlines()
    for number in range(max(after, 1), len(rows) + 1):
        if re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", rows[number - 1]):
            return number
    return after
