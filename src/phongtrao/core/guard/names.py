"""Names of persons in prose, spelled as names, in capitals, or without capitals and marks."""

import re
from collections.abc import Iterator

from phongtrao.core.guard.normal import NormalText, normalise

_LETTERS = [chr(code) for code in range(0x41, 0x1EFA) if code < 0x250 or code >= 0x1EA0]
_UPPER = "".join(sign for sign in _LETTERS if sign.isalpha() and sign.isupper())
_LOWER = "".join(sign for sign in _LETTERS if sign.isalpha() and sign.islower())
_SYLLABLE = f"[{_UPPER}][{_LOWER}{_UPPER}']{{0,6}}"
_SURNAMES_LISTED = (
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn lâm"
    " mai tô hà cao tạ châu thái lương lưu vương quách đào trương tống kiều từ triệu mạc phùng"
    " nghiêm khổng tăng đồng chu la lại lục vi nông hứa bế giàng vàng sùng lò quàng cầm lừ thào"
    " mùa hạng ksor siu rơ rah kpă nay rcom rmah y a h' k' thạch danh kim sơn điểu"
    " thiều tôn cù chử giáp lã khúc kha lều lỗ lường mẫn mã nhữ ngụy phí sầm tòng toàn đường đàm"
    " đậu doãn dư diệp đèo cấn chế chung âu bạch bàn cáp cung đái đới hàn khương kỷ liễu mẫu nghê"
    " nhâm thân thang thẩm tiêu tiết trà ưng uông viên ông biện"
)
SURNAMES = frozenset(_SURNAMES_LISTED.split())
# Surnames that are words of every day: without capitals, or in them alone, they tell nothing.
_EVERYDAY_LISTED = (
    "đồng la lại từ mùa hạng tăng vàng cầm lừ tô cao sơn kim lý lục vi thái y a mai châu đào"
    " chu hà lâm danh mã đường toàn dư chế chung bàn hàn thân tiêu viên ông tiết trà biện cung"
    " nay phí đàm lỗ ưng thang"
)
EVERYDAY = frozenset(_EVERYDAY_LISTED.split())
# Others that begin or end words of laws and plans: *nghiêm cấm, đoàn thanh niên, tiền lương*.
_IN_WORDS_LISTED = (
    "nghiêm đoàn hồ hứa bế tống tôn thẩm lương dương triệu kiều nông mẫu mẫn kỷ khúc đới"
)
_IN_WORDS = EVERYDAY | frozenset(_IN_WORDS_LISTED.split())
_IN_WORDS_BARE = frozenset(normalise(" ".join(sorted(_IN_WORDS))).bare.split())
_PHRASES = re.compile(
    r"doan (?:thanh (?:nien|tra|phan|vien)|cong tac|trung|viet)|nghiem (?:trong|cam|minh|tuc)"
    r"|ly (?:cong (?:dan|chuc|vu|khai)|gia dinh|thanh)|ban trong|luong cong|ho thuy|vu truong"
    r"|duong cong (?:dan|an)"
)
BARE_SURNAMES = frozenset(normalise(_SURNAMES_LISTED).bare.split())
# The second word of many names: it tells a name where no capitals do.
_MIDDLE = (
    "van|thi|huu|duc|dinh|cong|quoc|minh|ngoc|thanh|xuan|hoai|thu|kim|bich|gia|nhat|trong|hoang"
    "|tuan|anh|phuong|manh|tien|thuy|nhu|my|viet|chi|dang|the|ba|si|hong|diem|cam|tuyet|bao|khanh"
    "|truong|hai|quang|duy|hung|khac|dai|nguyen|phuc|tan|trung|vinh|thuan|ngan|lan|mai|linh|thao"
)
# Words of every day without their capital, and the beginnings of other phrases.
_WORDS_LISTED = "dong la lai tu nay danh mua hang tang vang cam lu a k' h' to"
_WORDS = frozenset(_WORDS_LISTED.split())
# The same as they are spelled: *cấm* is none of them.
_MIDDLE_LISTED = (
    "văn vân thị hữu đức đình công quốc minh ngọc thanh thành thạnh xuân hoài thu kim bích gia nhật"
    " nhất trọng hoàng tuấn anh ánh phương phượng mạnh tiến thùy thuỳ thúy thuý thủy thuỷ thụy thuỵ"
    " như mỹ mĩ viết việt chí chi đăng đặng đằng thế bá ba sĩ sỹ hồng diễm cẩm tuyết bảo khánh"
    " trường trương hải quang quảng duy hùng hưng khắc đại đài nguyên nguyễn phúc phước tân tấn"
    " trung vinh vĩnh thuận thuần ngân lan lân mai linh thảo"
)
_MIDDLE_MARKED = frozenset(_MIDDLE_LISTED.split())
# Before a name that no capitals tell: a form of address, a mark, the beginning of the line.
_OPENS = re.compile(
    r"(?:^|[\n|\t•+*:,\-\"“(]|\d[.)/])\s*$"
    r"|(?<![a-z])(?:ong|ba|anh|chi|em|chau|thang|lao|mu|co|chu|bac|cau|ten|doi tuong|truong hop"
    r"|hang xom|nha|gia dinh|vo|chong|con|bi can|bi cao|la|tin|to|cung|cho|cua) $"
)
_UNSPELLED = re.compile(
    rf"(?<![a-z0-9'])(?:{'|'.join(sorted(BARE_SURNAMES - _WORDS))}|to(?! truong| bao))"
    rf"(?: (?:{_MIDDLE}))(?: [a-z]{{2,6}})"
    r"(?![a-z0-9])"
)
_SPELLED = re.compile(rf"(?<!\w){_SYLLABLE}(?: {_SYLLABLE}){{1,6}}(?!\w)")
_PLACE_BEFORE = re.compile(
    r"(?:đường|phố|trường|thpt|thcs|tiểu học|mầm non|thành phố|tp\.?|tỉnh|xã|phường|huyện|quận"
    r"|thị trấn|thị xã|chủ tịch|tư tưởng|giải thưởng|quỹ|khu|thôn|làng|bản|chợ|cầu|bệnh viện|chùa"
    r"|đền|buôn|ấp|tổ|nước|công ty|tnhh|cổ phần|dntn|htx|doanh nghiệp|khách sạn|quán"
    r"|hợp tác xã|nhà thờ|giáo xứ|khe|núi|sông|đảo) ?$"
)
# Of them those that mean nothing else without marks.
_PLACE_BARE = re.compile(
    r"(?<![a-z])(?:duong|pho|truong|thpt|thcs|tieu hoc|mam non|thanh pho|tinh|xa|phuong|huyen|quan"
    r"|thi tran|thi xa|benh vien|cong ty|tnhh|doanh nghiep|hop tac xa|nha tho|giao xu) ?$"
)
CALLED = re.compile(
    r"(?<!\w)(?:ông|bà|anh|chị|em|cháu|đối tượng|sinh năm|sinh ngày|sn|ong|ba|chi|doi tuong)(?!\w)"
)
_CALLED_READ = 12
_BEFORE_READ = 14


def names_in(text: NormalText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where personal names stand: of three words, or of two behind a form of address."""
    window = text.cased[start:end]
    if window.islower() or window.isupper():
        yield from _unspelled(text, start, end)
        return
    for run in _SPELLED.finditer(text.cased, start, end):
        if run[0].isupper() and len(run[0]) > _CALLED_READ:
            yield from _unspelled(text, *run.span())
            continue
        name = _name_at(text, run)
        if name:
            yield name


def short_names(text: NormalText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Names of two words, a surname first; only where something else tells that they are names."""
    for run in _SPELLED.finditer(text.cased, start, end):
        words = run[0].lower().split(" ")
        before = text.low[max(0, run.start() - _BEFORE_READ) : run.start()]
        is_known = words[0] in (BARE_SURNAMES if run[0].isascii() else SURNAMES)
        if len(words) == 2 and is_known and not is_place(before):
            yield run.span()


def _name_at(text: NormalText, run: re.Match[str]) -> tuple[int, int] | None:
    """The name in a run of large words: from its surname on, whatever stands before that."""
    at, words = run.start(), run[0].lower().split(" ")
    bare = text.bare[run.start() : run.end()].split(" ")
    surnames = BARE_SURNAMES if run[0].isascii() else SURNAMES
    spelled = bare if surnames is BARE_SURNAMES else words
    for place, word in enumerate(spelled[:-1]):
        if word in surnames:
            before = text.low[max(0, at - _BEFORE_READ) : at]
            if is_place(before) or " ".join(words[place:]).startswith("hồ chí minh"):
                return None
            enough = len(words) - place >= 3 or word == "y"
            if enough or CALLED.search(before[-_CALLED_READ:]):
                return at, run.end()
        at += len(word) + 1
    return None


def _unspelled(text: NormalText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Names that no capitals tell: a surname, a common second word and one more."""
    is_marked = not text.low[start:end].isascii()
    at = start
    while name := _UNSPELLED.search(text.bare, at, end):
        before = text.low[max(0, name.start() - _BEFORE_READ) : name.start()]
        if not _is_unspelled_name(text, name, is_marked=is_marked) or is_place(before):
            at = name.start() + 1
            continue
        yield name.span()
        at = name.end()


def _is_unspelled_name(text: NormalText, name: re.Match[str], *, is_marked: bool) -> bool:
    """Whether the words are spelled as names are, and none of every day."""
    surname, middle, _given = text.low[name.start() : name.end()].split(" ")
    if is_marked and (surname not in SURNAMES or not _is_middle(middle)):
        return False
    if _PHRASES.match(name[0]):
        return False
    if surname not in (_IN_WORDS if is_marked else _IN_WORDS_BARE):
        return True
    return _OPENS.search(text.bare[max(0, name.start() - _BEFORE_READ) : name.start()]) is not None


def _is_middle(word: str) -> bool:
    return word in _MIDDLE_MARKED or word.isascii()


def is_place(before: str) -> bool:
    """Whether the words before a name make it one of a street, a school, a firm."""
    return bool(_PLACE_BEFORE.search(before) or (before.isascii() and _PLACE_BARE.search(before)))
