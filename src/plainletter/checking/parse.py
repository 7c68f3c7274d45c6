"""The grammar of one sentence, as plain values that outlive the spaCy Doc."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_CLIMB = frozenset(
    ("xcomp", "advcl", "pcomp", "ccomp", "acl", "prep", "aux", "auxpass", "amod", "attr", "acomp", "dobj", "pobj", "oprd")
)


@dataclass(frozen=True, slots=True)
class Parse:
    """Parallel tuples over the tokens of a sentence; ``heads`` index them, ``starts`` are code points of the folded text."""

    starts: tuple[int, ...]
    norms: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]

    def at(self, position: int) -> int | None:
        """Return the index of the token at this code point of the folded text, or None."""
        index = bisect_right(self.starts, position) - 1
        return index if index >= 0 else None

    def children(self, index: int, deps: frozenset[str]) -> list[int]:
        """Return the tokens that hang on this one by one of the relations."""
        return [i for i, head in enumerate(self.heads) if head == index and i != index and self.deps[i] in deps]

    def subject_of(self, index: int) -> tuple[int, bool] | None:
        """Return who does what the token at ``index`` says: the subject's head word, and whether the verb is passive.

        Participles, infinitives and joined verbs take the subject of the verb that controls them; a relative
        clause takes the noun that it describes. None where nobody is named.
        """
        seen: set[int] = set()
        start = index
        while index not in seen:
            seen.add(index)
            found = self.children(index, _SUBJECTS)
            if found:
                subject = found[0]
                if self.norms[subject] in ("who", "that", "which") and self.deps[index] == "relcl":
                    subject = self.heads[index]
                return subject, index == start and self.deps[found[0]] == "nsubjpass"
            if self.deps[index] in ("relcl", "acl"):
                return self.heads[index], False
            if self.deps[index] == "conj" or self.deps[index] in _CLIMB:
                index = self.heads[index]
            else:
                return None
        return None


def parse_of(doc: Doc | Span, base: int) -> Parse:
    """Return the grammar of a parsed Doc or sentence whose text begins at ``base`` in the folded text."""
    tokens = list(doc)
    first = tokens[0].i if tokens else 0
    origin = tokens[0].idx if tokens else 0
    return Parse(
        starts=tuple(base + token.idx - origin for token in tokens),
        norms=tuple(token.norm_ for token in tokens),
        tags=tuple(token.tag_ for token in tokens),
        deps=tuple(token.dep_ for token in tokens),
        heads=tuple(min(max(token.head.i - first, 0), len(tokens) - 1) for token in tokens),
    )
