"""Whom and what a name speaks of, where it says so: a market is no school. Pure.

A name that says neither forbids nothing; two that name others are two models.
"""

import re
from functools import lru_cache

from phongtrao.core.vietnamese import fold

# One line for one subject, in the ways it is named.
_SITES = """
cho|tieu thuong|trung tam thuong mai
truong|cong truong|hoc duong|lop hoc|hoc sinh
nha tro|khu tro|phong tro|xom tro|day tro|chu tro
nha nghi|khach san|co so luu tru|homestay
karaoke|vu truong|quan bar
benh vien|tram y te|phong kham
chua|nha tho|giao xu|co so tho tu
ben xe|nha xe|xe khach|xe om|taxi
ben do|cang|tau ca|ghe thuyen|tau thuyen
khu cong nghiep|nha may|doanh nghiep|cong ty
rung|bao ve rung
chung cu|nha cao tang|toa nha
ngan hang|tiem vang|tiem cam do
co quan|cong so
khu pho|to dan pho|khu dan cu|thon|xom|ap|buon|lang|ban
gia dinh|ho gia dinh|dong ho|toc ho
"""
_PEOPLE = """
phu nu|chi em
thanh nien|doan vien
cuu chien binh|ccb
nong dan
nguoi cao tuoi|ong ba
cong nhan|nguoi lao dong
gia dinh|ho gia dinh
cong dan
"""


def _compiled(lines: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{line})\b") for line in lines.split("\n") if line)


_SCHOOLS = """
mam non|mau giao|nha tre
tieu hoc
thcs|trung hoc co so
thpt|trung hoc pho thong
dai hoc|cao dang
"""
_LISTS = (_compiled(_SITES), _compiled(_PEOPLE), _compiled(_SCHOOLS))


def are_others(first: str, second: str) -> bool:
    """Whether both names say a site, or both say people, and not one of them is the same."""
    return any(
        one and other and one.isdisjoint(other)
        for one, other in zip(_subjects(first), _subjects(second), strict=True)
    )


@lru_cache(maxsize=20_000)
def _subjects(name: str) -> tuple[frozenset[int], ...]:
    text = " ".join(re.findall(r"[^\W_]+", fold(name)))
    return tuple(
        frozenset(at for at, each in enumerate(patterns) if each.search(text))
        for patterns in _LISTS
    )
