"""Numbers told by letters before their digits: cards of health insurance, passports."""

import re
from collections.abc import Iterator

from phongtrao.core.guard.findings import Finding
from phongtrao.core.guard.labels import Labels
from phongtrao.core.guard.normal import NormalText

# What may stand between the signs of such a number.
_CUT = r"[\s.,\-_·()\[\]/|:]{0,4}"
_CARD = re.compile(
    rf"(?<![^\W_])(?P<code>[a-z][ .\-_]{{0,2}}[a-z]){_CUT}"
    rf"(?P<digits>[1-5il](?:{_CUT}\d){{12}})(?!\d)"
)
# Groups of insured people: Decision 1351/QĐ-BHXH (2015) and those before it.
_CODES_LISTED = (
    "dn hx ch nn tk hc xk ht tb no ct xb tn cs qn ca cy xn ms cc ck cb kc hd te bt hn dt dk xd ts"
    " tc tq ta ty hg ls cn hs sv gd gb tl pv nd qt tv xv nt xt bh kh"
)
_CODES = frozenset(_CODES_LISTED.split())
_CARD_WORDS = re.compile(r"(?<![a-z])(?:the|bhyt|bao hiem|y te|kham|kcb|ma so)(?![a-z])")
_CARD_WORDS_READ = 60
_PASSPORT_WORDS = re.compile(r"ho\s{1,3}chieu|passport")
_PASSPORT = re.compile(rf"(?<![a-z0-9])[a-z]{_CUT}\d(?:{_CUT}\d){{6,7}}(?!\d)")


def cards_in(text: NormalText, shown: str) -> Iterator[Finding]:
    """Health insurance cards: two letters, 1–5, twelve digits, however they are cut."""
    for card in _CARD.finditer(shown):
        if _is_card(text, card):
            yield Finding(card.start(), card.end(), "bhyt", "block")


def _is_card(text: NormalText, card: re.Match[str]) -> bool:
    """Not the end of a name before a row of counts."""
    if re.search(r"\d{5}", card["digits"]):
        return True
    begin = max(0, card.start() - _CARD_WORDS_READ)
    if _CARD_WORDS.search(text.bare, begin, card.start()):
        return True
    letters = re.sub(r"[^a-z]", "", card["code"])
    if letters not in _CODES:
        return False
    return len(card["code"]) > 2 or text.cased[card.start()].isupper()


def passports_in(text: NormalText, shown: str) -> Iterator[Finding]:
    """A letter and seven or eight digits after *hộ chiếu*."""
    if not _PASSPORT_WORDS.search(text.bare):
        return
    labels = Labels(text.bare)
    for paper in _PASSPORT.finditer(shown):
        if any(label.kind == "passport" for label in labels.before(paper.start())):
            yield Finding(paper.start(), paper.end(), "passport", "ask")
