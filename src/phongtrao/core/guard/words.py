"""Findings that are told by words and letters: plates, cards, mail, addresses, birth, names."""

import re
from collections.abc import Iterator

from phongtrao.core.guard.contexts import Names
from phongtrao.core.guard.findings import Finding
from phongtrao.core.guard.normal import NormalText

_CARD = re.compile(r"(?<![a-z0-9])[a-z]{2}[ .\-]{0,3}[1-5](?:[ .\-]{0,3}\d){12}(?!\d)")
_PASSPORT = re.compile(r"(?<![a-z0-9])[a-z][ .\-]{0,3}\d(?:[ .\-]{0,3}\d){6,7}(?![\d])")
_PLATE = re.compile(
    r"(?<![\w/.,\-])([1-9]\d)[ .\-]{0,3}([a-hklmnpstuvxyz])[ .\-]{0,3}([a-z]|[1-9])?"
    r"([ .\-]{0,3})(\d[ .]?\d[ .]?\d(?:[ .\-]{0,3}\d){1,2})(?![\d\w/])(?![.,\-]\d)"
)
_PLATE_WORDS = re.compile(
    r"(?<![a-z])(?:bien (?:so|kiem soat)|bks|bien xe|xe (?:may|o to|mo to|tai|con|khach)|o to|mo to"
    r"|dang ky xe|phuong tien)(?![a-z])"
)
_PAPER_TYPES_LISTED = "kh tb qd nq ct tt nd cp bc hd pl ub ca bo vp kl th cv gm tr dx hn"
_PAPER_TYPES = frozenset(_PAPER_TYPES_LISTED.split())
_AT = re.compile(r" ?(?:@|\(at\)|\[at\]|\(a cong\)) ?")
_BEFORE_AT = re.compile(r"[a-z0-9._%+\-]{1,64}$")
_AFTER_AT = re.compile(r"[a-z0-9\-]{1,63}(?: ?\. ?[a-z0-9\-]{1,63}){1,4}")
_DIGIT_WORDS = {
    "khong": "0", "mot": "1", "hai": "2", "ba": "3", "bon": "4", "tu": "4", "nam": "5",
    "lam": "5", "sau": "6", "bay": "7", "tam": "8", "chin": "9",
}  # fmt: skip
_SPOKEN_WORD = r"(?:khong|mot|hai|bay|ba|bon|tu|nam|lam|sau|tam|chin|\d)(?![a-z0-9])"
_SPOKEN = re.compile(rf"(?<![a-z0-9]){_SPOKEN_WORD}(?:[ ,.\-]{{1,3}}{_SPOKEN_WORD}){{8,39}}")
_SPOKEN_PART = re.compile(_SPOKEN_WORD)


def cards_in(text: NormalText) -> Iterator[Finding]:
    """Health insurance cards: two letters, 1–5, twelve digits."""
    for card in _CARD.finditer(text.bare):
        yield Finding(card.start(), card.end(), "bhyt", "block")


def passports_in(text: NormalText, names: Names) -> Iterator[Finding]:
    """A letter and seven or eight digits after *hộ chiếu*."""
    if "ho chieu" not in text.bare and "passport" not in text.bare:
        return
    for paper in _PASSPORT.finditer(text.bare):
        if "passport" in names.before(paper.start()):
            yield Finding(paper.start(), paper.end(), "passport", "ask")


def plates_in(text: NormalText) -> Iterator[Finding]:
    """Number plates; codes of papers and years that look alike are left alone."""
    for plate in _PLATE.finditer(text.bare):
        if _is_plate(text, plate):
            yield Finding(plate.start(), plate.end(), "plate", "block")


def _is_plate(text: NormalText, plate: re.Match[str]) -> bool:
    """Whether a form that fits is a plate: named so, or written as only plates are."""
    before = text.bare[max(0, plate.start() - 40) : plate.start()]
    if _PLATE_WORDS.search(before):
        return True
    digits = re.sub(r"\D", "", plate[5])
    series = plate[2] + (plate[3] or "")
    capital = text.cased[plate.start(2)].isupper()
    if series in _PAPER_TYPES or (len(digits) == 4 and digits[:2] in {"19", "20"}):
        return False
    if before.rstrip(" :").endswith((" so", "mau", "mau so", "dieu", "khoan", "diem", "phu luc")):
        return False
    parted = re.search(r"[ .\-]", plate[0]) is not None
    dotted = "." in plate[5] or "-" in plate[4]
    return (capital or dotted) and (parted or len(digits) == 5)


def mails_in(text: NormalText) -> Iterator[Finding]:
    """Mail addresses outside .gov.vn."""
    bare = text.bare
    for sign in _AT.finditer(bare):
        before = _BEFORE_AT.search(bare[max(0, sign.start() - 64) : sign.start()])
        after = _AFTER_AT.match(bare, sign.end())
        if before and after and not _is_state_domain(after[0]):
            yield Finding(sign.start() - len(before[0]), after.end(), "mail", "ask")


def _is_state_domain(domain: str) -> bool:
    return domain.replace(" ", "").rstrip(".-").endswith(".gov.vn")


def spoken_in(text: NormalText) -> Iterator[tuple[int, int, str]]:
    """Runs of digits written as words: their range and the digits."""
    for spoken in _SPOKEN.finditer(text.bare):
        parts = list(_SPOKEN_PART.finditer(text.bare, spoken.start(), spoken.end()))
        digits = "".join(_DIGIT_WORDS.get(part[0], part[0]) for part in parts)
        if sum(part[0].isalpha() for part in parts) < 3:
            continue
        yield spoken.start(), spoken.end(), digits
