"""Numbers told by letters before their digits: cards of health insurance, passports."""

import re
from collections.abc import Iterator

from phongtrao.core.guard.findings import Finding
from phongtrao.core.guard.labels import Labels, kind_behind
from phongtrao.core.guard.normal import NormalText

# What may stand between the signs of such a number.
_CUT = r"[\s.,\-_·()\[\]/|:]{0,4}"
# The end of a word that names them, when no blank follows it: "số", "thẻ", "chiếu", "BHYT".
_FIRST = r"[a-z](?:(?<![^\W_].)|(?<=so.|he.|eu.|yt.|hc.|te.))"
# No place without such a row of digits is looked at more closely.
_CARD_DIGITS = re.compile(rf"[1-5il](?:{_CUT}\d){{12}}")
_CODE_READ = 10
_LETTER = re.compile("[a-z]")
_CARD = re.compile(
    rf"(?P<code>{_FIRST}[ .\-_]{{0,2}}[a-z]){_CUT}"
    rf"(?P<digits>[1-5il](?:{_CUT}\d){{12}})(?!\d|[.,]\d)"
)
# Groups of insured people: Decision 1351/QĐ-BHXH (2015) and those before it.
_CODES_LISTED = (
    "dn hx ch nn tk hc xk ht tb no ct xb tn cs qn ca cy xn ms cc ck cb kc hd te bt hn dt dk xd ts"
    " tc tq ta ty hg ls cn hs sv gd gb tl pv nd qt tv xv nt xt bh kh"
)
_CODES = frozenset(_CODES_LISTED.split())
# Cells of a table stand wider apart.
_CLOSE = re.compile(r"[a-z](?:[ .,\-_·()/]{0,3}[a-z0-9]){14}")
_CELLS = re.compile(r"[\t|]")
_MORE = re.compile(r"[ .\-]{1,3}\d")
_CARD_WORDS = re.compile(r"(?<![a-z])(?:the|bhyt|bao hiem|y te|kham|kcb|ma so)(?![a-z])")
_CARD_WORDS_READ = 60
# The others may be letters written for digits.
_PASSPORT_DIGITS = 4
_GLUED_PASSPORT = {"eu", "hc"}
# Each rare part before the word that holds it: most texts hold none.
_PASSPORT_WORDS = (
    ("chieu", re.compile(r"ho\s{1,3}chieu")),
    ("passport", re.compile("passport")),
    ("hc", re.compile(r"hc(?![a-z])(?<![a-z]hc)")),
    ("pp", re.compile(r"pp(?![a-z])(?<![a-z]pp)")),
)
_PASSPORT = re.compile(rf"{_FIRST}{_CUT}[\doil](?:{_CUT}[\doil]){{6,7}}(?![^\W_])")


def cards_in(text: NormalText, shown: str) -> Iterator[Finding]:
    """Health insurance cards: two letters, 1–5, twelve digits, however they are cut."""
    read_to = 0
    for digits in _CARD_DIGITS.finditer(shown):
        begin = max(read_to, digits.start() - _CODE_READ)
        places = _LETTER.finditer(shown, begin, digits.end())
        card = next(filter(None, (_CARD.match(shown, place.start()) for place in places)), None)
        if card is None:
            continue
        read_to = card.end()
        if _is_card(text, card):
            yield Finding(card.start(), card.end(), "bhyt", "block")


def _is_card(text: NormalText, card: re.Match[str]) -> bool:
    """Not the end of a name before a row of counts."""
    letters, code = re.sub(r"[^a-z]", "", card["code"]), text.low[slice(*card.span("code"))]
    if letters == "vn" or (_CELLS.search(card[0]) and not code.isascii()):
        return False
    if re.search(r"\d{5}", card["digits"]) and (card["digits"][0].isdigit() or letters in _CODES):
        return True
    if letters not in _CODES or not code.isascii() or not _CLOSE.fullmatch(card[0]):
        return False
    begin = max(0, card.start() - _CARD_WORDS_READ)
    named = _CARD_WORDS.search(text.bare, begin, card.start()) is not None
    crowded = _MORE.match(text.bare, card.end()) is not None
    return not crowded and (named or len(code) > 2 or text.cased[card.start()].isupper())


def passports_in(text: NormalText, shown: str) -> Iterator[Finding]:
    """A letter and seven or eight digits after *hộ chiếu*."""
    if not any(part in text.bare and word.search(text.bare) for part, word in _PASSPORT_WORDS):
        return
    labels = Labels(text.bare)
    for paper in _PASSPORT.finditer(shown):
        if sum(sign.isdigit() for sign in paper[0]) < _PASSPORT_DIGITS:
            continue
        named = text.bare[paper.start() - 2 : paper.start()] in _GLUED_PASSPORT or any(
            label.kind == "passport" for label in labels.before(paper.start())
        )
        if named or kind_behind(text.bare, paper.end()) == "passport":
            yield Finding(paper.start(), paper.end(), "passport", "ask")
