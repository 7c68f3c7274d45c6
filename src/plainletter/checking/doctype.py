"""What kind of text is it: a letter to somebody, outreach, a note in the record, or guidance about wording?"""

from __future__ import annotations

import re

from plainletter.checking.prose import Prose
from plainletter.findings import DocType

_START, _FEW = 4000, 2
_GREETING = re.compile(
    r"^\s*(?:dear|hi|hello|hiya|good (?:morning|afternoon))(?:(?: (?-i:[A-Z])[\w.'’-]*"
    r"| (?:all|both|everyone|and|or|parent|parents|carer|resident|tenant|colleague|sir|madam|there|again"
    r"|folks)){1,6})?\s*(?:,|!|$|(?=\s(?-i:[A-Z])))",
    re.IGNORECASE | re.MULTILINE,
)
_CLOSING = re.compile(
    r"\b(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm) (?:regards|wishes)|with (?:best|warm"
    r"|kind) (?:wishes|regards))\b",
    re.IGNORECASE,
)
_GUIDANCE = re.compile(
    r"\b(?:house style|style guide|words? (?:we|to) (?:avoid|like|use)|words? (?:and phrases )?to avoid|(?:do not"
    r"|don't|we never|never) (?:say|write|use the)|(?:say|write|use) [“\"‘'][^”\"’']{2,60}[”\"’'],? (?:instead|not"
    r"|rather)"
    r"|instead of (?:saying|writing)|rather than (?:saying|writing)|plain english|our letters|wording guide"
    r"|language guide|how we write|preferred terms?)\b",
    re.IGNORECASE,
)
_SHORTHAND = re.compile(
    r"(?:(?<!\w)(?:pt|pts|hx|pmh|dx|rx|tx|o/e|c/o|h/o|k/c/o|pc|hpc|sob|nad|nkda|bd|tds|od|prn|nocte|mane|bp|sats|obs|ecg|cxr|bloods|imp|ddx|fbc|u&e|ue|lfts?|crp|gcs|mse|etoh|ivdu|dsh|tto|ttos|adm|disch|f/u|r/v|d/w|s/b|w/o|yo|y/o"
    r"|mins|wks?|mths?|approx|hb|hba1c|#\w+|\d+/(?:7|52|12)|[x×]\s?\d|\d+[mf](?=[ ,]))(?!\w)|->|→|\?\w)",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(?:you|your|yours|u|ur)\b", re.IGNORECASE)
_WRITER = re.compile(r"\b(?:I|I'm|I've|my|me)\b|\b(?:told me|see me|my clinic|we (?:talked|met|discussed|agreed|spoke))\b")
_RECORD = re.compile(
    r"\b(?:mum|dad|mother|father|client|patient|tenant|parents?|pupil|service user|mr|mrs|ms|miss|he|she)\b", re.IGNORECASE
)


def doc_type_of(prose: Prose) -> DocType:
    """Tell the kind of a text from its form; a caller who knows better says so."""
    text = prose.text[:_START]
    words = len(text.split())
    if not words:
        return "outreach"
    guidance = len(_GUIDANCE.findall(text))
    if guidance and guidance * 150 >= words:
        return "guidance"
    you, shorthand = len(_YOU.findall(text)), len(_SHORTHAND.findall(text))
    if shorthand >= _FEW and shorthand * 25 >= words and you * 20 < words:
        return "note"
    if _GREETING.search(text) or _CLOSING.search(prose.text) or any(p.kind == "salutation" for p in prose.passages):
        return "letter"
    if you:
        return "letter" if _WRITER.search(text) else "outreach"
    return "note" if shorthand or _RECORD.search(text) else "outreach"
