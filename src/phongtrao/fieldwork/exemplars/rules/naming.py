"""How the name of a model is read: words that say nothing fall away, short forms meet long ones.

Pure. Names are free text: "Tổ liên gia an toàn PCCC thôn 2" and "mô hình Tổ liên gia an toàn phòng
cháy, chữa cháy" are one name, and "thôn 2" says which one.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from phongtrao.core.vietnamese import fold

# Long forms and the short ones people write for them; the longest first.
_SHORT_FORMS = (
    ("phong chay chua chay va cuu nan cuu ho", "pccc"),
    ("phong chay chua chay va cuu ho cuu nan", "pccc"),
    ("phong chay chua chay cuu nan cuu ho", "pccc"),
    ("phong chay va chua chay", "pccc"),
    ("phong chay chua chay", "pccc"),
    ("pccc va cnch", "pccc"),
    ("pccc cnch", "pccc"),
    ("chua chay", "pccc"),
    ("trat tu an toan giao thong", "atgt"),
    ("trat tu atgt", "atgt"),
    ("an toan giao thong", "atgt"),
    ("ttatgt", "atgt"),
    ("bao ve an ninh to quoc", "antq"),
    ("an ninh to quoc", "antq"),
    ("bao ve antq", "antq"),
    ("bvantq", "antq"),
    ("an ninh trat tu", "antt"),
    ("trat tu an ninh", "antt"),
    ("an ninh va trat tu", "antt"),
    ("to dan pho", "tdp"),
    ("khu dan cu", "kdc"),
    ("cau lac bo", "clb"),
    ("te nan xa hoi", "tnxh"),
    ("phong va chong", "pc"),
    ("phong chong", "pc"),
    ("an toan thuc pham", "attp"),
    ("chuyen doi so", "cds"),
    ("bao luc hoc duong", "blhd"),
    ("bao luc gia dinh", "blgd"),
    ("hoc sinh sinh vien", "hssv"),
    ("tieng keng", "keng"),
    ("tieng loa", "loa"),
    ("tieng trong", "trong"),
    ("mat camera", "camera"),
    ("cam an ninh", "camera an ninh"),
    ("he thong camera", "camera"),
    ("camera giam sat an ninh", "camera an ninh"),
    ("camera giam sat", "camera an ninh"),
    ("camera antt", "camera an ninh"),
    ("nhom zalo", "zalo"),
    ("mang zalo", "zalo"),
)
_NOTHING = """
mo hinh diem xay dung thuc hien ve va cac nhung cua tai tren dia ban o cho voi phong trao dien tien
trong la do theo gan cung
"""
_SHARED = """
an ninh toan trat tu antt to nhom doi cum quan dan cu kdc bao ve giu gin pc toi pham duong khu xanh
sach dep khong co
"""
_SINGLING = "thon ap ban lang buon khom khoi tdp kdc plei bon khu cum tuyen doan so"
_OF_AREAS = "xa phuong thi tran dac tinh huyen thanh pho"
_SAYS_NOTHING = frozenset(_NOTHING.split())
# Words that many names share weigh less than those that tell one from another.
_COMMON = frozenset(_SHARED.split())
_UNITS = frozenset(_SINGLING.split())
_PLACES = frozenset(_OF_AREAS.split())
_WORD = re.compile(r"[0-9a-z]+")
_TYPED_ALIKE = 0.74


class Name(NamedTuple):
    """What a name says: its words, and the places or numbers that single it out."""

    words: tuple[str, ...]
    marks: frozenset[str]


@lru_cache(maxsize=50_000)
def read_name(text: str, places: tuple[str, ...] = ()) -> Name:
    """The words of a name without those of the areas it stands in."""
    plain = " ".join(_WORD.findall(fold(text)))
    for long, short in _SHORT_FORMS:
        plain = re.sub(rf"\b{long}\b", short, plain)
    for place in sorted(places, key=len, reverse=True):
        bare = " ".join(_WORD.findall(fold(place)))
        if bare:
            plain = re.sub(rf"\b(?:(?:{'|'.join(sorted(_PLACES))}) )*{bare}\b", " ", plain)
    return _without_marks(plain.split())


def similarity(first: Sequence[str], second: Sequence[str]) -> float:
    """0–1: how much two names say the same, whatever the order; a slip of the pen is forgiven."""
    if not first or not second:
        return 0.0
    whole = sum(map(_weight, first)) + sum(map(_weight, second))
    rest, both = list(second), 0.0
    for word in first:
        found = max(rest, key=lambda other: _alike(word, other), default="")
        sureness = _alike(word, found)
        if sureness >= _TYPED_ALIKE:
            rest.remove(found)
            both += sureness * (_weight(word) + _weight(found))
    letters = SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio()
    return 0.75 * both / whole + 0.25 * letters


def shared(first: str, second: str) -> float | None:
    """0–1: how many words two longer texts share; None where one of them says nothing."""
    one, other = (set(_content(_WORD.findall(fold(text)))) for text in (first, second))
    if not one or not other:
        return None
    return 2 * len(one & other) / (len(one) + len(other))


def is_general(words: Iterable[str]) -> bool:
    """Whether a name holds only words that many names share ("Tổ tự quản")."""
    return all(word in _COMMON for word in words)


def _without_marks(words: list[str]) -> Name:
    kept: list[str] = []
    marks: set[str] = set()
    place = 0
    while place < len(words):
        word = words[place]
        following = words[place + 1] if place + 1 < len(words) else ""
        if word in _UNITS and following and _is_mark(word, following):
            marks.add(following.lstrip("0") or "0")
            place += 2
            continue
        if word.isdecimal() and place == len(words) - 1:
            marks.add(word.lstrip("0") or "0")
        else:
            kept.append(word)
        place += 1
    return Name(tuple(_content(kept)) or tuple(kept), frozenset(marks))


def _is_mark(unit: str, following: str) -> bool:
    """Whether the word behind a unit singles one out: a number, a letter, a hamlet's name."""
    if following.isdecimal() or len(following) == 1:
        return True
    return unit in {"thon", "ap", "buon", "khom", "plei", "bon", "tdp"} and (
        following not in _COMMON and following not in _SAYS_NOTHING
    )


def _content(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in _SAYS_NOTHING]


def _weight(word: str) -> float:
    return 0.5 if word in _COMMON else 1.0


@lru_cache(maxsize=100_000)
def _alike(first: str, second: str) -> float:
    if first == second:
        return 1.0
    if min(len(first), len(second)) < 3 or first.isdecimal() or second.isdecimal():
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
