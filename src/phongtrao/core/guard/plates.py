"""Number plates of vehicles; codes of papers, hours and years that look alike are left alone."""

import re
from collections.abc import Iterator

from phongtrao.core.guard.findings import Act, Finding
from phongtrao.core.guard.normal import NormalText

# Local code, series (C, C1, AB, MĐ, MĐ1), four or five digits.  What stands before and behind is
# looked at when the word for a plate is known.
_PLATE = re.compile(
    r"[1-9](?<![\d/,].) ?\d(?P<cut>[\s.\-_]{0,3})"
    r"(?P<series>[a-hj-np-vxyz](?: ?[a-hj-np-vxyz][1-9]?|[ .\-]?[1-9](?=[\s.\-_]|\d{4}))?)"
    r"(?P<gap>[\s.\-_]{0,3})(?P<digits>\d(?:[\s.\-_]{0,3}\d){3,4})"
    r"(?![^\W_]|/\d|/[a-z]{1,4}-)(?![.,\-]\d)"
)
# How the last digits are cut where no word names them.
_DIGITS = re.compile(
    r"\d{4,5}|\d{3}[\s.\-_]{1,2}\d{2}|\d{2}[\s.\-]\d{2,3}|\d(?: \d){3,4}", re.ASCII
)
_SPACED = re.compile(r"\d \d [a-z] (?:[a-z1-9] )?- \d(?: \d){3,4}")
_ALONE_BEFORE, _ALONE_BEHIND = re.compile(r"[\w/.,\-]"), re.compile(r"[\w/]")
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
# The word right before, with the marks of a label between.
_LABEL = re.compile(
    r"(?<![a-z])(?:bien(?: so| kiem soat| dang ky| xe)?(?: dang ky| xe)?|bks|bsx|bs)"
    r"[\s:.=#*_~\-(\"'\[]{0,4}(?:(?:so|la)[\s:]{1,2})?$"
)
_OF_A_CAR = re.compile(r"(?<![a-z])(?:xe|bien so|bks|bsx|o to|mo to|ra vao)(?![a-z])")
_WORDS_READ = 40
# Between *xe* and a plate in one run: no other figure, cell or line.
_BESIDE = re.compile(r"[^\d|\t\n;]*")
_COSTS = re.compile(r"(?<![a-z])(?:xang|dau|gui|sua|rua|ve|phi|tien|ben|nha) xe$")
# Codes of vouchers, papers and works, which stand in one run: PC0015, HĐ0125.
_VOUCHERS_LISTED = "pc pt hd ct bn bc pn px gb dx dn kh qd nq bb tt cv tb hs da gn kc bk"
_VOUCHERS = frozenset(_VOUCHERS_LISTED.split())
# The word behind: "61LD91199 (xe máy biển số)".
_NAMED_BEHIND = re.compile(
    r" ?[(\[,] ?(?:[a-z]{1,6} ){0,4}(?:bien (?:so|kiem soat)|bks|bsx)(?![a-z])"
)
_FIGURES = 5
_NAME_BEFORE = re.compile(r"[a-z)][_\-]$")
_NAME_END = re.compile(r"[\w\-]{0,40}\.(?:pdf|docx?|xlsx?|png|jpe?g|txt|csv|zip)(?!\w)")
_PAPER_TYPES_LISTED = "kh tb qd nq ct tt nd cp bc hd pl ub ca bo vp kl th cv gm tr dx hn tp bb gt"
_PAPER_TYPES = frozenset(_PAPER_TYPES_LISTED.split())
_MEASURES = frozenset("hmgdksv")
_PARTED = re.compile(r"[\s.\-_]")
_PAPER_BEFORE = re.compile(
    r"(?:mau|mau so|dieu|khoan|diem|phu luc|bieu|bieu so|quyet dinh so|cong van so|ke hoach so"
    r"|van ban so|ql|quoc lo|duong|tinh lo|tieu chuan|tcvn|ma|ky hieu|so hieu|lop|khu|lo|toa|nha"
    r"|phong|tang|km|ngo|hem|(?<!o )to|thon)[ :]{0,2}$"
)


def plates_in(text: NormalText) -> Iterator[Finding]:
    """Number plates, named so or written as only plates are."""
    for plate in _PLATE.finditer(text.bare):
        act = _act(text, plate)
        if act:
            yield Finding(plate.start(), plate.end(), "plate", act)
    if not _STRICT.search(text.bare):
        return
    for plate in _OTHER.finditer(text.bare):
        if _is_other(text, plate):
            yield Finding(plate.start(), plate.end(), "plate", "block")


def _is_other(text: NormalText, plate: re.Match[str]) -> bool:
    """Whether the word before means this plate, and no voucher behind *xăng xe*."""
    before = text.bare[max(0, plate.start() - _WORDS_READ) : plate.start()]
    words = [word.end() for word in _STRICT.finditer(before)]
    if not words:
        return False
    if not plate[0].isalnum() or _LABEL.search(before):
        return True
    if _COSTS.search(before, 0, words[-1]):
        return False
    return plate[0][:2] not in _VOUCHERS and _BESIDE.fullmatch(before, words[-1]) is not None


def _act(text: NormalText, plate: re.Match[str]) -> Act | None:
    """Block for a plate named so or written as only plates are; ask for one run in small."""
    before = text.bare[max(0, plate.start() - _WORDS_READ) : plate.start()]
    if _LABEL.search(before):
        return "block"
    if _PAPER_BEFORE.search(before) or before[-1:].isalnum():
        return None
    figures = _figures(plate)
    is_year = len(figures) == 4 and figures[:2] in {"19", "20"}
    if is_year and "-" not in plate[0]:
        is_large = text.cased[plate.start("series")].isupper()
        return "block" if is_large and _OF_A_CAR.search(before) else None
    if _WORDS.search(before) or _NAMED_BEHIND.match(text.bare, plate.end()):
        return "block"
    is_alone = not (_ALONE_BEFORE.match(before[-1:]) or _ALONE_BEHIND.match(text.bare, plate.end()))
    if not is_alone and _is_in_file_name(text, plate):
        return "block" if len(figures) >= _FIGURES else None
    return _act_unnamed(text, plate, len(figures)) if is_alone and not is_year else None


def _figures(plate: re.Match[str]) -> str:
    """The running number; in one run 74C43544 the digit behind one letter belongs to it."""
    figures = re.sub(r"\D", "", plate["digits"])
    is_run = not plate["gap"] and plate["digits"].isdigit() and len(figures) < _FIGURES
    if is_run and plate["series"][-1].isdigit():
        return plate["series"][-1] + figures
    return figures


def _is_in_file_name(text: NormalText, plate: re.Match[str]) -> bool:
    """*don_17C62836_final.docx*: large letters between the marks of a file's name."""
    is_large = text.cased[plate.start("series")].isupper()
    before = text.bare[max(0, plate.start() - 2) : plate.start()]
    return is_large and bool(
        _NAME_BEFORE.search(before) and _NAME_END.match(text.bare, plate.end())
    )


def _act_unnamed(text: NormalText, plate: re.Match[str], figures: int) -> Act | None:
    """What to do about a plate that no word names, by its looks."""
    letters = re.sub(r"[^a-z]", "", plate[0])
    if letters in _PAPER_TYPES:
        return None
    if not _DIGITS.fullmatch(plate["digits"]):
        is_large = text.cased[plate.start("series")].isupper()
        return "block" if is_large and _SPACED.fullmatch(plate[0]) else None
    if _is_dressed(text, plate, figures) or letters == "md":
        return "block"
    return "ask" if figures >= 5 and letters not in _MEASURES else None


def _is_dressed(text: NormalText, plate: re.Match[str], figures: int) -> bool:
    """Capitals and dashes as on a plate."""
    if re.fullmatch(r"\d{3}[.\-]\d{2}", plate["digits"]):
        return True
    if text.cased[plate.start("series")].isupper():
        return figures >= 5 or (_PARTED.search(plate[0]) is not None and "\n" not in plate[0])
    return figures >= 5 and "-" in plate["gap"] + plate["cut"] and "\n" not in plate[0]
