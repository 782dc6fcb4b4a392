"""Words that say what a number is, and words that say whose it is.

All patterns read ``bare`` text: lower case, no tone marks.  None has nested repeats.
"""

import re
from bisect import bisect_right

# How far before a number its naming word may stand, in signs.
REACH = 60
# A count named "hồ sơ CCCD: 212.345.678" stands this close only when the number itself is meant.
CLOSE = 14
_WORDS_READ = 8
_LINE_READ, _STRETCH = 200, 64

_KINDS = {
    "cccd": r"cccd|c\.c\.c\.d|can cuoc|dinh danh ca nhan|so dinh danh|ma dinh danh|cmtcd"
    r"|giay to tuy than|ma so ca nhan",
    "cmnd": r"cmnd|cmtnd|c\.m\.n\.d|cmt|chung minh nhan dan|chung minh thu|so chung minh",
    "bhxh": r"bhxh|bao hiem xa hoi|bhyt|bao hiem y te|ma so bao hiem|so the bao hiem",
    "tax": r"ma so thue|mst|ma thue",
    "mobile": r"sdt|sđt|dtdd|d\.t|dt|dien thoai|di dong|phone|tel|mobile|zalo|viber|hotline"
    r"|lien he|lien lac|goi (?:so|cho|ngay)|nhan tin|duong day nong|fax|so may|may le",
    "bank": r"tai khoan(?: ca nhan| ngan hang)?(?: so| nhan tien)?|stk|so tk|tk so|chuyen khoan"
    r"|so the (?:atm|ngan hang)|vietcombank|vietinbank|agribank|bidv|techcombank|sacombank"
    r"|mb ?bank|vpbank|tpbank|acb|momo|ngan hang",
    "health": r"ma benh nhan|benh an|ma y te|ma kham benh|ho so suc khoe|ma nguoi benh",
    "passport": r"ho chieu|passport",
}
_NAMED = re.compile(
    r"(?<![a-z])(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items())
    + r")(?![a-z])"
)
# Account words are common in honest text ("tài khoản định danh mức 2"): they need to be plain.
_ACCOUNT = re.compile(
    r"(?<![a-z])(?:so (?:tai khoan|tk|the)|stk|tai khoan (?:so|ngan hang|ca nhan)|tk so"
    r"|tai khoan ?:|chuyen khoan|[a-z]+bank|bidv|acb|momo)(?![a-z])"
)
# Words after a number that make it an amount or a count.
# Read with their marks: "ha" is a measure, "Hà" a name.
UNIT = re.compile(
    r"[ )]{0,2}(?:đồng|vnđ|vnd|đ|triệu|tỷ|tỉ|nghìn|ngàn|usd|%|phần trăm|hộ(?! chiếu)|người|lượt"
    r"|công dân|nhân khẩu|hồ sơ|trường hợp|thẻ|tài khoản|cuộc|vụ|tin|mô hình|tổ|học sinh"
    r"|đoàn viên|hội viên|thành viên|m2|ha|km|tấn|kg|cây|lần|số|bản|tài liệu|thuê bao|máy"
    r"|điện thoại|phiếu|đơn vị|dữ liệu|bản ghi)(?!\w)"
)
_OFFICE = re.compile(
    r"(?<![a-z])(?:dong chi|d/c|dau moi|truc ban|thuong truc|co quan|van phong|so truc|noi nhan"
    r"|chuyen vien|pho (?:truong )?phong|truong phong|chanh van phong|truong cong an|can bo"
    r"|giam doc|phu trach|ubnd|uy ban|mttq|mat tran|cong an|bo phan|duong day nong|fax|ban chi dao"
    r"|dai uy|thieu ta|trung ta|thuong ta|dai ta|thuong uy|trung uy|bi thu|chu tich|so nha nuoc"
    r"|hotline|tiep nhan)(?![a-z])"
)
_PRIVATE = re.compile(
    r"(?<![a-z])(?:ba(?! to| na| vi| tri| don)|anh|chi(?! bo| tiet| cuc| hoi| doan| dao| tieu)|chau"
    r"|em|ho (?:ong|ba)|ho gia dinh|chu ho|nan nhan|doi tuong|nguoi dan|sinh (?:nam|ngay)"
    r"|tru tai|thuong tru|tam tru|nha rieng|ca nhan|cccd|cmnd|can cuoc|cong dan|nguoi nha"
    r"|phu huynh|to giac|nguoi bao tin)(?![a-z])"
)
_COMRADE_SISTER = re.compile(r"(?<![a-z])dong chi(?![a-z])")


class Names:
    """The naming words of one text, found once; asked for each number."""

    def __init__(self, bare: str) -> None:
        """Find all naming words of ``bare``."""
        self._ends: list[int] = []
        self._kinds: list[str] = []
        for match in _NAMED.finditer(bare):
            kind = match.lastgroup or ""
            if kind == "bank" and not _is_account(bare, match):
                continue
            self._ends.append(match.end())
            self._kinds.append(kind)

    def before(self, start: int) -> dict[str, int]:
        """Kinds named shortly before ``start``, each with its distance in signs."""
        last = bisect_right(self._ends, start)
        found: dict[str, int] = {}
        for at in range(last - 1, max(-1, last - 1 - _WORDS_READ), -1):
            far = start - self._ends[at]
            if far > REACH:
                break
            found.setdefault(self._kinds[at], far)
        return found


def _is_account(bare: str, match: re.Match[str]) -> bool:
    return bool(_ACCOUNT.search(bare, max(0, match.start() - 4), match.end() + 2))


class Contacts:
    """Whether numbers of one text stand in contact lines of offices."""

    def __init__(self, bare: str) -> None:
        """Nothing is read before it is asked for."""
        self._bare = bare
        self._known: dict[tuple[int, int], bool] = {}

    def holds(self, start: int, end: int) -> bool:
        """True when the line around a number speaks of an office and not of a private person.

        The line, at most some 200 signs to each side, and the 100 signs before it are read: a
        contact block names the office first.
        """
        bare = self._bare
        line_start = bare.rfind("\n", max(0, start - _LINE_READ), start) + 1
        stretch = start // _STRETCH
        if (line_start, stretch) not in self._known:
            begin = max(line_start, stretch * _STRETCH - _LINE_READ)
            stop = bare.find("\n", end, end + _LINE_READ)
            stop = stop if stop >= 0 else end + _LINE_READ
            self._known[line_start, stretch] = _is_office(bare[begin:stop], bare, begin)
        return self._known[line_start, stretch]


def _is_office(line: str, bare: str, begin: int) -> bool:
    if _PRIVATE.search(_COMRADE_SISTER.sub("can bo", line)):
        return False
    before = bare[max(0, begin - 100) : begin]
    return bool(_OFFICE.search(line)) or bool(_OFFICE.search(before) and ":" in line)
