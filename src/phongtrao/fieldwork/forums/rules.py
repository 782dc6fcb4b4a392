"""The closed lists of forums, the terms for an answer, what is no remark at all. Pure.

Which indicator counts what (movement.md §9 B): TT19 names the forum "Công an lắng nghe ý kiến Nhân
dân" in quotation marks, so it counts forums of that kind alone; TT20 "Số lượt người dự diễn đàn"
follows it and counts the attendances of the same forums; TT21 "Số ý kiến, kiến nghị tiếp nhận"
names no forum and counts the remarks of every kind. A joint forum counts once, for the body in
charge.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from phongtrao.core.calendar import WorkCalendar
from phongtrao.core.errors import N_
from phongtrao.core.vietnamese import fold
from phongtrao.fieldwork.register.rules import Term, shipped

_PACKAGE = "phongtrao.fieldwork.forums"
POLICE = "cong_an"
KINDS = (
    Term("mat_tran", N_("Mặt trận lắng nghe ý kiến Nhân dân")),
    Term(POLICE, N_("Công an lắng nghe ý kiến Nhân dân")),
    Term("doi_thoai", N_("Đối thoại của người đứng đầu với Nhân dân")),
)
# The breakdown "cấp" of the indicators, from the highest to the lowest.
LEVELS = (
    Term("tw", N_("Trung ương")),
    Term("tinh", N_("Cấp tỉnh")),
    Term("xa", N_("Cấp xã")),
    Term("kdc", N_("Khu dân cư")),
)
LEVEL_OF_AREA = {"country": "tw", "province": "tinh", "commune": "xa"}
# The breakdown "lĩnh vực" of the indicators.
MATTERS = (
    Term("an_ninh", N_("An ninh")),
    Term("trat_tu", N_("Trật tự, an toàn xã hội")),
    Term("giao_thong", N_("Giao thông")),
    Term("pccc", N_("Phòng cháy, chữa cháy")),
    Term("mang", N_("An toàn trên mạng")),
    Term("khac", N_("Lĩnh vực khác")),
)
# The kind of forum that a body of a kind usually holds.
KIND_OF_BODY = {"ca": POLICE, "pv05": POLICE, "mttq": "mat_tran", "ubnd": "doi_thoai"}
MOST_ATTENDANCES = 100_000
MOST_GUIDED = 10_000
SMALLEST_SHOWN = 10  # a count of people under it is shown to the body in charge alone
_GAP = r"(?: [a-z0-9]+){0,4} "
_ADDRESSED = re.compile(
    r"(?<!\w)(?:ông|bà|anh|chị|cô|chú|bác|thím|cậu|mợ|dì|em|cháu|cụ)\s+(\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Terms:
    """Within how many days a remark is answered: first, and for good; with the source."""

    first_working_days: int
    final_days: int
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Way:
    """What is no remark: its name, which way the law opens for it, and by which text."""

    code: str
    name: str
    way: str
    law: str


WAYS = (
    Way("khieu_nai", N_("Khiếu nại"),
        N_("Gửi đơn hoặc trình bày trực tiếp với cơ quan đã ra quyết định, có hành vi hành chính "
           "bị khiếu nại; có thể khởi kiện tại Tòa án."),
        N_("Luật Khiếu nại 2011")),
    Way("to_cao", N_("Tố cáo"),
        N_("Gửi đơn hoặc trình bày trực tiếp với cơ quan có thẩm quyền giải quyết tố cáo; thông "
           "tin về người gửi được giữ bí mật theo luật."),
        N_("Luật Tố cáo 2018")),
    Way("tin_bao", N_("Tố giác, tin báo về tội phạm"),
        N_("Trình báo tại Công an xã, phường, đặc khu gần nhất, Viện kiểm sát hoặc ứng dụng VNeID; "
           "cơ quan tiếp nhận lập biên bản theo thủ tục tố tụng."),
        N_("Điều 144, Điều 145 Bộ luật Tố tụng hình sự (chưa đối chiếu)")),
    Way("khan_cap", N_("Tin báo khẩn cấp"),
        N_("Gọi ngay 113 (an ninh, trật tự), 114 (cháy, cứu nạn) hoặc 115 (cấp cứu)."),
        N_("Số gọi khẩn cấp 113, 114, 115")),
)  # fmt: skip
WAYS_BY_CODE = {way.code: way for way in WAYS}


@dataclass(frozen=True, slots=True)
class Rate:
    """How many remarks were to be answered by a day, and how many of them in time."""

    due: int
    in_time: int

    @property
    def percent(self) -> int | None:
        """The rate in whole percent; None where nothing was due."""
        return round(100 * self.in_time / self.due) if self.due else None


@cache
def terms() -> Terms:
    """The terms as the package holds them; no text of law was found for them."""
    return Terms(**shipped(_PACKAGE, "deadlines.json"))


def first_by(heard_on: date, calendar: WorkCalendar) -> date:
    """The day by which a first reply tells who answers."""
    return calendar.add_working_days(heard_on, terms().first_working_days)


def answer_by(heard_on: date) -> date:
    """The day by which the answer is given; the days run from the forum, whoever answers."""
    return heard_on + timedelta(days=terms().final_days)


def rate(remarks: Iterable[tuple[date | None, date]], day: date) -> Rate:
    """The rate in time of remarks (answered on, due on) as of a day.

    Due is what has been answered and what should have been before that day.
    """
    due = [(answered, until) for answered, until in remarks if answered is not None or until < day]
    return Rate(
        len(due), sum(answered is not None and answered <= until for answered, until in due)
    )


def looks_like(text: str) -> list[Way]:
    """What typed words rather are than a remark: a complaint, a denunciation, a report.

    Rules of words that err; whoever types is asked and decides.
    """
    folded = re.sub(r"[^a-z0-9]+", " ", fold(text))
    return [WAYS_BY_CODE[kind] for kind, rule in _word_rules() if _says(rule, folded)]


def addresses_somebody(text: str) -> bool:
    """Whether somebody is spoken of by a form of address and a name ("ông Bảy")."""
    return any(found[1].isupper() for found in _ADDRESSED.finditer(text))


def codes_of(closed: Iterable[Term]) -> list[str]:
    """The codes of a closed list, in its order."""
    return [term.code for term in closed]


def levels_below(area_level: str) -> list[str]:
    """The levels at which a body of an area may hold a forum: its own and those below."""
    codes = codes_of(LEVELS)
    own = LEVEL_OF_AREA.get(area_level, "xa")
    return codes[codes.index(own) :]


def _says(rule: re.Pattern[str], folded: str) -> bool:
    return any(
        _spoken_about().search(folded[: found.start()][-45:]) is None
        for found in rule.finditer(folded)
    )


@cache
def _word_rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = shipped(_PACKAGE, "routing_words.json")
    return tuple((each["kind"], _pattern(each["phrases"])) for each in words["kinds"])


@cache
def _spoken_about() -> re.Pattern[str]:
    """Words that speak about a thing in general: *phòng, chống tham nhũng*."""
    words = shipped(_PACKAGE, "routing_words.json")["spoken_about"]
    return re.compile(rf"\b(?:{'|'.join(words)})(?: [a-z]+){{0,3}} $")


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    """Phrases as one pattern; `*` stands for up to four words."""
    return re.compile(rf"\b(?:{'|'.join(each.replace(' * ', _GAP) for each in phrases)})\b")
