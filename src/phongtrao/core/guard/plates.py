"""Number plates of vehicles; codes of papers, hours and years that look alike are left alone."""

import re
from collections.abc import Iterator

from phongtrao.core.guard.findings import Finding
from phongtrao.core.guard.normal import NormalText

# Local code, series (C, C1, AB, MĐ, MĐ1), four or five digits.
_PLATE = re.compile(
    r"[1-9](?<![\w/.,\-].)\d(?P<cut>[\s.\-_]{0,3})"
    r"(?P<series>[a-hj-np-vxyz](?:[a-hj-np-vxyz][1-9]?|[ .\-]?[1-9](?=[\s.\-_]|\d{4}))?)"
    r"(?P<gap>[\s.\-_]{0,3})"
    r"(?P<digits>\d{5}|\d{4}|\d{3}[\s.\-_]{1,2}\d{2}|\d{2}[\s.\-]\d{2,3}|\d(?: \d){3,4})"
    r"(?![\w/])(?![.,\-]\d)"
)
# Plates of the army and of missions: only behind the word.
_OTHER = re.compile(
    r"(?<![\w/.,\-])(?:[a-z]{2}[ .\-]{0,2}\d{2}[ .\-]{0,2}\d{2}"
    r"|[1-9]\d[ .\-]{0,2}\d{3}[ .\-]{0,2}(?:ng|nn|qt|cv)[ .\-]{0,2}\d{2,3})(?![\w/])"
)
_WORDS = re.compile(
    r"(?<![a-z])(?:bien (?:so|kiem soat|dang ky|xe|xanh|do|vang)|bien(?= ?:?\s)|bks|bsx|bs"
    r"|(?:xe|o to|mo to) ?(?:may|tai|con|khach|dien|hoi|ban tai|o to|mo to|dap dien|ga|so)?"
    r"|chiec|dang ky(?: xe)?|phuong tien|so dang ky|wave|dream|honda|yamaha|sirius|exciter"
    r"|vision|lead|air ?blade|toyota|vinfast|kia|mazda|hyundai|ford)(?![a-z])"
)
_STRICT = re.compile(r"(?<![a-z])(?:bien (?:so|kiem soat|do|xe)|bks|bsx|xe)(?![a-z])")
_WORDS_READ = 40
_PAPER_TYPES_LISTED = "kh tb qd nq ct tt nd cp bc hd pl ub ca bo vp kl th cv gm tr dx hn tp bb gt"
_PAPER_TYPES = frozenset(_PAPER_TYPES_LISTED.split())
_PAPER_BEFORE = re.compile(
    r"(?:mau|mau so|dieu|khoan|diem|phu luc|bieu|bieu so|quyet dinh so|cong van so|ke hoach so"
    r"|van ban so|ql|quoc lo|duong|tinh lo|tieu chuan|tcvn|ma|ky hieu|so hieu)[ :]{0,2}$"
)


def plates_in(text: NormalText) -> Iterator[Finding]:
    """Number plates, named so or written as only plates are."""
    for plate in _PLATE.finditer(text.bare):
        if _is_plate(text, plate):
            yield Finding(plate.start(), plate.end(), "plate", "block")
    if not _STRICT.search(text.bare):
        return
    for plate in _OTHER.finditer(text.bare):
        begin = max(0, plate.start() - _WORDS_READ)
        if _STRICT.search(text.bare, begin, plate.start()):
            yield Finding(plate.start(), plate.end(), "plate", "block")


def _is_plate(text: NormalText, plate: re.Match[str]) -> bool:
    """Whether a form that fits is a plate: named so, or written as only plates are."""
    before = text.bare[max(0, plate.start() - _WORDS_READ) : plate.start()]
    if _PAPER_BEFORE.search(before):
        return False
    digits = re.sub(r"\D", "", plate["digits"])
    is_year = len(digits) == 4 and digits[:2] in {"19", "20"}
    if _WORDS.search(before):
        return not is_year or "-" in plate[0]
    series = re.sub(r"[^a-z]", "", plate["series"])
    if series in _PAPER_TYPES or is_year:
        return False
    capital = text.cased[plate.start("series")].isupper()
    if "\n" in plate[0] and not capital:
        return False
    cut_as_plates = re.fullmatch(r"\d{3}[.\-]\d{2}", plate["digits"]) is not None
    dashed = "-" in plate["gap"] or "-" in plate["cut"]
    parted = plate["cut"] + plate["gap"] != ""
    if capital:
        return parted or len(digits) == 5 or cut_as_plates
    return cut_as_plates or (dashed and len(digits) == 5)
