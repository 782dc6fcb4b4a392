"""Numbers of papers, whole or damaged: ``12/KH-UBND``, ``44- KL/TW``, ``30c/NQCP``."""

import re
from dataclasses import dataclass

from phongtrao.intake.extraction.canon import Paper, Span
from phongtrao.intake.extraction.letters import LOWER, UPPER

_PART = rf"[{UPPER}][{UPPER}{LOWER}0-9&.]{{0,14}}"
_DASH = r"[ \t\u00a0]{0,2}\n?(?:\u00ad?[-–—/]|\u00ad)[ \t\u00a0]?\n?"
_SYMBOL = rf"{_PART}(?:{_DASH}{_PART}){{0,7}}"
STATE = re.compile(
    rf"(?<![\w/.,-])(?P<n>\d{{1,5}}[a-zđ]?)[\s\u00ad]{{0,2}}/\s?(?:(?P<y>(?:19|"
    rf"20)\d\d)\s?/\s?)?(?P<s>{_SYMBOL})"
)
PARTY = re.compile(
    rf"(?<![\w/.,-])(?P<n>\d{{1,5}}[a-zđ]?)\s{{0,2}}[-–—\u00ad]\s?(?P<s>[{UPPER}][{UPPER}{LOWER}]{{1,7}}"
    rf"\s?/\s?{_SYMBOL})"
)
SPACED = re.compile(
    rf"(?<![\w/.,-])(?P<n>\d{{1,4}})\s(?P<s>(?:CT|NQ|KL|QĐ|TT|HD|CV|TB|BC|KH|CTr|QĐi)/{_SYMBOL})"
)
LAW = re.compile(r"(?<![\w/.-])(?P<n>\d{1,4})/(?P<y>(?:19|20)\d\d)/(?P<s>QH\d{1,2})\b")
_TYPES = "CTrPH|QCPH|KHPH|NQLT|TTLT|KHLT|CTr|KH|TB|BC|QĐ|NQ|CT|KL|HD|TTr|QC|CV|CĐ|NĐ|TT|QyĐ|PA|ĐA"
_LOST = re.compile(
    rf"^({_TYPES})(UBND|CP|TTg|HĐND|BCA|TW|TU|BCĐ|CAT|MTTQ|MTTW|BTTTT|BNV|BTC|"
    rf"VPCP)(?![a-z])"
)
_UNIT_END = re.compile(r"[.&]+$")


@dataclass(frozen=True)
class PaperNumber:
    """A number in the text and its plain form: no spaces, the lost hyphen restored."""

    span: Span
    value: str
    damaged: bool

    @property
    def first(self) -> str:
        """The bare figure at the front, without leading zeros."""
        found = re.match(r"0*(\d+[a-zđ]?)", self.value)
        return found[1] if found else self.value

    @property
    def symbol(self) -> str:
        """What follows the figure (and the year)."""
        return re.sub(r"^\d+[a-zđ]?[-/](?:\d{4}/)?", "", self.value)


def numbers_in(paper: Paper, start: int = 0, end: int | None = None) -> list[PaperNumber]:
    """Every number of a paper in a stretch, in order, not overlapping."""
    stop = len(paper.text) if end is None else end
    found: list[PaperNumber] = []
    for pattern in (LAW, STATE, PARTY, SPACED):
        for match in pattern.finditer(paper.text, start, stop):
            number = _number(paper, match, party=pattern in (PARTY, SPACED))
            if number and not any(number.span.overlaps(n.span) for n in found[-40:]):
                found.append(number)
    return sorted(found, key=lambda n: n.span.start)


def _number(paper: Paper, match: re.Match[str], *, party: bool) -> PaperNumber | None:
    symbol = _UNIT_END.sub("", match["s"])
    letters = [c for c in symbol if c.isalpha()]
    if sum(c.isupper() for c in letters) < 2 or _not_a_number(paper, match):
        return None
    start, end = match.start(), match.end() - (len(match["s"]) - len(symbol))
    committee = re.match(r"[ \u00a0]138(?![\w/.])", paper.text[end : end + 6])
    if committee and symbol.endswith("BCĐ"):
        symbol, end = symbol + "138", end + 4
    symbol = re.sub(r"[\s\u00a0]+", "", symbol)
    symbol = re.sub(r"\u00ad?([-–—/])|\u00ad", lambda mark: mark[1] or "-", symbol)
    symbol = re.sub(r"[–—]", "-", symbol)
    symbol = _LOST.sub(r"\1-\2", symbol)
    year = match.groupdict().get("y")
    middle = f"/{year}/" if year else "-" if party else "/"
    value = f"{match['n']}{middle}{symbol}"
    printed = paper.text[start:end]
    return PaperNumber(Span(start, end), value, damaged=value != printed)


def _not_a_number(paper: Paper, match: re.Match[str]) -> bool:
    """Names and list marks that look like numbers: "Ban Chỉ đạo 138/CP", "2/ PV05"."""
    before = paper.key[max(0, match.start() - 16) : match.start()]
    if re.search(r"(?:chi dao|bcd|de an|du an)\s*$", before):
        return True
    symbol = match["s"]
    at_line_start = match.start() == 0 or before.rstrip(" \t").endswith("\n")
    spaced = bool(re.search(r"[-/]\s", paper.text[match.start() : match.start("s")]))
    if at_line_start and spaced and not re.search(r"[-/]", symbol):
        return True
    return bool(re.match(r"\s*[/-]?\s*(?:vu|ngay|gio)\b", symbol.lower()))


_BY_SYMBOL = {
    "CTRPH": "ctr_phoi_hop", "QCPH": "quy_che", "KHPH": "ke_hoach", "NQLT": "nghi_quyet",
    "TTLT": "thong_tu", "KHLT": "ke_hoach", "CTR": "chuong_trinh", "KH": "ke_hoach",
    "TB": "thong_bao", "BC": "bao_cao", "QĐ": "quyet_dinh", "NQ": "nghi_quyet", "CT": "chi_thi",
    "KL": "ket_luan", "HD": "huong_dan", "TTR": "to_trinh", "QC": "quy_che", "CV": "cong_van",
    "CĐ": "cong_dien", "NĐ": "nghi_dinh", "TT": "thong_tu", "QĐI": "quy_dinh", "QYĐ": "quy_dinh",
    "PA": "phuong_an", "ĐA": "de_an",
}  # fmt: skip


def type_of_symbol(symbol: str) -> str | None:
    """The kind of paper a symbol names; a symbol without a kind is a dispatch (công văn)."""
    first = re.split(r"[-/]", symbol)[0]
    if re.fullmatch(r"QH\d+", first):
        return "luat"
    if first.upper() in _BY_SYMBOL:
        return _BY_SYMBOL[first.upper()]
    return "cong_van" if first.isupper() else None
