"""Printed figures with their units: ``1.234 lượt người``, ``12,5 tỷ đồng``, ``5/7 vụ``."""

import re

from phongtrao.intake.extraction.canon import Paper, Span
from phongtrao.intake.extraction.dates import PrintedDay
from phongtrao.intake.extraction.records import Figure, Made

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|\d+"
_FIGURE = re.compile(
    rf"(?<![\w./,-])(?P<q>(?:hon|gan|tren|khoang|uoc(?: dat)?|dat|tang|giam|it nhat|toi thieu|"
    rf"(?<=\()[-+])\s*)?"
    rf"(?P<v>{_NUMBER})(?:\s?[-–]\s?(?P<to>{_NUMBER})(?=\s[a-z])|"
    rf"\s?/\s?(?P<of>{_NUMBER})(?=\s[a-z]))?"
    rf"\s?(?P<u>%|k?m[23]\b|y kien\b|"
    rf"(?:(?:nghin|ngan|trieu|ty)\s+)?[a-z]{{2,9}}(?:\s[a-z]{{2,9}})?)"
)
_NOT_UNITS = frozenset(
    [
        "nam",
        "thang",
        "ngay",
        "gio",
        "phut",
        "quy",
        "tuan",
        "khoa",
        "lan",
        "dieu",
        "khoan",
        "va",
        "den",
        "cua",
        "de",
        "trong",
        "theo",
        "tu",
        "so",
        "giay",
        "la",
        "co",
        "cho",
        "voi",
        "tai",
        "ve",
        "cp",
        "muc",
        "phan",
        "chuong",
        "buoc",
        "thu",
        "hoac",
        "nay",
        "khi",
        "do",
        "ubnd",
        "da",
        "dang",
        "khong",
        "sach",
        "biet",
        "kh",
        "qd",
    ]
)
_UNITS = (
    "m2|m3|km2|phan anh|phan qua|ngay cong|dang vien|cong van|ke hoach|nghi quyet|chi thi|chi bo|"
    "luot nguoi|nguoi|vu viec|vu|doi tuong|mo hinh|hoi nghi|lop tap huan|lop|xa|phuong|thon|ho|to|"
    "to chuc|co quan|don vi|dia phuong|tin bai|tin|bai viet|bai|cuoc|dot|tap the|ca nhan|doan vien|"
    "hoi vien|cau lac bo|nguon tin|luot|trieu dong|ty dong|nghin dong|dong|buoi|khu dan cu|co so|"
    "doanh nghiep|truong|mat cong tac|cong tac|de an|can bo|giay khen|bang khen|van ban|to tu quan|"
    "thanh vien|y kien|tai khoan|can nha|suat qua|to gap|to roi|chua|tan|kg|km|ha|chiec|bo|"
    "phuong tien|gia dinh|ho dan|khu vuc|ap|khom|ban|buon|lang|chi bo|chi thi|nghi quyet|"
    "quyet dinh|ke hoach|cong trinh|nha|tau|bi can|nan nhan|chuong trinh|du thao|hoi thi|"
    "camera|phan anh|kien nghi|chi tieu|nhiem vu|noi dung|hang muc|pano|khau hieu|chuyen muc|"
    "dong chi|dai bieu|khu pho|to dan pho|hoc sinh|can ho|diem|tinh|huyen|mo hinh|chien si"
)
_LONGEST_FIRST = "|".join(sorted(set(_UNITS.split("|")), key=len, reverse=True))
_KNOWN = re.compile(rf"(?:(?:nghin|ngan|trieu|ty)\s+)?(?:{_LONGEST_FIRST})\b|%".replace(" ", r"\s"))
_QUALIFIERS = {
    "hon": "hon", "gan": "gan", "tren": "tren", "khoang": "khoang", "uoc": "uoc", "uoc dat": "uoc",
    "dat": "dat", "tang": "tang", "giam": "giam", "it nhat": "it_nhat", "toi thieu": "it_nhat",
    "-": "giam", "+": "tang",
}  # fmt: skip
_NUMBERED = re.compile(
    r"\b(?:thon|khoi|khu pho|ap|khom|buon|cum|lop|bai|so|"
    r"138|dieu|khoan|muc|dot|giai doan|nhom|quy|thang|nam|ngay|khoa|lan thu|thu|phu luc|"
    r"mau|"
    r"chi dao|bcd|bieu)\s+$"
)
_PERIODS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?:0?6|sau) thang dau nam (20\d\d)"), "{}-H1"),
    (re.compile(r"\b(?:0?6|sau) thang cuoi nam (20\d\d)"), "{}-H2"),
    (re.compile(r"\bquy (i|ii|iii|iv)\b(?:/| nam )(20\d\d)"), "Q"),
    (re.compile(r"\b(?:trong|dau) nam (20\d\d)\b|^nam (20\d\d)\b"), "{}"),
)


_SAYS_A_DAY = re.compile(r"\b(?:ngay|sang|chieu|toi|hom|truoc|tu|den|nham|dip|-)\s*$|[-–(]\s*$")


def is_share(paper: Paper, day: PrintedDay) -> bool:
    """Whether "09/09 huyện" is a share of units and no day."""
    if day.year is not None or "/" not in paper.quote(day.span):
        return False
    if _SAYS_A_DAY.search(paper.key[max(0, day.span.start - 10) : day.span.start]):
        return False
    after = day.span.end
    return bool(_KNOWN.match(paper.key, after + 1)) and paper.text[after : after + 1].isspace()


# No paper prints more; a hostile one does not get more work out of us.
_MOST_FIGURES = 8_000


def figures_of(paper: Paper, masked: list[Span]) -> tuple[Figure, ...]:
    """The figures outside the masked stretches (numbers of papers, days, requirements)."""
    walls = sorted(masked, key=lambda s: s.start)
    found: list[Figure] = []
    wall = 0
    for match in _FIGURE.finditer(paper.key):
        span = Span(match.start("v"), match.end())
        while wall < len(walls) and walls[wall].end <= span.start:
            wall += 1
        if wall < len(walls) and walls[wall].overlaps(span):
            continue
        figure = _figure(paper, match)
        if figure:
            found.append(figure)
        if len(found) == _MOST_FIGURES:
            break
    return tuple(found)


# "2 buổi/tuần" is a rhythm.
_A_RATE = re.compile(r"\s?/\s?(?:tuan|thang|quy|nam)\b")


def _figure(paper: Paper, match: re.Match[str]) -> Figure | None:
    unit_start = match.start("u")
    before = paper.key[max(0, match.start() - 14) : match.start("v")]
    ordinal = _NUMBERED.search(before)
    collected = paper.low[match.start() - 4 : match.start()].strip() in {"thu", "thú"}
    if (ordinal and not collected) or (re.search(r"(?:^|\n)\s*$", before) and "." in match["u"]):
        return None
    known = _KNOWN.match(paper.key, unit_start)
    first = match["u"].split()[0]
    wrapped_line = "\n" in paper.text[match.end("v") : unit_start]
    longer = known is not None and " " in " ".join(known[0].split())
    if (first in _NOT_UNITS and not longer) or (
        wrapped_line and not paper.text[unit_start].islower()
    ):
        return None
    if known is None and (not paper.text[unit_start].islower() or len(match["v"]) > 6):
        return None
    if known is None and paper.key[unit_start:].startswith(("h ", "g ")):
        return None
    if first in {"nghin", "ngan", "trieu", "ty"} and known is None:
        first = match["u"]
    end = known.end() if known else unit_start + len(first)
    if _A_RATE.match(paper.key, end):
        return None
    value = float(match["v"].replace(".", "").replace(",", "."))
    said = (match["q"] or "").strip()
    qualifier = f"{match['v']}-{match['to']}" if match["to"] else _QUALIFIERS.get(said)
    unit = paper.text[unit_start:end]
    made = Made("F01" if known else "F02", "certain" if known else "guess")
    period = _period(paper, match.start())
    return Figure(Span(match.start("v"), end), value, unit, None, period, qualifier, made)


def _period(paper: Paper, at: int) -> str | None:
    """The period told in the sentence before the figure."""
    start = max(paper.text.rfind("\n", 0, at) + 1, at - 400)
    stretch = paper.key[start:at]
    for said, form in _PERIODS:
        hits = list(said.finditer(stretch))
        if not hits:
            continue
        if form == "Q":
            quarter = {"i": 1, "ii": 2, "iii": 3, "iv": 4}[hits[-1][1]]
            return f"{hits[-1][2]}-Q{quarter}"
        return form.format(next(g for g in hits[-1].groups() if g))
    return None
