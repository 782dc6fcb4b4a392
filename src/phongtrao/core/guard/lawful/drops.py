"""What a lawful list says of a person beyond name, post and award: it must go."""

import re
from collections.abc import Iterator
from itertools import pairwise

from phongtrao.core.guard.lawful import persons
from phongtrao.core.guard.lawful.shapes import Span
from phongtrao.core.guard.normal import NormalText

_DAY = r"(?:\d{1,2} ?[./-] ?){0,2}(?:19|20)\d\d"
_BIRTH = re.compile(
    rf"(?<![a-z])(?:(?:sinh|sn)[ :.]{{0,2}}(?:ngay|nam|thang)?|(?:ngay|nam)(?: thang nam)? sinh)"
    rf"[ :.]{{0,3}}(?:ngay )?(?:{_DAY}|\d{{1,2}} thang \d{{1,2}} nam \d{{4}})(?!\d)"
    r"|(?<!\d)\d{2} tuoi(?![a-z])"
)
# Right behind a name a year in brackets or between commas is one of birth.
_YEAR_BEHIND = re.compile(
    r"[ ,]{0,2}(?:\( ?)?(?P<year>(?:19[2-9]\d|20[01]\d))(?= ?(?:\)|[,;.\n|\t-]|$))"
)
_LIVES = re.compile(
    r"(?<![a-z])(?:(?:hien )?(?:tru tai|tru quan|thuong tru|tam tru|cu tru|ngu tai|noi o|cho o|hktt"
    r"|ho khau|que quan|nguyen quan|dia chi|nha o tai|o tai|ngu)(?: thuong tru| tai| o| hien nay)?"
    r"[ :]{1,3})"
)
_HAMLET = re.compile(
    r"(?:so nha|so|thon|ap|ban|buon|lang|xom|khom|soc|phum|to dan pho|tdp|khu pho|to|khu|duong|ngo"
    r"|hem|kiet) (?!truong|pho |bao ve|cong tac|hoa giai|chi huy|dan van)[^,;|\t\n.]{1,60}"
)
_COMMUNE = re.compile(r"(?<![a-z])(?:xa|phuong|thi tran|dac khu|huyen|thanh pho|tinh|tp)[ .]")
_PHONE = re.compile(
    r"(?<![a-z])(?:(?:so )?(?:dien thoai|sdt|dtdd|dt|di dong|lien he)[ .:]{0,3})?(?:so )?"
    r"(?<!\d)(?:\+?84|0)(?:[ .\-]?\d){8,9}(?!\d)(?![ .\-]?\d)"
)
_PART = re.compile(r"[^,|\t]+")
_ENDS = re.compile(r"[;|\t\n]|\. |\.$")


def births_after(text: NormalText, start: int, end: int, name_end: int) -> Iterator[Span]:
    """Days and years of birth and ages of an entry."""
    for birth in _BIRTH.finditer(text.bare, start, end):
        yield Span(*birth.span(), "birth")
    year = _YEAR_BEHIND.match(text.bare, name_end, end) if name_end else None
    if year:
        yield Span(*year.span("year"), "birth")


def phones(text: NormalText, start: int, end: int) -> Iterator[Span]:
    """Phone numbers with their word, as officials leave them for contact."""
    for phone in _PHONE.finditer(text.bare, start, end):
        yield Span(*phone.span(), "mobile")


def homes(text: NormalText, start: int, end: int, *, keeps_commune: bool) -> Iterator[Span]:
    """Where somebody lives: *trú tại thôn 3, xã A*; of an awarded person the commune stays.

    The home ends where the post begins: *thường trú tại thôn 3, Tổ trưởng Tổ hòa giải thôn 3*.
    """
    for lives in _LIVES.finditer(text.bare, start, end):
        ended = _ENDS.search(text.bare, lives.end(), end)
        stop = _before_post(text, lives.end(), ended.start() if ended else end)
        if keeps_commune:
            stop = below_commune(text, lives.end(), stop)
        yield Span(lives.start(), stop, "address")


def _before_post(text: NormalText, start: int, end: int) -> int:
    told = persons.POST_TOLD.search(text.low, start, end)
    end = told.start() if told else end
    words = text.cased[start:end]
    parts = persons.parts_of(words)
    for (_begin, stop), following in pairwise(parts):
        part = words[slice(*following)]
        if persons.begins_with_post(part) or persons.role_of(part):
            return start + stop
    return end


def hamlet(text: NormalText, start: int, end: int) -> Span | None:
    """A part of an entry that is a hamlet or a street, as an address without its word."""
    found = _HAMLET.match(text.bare, start, end)
    return Span(start, below_commune(text, start, end), "address") if found else None


def hamlets(text: NormalText, start: int, end: int) -> Iterator[Span]:
    """Parts of an entry that are a hamlet or a street and belong to no post."""
    for part in _PART.finditer(text.cased, start, end):
        begin = part.start() + len(part[0]) - len(part[0].lstrip())
        found = hamlet(text, begin, part.end())
        if found and found.start < found.end:
            yield found


def below_commune(text: NormalText, start: int, end: int) -> int:
    """Where the address in ``start:end`` ends that is finer than a commune."""
    commune = _COMMUNE.search(text.bare, start, end)
    stop = commune.start() if commune else end
    while stop > start and text.bare[stop - 1] in " ,-":
        stop -= 1
    return stop


def begins_with_commune(words: str) -> bool:
    """Whether ``words`` open with the name of a commune or of what is above it."""
    return (
        re.match(r"(?:xã|phường|thị trấn|đặc khu|huyện|thành phố|tỉnh) ", words.lower()) is not None
    )
