"""Home addresses: house numbers, flats, lanes, and where somebody lives down to the hamlet."""

import re
from collections.abc import Iterator

from phongtrao.core.guard.findings import Act, Finding
from phongtrao.core.guard.names import CALLED, names_in, short_names
from phongtrao.core.guard.normal import NormalText
from phongtrao.core.guard.people import OFFICIAL
from phongtrao.core.guard.wordlists import any_of, begun, every, listed, opened

_UNIT_WORDS = listed(
    "to|to dan pho|to tu quan|to nhan dan|tdp|thon|ap|ban|xom|buon|lang|khu|khu pho|khu dan cu"
    "|khu vuc|khu tap the|khom|soc|phum|doi|khoi|khoi pho|plei|play|kp|kdc|cum|cum dan cu|bon"
    "|nong|khe|chom|chung cu"
)
# A house number; no day, no year, no number of a paper.
_DIGITS = r"\d{1,5}+(?:[a-z]\d{0,2}+(?!\w))?+(?:[/\-]\d{1,5}+(?:[a-z](?!\w))?+){0,5}+"
_NUMBER = (
    r"(?!\d{1,2}[/.\-]\d{1,2}[/.\-](?:19|20)\d\d)(?!(?:19|20)\d\d(?![\w/]))(?!0\d\d)"
    rf"{_DIGITS}(?![\w/]|[.,\-]\d)"
)
_LIVES = (
    every("tru |thuong tru |tam tru |cu tru |luu tru |ngu |song |sinh song |nha |tro ", "tai|o")
    + every("dia chi", "| nha| rieng| lien he")
    + every("d/c", "| nha| lien he| thuong tru| hien nay")
    + listed(
        "tru|tru quan|thuong tru|tam tru|cu tru|luu tru|hktt|dkhktt|dktt|dkkh|ho khau|noi o|cho o"
        "|o tai|o so|sinh song|hien o|ngu|que quan|nguyen quan|nha rieng|thue tro|o tro"
    )
)
_LINK = listed(
    "tai|o|hien nay|hien tai|hien|nay|la|cu|truoc day|dia chi|thuong tru|tam tru|tru|o tro"
    "|nguoi nay|cu the|ghi|theo ho khau|nha khong so|ho khau|ho khau thuong tru|noi dang ky"
    "|noi thuong tru|dang ky thuong tru"
)
# A hamlet's name ends at the mark behind it: *thôn 2, Tổ trưởng …*.
_CALLED_WORD = r"(?:[^\s,;.]|\.(?=\S)){1,12}+"
_PLACE = (
    rf"(?P<exact>(?P<bare>(?:(?:so nha|nha so|so|sn|nha)[\s:.]{{0,2}})?{_NUMBER})"
    r"|(?:ngo|ngach|hem|kiet|lo|can ho)\s(?:so\s)?[a-z]{0,2}\d\w{0,5}|(?:phong|p\.?)\s?\w?\d{2,5})"
    rf"|(?P<unit>{any_of(_UNIT_WORDS)})"
    rf"(?P<called>[\s.]?(?:so\s)?{_CALLED_WORD}(?:[ \t](?![\-–|(]){_CALLED_WORD}){{0,2}}+)"
)
_HOME = re.compile(
    rf"{begun(_LIVES, before='a-z0-9')}(?![a-z])"
    rf"(?:[\s:,\-()=|]{{1,3}}+{any_of(_LINK)}(?![a-z])){{0,4}}+"
    rf"[\s:,\-()=|\[{{<\"'“«‘]{{0,4}}+(?P<place>{_PLACE})"
)
_STREETS = "(?:duong|pho|ngo|ngach|hem|kiet|to|thon|khu pho|ap|khom|xom|phuong)"
_NUMBERED = rf"[\s:.]{{0,3}}{_NUMBER}"
_FLAT = (
    r"can ho(?: chung cu)?(?: so)?[ :]{0,2}"
    r"(?:[a-z]{1,2}\d{0,2}[.\-]?\d{2,5}(?:[.\-]\d{1,3})?|\d{3,5}[a-z]?"
    r"|\d{1,2}(?=,? tang \d)|[a-z]\d(?=,? (?:chung cu|toa|block) [a-z])"
    r"|\d{1,3}(?:[.\-]\d{2,3})?[a-z]?(?=,? (?:chung cu|toa|block|lo|khu) [a-z]))(?!\w)"
)
_ROOM = (
    r"p(?:hong)?[ .]{0,2}(?:so )?[a-z]?\d{1,5}[a-z]?,? "
    r"(?:(?:tang \d{1,2}|lau \d{1,2}|nha|toa|toa nha) ?\w{0,4},? )?"
    r"(?:chung cu|khu tap the|nha tro|khu tro|day tro|ky tuc xa)"
)
_HOUSE_BY_KIND = (
    rf"nha(?: \d tang| rieng| tro| cap bon| cap 4| thue){{1,2}} so {_NUMBER},? {_STREETS}(?![a-z])"
)
_BEHIND_LANE = r"\d{1,5}[a-z]?(?:/\d{1,5})*,? (?:ngo|hem|kiet) \d{1,5}(?!\w)"
_HOUSE_FORMS = (
    *(rf"{word}{_NUMBERED}" for word in ("so nha", "nha so", "nha o so")),
    rf"sn{_NUMBERED},?\s{_STREETS}(?![a-z])",
    _FLAT,
    _HOUSE_BY_KIND,
    r"can ho so[ :]{0,2}\w{1,6}",
    _ROOM,
    rf"ngach {_BEHIND_LANE}",
    rf"hem {_BEHIND_LANE}",
)
_HOUSE = re.compile(opened(_HOUSE_FORMS, before="a-z0-9"))
# A house in a lane: the lane is looked for, then the number before it.
_LANE = re.compile(r"(?:ngo|ngach|hem|kiet) \d{1,5}(?:/\d{1,5})*(?!\w)")
_IN_LANE = re.compile(rf"(?<![a-z0-9,./])(?:so |nha )?{_DIGITS},? $")
_LANE_READ = 20
_STREET_BEHIND = re.compile(rf"[,\s]{{1,3}}{_STREETS}(?![a-z])")
_SEAT = re.compile(r"(?<![a-z])(?:tru so|van phong|co quan|nha van hoa|don vi|cong ty)(?![a-z])")
_SEAT_READ = 40
_FLAT_COUNTED = re.compile(r"[\d.,]* ?(?:m2|căn|hộ|đồng|triệu|tỷ|phòng)(?!\w)")
_COUNTED_BEFORE = re.compile(r"\d[\d.,]* (?:hộ|người|nhân khẩu|khẩu|công dân|trường hợp|lượt|em)")
# The same in a line without marks, where "ho" and "lan" may be names too.
_COUNTED_BARE = re.compile(r"\d[\d.,]* (?:ho|nguoi|nhan khau|khau|cong dan|truong hop|luot) ")
_COUNTED_AFTER = re.compile(
    r"[\d.,]* ?(?:hộ|người|nhân|khẩu|trường|lượt|%|tháng|năm|ngày|công dân|thôn|tổ|khu|xã|phường"
    r"|ấp|bản|điểm|cơ sở|căn|vụ|lần|nơi|mô hình|phiếu|thẻ|tài khoản|hồ sơ)(?!\w)"
)
# Many, or a duty: residents as a whole, not somebody's home.
_MANY = re.compile(
    r"(?<![a-z])(?:cac|nhung|(?<!giay )(?<!thu )moi|tat ca|toan bo|nhieu|quan ly|kiem tra"
    r"|ra soat|quy dinh|nhan dan|nguoi dan|dong bao|dan cu|ba con|cong tac|thong bao luu tru"
    r"|linh vuc|co quan|tru so|don vi|ubnd|cong an xa|tieu chuan|dieu kien"
    r"|tu(?: du)? \d\d tuoi(?: tro len)?)(?![a-z])"
)
_SOMEBODY = re.compile(
    r"(?<![a-z])(?:nguoi (?:gui|nhan|nop|dan ong|phu nu|bao|lam|duoc|bi|co|dung|dai|khai|viet|to"
    r"|phan anh|lien he|vay|mua|ban)|chu ho|nan nhan|hoc sinh|cong dan|gia dinh|bi can|bi cao"
    r"|doi tuong|ho ten|ho va ten|vo|chong|con|be|minh|toi|sinh nam|sn|chau|cu)(?![a-z])"
)
_AREA_BEHIND = re.compile(
    r"(?:\s(?!xa |phuong )[a-z0-9']{1,8}){1,3}\s?[,;\-(]\s?(?:xa|phuong|thi tran|huyen|quan"
    r"|tp|thanh pho|tinh|thi xa|khu pho|ap|thon|dac khu)(?![a-z])"
)
_GENERIC = re.compile(
    r"\s(?:xom|ap|to|dan|van (?:hoa|con|dong|chua|duoc|co)"
    r"|dac|tren|minh|nay|do|khac|nao|theo|va|hoac|hay|thi|cua|trong"
    r"|cong|quan|xa|phuong|noi|khong|co|la|duoc|da|se|tu|ve|gan|nguoi|ho"
    r"|lien (?:gia|ket|thon|hoan|quan))(?![a-z])"
)
# Of the words for a home, the one that offices have too.
_ADDRESS = re.compile(r"(?:d/c|dia chi)(?! thuong tru| tam tru| noi o| cu tru| nha)")
_ARCHIVE = re.compile(r"(?<![a-z])(?:muc luc|hop|ho so|kho|ke)(?![a-z])")
_ARCHIVE_READ = 25
# Words before a home that speak of nobody: "đang tạm trú tại …", "có hộ khẩu tại …".
_OPENING = re.compile(r"(?:(?:hien|dang|co|hien dang|hien nay|van|nay)(?![a-z]) ?){1,3}+$")
# A name of two words is one where the home stands right behind it: "Đinh Uyên; hiện trú tại …".
_BESIDE_HOME = re.compile(r"[\s,;:(|\-]{1,4}(?:(?:hien|dang|co|van|nay)(?![a-z]) ?){0,3}+")
_COUNT_READ, _BEHIND_READ = 50, 60
_READ = 100
_STOP = re.compile(r"(?<! p)(?<! q)(?<! tp)[.!?](?=\s)|\n")


def homes_in(text: NormalText) -> Iterator[Finding]:
    """House numbers, and where somebody lives."""
    for start, end in _houses(text):
        if not _SEAT.search(text.bare, max(0, start - _SEAT_READ), start):
            yield Finding(start, end, "address", "block")
    for home in _HOME.finditer(text.bare):
        act = _act(text, home)
        if act:
            yield Finding(*home.span("place"), "address", act)


def _houses(text: NormalText) -> Iterator[tuple[int, int]]:
    """Where house numbers, flats and houses in lanes stand."""
    for house in _HOUSE.finditer(text.bare):
        if not _FLAT_COUNTED.match(text.low, house.end()):
            yield house.span()
    for lane in _LANE.finditer(text.bare):
        number = _IN_LANE.search(text.bare, max(0, lane.start() - _LANE_READ), lane.start())
        if number:
            yield number.start(), lane.end()


def _act(text: NormalText, home: re.Match[str]) -> Act | None:
    """Block for a house or a person's hamlet; None for counts, duties and the general word."""
    start = home.start()
    begin = _sentence_start(text.bare, start)
    if _COUNTED_BEFORE.search(text.low, max(begin, start - 50), start) or _is_count(text, home):
        return None
    if not _OPENING.sub("", text.bare[begin:start]).strip(' _*~-("'):
        # A sentence that opens with the home speaks of whom the one before names.
        begin = _sentence_start(text.bare, max(0, begin - 2))
    person = _is_somebody(text, begin, start) or _is_of_somebody_behind(text, home)
    of_many = _MANY.search(text.bare, begin, start)
    if _ADDRESS.match(home[0]) and not person and (of_many or not _is_in_lane(home)):
        return None
    if _is_archive(text, home) or _is_other_word(text, home):
        return None
    if home["exact"]:
        return "block" if _is_house(text, home, person=person) else None
    if not _is_named_place(text, home, person=person):
        return None
    if person:
        return "block"
    if of_many:
        return None
    labelled = ":" in text.bare[start : home.start("place")]
    return "block" if labelled else "ask"


def _is_in_lane(home: re.Match[str]) -> bool:
    """*Đ/c: 12/4 Lê Lợi*: no office stands in a lane."""
    return home[0].startswith("d/c") and "/" in (home["bare"] or "")


def _is_count(text: NormalText, home: re.Match[str]) -> bool:
    """*96.059 nhan khau thuong tru tai 60 thon*, in a line without marks."""
    begin = max(0, home.start() - _COUNT_READ)
    if not text.low[begin : home.end()].isascii():
        return False
    return _COUNTED_BARE.search(text.bare, begin, home.start()) is not None


def _is_other_word(text: NormalText, home: re.Match[str]) -> bool:
    """*Trú* alone; *trụ, trừ, trự* are spelled with other marks."""
    said = text.low[home.start() : home.start() + 4]
    return said[:3] != "trú" and not said.isascii() and home[0].startswith(("tru ", "tru:"))


def _is_archive(text: NormalText, home: re.Match[str]) -> bool:
    """*Lưu trữ: phông 35, mục lục 9*: a place in an archive, spelled with other marks."""
    if not home[0].startswith("luu tru"):
        return False
    said = text.low[home.start() : home.start() + 7]
    behind = _ARCHIVE.search(text.bare, home.end(), home.end() + _ARCHIVE_READ)
    return said == "lưu trữ" or (said.isascii() and behind is not None)


def _is_house(text: NormalText, home: re.Match[str], *, person: bool) -> bool:
    """A house number by its word or form, or by the street behind it; no count, no heading."""
    before = text.bare[home.start() : home.start("place")]
    if text.bare[max(0, home.start() - 8) : home.start()].endswith("luat "):
        return False
    number, end = home["bare"], home.end("place")
    if number is None:
        return True
    is_item = number[0].isdigit() and "\n" in before and ":" not in before
    if is_item or _COUNTED_AFTER.match(text.low, end):
        return False
    if not number.isdigit():
        return True
    street = text.cased[end : end + 3].lstrip(" ,")[:1]
    named = street.isupper() and not text.cased[home.start() : home.start() + 3].isupper()
    if named or (person and street.isalpha()):
        return True
    return bool(_STREET_BEHIND.match(text.bare, end) or _AREA_BEHIND.match(text.bare, end))


def _is_somebody(text: NormalText, begin: int, start: int) -> bool:
    if _SOMEBODY.search(text.bare, begin, start) or CALLED.search(text.low, begin, start):
        return not _MANY.search(text.bare, begin, start) or _has_name(text, begin, start)
    return _has_name(text, begin, start) or _has_short_name(text, begin, start)


def _has_short_name(text: NormalText, begin: int, start: int) -> bool:
    """A surname and one word right before the home."""
    return any(
        _BESIDE_HOME.fullmatch(text.bare, end, start)
        for _at, end in short_names(text, begin, start)
    )


def _is_of_somebody_behind(text: NormalText, home: re.Match[str]) -> bool:
    """*Địa chỉ: thôn 3, xã A – bà Lan*: a person without a post behind the home."""
    end = home.end()
    stop = _STOP.search(text.bare, end, end + _BEHIND_READ)
    last = stop.start() if stop else min(len(text.bare), end + _BEHIND_READ)
    if _MANY.search(text.bare, max(0, home.start() - _BEHIND_READ), last):
        return False
    if OFFICIAL.search(text.low, end, last):
        return False
    return CALLED.search(text.low, end, last) is not None or _has_name(text, end, last)


def _has_name(text: NormalText, begin: int, start: int) -> bool:
    return next(names_in(text, begin, start), None) is not None


def _sentence_start(bare: str, at: int) -> int:
    begin = max(0, at - _READ)
    for stop in _STOP.finditer(bare, begin, at):
        begin = stop.end()
    return begin


def _is_named_place(text: NormalText, home: re.Match[str], *, person: bool) -> bool:
    """A hamlet with its number or name, not the word alone ("tại thôn, tổ dân phố")."""
    start, end = home.span("called")
    called = text.cased[start:end]
    if re.match(r"[\s.]?(?:số\s|so\s|SỐ\s)?[(\"“]?\d", called):
        return True
    is_large = called.lstrip(' ."“')[:1].isupper() and text.cased[home.start("unit")].islower()
    if _GENERIC.match(text.bare, start) and not is_large:
        return False
    word = called.strip(' ."“')[:1]
    if person and word.isalpha():
        return True
    if word.isupper() and not text.cased[home.start("unit") : start].isupper():
        return True
    return _AREA_BEHIND.match(text.bare, start) is not None
