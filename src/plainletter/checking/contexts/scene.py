"""What a context may look at: one match, in its sentence, in its document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from plainletter.checking.addressee import NOBODY, Addressee
from plainletter.checking.parse import Parse
from plainletter.checking.sentences import Sentence
from plainletter.checking.words import Words
from plainletter.findings import DocType
from plainletter.lexicon.entry import Entry


class Unclear(Enum):
    """A context that cannot tell without knowing the sentence's grammar."""

    UNCLEAR = "unclear"


UNCLEAR = Unclear.UNCLEAR
Verdict = str | Unclear | None  # the reason why the match is innocent; not to be told without a parse; not innocent here


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole document.

    ``referents``: of a pronoun, name or "Mum", by rule and code point, why it means somebody else, or "" for the reader.
    """

    doc_type: DocType
    addressed: bool
    sets: Mapping[str, frozenset[str]]
    groups: Mapping[str, str]
    preferences: tuple[tuple[str, ...], ...] = ()
    reader: Addressee = NOBODY
    referents: Mapping[tuple[str, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scene:
    """One match: ``words[first:last]`` in ``sentence``. ``parse`` is the sentence's grammar, where it was asked for."""

    setting: Setting
    entry: Entry
    text: str
    words: Words
    sentence: Sentence
    first: int
    last: int
    previous: Sentence | None = None
    quotes: tuple[tuple[int, int], ...] = field(default=())
    parse: Parse | None = None

    @property
    def start(self) -> int:
        """Where the match starts in the folded text."""
        return self.words.starts[self.first]

    @property
    def end(self) -> int:
        """Where the match ends in the folded text."""
        return self.words.ends[self.last - 1]

    @property
    def group(self) -> str:
        """The group of the entry's category: blame, deficit, stigma, power or jargon."""
        return self.setting.groups[self.entry.category]

    def norms_before(self, count: int | None = None) -> list[str]:
        """The words of the sentence before the match, at most ``count`` of them."""
        low = self.sentence.first if count is None else max(self.sentence.first, self.first - count)
        return self.words.norms[low : self.first]

    def norms_after(self, count: int | None = None) -> list[str]:
        """The words of the sentence after the match, at most ``count`` of them."""
        high = self.sentence.last if count is None else min(self.sentence.last, self.last + count)
        return self.words.norms[self.last : high]
