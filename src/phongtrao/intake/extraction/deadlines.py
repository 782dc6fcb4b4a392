"""Deadlines in words → the notation of the schema (BY, FROM, EVERY, REL, ONGOING, ON_REQUEST).

Vague words ("kịp thời", "sớm", "thời gian tới") are no deadline. Hours are dropped.
"""
# ruff: noqa: E501 - a table of expressions: one rule a line

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from phongtrao.intake.extraction.canon import Paper, Span, read_number, wrapped
from phongtrao.intake.extraction.dates import DAY, Clock, day_of, day_pattern
from phongtrao.intake.extraction.records import Certainty, Deadline, Made

Norm = Callable[[re.Match[str], Clock], str | None]
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_UNITS = {"ngay": "P1D", "tuan": "P1W", "thang": "P1M", "quy": "P3M", "nam": "P1Y"}
_IN_WORDS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "muoi lam": 15, "hai muoi": 20, "ba muoi": 30,
}  # fmt: skip
_WORDS = r"mot|hai muoi|hai|ba muoi|ba|bon|nam|sau|bay|tam|chin|muoi lam|muoi"
_HOUR = r"(?:\d{1,2}\s*(?:gio|h|g)\s*(?:\d{1,2})?\s*(?:phut)?\s*,?\s*)?"
_BEFORE = (
    r"(?:(?:xong|hoan thanh|gui ve|bao cao)\s+)?(?:truoc(?: het)?|cham nhat(?: la| den| vao| trong)*"
    r"|muon nhat(?: la| vao)*|dung|den het|han(?: cuoi| chot)?(?: la)?:?|den truoc)"
)
_EVERY = r"(?:hang|hanh|moi|dinh ky(?: hang| moi)?)"
_YEAR = r"(?:\s*(?:/|-|,?\s*nam)\s*(?P<y>20\d\d)|\s+nam nay)?"


@dataclass(frozen=True)
class DeadlineRule:
    """One numbered way to write a deadline; ``cell`` = only where the whole cell is a deadline."""

    id: str
    pattern: re.Pattern[str]
    norm: Norm
    certainty: Certainty = "certain"
    cell: bool = False


def _by_day(m: re.Match[str], clock: Clock) -> str | None:
    day = day_of(m)
    iso = day.iso(clock.year_for(day.month, day.day)) if day else None
    return f"BY:{iso}" if iso else None


def _range(m: re.Match[str], clock: Clock) -> str | None:
    last = day_of(m, "b")
    if last is None:
        return None
    last_year = last.year or clock.year_for(last.month, last.day)
    end = last.iso(last_year)
    d, mo = m["d"] or m["d2"] or m["ds"], m["m"] or m["m2"] or m["ms"]
    y = m["y"] or m["y2"]
    if not end or last_year is None or d is None:
        return None
    month, day = read_number(mo) if mo else last.month, read_number(d)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year = read_number(y) if y else last_year - (1 if month > last.month else 0)
    return f"FROM:{year:04d}-{month:02d}-{day:02d}/{end}"


def _month_range(m: re.Match[str], clock: Clock) -> str | None:
    a, b = int(m["a"]), int(m["b"])
    if not (1 <= a <= 12 and 1 <= b <= 12):
        return None
    year = int(m["y"]) if m["y"] else clock.year_for(b)
    if year is None:
        return None
    first = int(m["ya"]) if m["ya"] else year - (1 if a > b else 0)
    return f"FROM:{first}-{a:02d}/{year}-{b:02d}"


def _month(m: re.Match[str], clock: Clock) -> str | None:
    month = int(m["m"])
    if not 1 <= month <= 12:
        return None
    year = int(m["y"]) if m["y"] else clock.year_for(month)
    return f"BY:{year}-{month:02d}" if year else None


def _quarter(m: re.Match[str], clock: Clock) -> str | None:
    quarter = _QUARTERS[m["q"]]
    year = int(m["y"]) if m["y"] else clock.year_for(quarter * 3)
    return f"BY:{year}-Q{quarter}" if year else None


def _this_month(m: re.Match[str], clock: Clock) -> str | None:
    """ "trong tháng này", "tháng tới": counted from the month of the paper."""
    if clock.issued is None:
        return None
    ahead = clock.issued.year * 12 + clock.issued.month - 1 + (m["which"] != "nay")
    return f"BY:{ahead // 12}-{ahead % 12 + 1:02d}"


def _this_quarter(m: re.Match[str], clock: Clock) -> str | None:
    if clock.issued is None:
        return None
    ahead = clock.issued.year * 4 + (clock.issued.month - 1) // 3 + (m["which"] != "nay")
    return f"BY:{ahead // 4}-Q{ahead % 4 + 1}"


def _after_years(m: re.Match[str], clock: Clock) -> str | None:
    """ "sau hai năm thực hiện": the year so many years after the paper."""
    count = _counted(m["n"])
    return f"BY:{clock.issued.year + count}" if clock.issued and count <= 20 else None


def _half(m: re.Match[str], clock: Clock) -> str | None:
    half = 1 if m["h"] == "dau" else 2
    year = int(m["y"]) if m["y"] else clock.year_for(half * 6)
    return f"BY:{year}-H{half}" if year else None


def _year(m: re.Match[str], clock: Clock) -> str | None:
    year = int(m["y"]) if m.groupdict().get("y") else clock.planned_year or clock.year
    return f"BY:{year}" if year else None


def _yearly_day(m: re.Match[str], _: Clock) -> str | None:
    day = day_of(m)
    return f"EVERY:P1Y@{day.month:02d}-{day.day:02d}" if day else None


def _monthly_day(m: re.Match[str], _: Clock) -> str:
    return f"EVERY:P1M@{int(m['n']):02d}"


def _quarterly_day(m: re.Match[str], _: Clock) -> str:
    return f"EVERY:P3M@{int(m['n']):02d}"


def _half_yearly(m: re.Match[str], _: Clock) -> str:
    """6 months and a year, each with its day where one stands in brackets."""
    half = f"@{int(m['mh']):02d}-{int(m['dh']):02d}" if m["dh"] else ""
    whole = f"@{int(m['my']):02d}-{int(m['dy']):02d}" if m["dy"] else ""
    first = f"EVERY:P6M{half}"
    return f"{first};EVERY:P1Y{whole}" if m["year"] else first


def _every(m: re.Match[str], _: Clock) -> str:
    names = re.findall(r"0?6 thang|03 thang|3 thang|ngay|tuan|thang|quy|nam", m["units"])
    periods = [
        "P6M" if n.endswith("6 thang") else "P3M" if "3 thang" in n else _UNITS[n] for n in names
    ]
    return ";".join(f"EVERY:{p}" for p in dict.fromkeys(periods))


def _counted(words: str) -> int:
    """A count in figures or in words ("05", "mười lăm")."""
    plain = " ".join(words.split())
    return int(plain) if plain.isdigit() else _IN_WORDS[plain]


def _times_a_year(m: re.Match[str], _: Clock) -> str | None:
    count = _counted(m["n"])
    if m["u"] != "nam":
        return f"EVERY:{_UNITS[m['u']]}"
    return {1: "EVERY:P1Y", 2: "EVERY:P6M", 4: "EVERY:P3M", 12: "EVERY:P1M"}.get(count)


def _months_once(m: re.Match[str], _: Clock) -> str:
    return "EVERY:P6M" if m["n6"] in {"6", "06", "sau"} else "EVERY:P3M"


def _within(m: re.Match[str], _: Clock) -> str:
    unit = {"ngay": "D", "tuan": "W", "thang": "M"}[m["u"]]
    return f"REL:P{_counted(m['n'])}{'WD' if m['wd'] and unit == 'D' else unit}"


def _two_days_a_year(m: re.Match[str], _: Clock) -> str | None:
    """ "trước ngày 15/6 và 15/12 hằng năm": each of the two days."""
    days = [day_of(m), day_of(m, "b")]
    return ";".join(f"EVERY:P1Y@{d.month:02d}-{d.day:02d}" for d in days if d) or None


def _day_to_month(m: re.Match[str], clock: Clock) -> str | None:
    """ "từ ngày 01/8 đến hết tháng 9", "từ tháng 8 đến cuối năm"."""
    last = int(m["em"]) if m["em"] else 12
    told = m["ey"] or m["ey2"]
    year = int(told) if told else clock.year_for(last)
    first = m["m"] or m["m2"] or m["sm"]
    if year is None or not first or not (1 <= last <= 12 and 1 <= read_number(first) <= 12):
        return None
    begin = year - (1 if read_number(first) > last else 0)
    day = m["d"] or m["d2"]
    start = f"{begin}-{read_number(first):02d}" + (f"-{read_number(day):02d}" if day else "")
    return f"FROM:{start}/{year}-{last:02d}"


def _within_hours(m: re.Match[str], _: Clock) -> str:
    """Hours as the days they take: 24 → 1, 48 → 2."""
    return f"REL:P{max(1, -(-int(m['n']) // 24))}D"


def _always(norm: str) -> Norm:
    return lambda _m, _c: norm


def _rule(id_: str, pattern: str, norm: Norm, **more: object) -> DeadlineRule:
    return DeadlineRule(id_, wrapped(pattern), norm, **more)  # type: ignore[arg-type]


_D = rf"(?:[nu]gay\s+)?{DAY}"
_SAY = r"(?:\s*\(?\s*(?:{before}\s+)?(?:ngay\s+)?(?P<d{k}>\d{{1,2}})\s*/\s*(?P<m{k}>\d{{1,2}})(?!\d|/)(?:\s+hang nam)?\s*\)?)?"
_HALF_DAY = _SAY.format(before=_BEFORE, k="h")
_YEAR_DAY = _SAY.format(before=_BEFORE, k="y")
_KE_TU = r"(?:\s*,?\s*(?:ke )?(?:tu|sau) (?:(?:ngay )?hom nay|(?:khi|ngay)(?: (?:ban hanh|nhan duoc|ket thuc|co|ky)[^,.;\n]{0,60})?))?"
_N_TIMES = r"(?P<n>0?\d{1,2}|mot|hai|ba|bon) (?:lan|buoi|cuoc|ky|dot|so|ca|chuyen muc|tin|bai)"
_EVENT = r"khai giang|khai mac|to chuc ngay hoi|ngay hoi|dien ra|su kien|(?:le|dot|buoi|dai hoi|hoi nghi|hoi thi|ngay bau cu|bau cu|mua (?:mua|lu|bao|kho|le hoi)|tet|nam hoc)\b"

RULES: tuple[DeadlineRule, ...] = (
    _rule("H01", rf"\btu\s+(?:ngay\s+)?(?:{DAY}|(?P<ds>\d{{1,2}})(?:/(?P<ms>\d{{1,2}}))?)\s*(?:den|-|–)\s*(?:het\s+)?(?:ngay\s+)?{day_pattern('b')}", _range),
    _rule("H02", rf"\btu\s+(?:(?:ngay\s+)?{DAY}|thang (?P<sm>\d{{1,2}}))\s*(?:den|-|–)\s*(?:het\s+|cuoi\s+)*(?:thang (?P<em>\d{{1,2}})(?:(?:/|-|\s+nam\s+)(?P<ey>20\d\d))?|nam(?:\s+(?P<ey2>20\d\d))?)(?![\d/])", _day_to_month),
    _rule("H02", rf"\btu thang (?P<a>\d{{1,2}})(?:(?:/|\s+nam\s+)(?P<ya>20\d\d))?\s*(?:den|-|–)\s*(?:het\s+)?(?:thang )?(?P<b>\d{{1,2}}){_YEAR}", _month_range),
    _rule("H03", rf"\b(?:dinh ky\s+|bao cao\s+|so ket\s+|hang\s+)?(?:0?6|sau) thang(?! (?:dau|cuoi)){_HALF_DAY}(?P<year>\s*(?:,|va|;|/)?\s*(?:tong ket\s+|bao cao\s+)?(?:mot nam|01 nam|1 nam|ca nam|(?:hang )?nam)\b(?!\s*\d){_YEAR_DAY})?", _half_yearly, cell=True),
    _rule("H03", rf"(?:\b(?:dinh ky|hang|so ket|bao cao)\s+(?:hang\s+|ket qua\s+)?|\)\s*,\s*|\bquy\s*,\s*)(?:0?6|sau) thang(?! (?:dau|cuoi)){_HALF_DAY}(?P<year>\s*(?:,|va|;|/)?\s*(?:tong ket\s+|bao cao\s+)?(?:mot nam|01 nam|1 nam|ca nam|(?:hang )?nam)\b(?!\s*\d){_YEAR_DAY})?", _half_yearly),
    _rule("H04", rf"\b(?:{_BEFORE}\s+)?(?:vao\s+)?(?:cac\s+)?{_D}\s+(?:va|,)\s*(?:{_BEFORE}\s+)?(?:ngay\s+)?{day_pattern('b')}\s+{_EVERY} nam\b", _two_days_a_year),
    _rule("H04", rf"\b{_EVERY} nam\s*,?\s*\(?(?:{_BEFORE}\s+)?{_HOUR}(?:vao\s+)?(?:dip\s+)?{_D}", _yearly_day),
    _rule("H09", rf"\b{_EVERY} nam\s*,?\s*\(?(?:vao|trong|truoc)\s+(?:cuoi\s+|dau\s+)?(?:thang\s+\d{{1,2}}|quy\s+(?:iv|iii|ii|i))\b", _always("EVERY:P1Y")),
    _rule("H04", rf"\b(?:{_BEFORE}\s+)?{_HOUR}(?:vao\s+)?(?:(?:nhan |dung )?dip |nhan )?(?:ngay [a-z ]{{4,40}} )?{_D}\s+{_EVERY} nam\b", _yearly_day),
    _rule("H09", rf"\b(?:(?:trong|vao|truoc|cuoi|dau)\s+)*(?:thang\s+\d{{1,2}}|quy\s+(?:iv|iii|ii|i|[1-4]))\s+{_EVERY} nam\b", _always("EVERY:P1Y")),
    _rule("H16", r"\b(?:trong|cung|khi lap|khi xay dung|vao)\s+(?:ky |thoi diem )?(?:lap |xay dung )?du toan (?:ngan sach )?(?:nha nuoc )?(?:chi )?(?:hang )?(?:nam|chi)\b(?:\s+(?:20\d\d|sau))?|\bdu toan ngan sach hang nam\b", _always("REL:annual_budget")),
    _rule("H20", rf"\b(?:tai|truoc|den|vao|trinh)?\s*(?:phien|cuoc|ky) hop(?:\s+\w+){{0,4}}?\s+thang (?P<m>\d{{1,2}}){_YEAR}", _month),
    _rule("H20", r"\b(?:tai|truoc|den|vao|trinh)?\s*(?:phien|cuoc|ky) hop(?:\s+\w+){0,4}?\s+(?:cuoi|trong) nam(?:\s+(?P<y>20\d\d))?\b", _year),
    _rule("H06", rf"\b(?:{_BEFORE}\s+)?(?:vao\s+)?ngay\s+(?P<n>\d{{1,2}})\s+(?:cua\s+)?thang (?:sau|ke tiep|tiep theo|lien ke)\b", _monthly_day),
    _rule("H05", rf"\b(?:{_BEFORE}\s+)?(?:vao\s+)?(?:ngay\s+)?(?P<n>\d{{1,2}})\s+(?:cua\s+)?thang cuoi\s+(?:cua\s+)?(?:{_EVERY}\s+)?quy\b(?:\s+{_EVERY})?", _quarterly_day),
    _rule("H05", rf"\b{_EVERY} quy\s*,?\s*\(?(?:{_BEFORE}\s+)?(?:ngay\s+)?(?P<n>\d{{1,2}})\s+(?:cua\s+)?thang cuoi(?: (?:cua )?quy)?\)?", _quarterly_day),
    _rule("H06", rf"\b(?:{_BEFORE}\s+)?(?:vao\s+)?ngay\s+(?P<n>\d{{1,2}})\s+{_EVERY} thang\b", _monthly_day),
    _rule("H06", rf"\b{_EVERY} thang\s*,?\s*\(?(?:{_BEFORE}\s+)?(?:vao\s+)?(?:ngay|mung)\s+(?P<n>\d{{1,2}})(?![\d/])\)?", _monthly_day),
    _rule("H07", r"\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\s+(?:hang|moi) tuan\b", _always("EVERY:P1W")),
    _rule("H08", r"\bmoi\s+(?P<u>tuan|thang|quy|nam)(?: hoc)?\s+(?:it nhat\s+|to chuc\s+|hop\s+|toi thieu\s+)*(?P<n>0?\d{1,2}|mot|hai|ba|bon)\s+(?:lan|cuoc|buoi|dot|ky|so|phien|bai|chuyen muc)\b", _times_a_year),
    _rule("H08", r"\b(?P<n6>0?[36]|sau|ba) thang(?:\s+(?:mot|01|1) lan|\s?/\s?(?:1 |01 )?lan)\b", _months_once),
    _rule("H08", r"(?<!ba\s)(?<!hai\s)(?<!\d\s)(?<!bon\s)\b(?P<u>tuan|thang|quy|nam)\s+(?P<n>mot|01|1) lan\b", _times_a_year),
    _rule("H08", rf"\b{_N_TIMES}\s*(?:/|trong (?:mot )?|moi )\s*(?P<u>tuan|thang|quy|nam)\b", _times_a_year),
    _rule("H09", rf"\b{_EVERY}\s+(?P<units>(?:0?[36] thang|ngay|tuan|thang|quy|nam)(?:\s*(?:,|va|/|hoac)\s*(?:hang\s+)?(?:0?[36] thang|tuan|thang|quy|nam)\b)*)(?!\s*(?:20\d\d|\d))", _every),
    _rule("H09", r"\btheo\s+(?P<units>(?:tuan|thang|quy|nam)(?:\s*(?:,|va|/)\s*(?:tuan|thang|quy|nam)\b)*)(?!\s*(?:20\d\d|\d|hoc|iv|i|cua))", _every),
    _rule("H22", rf"\bsau (?:khi )?(?P<n>\d{{1,2}}|{_WORDS}) nam(?: (?:to chuc |trien khai )?thuc hien| ke tu| ky ket| trien khai)(?! (?:da|chi thi|ket luan|nghi quyet|ke hoach|chuong trinh))", _after_years, certainty="check"),
    _rule("H10", rf"\b(?:trong(?: vong| thoi han| thoi gian)?|cham nhat(?: la| trong)*|sau|khong qua|toi da|thoi han)\s+(?P<n>\d{{1,3}}|{_WORDS})\s*(?:\([a-z ]{{2,12}}\)\s*)?(?P<u>ngay|tuan|thang)\b(?!\s+(?:dau|cuoi|\d))(?P<wd>\s+lam viec)?{_KE_TU}", _within),
    _rule("H10", r"\b(?P<n>\d{1,3})\s+(?P<u>ngay)\b(?P<wd>\s+lam viec)?\s+(?:ke tu|sau khi|tu ngay|truoc khi)[^,.;\n]{0,60}", _within),
    _rule("H10", r"\b(?:trong(?: vong| thoi han)?|cham nhat(?: la| trong)*|sau)\s+(?P<n>\d{1,3})\s*(?:gio|h|tieng)\b(?!\s*(?:\d|ngay|phut|sang|chieu))", _within_hours),
    _rule("H11", rf"\b{_BEFORE}\s+{_HOUR}(?:ngay\s+)?{_D}", _by_day),
    _rule("H11", rf"\b(?:hoan thanh|xong|ket thuc|gui|bao cao|trinh)(?:\s+\w+){{0,6}}\s+(?:vao|den|trong)\s+{_HOUR}ngay\s+{DAY}", _by_day, certainty="check"),
    _rule("H11", rf"\b(?:tu nay|tu nay cho)\s+den\s+(?:het\s+)?{_HOUR}{_D}", _by_day),
    _rule("H11", rf"(?<!tinh\s)(?<!chot\s)\b(?:den|trong)\s+{_HOUR}ngay\s+{DAY}", _by_day, certainty="check"),
    _rule("H21", rf"\b(?:vao |nhan |dung |chao mung |trong )*dip (?:ky niem |le |ngay )*(?:[a-z ]{{0,40}}[( ])?{DAY}", _by_day),
    _rule("H12", r"\b(?:trong|het|den|truoc|xong|hoan thanh|so ket|tong ket)\s+(?:het\s+|cuoi\s+)?(?:0?6|sau) thang (?P<h>dau|cuoi) nam(?:\s+(?P<y>20\d\d))?", _half),
    _rule("H13", rf"\b(?:trong(?: ca)?|het|truoc|cham nhat|xong|hoan thanh(?: xong)?(?: trong)?|vao|den|thuc hien|cuoi|dau|giua|khi (?:ket thuc|het))\s+(?:het\s+|cuoi\s+|trong\s+|vao\s+|dau\s+|la\s+)?quy\s+(?P<q>iv|iii|ii|i|[1-4])\b{_YEAR}", _quarter),
    _rule("H13", r"\bquy\s+(?P<q>iv|iii|ii|i|[1-4])\s?/\s?(?P<y>20\d\d)(?=\s*[.;]?\s*$)", _quarter, certainty="check"),
    _rule("H14", rf"\b(?:trong|het|truoc|cham nhat|xong|hoan thanh(?: xong)?|vao|den|cuoi|dau|giua|khi (?:ket thuc|het))\s+(?:het\s+|cuoi\s+|dau\s+|giua\s+|trong\s+|vao\s+|la\s+)?thang\s+(?P<m>\d{{1,2}})(?![\d.]){_YEAR}", _month),
    _rule("H14", r"\b(?:ngay )?(?:trong|truoc|het|cuoi|trong)\s+(?:het\s+|cuoi\s+)?thang (?P<which>nay|toi|sau)\b", _this_month),
    _rule("H13", r"\b(?:ngay )?(?:trong|truoc|het|cuoi)\s+(?:het\s+|cuoi\s+)?quy (?P<which>nay|toi|sau)\b", _this_quarter),
    _rule("H15", r"\b(?:tu nay\s+)?(?:den|truoc|trong|het|cham nhat|xong)\s+(?:het\s+|cuoi\s+|thang 12\s+|nay\s+)?nam\s+(?P<y>20\d\d)\b", _year),
    _rule("H15", r"\b(?:tu nay|tu nay cho)\s+(?:cho\s+)?den\s+(?:het|cuoi)\s+nam\b|\b(?:den|truoc) (?:het|cuoi) nam(?: nay)?\b(?!\s*\d)|\btrong nam nay\b|\b(?:dip|vao|trong dip|truoc) (?:dip )?cuoi nam(?: nay)?\b(?!\s*(?:\d|hoc))", _year),
    _rule("H15", r"\btruoc khi (?:ket thuc|het) nam(?:\s+(?P<y>20\d\d))?\b", _year),
    _rule("H15", r"\b(?:vao|xong|hoan thanh)\s+(?:trong\s+|cuoi\s+|dau\s+)?nam\s+(?P<y>20\d\d)\b", _year, certainty="check"),
    _rule("H16", r"\b(?:ngay\s+)?trong tuan nay\b", _always("REL:this_week")),
    _rule("H16", r"\b(?:(?:trong|vao|dau|cuoi|giua|ngay|truoc)\s+)*tuan (?:toi|sau|ke tiep|tiep theo)\b", _always("REL:next_week")),
    _rule("H16", r"\b(?:ngay\s+)?trong (?:ngay )?hom nay\b|\bngay hom nay\b", _always("REL:today")),
    _rule("H16", r"\b(?:ngay )?(?:tu |trong )?(?:sang|chieu|toi) nay\b|\b(?:bat dau |ngay )?(?:tu|trong) (?:ngay )?hom nay\b|\bngay trong ngay\b(?!\s*\d)", _always("REL:today")),
    _rule("H16", r"\b(?:ngay )?trong dem nay\b", _always("REL:now")),
    _rule("H16", r"\bngay tu bay gio\b|\bngay lap tuc\b|\bngay (?:sau )?khi (?:nhan|ban hanh|ket thuc|co|tiep nhan|phat sinh|xay ra|phat hien|ky|duoc|ke hoach|chuong trinh|quy che|thong bao|cong van|hoan thanh|het)[^,.;\n]{0,40}|\bngay sau (?:hoi nghi|phien hop|cuoc hop|buoi|le|dot)\b[^,.;\n]{0,30}|\b(?:thuc hien|trien khai|bao cao|thong bao|bao tin|xu ly|giai quyet|khac phuc|phan anh|lam|bat tay) ngay\b(?!\s*(?:\d|hoi|le|thang|cong|sau|khi|tu))|\bngay tu (?:dau|khi)\b(?= nhan)", _always("REL:now")),
    _rule("H16", r"\b(?:truoc |trong |vao )?cuoi thang(?: nay)?\b(?!\s*\d)", _always("REL:end_of_month")),
    _rule("H16", r"\b(?:tai |truoc |den |vao )?(?:phien|cuoc|ky|buoi|hoi nghi) (?:hop|giao ban)(?: giao ban| thuong ky| dinh ky| cua [a-z ]{2,24}?)? (?:sau|toi|ke tiep|tiep theo|gan nhat)\b", _always("REL:next_meeting")),
    _rule("H16", r"\b(?:(?:ngay|vao|tu|dip|trong)\s+)*dau nam hoc\b|\btruoc nam hoc moi\b", _always("REL:school_year_start")),
    _rule("H16", rf"\btruoc (?:khi |le |ngay )*(?:{_EVENT})\b", _always("REL:before_event")),
    _rule("H17", r"\b(?:khi|theo) (?:co )?yeu cau(?: dot xuat)?\b|\bdot xuat(?= khi co| theo)", _always("ON_REQUEST"), cell=True),
    _rule("H17", r"\bkhi co yeu cau\b", _always("ON_REQUEST")),
    _rule("H18", r"\bthuong xuyen\b(?:,? lien tuc)?", _always("ONGOING"), cell=True),
    _rule("H18", r"(?<=\()(?:thuc hien )?thuong xuyen(?=\))|\b(?:thoi gian|thuc hien|tien do)\s*:\s*thuong xuyen\b|\bla nhiem vu thuong xuyen\b|\bthuong xuyen\b(?:\s*,?\s*lien tuc)?(?=\s*[.;]?\s*$|\s*,\s*bang\b|\s*,?\s+va khi)", _always("ONGOING")),
    _rule("H11", rf"(?:^|\b){_HOUR}(?:ngay\s+)?{DAY}", _by_day, cell=True),
    _rule("H13", rf"\bquy\s+(?P<q>iv|iii|ii|i|[1-4])\b{_YEAR}", _quarter, cell=True),
    _rule("H14", rf"\bthang\s+(?P<m>\d{{1,2}})(?![\d.]){_YEAR}", _month, cell=True),
    _rule("H12", r"\b(?:0?6|sau) thang (?P<h>dau|cuoi) nam(?:\s+(?P<y>20\d\d))?", _half, cell=True),
    _rule("H15", r"\bnam\s+(?P<y>20\d\d)\b", _year, cell=True),
    _rule("H14", r"^\s*(?P<m>\d{1,2})/(?P<y>20\d\d)\s*$", _month, cell=True),
    _rule("H09", r"\b(?P<units>hang (?:ngay|tuan|thang|quy|nam))", _every, cell=True),
)  # fmt: skip
_CAMPAIGN = re.compile(r"\b(?:trong (?:suot )?(?:thoi gian|dot) cao diem|dot cao diem)\b")


# Words that only look like those of a deadline once their marks are off: "mới", "ban hành quy
# định", "hạng", "sử dụng"; and "ngày" where "ngay" is meant.
_OTHER_MARKS = re.compile(r"m[ốớồờọô]i\b|h(?:à|ạ|ã|a)nh?g?\s+quy\b|hành\b|d[ụùựừ]ng\b|\bđèn\b")
_AT_ONCE = re.compile(r"\bngay\b|\b(?:đêm|tối|chiều|sáng) nay\b|\bngay$")
_QUARTER = re.compile(r"\bqu[ýíì]|tháng|quy\W*\d")


def deadlines_in(
    paper: Paper, span: Span, clock: Clock, *, cell: bool = False, masked: Iterable[Span] = ()
) -> list[Deadline]:
    """Every deadline in a stretch, not overlapping; ``cell``: the stretch is a deadline's cell."""
    walls = [wall for wall in masked if wall.overlaps(span)]
    found: list[Deadline] = []
    # Rules look at the stretch alone, so that "$" and "^" mean its ends.
    key = paper.key[span.start : span.end]
    stand = {word for word in _WORDS_NEEDED if word in key}
    for rule in RULES:
        needs = _NEEDS.get(rule.id)
        if (rule.cell and not cell) or (needs and stand.isdisjoint(needs)):
            continue
        for match in rule.pattern.finditer(key):
            place = paper.trimmed(
                Span(span.start + match.start(), span.start + match.end()), " \t\n,;("
            )
            taken = [*walls, *(d.span for d in found)]
            if place.end <= place.start or any(place.overlaps(t) for t in taken):
                continue
            norm = rule.norm(match, clock)
            if norm and not _misread(paper.low[place.start : place.end], norm):
                found.append(Deadline(norm, place, Made(rule.id, rule.certainty)))
    if not found:
        found = _campaign(paper, span, clock)
    return _fixed(paper, span, sorted(found, key=lambda d: d.span.start))


_DAY_ALONE = wrapped(
    r"\b(?:truoc|cham nhat(?: la)?|vao) (?:ngay|mung) (?P<n>\d{1,2})(?![\d/.-])(?!\s+(?:thang|den))"
)


def _fixed(paper: Paper, span: Span, found: list[Deadline]) -> list[Deadline]:
    """ "Hằng năm … vào dịp 01/6", "Hằng tháng … trước ngày 20": the rhythm with its day."""
    norms = [d.norm for d in found]
    if "EVERY:P1M" in norms:
        said = _DAY_ALONE.search(paper.key, span.start, span.end)
        if said and 1 <= int(said["n"]) <= 31:
            at = norms.index("EVERY:P1M")
            found[at] = replace(found[at], norm=f"EVERY:P1M@{int(said['n']):02d}")
    elif len(found) == 2 and "EVERY:P1Y" in norms:
        rhythm = norms.index("EVERY:P1Y")
        day = found[1 - rhythm]
        plain = re.fullmatch(r"BY:\d{4}-(\d\d-\d\d)", day.norm)
        if plain and not re.search(r"20\d\d", paper.quote(day.span)):
            return [replace(found[rhythm], norm=f"EVERY:P1Y@{plain[1]}")]
    return found


# Words without which a rule finds nothing: looking for them is cheaper than trying the rule.
_NEEDS = {
    "H01": ("tu",), "H02": ("tu",), "H03": ("thang",), "H04": ("nam",), "H05": ("quy",),
    "H06": ("thang",), "H07": ("tuan",), "H08": ("tuan", "thang", "quy", "nam"),
    "H12": ("thang",), "H13": ("quy",), "H15": ("nam",), "H17": ("yeu",), "H18": ("thuong",),
    "H20": ("hop",), "H21": ("dip",), "H22": ("nam",),
}  # fmt: skip


_WORDS_NEEDED = frozenset(word for words in _NEEDS.values() for word in words)


def _misread(said: str, norm: str) -> bool:
    """Whether the words, with their marks, say something else."""
    quarterly = "P3M" in norm or "-Q" in norm
    if _OTHER_MARKS.match(said) or (quarterly and not _QUARTER.search(said)):
        return True
    return norm == "REL:now" and not _AT_ONCE.search(said)


def _campaign(paper: Paper, span: Span, clock: Clock) -> list[Deadline]:
    """ "Trong thời gian cao điểm": the window stands elsewhere in the paper."""
    said = _CAMPAIGN.search(paper.key, span.start, span.end)
    if not said or said[0].startswith("dot"):
        return []
    window_rule = RULES[0]
    for match in window_rule.pattern.finditer(paper.key):
        around = paper.key[max(0, match.start() - 160) : match.end() + 40]
        norm = _range(match, clock) if "cao diem" in around or "thoi gian" in around else None
        if norm:
            return [Deadline(norm, Span(*said.span()), Made("H19", "check"))]
    return []


def joined(deadlines: list[Deadline]) -> Deadline | None:
    """Several deadlines of one requirement as one record; the first place stands for all."""
    if not deadlines:
        return None
    norms = list(dict.fromkeys(n for d in deadlines for n in d.norm.split(";")))
    dated = [n for n in norms if n not in {"ON_REQUEST", "ONGOING"}] or norms
    exact = [n for n in dated if "@" in n]
    dated = [n for n in dated if "@" in n or not any(e.startswith(n + "@") for e in exact)]
    first = deadlines[0]
    certainty: Certainty = first.made.certainty if len(deadlines) == 1 else "check"
    end = deadlines[-1].span.end if len(deadlines) > 1 else first.span.end
    return Deadline(
        ";".join(dated[:3]), Span(first.span.start, end), Made(first.made.rule, certainty)
    )
