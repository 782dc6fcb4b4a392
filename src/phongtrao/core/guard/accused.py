"""The name right before an accusation, told by how the two stand beside each other.

Prose names people by two words too (*Đỗ Tráng*), capitals tell no name from its neighbours, and
many names have no common second word.  Here a surname, one to four words more and a phrase that
leads to the accusation are enough: *thằng Trần Bưởi nó …*, *18. Lã Văn Sửu – …*.
"""

import re
from collections.abc import Iterator

from phongtrao.core.guard.names import BARE_SURNAMES, EVERYDAY, SURNAMES, is_place
from phongtrao.core.guard.normal import NormalText
from phongtrao.core.guard.wordlists import any_of, listed

# Phrases between a name and what is said of it.
_LEADS = listed(
    "no|hay|da|dang|co|la|lai|tung|van|bi|con|ra|cung|vua|moi|thuong|di|lam|to|nghi|duoc|cho|nhan"
    "|chuyen|nguoi|thi|toan|ben|nha|ve|tham gia|to chuc|su dung|mua ban|tang tru|co bieu hien"
    "|co dau hieu|co hanh vi|bi to|bi to cao|bi to giac|bi ba con to|bi hang xom to|bi dan to"
    "|bi nghi|nghi la|bi cho la|thua nhan|thu nhan|khai nhan|khai|thuong xuyen|truoc day|truoc kia"
    "|theo|nhieu lan|lien tuc|gan day|hom qua|dem qua|hien|nay|song bang|chuyen nghe|tai dia phuong"
)
_MARK = r"[\s:;,\-|()=>\"“”]"
_NAME = re.compile(
    r"(?P<name>[a-z']{1,7}(?: [a-z']{1,7}){1,4}?)"
    rf"(?P<lead>(?: ?\([^()\n]{{1,40}}\))?(?:{_MARK}{{1,4}}{any_of(_LEADS)}(?![a-z])){{0,4}}+)"
    rf"(?P<mark>{_MARK}{{1,4}})\Z"
)
# What a name follows where it opens a line, a cell or an entry, and how people are spoken of.
_OPENS = re.compile(r"(?:^|[\n|\t•+*;]|(?:^|\s|\()\d{1,3}[.)/])[\s\-+*•]{0,4}\Z")
_SPOKEN_OF = re.compile(
    r"(?<![a-z])(?:ong|ba|anh|chi|em|chau|thang|lao|mu|co|chu|bac|di|cau|thim|mo|ten|truong hop"
    r"|hang xom(?: cua)?(?: toi)?(?: la)?|nha|gia dinh|vo chong|ho|tin bao|bao tin|phan anh"
    r"|nghe noi|nghe dau|nghi|doi tuong|to cao|to giac|toi la|ghi chu|cha con|me con|bo con)"
    r"[\s:.\-\"“]{0,3}\Z"
)
_SPOKEN_READ = 24
_ENTRY_MARKS = frozenset("-|:\t")
# Before a place, not before a person.
_AT = re.compile(
    r"(?<![a-z])(?:tai|o|dia ban|khu vuc|ve|tu|den|qua|thon|xa|phuong|ap|ban|xom|buon|to|khu|khom"
    r"|lang|tinh|huyen|duong|pho|cho|cau|toan|cum|cong an|ubnd|va|cac) ?\Z"
)
_PLACES = frozenset(
    listed(
        "ha noi|ha giang|ha tinh|ha nam|ha dong|ha tien|ha long|ha trung|lam dong|cao bang"
        "|cao lanh|cao phong|cao loc|son la|son tay|son dong|dong nai|dong thap|dong hoi|dong ha"
        "|dong xoai|dong hy|thai binh|thai nguyen|thai hoa|thai thuy|phan thiet|phan rang|chau doc"
        "|chau duc|chau thanh|luong son|luong tai|mai chau|mai son|luc nam|luc ngan|luc yen"
        "|kim son|kim boi|kim bang|kim thanh|tu son|tu liem|vu thu|vu ban|vu quang|ly nhan|ly son"
        "|hoang mai|hoang hoa|hoang sa|truong sa|lam thao|lam ha|bach long|ho tay|dam doi|dam ha"
    )
)
_COUNTED = re.compile(r"[^\n\d]{0,40}[|:\t ]{1,3}(?:\d{1,4}(?: vu|[ |\t]|$)(?![./\-]\d))")
_SURNAME_MARKED = re.compile(rf"(?<![\w'])(?:{any_of(sorted(SURNAMES))})(?= )")
_SURNAME_BARE = re.compile(rf"(?<![\w'])(?:{any_of(sorted(BARE_SURNAMES))})(?= )")


def accused_before(text: NormalText, begin: int, at: int) -> Iterator[tuple[int, int]]:
    """The name that leads to the accusation at ``at``; the text is read from ``begin`` on."""
    low = text.low[begin:at]
    surnames = _SURNAME_BARE if low.isascii() else _SURNAME_MARKED
    for surname in surnames.finditer(text.low, begin, at):
        found = _NAME.match(text.bare, surname.start(), at)
        if found and _is_name(text, found, surname[0]):
            yield found.span("name")
            return


def _is_name(text: NormalText, found: re.Match[str], surname: str) -> bool:
    """Whether these words are a name, by their capitals or by what stands before them."""
    start, end = found.span("name")
    words = text.cased[start:end].split(" ")
    if not all(word[:1].isupper() for word in words):
        return False
    before = text.bare[max(0, start - _SPOKEN_READ) : start]
    is_spoken_of = _SPOKEN_OF.search(before) is not None
    if not is_spoken_of and (found["name"] in _PLACES or _is_where(text, before, start)):
        return False
    is_bare = not found["lead"] and found["mark"] != " "
    is_entry = is_bare and not _ENTRY_MARKS.isdisjoint(found["mark"])
    is_large = all(word.isupper() for word in words)
    if is_large and surname in EVERYDAY and not (is_spoken_of or is_entry):
        return False
    opens = is_spoken_of or _OPENS.search(before) is not None
    if opens:
        return not (is_bare and _COUNTED.match(text.bare, found.end()))
    return not (is_large or is_bare or text.low[start:end].isascii())


def _is_where(text: NormalText, before: str, start: int) -> bool:
    """Whether the words before make it a place."""
    return _AT.search(before) is not None or is_place(text.low[max(0, start - 14) : start])
