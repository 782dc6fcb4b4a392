"""Findings about persons in prose: births, and who is an official."""

import re
from collections.abc import Iterator

from phongtrao.core.guard.findings import Finding
from phongtrao.core.guard.names import CALLED, is_place, names_in
from phongtrao.core.guard.normal import NormalText, normalise

OFFICIAL = re.compile(
    r"(?<!\w)(?:đồng chí|đ/c|bí thư|chủ tịch|phó|trưởng|giám đốc|bộ trưởng|thứ trưởng|đại tướng"
    r"|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy"
    r"|trung úy|thiếu úy|đại uý|ủy viên|uỷ viên"
    r"|chánh (?:văn|vp|án|thanh|xứ|trương|sở)|cục|vụ trưởng|đại biểu|chuyên viên|cán bộ"
    r"|chiến sĩ|hiệu trưởng|tổng bí thư|thủ tướng|liệt sĩ|anh hùng|ký|kt\.|tm\.|báo cáo viên"
    r"|công chức|giảng viên|luật sư|già làng|người có uy tín|thẩm phán|kiểm sát viên|hòa thượng"
    r"|thượng tọa|đại đức|ni sư|linh mục|mục sư|giám mục|tổ phó|nghệ nhân"
    r"|nghệ sĩ|phóng viên)(?!\w)"
)
_OFFICIAL_BARE = re.compile(
    r"(?<!\w)(?:dong chi|d/c|bi thu|chu tich|giam doc|(?:dai|thuong|trung|thieu) (?:ta|uy|tuong)"
    r"|uy vien|chanh (?:van|vp|an|thanh|xu|truong|so)|dai bieu"
    r"|chuyen vien|can bo|chien si|hieu truong|bao cao vien|cong chuc"
    r"|giang vien|luat su|tham phan|gia lang|hoa thuong|thuong toa|dai duc|linh muc|muc su"
    r"|(?:pho )?truong (?:cong an|phong|ban|doi|thon|doan|khoa|tram)|to truong|pho)(?!\w)"
)
# Who tells of somebody is not who is told of: "Tổ trưởng báo miệng: …".
_TELLS = re.compile(
    r"(?<![a-z])(?:bao|bao mieng|bao tin|bao lai|noi|noi lai|ke|ke lai|cho biet|cho hay|phan anh"
    r"|trinh bay|to giac|to cao|khai): ?"
)
# A post behind a name stands beside it: "Nguyễn Văn An, Trưởng Công an xã".
_BESIDE = re.compile(r"\s?[,(\-:]")
_YEAR = r"(?:19|20)\d\d"
# The word itself is looked for first: few texts hold it often.
_BIRTH = re.compile(
    r"s(?:inh|n)(?<![a-z]sinh)(?<![a-z]sn)(?:(?P<own>[ :]{0,2}(?:nam|ngay)?[ :]{1,2}"
    rf"(?:\d{{1,2}}[ ./-]{{1,2}}\d{{1,2}}[ ./-]{{1,2}})?{_YEAR}|(?<=sn) ?{_YEAR})"
    rf"|(?<=sinh) ?:? ?(?:\d{{1,2}}[ ./-]{{1,2}}){{0,2}}{_YEAR})(?!\d)"
)
_DAY_OF = re.compile(r"(?<![a-z])(?:ngay(?: thang)?(?: nam)?|nam) $")
_DAY_READ = 16
_LINE = re.compile(r"[^\n]+")


def births_in(text: NormalText) -> Iterator[Finding]:
    """Days and years of birth; asked where a name stands before them or they are labelled."""
    for birth in _BIRTH.finditer(text.bare):
        word, start = birth.start(), birth.start()
        led = _DAY_OF.search(text.bare[max(0, word - _DAY_READ) : word])
        if led:
            start -= len(led[0])
        elif not birth["own"]:
            continue
        labelled = "sinh:" in birth[0].replace(" ", "")
        begin = max(0, start - 60)
        near = next(names_in(text, begin, start), None) or next(
            names_in(text, birth.end(), birth.end() + 40), None
        )
        if labelled or near or CALLED.search(text.low, begin, start):
            yield Finding(start, birth.end(), "birth", "ask")


def persons_in(given: str) -> list[tuple[int, int]]:
    """Where a text names persons who are no officials in their post; nothing else is judged.

    Stricter than `read_text`, for doors whose words are to speak of matters alone. A street that
    begins a sentence (*Đường Trần Hưng Đạo*) is no person, though *Đường* is a surname too.
    """
    text = normalise(given)
    return [
        text.origin(start, end)
        for line in _LINE.finditer(text.cased)
        for start, end in names_in(text, *line.span())
        if not is_official(text, start, end) and not is_place(text.low[start:end].split(" ")[0])
    ]


def is_official(text: NormalText, start: int, end: int) -> bool:
    """Whether a post stands before a name or beside it."""
    begin, behind = max(0, start - 60), end + 50
    for told in _TELLS.finditer(text.bare, begin, start):
        begin = told.end()
    beside = _BESIDE.match(text.low, end) is not None
    if OFFICIAL.search(text.low, begin, start):
        return True
    if beside and OFFICIAL.search(text.low, end, behind):
        return True
    if not text.low[begin:behind].isascii():
        return False
    if _OFFICIAL_BARE.search(text.bare, begin, start):
        return True
    return beside and _OFFICIAL_BARE.search(text.bare, end, behind) is not None
