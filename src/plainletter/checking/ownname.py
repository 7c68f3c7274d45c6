"""The reader's own name in the letter: spoken to ("Well done, Priya"), or spoken about ("Priya was tearful")?"""

from __future__ import annotations

from plainletter.checking.people import NOUNS, PLACES, Mention
from plainletter.checking.sentences import Sentence
from plainletter.checking.words import Words

_CALLING = frozenset(
    """hi hello hiya hey dear thanks thank you sorry done morning afternoon evening bye ok okay yes no please congratulations
    luck""".split()
)
_NAMING = frozenset(
    """called call named name names known spell spelled spelt initials signed sign nickname surname prefer prefers preferred
    written addressed attention account envelope label""".split()
)
_WRITING = frozenset("write use put as spell print type".split())
_STOPS = frozenset(", . ! ? ; : ) – — …".split())
_OUR = frozenset("our your my the a an".split())
_DATES = frozenset("may april june august january".split())
_WORDS_TOO = frozenset(
    """may will mark grace hope faith joy rose dawn summer sunny christian violet olive scarlet ruby young gay april june august
    amber sky patience bill rob pat""".split()
)
_KINDS_TOO = frozenset("christian sunny amber violet olive scarlet ruby young gay".split())
_DATE_BEFORE = frozenset(
    "in on by of since until till from to during before after early late mid next last this end through".split()
)
_VERBS = frozenset(
    """is was has had will would did does told said felt feels says reports reported came comes went attended described describes
    agreed asked wants wanted needs lives lived seems looks 's can could should must may might""".split()
)


def speaks_about(words: Words, mention: Mention, sentence: Sentence, signed: frozenset[str]) -> bool:
    """Tell whether the reader's name, at ``mention``, is used to talk about the reader.

    It is not where they are called or named by it, where it belongs to somebody else, and where it is a word or a date.
    """
    first, last = mention.first, mention.last
    name = words.texts[first].lower()
    before = words.norms[first - 1] if first > sentence.first else ""
    after = words.norms[last] if last < sentence.last else ""
    if name in signed or _calls(before, after, words, mention, sentence):
        return False
    if before == ":" or not _NAMING.isdisjoint(words.norms[max(sentence.first, first - 4) : first]):
        return False
    if before in _WRITING or before in NOUNS or (after == "," and _has_a_role(words, last + 1, sentence)):
        return False
    if after == "'s" and any(norm in PLACES for norm in words.norms[last + 1 : last + 3]) and words.texts[last + 1][0].isupper():
        return False
    return name not in _WORDS_TOO or not _is_word(name, before, after, words.norms[first + 1 : first + 2])


def _calls(before: str, after: str, words: Words, mention: Mention, sentence: Sentence) -> bool:
    closed = after == "" or after in _STOPS
    if before in _CALLING and (closed or before not in ("you", "please", "no")):
        return True
    if before == "you" and mention.first - 1 > sentence.first and words.norms[mention.first - 2] == "thank":
        return True
    if before in ("", ",", "–", "—", "(") and closed and words.norms[mention.last + 1 : mention.last + 2] != ["who"]:
        number = words.texts[mention.last + 1 : mention.last + 2]
        return not (number and number[0][0].isdigit())
    two = words.norms[max(sentence.first, mention.first - 2) : mention.first]
    return two in (["it", "'s"], ["it", "is"], ["this", "is"], ["i", "am"], ["i", "'m"]) or after == "here"


def _has_a_role(words: Words, place: int, sentence: Sentence) -> bool:
    # "Isla, our link worker, …"
    end = min(place + 5, sentence.last)
    return place < end and words.norms[place] in _OUR and any(norm in NOUNS for norm in words.norms[place:end])


def _is_word(name: str, before: str, after: str, following: list[str]) -> bool:
    if name in _DATES and (before in _DATE_BEFORE or before[:1].isdigit() or (following and following[0][:1].isdigit())):
        return True
    if name in _KINDS_TOO:
        return after[:1].isalpha() and after not in _VERBS
    return before == "" and after not in _VERBS
