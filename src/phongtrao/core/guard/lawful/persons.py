"""Names, posts and roles inside one entry of a lawful list."""

import re
from typing import NamedTuple

from phongtrao.core.guard.normal import NormalText

_CALLED = re.compile(
    r"(?<!\w)(?:các )?(?:ông(?: ?[(/] ?bà\)?)?|bà|đồng chí|đ/c|đc|anh|chị|em|cháu)(?!\w)[ :.]{1,3}"
)
_RANKS = re.compile(
    r"(?:(?:(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý)|chuẩn (?:đô đốc|úy)|thượng sĩ|trung sĩ"
    r"|hạ sĩ|gs|pgs|ts|ths|bs|cn|ks|ls|luật sư|bác sĩ|nhà giáo|ông|bà|đồng chí)[. /,]{1,2}){1,4}"
)
_WORD = re.compile(r"[^\W\d_]['\u2019]?[^\W\d_]{0,7}(?:[-'\u2019][^\W\d_]{1,7})?")
# First words of posts and bodies: no name begins with them, and a name ends before them.
_POST_WORD = re.compile(
    r"(?:trưởng|phó|chủ tịch|bí thư|giám đốc|chánh|chỉ huy|chính trị|đội|tổ|ủy|uỷ|ban|công an"
    r"|chi hội|hội|thôn|xã|phường|thành viên|thư ký|cán bộ|chuyên viên|viên|nhân dân|tập thể"
    r"|phòng|sở|bộ|cục|vụ|mặt trận|văn phòng|thường trực|đại diện|trung tâm|hiệu trưởng|điều|căn cứ"
    r"|nguyên|kế toán|công chức|đảng|hđnd|ubnd|mttq|ubmttq|hợp tác|quân|trạm|trường|khu|làng|buôn"
    r"|ấp|bản|xóm|khóm|sóc|đoàn (?:thanh|kiểm|công|giám|viên|xã|phường|khảo|liên))(?!\w)"
)
# What ends a name that no mark parts from its post; *Đoàn*, *Hội* or *Bản* may be a given name.
_POST_BEHIND = re.compile(
    r"(?:trưởng|phó|chủ tịch|bí thư|giám đốc|chánh|chỉ huy|chính trị|hiệu trưởng|công an|nguyên"
    r"|ủy viên|uỷ viên|cán bộ|chuyên viên|công chức|giáo viên|thành viên)(?!\w)"
)
_HEAD = re.compile(
    r"(?:nguyên )?(?:(?:phó|quyền) )?(?:chủ tịch|bí thư|tổng giám đốc|giám đốc|viện trưởng"
    r"|chánh (?:án|văn phòng|thanh tra)|cục trưởng|vụ trưởng|bộ trưởng|thứ trưởng"
    r"|chỉ huy trưởng|chính trị viên|hiệu trưởng|đội trưởng|thôn trưởng|ấp trưởng|tổ trưởng"
    r"|tổ phó|đội phó|chi hội trưởng|chi hội phó|trạm trưởng|hạt trưởng|chủ nhiệm|trưởng"
    r"|hội trưởng)(?P<of> (?:phòng|ban|khoa|bộ phận|đoàn|tiểu ban|thôn|ấp|bản|buôn|xóm|khu phố"
    r"|đại diện|trạm)(?!\w))?"
    r"(?: (?:thường trực|phụ trách|chuyên trách))?(?!\w)"
    r"|(?:ủy|uỷ) viên(?: (?:thường trực|thường vụ|ban thường vụ|ban chấp hành))?"
    r"|chuyên viên(?: (?:chính|cao cấp))?|cán bộ|công chức|viên chức|giáo viên|giảng viên|hội viên"
    r"|đoàn viên|chiến sĩ|thư ký|kế toán|đại diện(?: lãnh đạo)?|lãnh đạo|thường trực"
    r"|ban thường trực|người có uy tín|già làng|tổ viên|tuyên truyền viên|nhân viên|bác sĩ|y sĩ"
    r"|(?:hòa|hoà) giải viên|công an viên|cộng tác viên|báo cáo viên|hội thẩm|dân quân"
    r"|trinh sát viên|điều tra viên|phát ngôn viên|đại biểu|luật sư|phóng viên|trưởng"
)
_ROLE = re.compile(
    r"(?:là |làm |giữ (?:chức vụ|vai trò) )?(?P<role>(?:đồng )?(?:phó )?(?:trưởng|chủ tịch)"
    r" (?:ban(?: chỉ đạo| tổ chức)?|đoàn|tiểu ban|nhóm|hội đồng|tổ)(?: thường trực)?"
    r"|(?:phó )?(?:tổ|đội|nhóm) ?trưởng|tổ phó(?: thường trực)?|đội phó"
    r"|(?:các )?thành viên(?: thường trực)?|(?:các )?(?:ủy|uỷ) viên(?: thường trực| thư ký)?"
    r"|thư ký(?: ban chỉ đạo| tổ| đoàn| hội đồng)?|tổ viên|đội viên|trưởng ban"
    r"|phó trưởng ban)(?: gồm| gồm có)?[.\s]*"
)
# How a post is told behind a home: *trú tại thôn 3 giữ chức vụ Tổ trưởng*.
POST_TOLD = re.compile(
    r"[ ,]{1,2}(?:hiện |nay )?(?:là|làm|giữ (?:chức vụ|chức danh|chức|vai trò))(?= )"
)
_POST_LED = re.compile(r"(?:hiện |nay )?(?:là|làm|giữ (?:chức vụ|chức danh|chức|vai trò)) ")
# What a heading makes those under it: *Công nhận các ông, bà sau làm Hòa giải viên thôn 3:*.
_MADE = re.compile(
    r"(?<!\w)(?:là|làm|giữ (?:chức vụ|chức danh|chức|vai trò)|công nhận|kiện toàn|bổ nhiệm|bổ sung"
    r"|cử)(?: các| chức danh| chức vụ){0,2} (?=(?P<post>.))"
)
_CUTS = re.compile(r" ?[,:;(){}\t|]+ ?| [-\u2013\u2014]+ | ?[\u2013\u2014] ?")
_SEPARATED = re.compile(r" {0,2}(?:[,:;(\t|]|[-\u2013\u2014])")
_NAME_WORDS, _LEAST = 6, 2
_EDGES = " ,.;-\u2013\u2014"


class Found(NamedTuple):
    """Where a name stands in the normal forms of a text, and where its form of address begins."""

    begin: int
    start: int
    end: int


def name_in(text: NormalText, start: int, end: int) -> Found | None:
    """The first person named in an entry: behind a form of address, or before a post."""
    for called in _CALLED.finditer(text.low, start, end):
        if _is_part_of_name(text, called.start(), start):
            continue
        found = _run(text, called.end(), end, least=1)
        if found:
            return Found(called.start(), *found)
    for begin in _openings(text, start, end):
        found = _run(text, begin, end, least=_LEAST)
        if found and _SEPARATED.match(text.low, found[1], end):
            return Found(begin, *found)
    return None


def plain_name(text: NormalText, start: int, end: int) -> tuple[int, int]:
    """The name in a cell of names, without form of address and rank."""
    called = _CALLED.match(text.low, start, end)
    ranked = _RANKS.match(text.low, called.end() if called else start, end)
    begin = ranked.end() if ranked else called.end() if called else start
    return (begin, end) if begin < end else (start, end)


def uncalled(words: str) -> str:
    """``words`` without the form of address before them: *Đồng chí Bí thư Chi bộ*."""
    called = _CALLED.match(words.lower())
    return words[called.end() :] if called else words


def post_and_body(words: str) -> tuple[str, str]:
    """A wording of a post as its head and the body: *Chủ tịch* and *UBND xã*.

    *Trưởng ban Tuyên giáo* is a head of two words, *Bí thư Đoàn xã* names the body behind one.
    """
    led = _POST_LED.match(words.lower())
    words = words[led.end() :] if led else words
    head = _HEAD.match(words.lower())
    if head is None:
        return "", words.strip(_EDGES)
    end = head.end()
    if head["of"] and words[head.start("of") + 1].isupper():
        end = head.start("of")
    return words[:end].strip(), words[end:].strip(_EDGES)


def role_of(words: str) -> str:
    """The role in a group that ``words`` are, empty for others."""
    plain = words.strip(_EDGES + ":()")
    found = _ROLE.fullmatch(plain.lower())
    if found is None:
        return ""
    role = plain[slice(*found.span("role"))].strip()
    role = role[4:] if role.lower().startswith("các ") else role
    return role[:1].upper() + role[1:]


def role_in_heading(words: str) -> str:
    """The role or the post that a heading gives to those under it, empty for others."""
    if own := role_of(words):
        return own
    for made in _MADE.finditer(words.lower()):
        role = words[made.start("post") :]
        if begins_with_post(role):
            return role.strip(_EDGES + ":()")
    return ""


def parts_of(words: str) -> list[tuple[int, int]]:
    """Where the parts of a wording stand, apart by commas, dashes and brackets."""
    parts, at = [], 0
    for begin, end in [*(cut.span() for cut in _CUTS.finditer(words)), (len(words), len(words))]:
        if words[at:begin].strip(_EDGES):
            parts.append((at, begin))
        at = end
    return parts


def begins_with_post(words: str) -> bool:
    """Whether ``words`` open with the head of a post."""
    return _HEAD.match(words.strip().lower()) is not None


def _openings(text: NormalText, start: int, end: int) -> list[int]:
    """Where a name without form of address may begin: the entry, or behind a role and colon."""
    begins = [start]
    colon = text.low.find(":", start, min(end, start + 80))
    if colon >= 0:
        begins.append(colon + 1)
    return [_skipped(text.low, begin, end) for begin in begins]


def _is_part_of_name(text: NormalText, at: int, start: int) -> bool:
    """*Anh* in *Bùi Anh Tuấn* is no form of address: it is spelled large behind a large word."""
    before = text.cased[max(start, at - 12) : at].split(" ")
    return text.cased[at].isupper() and len(before) > 1 and before[-2][:1].isupper()


def _skipped(low: str, begin: int, end: int) -> int:
    while begin < end and low[begin] in " \t":
        begin += 1
    return begin


def _run(text: NormalText, at: int, end: int, least: int) -> tuple[int, int] | None:
    """A run of capitalised words from ``at``, behind ranks; ended by the first word of a post."""
    ranked = _RANKS.match(text.low, at, end)
    at = _skipped(text.low, ranked.end() if ranked else at, end)
    start, last, count = at, at, 0
    while count < _NAME_WORDS and at < end:
        word = _WORD.match(text.cased, at, end)
        if word is None or not word[0][0].isupper():
            break
        if (_POST_BEHIND if count >= _LEAST else _POST_WORD).match(text.low, at) and count != 1:
            break
        count, last = count + 1, word.end()
        if text.low[last : last + 1] != " ":
            break
        at = last + 1
    return (start, last) if count >= least else None
