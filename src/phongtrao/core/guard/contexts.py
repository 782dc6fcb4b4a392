"""Words around a number: units that make it a count, offices and private persons beside it."""

import re

from phongtrao.core.guard.normal import NormalText, bare_of
from phongtrao.core.guard.wordlists import Sightings, any_of, every, listed

# Read with their marks: "ha" is a measure, "Hà" a name; without them where the line has none.
_MONEY = r"đồng(?! chí)|vnđ|vnd|đ|triệu|tỷ|tỉ|nghìn|ngàn|usd|%|phần trăm"
# Words after a number that make it a count.
_COUNT = (
    r"hộ(?! chiếu)|người|lượt|công dân|nhân khẩu|khẩu|hồ sơ|trường hợp|thẻ|tài khoản"
    r"|cuộc|vụ|tin|mô hình|tổ(?! trưởng)|học sinh|đoàn viên|hội viên|thành viên|m2|ha|km|tấn|kg"
    r"|cây|lần|số|bản|tài liệu|thuê bao|máy|điện thoại|phiếu|đơn vị|dữ liệu|bản ghi|giao dịch|sổ"
    r"|cccd|căn cước|bhyt|bhxh|cái|chiếc|suất|buổi|đợt|cơ sở|doanh nghiệp"
)


def _behind(words: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A pattern for words behind a number, with their marks and without."""
    wide = words.replace(" ", " {1,2}")
    marked, bare = (re.compile(rf"[ )]{{0,2}}(?:{form})(?!\w)") for form in (wide, bare_of(wide)))
    return marked, bare


_MONEY_BEHIND, _COUNT_BEHIND = _behind(_MONEY), _behind(_COUNT)
_UNIT_READ = 40


def is_money(text: NormalText, end: int, *, is_named: bool = False) -> bool:
    """Whether a number that ends at ``end`` is a sum or a share.

    Behind a number that its word names for sure, *dong* without marks may be another word.
    """
    if is_named:
        return _MONEY_BEHIND[0].match(text.low, end) is not None
    return _is_behind(_MONEY_BEHIND, text, end)


def is_count(text: NormalText, end: int) -> bool:
    """Whether a number that ends at ``end`` counts something."""
    return _is_behind(_COUNT_BEHIND, text, end)


def _is_behind(forms: tuple[re.Pattern[str], re.Pattern[str]], text: NormalText, end: int) -> bool:
    marked, bare = forms
    if marked.match(text.low, end):
        return True
    around = text.low[max(0, end - _UNIT_READ) : end + _UNIT_READ]
    return around.isascii() and bare.match(text.bare, end) is not None


_OFFICE_WORDS = listed(
    "dau moi|truc ban|truc chi huy|thuong truc|co quan|van phong|noi nhan|ubnd|uy ban|hdnd"
    "|hoi dong nhan dan|mttq|mat tran|cong an|bo phan|duong day nong|fax|ban chi dao|ban to chuc"
    "|dang uy|tinh uy|huyen uy|so nha nuoc|tiep nhan|tram y te|trung tam|benh vien|kho bac"
    "|dien luc|toa an|vien kiem sat|vks|thanh tra|bao hiem xa hoi|bhxh|chi cuc|cuc|to giup viec"
    "|doan thanh nien|hoi phu nu|hoi nong dan|hoi cuu chien binh|hoi lien hiep|lanh dao|hanh chinh"
    "|cong vu|bo chi huy|ban chi huy|quan su|bien phong|kiem lam|canh sat"
) + every(
    "phong |so ",
    "noi vu|van hoa|kinh te|tu phap|tham muu|nghiep vu|y te|giao duc|tai chinh|nong nghiep"
    "|cong thuong|xay dung|ho tich|lao dong",
)
_OFFICE = re.compile(
    rf"(?<![a-z/\-])(?:{any_of(_OFFICE_WORDS)}(?![a-z])|p(?:hong )?[vpc][a-c]?\d\d)"
    r"(?! (?:thon|to|ap|ban|khu|khom|xom)(?![a-z]))"
)
# Posts in an office: whose number stands behind one is reached in his post.
_TITLE_WORDS = listed(
    "dong chi|d/c|chuyen vien|can bo|truong phong|pho phong|chanh van phong|pho chanh"
    "|pho chu tich|pho giam doc|pho truong|pho bi thu|pho cuc|pho doi|truong ban|truong cong an"
    "|truong doi|giam doc|hieu truong|hieu pho|tram truong|truong tram|bi thu|chu tich"
    "|chi huy truong|uy vien|thu ky|van thu|ke toan|cong chuc|vien chuc"
) + every("dai |trung |thuong |thieu ", "ta|uy")
_TITLE = re.compile(
    rf"(?<![a-z]){any_of(_TITLE_WORDS)}(?![a-z])(?! cong tac mat tran| quan ly thon)"
    # Who has a post in a hamlet is reached at home.
    r"(?! (?:thon|ap|xom|khom|buon|soc|tdp|to dan pho|khu pho|khu dan cu)(?![a-z]))"
)
# Words that make a number private whatever office stands beside it.
_PRIVATE_WORDS = (
    every("ho ", "ong|ba|gia dinh|kinh doanh")
    + every("chu ", "ho|nha|quan|co so|xe")
    + every("nha ", "rieng|ong|ba|anh|chi|bac|co|chu")
    + every(
        "nguoi ",
        "dan|nha|to giac|bao tin|nhan|nop|gui|lam chung|dang ky|phan anh|quen|than|giu",
    )
    + listed(
        "nan nhan|doi tuong|sinh nam|sinh ngay|tru tai|thuong tru|tam tru|ca nhan|cccd|cmnd"
        "|can cuoc|cong dan|phu huynh|hoc sinh|ban cong tac mat tran|to lien gia|truong thon"
        "|truong xom|truong ap|to truong|to vien|doi dan phong|chi hoi|gia dinh"
        "|nhom truong|bao tin"
    )
)
# Whoever receives or sends in his rank does so for his office: "người nhận: Đại úy …".
_RANKED = r"(?<=nhan) ?:? {1,2}(?:d/c|dong chi|(?:dai|thuong|trung|thieu) (?:uy|ta))"
_PRIVATE = re.compile(
    rf"(?<![a-z])(?<!tiep ){any_of(_PRIVATE_WORDS)}(?![a-z])(?! chi dao)(?!{_RANKED})"
)
_RELATIVE = re.compile(
    r"(?<!\w)(?:bà(?! (?:rịa|nà|tô|vì|triệu|đen|trưng))|ông|anh(?! hùng)|chị|cô(?! tô)|chú|bác|em"
    r"|cháu|mình|tôi|dì|cậu|thím|mợ)(?!\w)"
)
_STOP = re.compile(r"[.;!?](?=\s)|\n")
_STOPS = ("\n", ". ", "; ", "! ", "? ")
_BEFORE, _AFTER, _LABEL, _LONGEST = 160, 60, 5, 60
_BACK = 2 * _BEFORE + 2 * _AFTER


class Contacts:
    """Whether numbers of one text stand in contact lines of offices."""

    def __init__(self, text: NormalText) -> None:
        """Nothing is read before it is asked for."""
        self._bare = text.bare
        bare, low = text.bare, text.low
        self._office = Sightings(_OFFICE, bare, back=_BACK, ahead=_LONGEST)
        self._title = Sightings(_TITLE, bare, back=_BACK, ahead=_LONGEST)
        self._private = Sightings(_PRIVATE, bare, back=_BACK, ahead=_LONGEST)
        self._relative = Sightings(_RELATIVE, low, back=_BACK, ahead=_LONGEST)

    def holds(self, start: int, end: int) -> bool:
        """True when the sentence of a number speaks of an office and not of a private person.

        A sentence without either takes the word of the one before it: a contact block names the
        office first.
        """
        reach = max(0, start - 2 * _BEFORE), end + _AFTER
        if not self._office.within(*reach) and not self._title.within(*reach):
            return False
        begin, stop = self._begin(start), self._stop(end)
        said = self._says(begin, start, stop)
        if said is None:
            said = self._says(self._begin(begin - 1), start, stop)
        return bool(said)

    def _says(self, begin: int, start: int, stop: int) -> bool | None:
        """True for an office, False for a private person, None for neither.

        A post behind the number makes it no contact of that post when a person stands before it:
        "bà Lan để lại số … để cán bộ gọi lại".
        """
        if self._private.within(begin, stop):
            return False
        if self._title.within(begin, start):
            return True
        if self._relative.within(begin, stop):
            return False
        return True if self._title.within(start, stop) or self._office.within(begin, stop) else None

    def _begin(self, start: int) -> int:
        """Where the sentence before ``start`` begins; the dot of *SĐT.* ends none."""
        first, last = max(0, start - _BEFORE), max(0, start - _LABEL)
        return max(first, *(self._bare.rfind(stop, first, last) + 1 for stop in _STOPS))

    def _stop(self, end: int) -> int:
        stop = _STOP.search(self._bare, end, end + _AFTER)
        return stop.start() if stop else min(len(self._bare), end + _AFTER)
