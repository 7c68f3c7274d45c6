"""Jargon beyond any list: words that are rare, built from medical parts, or letters that stand for something."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from plainletter.checking.candidates import Candidate
from plainletter.checking.contexts import CONTEXTS
from plainletter.checking.familiar import is_familiar
from plainletter.checking.sentences import Sentence
from plainletter.checking.words import Words
from plainletter.findings import Suggestion
from plainletter.lexicon.entry import Category, Entry

CATEGORY = "unfamiliar"
WHY = "A reader who has not met this word before has to guess, or to ask, or gives up."
KIND = Category(CATEGORY, "A word that may be unfamiliar", "jargon", "note", WHY)
SOURCE = "NHS digital service manual, How we write: use plain words, and explain what people will hear from staff (2026), OGL v3"
_RUNNING = ("paragraph", "list_item", "quote", "heading")
_EXPLAIN = Suggestion("explain", "Use an everyday word, or keep it and say in brackets what it means.")
_SPELL_OUT = Suggestion("explain", "Write it out the first time, and say what it is if the name alone does not.")
_EVEN_IN = tuple(name for name in CONTEXTS if name not in ("preference", "quotation"))

RARE, MEDICAL, LETTERS = (
    Entry(
        f"{CATEGORY}/{name}", CATEGORY, "note", why, SOURCE, terms=(term,), flags=(flags,), passes=(passes,),
        suggestions=(advice,), inflect="none", even_in=_EVEN_IN,
    )
    for name, why, term, flags, passes, advice in (
        ("rare-word", "This word is rare in everyday English.", "any rare word",
         "It was a syndesmotic injury.", "It was an injury to the ankle.", _EXPLAIN),
        ("medical-word", "This word is made of parts that few people outside health care know.", "any word of medical parts",
         "The mediastinoscopy is in June.", "The operation is in June.", _EXPLAIN),
        ("letters", "These letters stand for something that the reader may not know.", "any letters that stand for a name",
         "The QXR is normal.", "The BBC is on.", _SPELL_OUT),
    )
)  # fmt: skip
ENTRIES = (RARE, MEDICAL, LETTERS)
RULES = frozenset(entry.rule for entry in ENTRIES)

# Greek and Latin parts of medical words; a word of ours that has one is rarely an everyday one.
_ENDINGS = """
    itis osis oses ectomy ostomy otomy oscopy oplasty plasty aemia emia uria algia pathy pathic phasia plegia rrhage
    rrhagia rrhoea penia philia sclerosis trophy trophic lysis lytic centesis graphy gram genic genesis megaly oma omas
    omata phagia pnoea stasis tomy azole statin mycin cillin prazole sartan olol dipine mab nib vir azepam oxetine pril
    gliptin
    """.split()
_BEGINNINGS = """
    haem hemo cardio cerebr cyst derm encephal endo entero gastr gynae hepat hyper hypo hyster immuno intra laparo lymph
    mammo mening myo nephr neur oesoph oophor ophthalm osteo otorhin peri pharyng phleb pneumo proct pulmo pyelo rhin
    salping spondyl thorac thromb trache ureter vaso
    """.split()
_PARTS = re.compile(rf"(?:{'|'.join(_ENDINGS)})$|^(?:{'|'.join(_BEGINNINGS)})")
# Nouns and adjectives of care that belong to the rare word beside them: "colorectal surgery", "acute cholecystitis".
_AFTER = frozenset(
    """
    disease diseases syndrome disorder disorders therapy therapies treatment treatments infection infections surgery
    cell cells level levels rate rates trial trials analysis test tests testing index score scores scale acid acids
    protein proteins receptor receptors factor factors injection injections tissue tissues nerve nerves artery arteries
    vein veins muscle muscles gland glands drug drugs agent agents dose doses study studies review fracture fractures
    lesion lesions cancer failure pressure function activity response responses blood bone brain count volume
    concentration pain symptom symptoms attack attacks care unit procedure procedures technique techniques intervention
    interventions deficiency defect defects block release reaction reactions exposure outcome outcomes marker markers
    screening system mass wall loss ratio interval assessment pathway scan clinic tumour tumours tumor tumors carcinoma
    vaccine vaccines virus viruses membrane inhibitor inhibitors extract oil bodies cure effect effects control error
    errors balance repair fluid criteria conditions changes examination
    """.split()
)
_BEFORE = frozenset(
    """
    chronic acute primary secondary clinical systemic local deep vein blood bone brain heart kidney liver lung muscle
    nerve skin eye body visual internal late passive minor moderate standard double single multiple recurrent
    progressive central upper lower left right adverse risk mental physical social sexual short medical surgical common
    essential critical controlled oral severe major positive negative early active mild high low general side
    """.split()
)
# "Mycological cure": an adjective of Greek or Latin make is one term with the noun after it.
_ADJECTIVE = re.compile(r"(?:al|ic|ous|ar|ive|oid|ary)$")
_NO_NOUN = re.compile(r"(?:ed|ly)$")
_FUNCTION = frozenset(
    """
    and or but of in on at to for with from by than as is are was were be been have has had did do does can may might will
    would could should that which who when while this these those their its his her your our my not no nor if then also both
    after before during between among via per using against versus compared including such you we they he she it here there
    """.split()
)
# Short forms that people in the UK know, that are names of what they stand for, or of which the lexicon tells the senses apart.
_KNOWN_LETTERS = frozenset(
    """
    NHS GP GPs UK US USA EU BBC ITV TV DVD CD PC PCs PDF USB ID PIN MP MPs OK AA RAC VAT DIY FAQ PM AM BC AD II III IV VI
    VII SMS TVs QR CV HR IT PO RSVP RNIB RNID RSPCA NSPCC MOT DVLA HMRC DWP YMCA UNICEF AIDS HIV DNA A&E CCTV ASAP PTO WC
    BSL GMT BST ATM NI MBE OBE VIP PE RE FM DJ LED GPS URL USD GBP EUR OT NAD WiFi SIM PS PPS NB
    """.split()
)


def unfamiliar_in(sentence: Sentence, words: Words, taken: Mapping[int, bool], known: Collection[str]) -> Iterator[Candidate]:
    """Yield the words of a sentence that a reader may not know, each with the care words and the known jargon beside it.

    ``taken`` are the words that jargon of the lexicon has matched, and whether they make one term with a rare word beside
    them; ``known`` are first names, and words with an
    everyday sense beside a clinical one, in small letters.
    """
    if sentence.kind not in _RUNNING:
        return
    shouting = _is_shouting(sentence, words)
    at = sentence.first
    while at < sentence.last:
        sign = None if at in taken else _sign(words, at, sentence, known, shouting)
        if sign is None:
            at += 1
            continue
        first, last = (at, at + 1) if sign is LETTERS else _with_neighbours(sentence, words, at, taken, known, shouting)
        while first > sentence.first and words.joined[first]:
            first -= 1
        while last < sentence.last and words.joined[last]:
            last += 1
        at = last
        yield Candidate(sign, sentence, first, last, innocent=False)


def _with_neighbours(
    sentence: Sentence, words: Words, at: int, taken: Mapping[int, bool], known: Collection[str], shouting: bool
) -> tuple[int, int]:
    """Return the span of a rare word with the words of care and the rare words beside it; letters stand for themselves."""
    first, last = at, at + 1
    while first > sentence.first and _joins(words, first - 1) and (taken.get(first - 1) or words.norms[first - 1] in _BEFORE):
        first -= 1
    while last < sentence.last and _joins(words, last - 1):
        belongs = (taken.get(last) and not words.texts[last].isupper()) or words.norms[last] in _AFTER
        if not belongs and (last in taken or _sign(words, last, sentence, known, shouting) not in (RARE, MEDICAL)):
            break
        last += 1
    return first, last + _has_noun(sentence, words, last, known)


def _has_noun(sentence: Sentence, words: Words, last: int, known: Collection[str]) -> bool:
    """Tell whether the word at ``last`` is the noun that the adjective before it is about."""
    if last >= sentence.last or not _ADJECTIVE.search(words.norms[last - 1]) or not _joins(words, last - 1):
        return False
    text = words.texts[last]
    plain = len(text) > 2 and text.isalpha() and text.islower()
    return plain and words.norms[last] not in _FUNCTION and text not in known and _NO_NOUN.search(text) is None


def _sign(words: Words, place: int, sentence: Sentence, known: Collection[str], shouting: bool) -> Entry | None:
    text = words.texts[place]
    if (len(text) < 3 and not text.isupper()) or not _is_wordlike(text):
        return None
    capitals = sum(letter.isupper() for letter in text)
    if capitals > 1 and not shouting:
        if place > sentence.first and words.norms[place - 1] == "%":
            return None  # a statistic: "95% CI"
        emphasis = (
            len(text) > 4 and text.isalpha() and is_familiar(text.lower(), known)
        )  # "LARGE" is loud, not short for anything
        return None if text in _KNOWN_LETTERS or len(text) > 8 or text.capitalize() == text or emphasis else LETTERS
    if place > sentence.first and words.norms[place - 1][0].isdigit() and len(text) < 6:
        return None  # a unit, such as mmol
    plain = text.lower()
    if is_familiar(plain, known) or _is_part_of_known(words, place):
        return None
    medical = _PARTS.search(plain) is not None and len(plain) > 5
    if text[0].isupper() and not shouting:
        # In the middle of a sentence a capital makes a name; at its start a word is none if it is medical or small elsewhere.
        if place != sentence.first or plain in known:
            return None
        return MEDICAL if medical else RARE if plain in words.texts else None
    return MEDICAL if medical else RARE


def _is_wordlike(text: str) -> bool:
    return text.replace("&", "").isalpha()


def _is_part_of_known(words: Words, place: int) -> bool:
    """Tell whether a part of a hyphened word makes a familiar whole ("check-up"): both sides are short or familiar."""
    joined = words.joined[place] or (place + 1 < len(words) and words.joined[place + 1])
    return joined and len(words.texts[place]) < 5


def _is_shouting(sentence: Sentence, words: Words) -> bool:
    texts = [text for text in words.texts[sentence.first : sentence.last] if text.isalpha() and len(text) > 1]
    return len(texts) > 2 and sum(text.isupper() for text in texts) > len(texts) / 2


def _joins(words: Words, place: int) -> bool:
    """Tell whether nothing but a space or a hyphen stands between a word and the next."""
    return words.starts[place + 1] - words.ends[place] <= 1 and words.texts[place + 1][0].isalnum()
