"""Findings about persons in prose: birth, names beside accusations."""

import re
from collections.abc import Iterator

from phongtrao.core.guard.findings import Finding
from phongtrao.core.guard.normal import NormalText
from phongtrao.core.guard.wordlists import any_of, listed

_LETTERS = [chr(code) for code in range(0x41, 0x1EFA) if code < 0x250 or code >= 0x1EA0]
_UPPER = "".join(sign for sign in _LETTERS if sign.isalpha() and sign.isupper())
_LOWER = "".join(sign for sign in _LETTERS if sign.isalpha() and sign.islower())
_SYLLABLE = f"[{_UPPER}][{_LOWER}{_UPPER}']{{0,6}}"
_SURNAMES = (
    "nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|trịnh|đoàn|lâm"
    "|mai|tô|hà|cao|tạ|châu|thái|lương|lưu|vương|quách|đào|trương|tống|kiều|từ|triệu|mạc|phùng"
    "|nghiêm|khổng|tăng|đồng|chu|la|lại|lục|vi|nông|hứa|bế|giàng|vàng|sùng|lò|quàng|cầm|lừ|thào"
    "|mùa|hạng|ksor|siu|rơ|rah|kpă|nay|rcom|rmah|y|a|h'|k'|thạch|danh|kim|sơn|điểu"
)
_SPELLED = re.compile(rf"(?<!\w){_SYLLABLE}(?: {_SYLLABLE}){{1,4}}(?!\w)")
_SURNAME = re.compile(rf"(?:{_SURNAMES})(?!\w)")
_PLACE_BEFORE = re.compile(
    r"(?:đường|phố|trường|thpt|thcs|tiểu học|thành phố|tp\.?|tỉnh|xã|phường|huyện|quận|thị trấn"
    r"|thị xã|chủ tịch|tư tưởng|giải thưởng|quỹ|khu|thôn|làng|bản|chợ|cầu|bệnh viện|chùa|đền) ?$"
)
_OFFICIAL = re.compile(
    r"(?<!\w)(?:đồng chí|đ/c|bí thư|chủ tịch|phó|trưởng|giám đốc|bộ trưởng|thứ trưởng|đại tướng"
    r"|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy"
    r"|trung úy|thiếu úy|đại uý|ủy viên|uỷ viên|chánh|cục|vụ trưởng|đại biểu|chuyên viên|cán bộ"
    r"|chiến sĩ|hiệu trưởng|tổng bí thư|thủ tướng|liệt sĩ|anh hùng|ký|kt\.|tm\.)(?!\w)"
)
_OFFENCE_WORDS = listed(
    "trom|cuop|ma tuy|nghien|mai dam|danh bac|co bac|giet nguoi|lua dao|tien an|tien su|bi bat"
    "|bat giu|khoi to|vi pham phap luat|tin do|theo dao|truyen dao|phan dong|chong pha|chong doi"
    "|tin lanh|hoi thanh|phap luan|vuot bien|vuot nguc|co y gay|thuong tich|doi tuong|cai nghien"
    "|bao luc gia dinh|danh nguoi|danh vo|gay roi|to chuc danh|nghi van|hiem nghi|bi can|bi cao"
    "|nguoi dan toc|cong giao|phat giao|hoa hao|cao dai|quan diem|tu tuong lech lac|to cao"
    "|khieu kien|hiv"
)
_OFFENCE = re.compile(rf"(?<![a-z]){any_of(_OFFENCE_WORDS)}(?![a-z])(?<!nghien(?= cuu))")
_BIRTH = re.compile(
    r"(?<![a-z])(?:(?:sinh|sn)[ :]{0,2}(?:nam|ngay)?[ :]{1,2}"
    r"(?:\d{1,2}[ ./-]{1,2}\d{1,2}[ ./-]{1,2})?"
    r"(?:19|20)\d\d|(?:ngay(?: thang)?(?: nam)?|nam) sinh ?:? ?(?:\d{1,2}[ ./-]{1,2}){0,2}"
    r"(?:19|20)\d\d|sn ?(?:19|20)\d\d)(?!\d)"
)
PERSON_BEFORE = re.compile(
    r"(?<!\w)(?:ông|bà|anh|chị|em|cháu|đối tượng|sinh năm|sinh ngày|sn|ong|ba|chi|doi tuong)(?!\w)"
)
_STOPS = re.compile(r"[.;\n!?](?=\s|$)|\n")


def births_in(text: NormalText) -> Iterator[Finding]:
    """Days and years of birth; asked where a name stands before them or they are labelled."""
    for birth in _BIRTH.finditer(text.bare):
        labelled = "sinh:" in birth[0].replace(" ", "")
        near = next(names_in(text, max(0, birth.start() - 60), birth.start()), None)
        person = PERSON_BEFORE.search(text.low, max(0, birth.start() - 60), birth.start())
        if labelled or near or person:
            yield Finding(birth.start(), birth.end(), "birth", "ask")


def names_in(text: NormalText, start: int, end: int) -> Iterator[re.Match[str]]:
    """Personal names of three syllables or more, or of two after a form of address."""
    for name in _SPELLED.finditer(text.cased, start, end):
        if not _SURNAME.match(text.low, name.start()):
            continue
        before = text.low[max(0, name.start() - 14) : name.start()]
        if _PLACE_BEFORE.search(before) or name[0].lower().startswith("hồ chí minh"):
            continue
        if name[0].count(" ") >= 2 or PERSON_BEFORE.search(before[-12:]):
            yield name


def accusations_in(text: NormalText) -> Iterator[Finding]:
    """Names beside words of offence, faith or opinion in one sentence; no listed officials."""
    seen = -1
    for offence in _OFFENCE.finditer(text.bare):
        begin = max(_sentence_start(text.bare, offence.start()), seen)
        stop = _STOPS.search(text.bare, offence.end(), offence.end() + 120)
        end = stop.start() if stop else min(len(text.bare), offence.end() + 120)
        for name in names_in(text, begin, end):
            if not _is_official(text, name):
                yield Finding(name.start(), name.end(), "accusation", "ask")
                seen = name.end()


def _sentence_start(bare: str, at: int) -> int:
    """Where the sentence around ``at`` begins, at most 120 signs before."""
    begin = max(0, at - 120)
    last = begin
    for stop in _STOPS.finditer(bare, begin, at):
        last = stop.end()
    return last


def _is_official(text: NormalText, name: re.Match[str]) -> bool:
    before = text.low[max(0, name.start() - 60) : name.start()]
    after = text.low[name.end() : name.end() + 50]
    return bool(_OFFICIAL.search(before) or _OFFICIAL.search(after))
