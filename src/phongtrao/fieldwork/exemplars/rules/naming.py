"""How the name of a model is read: words that say nothing fall away, short forms meet long ones.

Pure. Names are free text: "Tổ liên gia an toàn PCCC thôn 2" and "mô hình Tổ liên gia an toàn phòng
cháy, chữa cháy" are one name, and "thôn 2" says which one. A short form in capitals is met by the
run of words that begin with its letters, so that no list of short forms has to be complete.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from phongtrao.core.vietnamese import fold

# Ways of saying one thing that no initials tell; the longest first.
_SAME_WORDS = (
    ("bao ve an ninh to quoc", "antq"),
    ("trat tu an toan giao thong", "atgt"),
    ("an ninh trat tu", "antt"),
    ("an ninh va trat tu", "antt"),
    ("ve antt", "antt"),
    ("phong chay chua chay va cuu nan cuu ho", "pccc"),
    ("phong chay va chua chay", "pccc"),
    ("pccc va cnch", "pccc"),
    ("an toan chay no", "pccc"),
    ("tieng keng", "keng"),
    ("tieng loa", "loa"),
    ("he thong camera", "camera"),
    ("mat camera", "camera"),
    ("giam sat", "an ninh"),
    ("nhom zalo", "zalo"),
    ("trang fanpage", "fanpage"),
    ("thu hoi", "giao nop"),
    ("doanh nghiep", "dn"),
    ("cong ty", "dn"),
    ("cty", "dn"),
    ("phong chong toi pham", "antt"),
    ("phong ngua toi pham", "antt"),
    ("bao ve moi truong", "bvmt"),
    ("ve sinh moi truong", "bvmt"),
    ("ma tuy", "matuy"),
    ("noi khong voi", "khong"),
    ("noi khong vs", "khong"),
    ("khong voi", "khong"),
    ("khong ve", "khong"),
    ("cuu nan cuu ho", "cnch"),
    ("dien hinh tien tien", ""),
    ("phong trao", ""),
    ("ko", "khong"),
    ("ca", "cong an"),
    ("heo", "lon"),
    ("dua ruoc", "dua don"),
    ("khu pho", "kp"),
    ("to dan pho", "tdp"),
    ("khu dan cu", "kdc"),
    ("mat tran to quoc", "mttq"),
    ("cau lac bo", "clb"),
    ("khong gian mang", "mang"),
    ("mang xa hoi", "mang"),
    ("trat tu an toan xa hoi", "antt"),
    ("ttatxh", "antt"),
)
_DIGITS = "một hai ba bốn năm sáu bảy tám chín"
_NUMBERS = {word: str(number) for number, word in enumerate(_DIGITS.split(), start=1)}
# Words that would be others without their marks: a market is no "for", a lamp no "until".
_MARKED = {"chợ": "cho+", "đèn": "den+", "cổ": "co+", "tại": "tai+"}
_NOTHING = """
mo hinh diem xay dung thuc hien ve va cac nhung cua tai tren dia ban o cho voi trong la do theo gan
cung vs noi den co p x cnch
"""
_SHARED = """
an ninh toan trat tu antt to nhom doi cum quan dan cu kdc bao ve giu gin pc toi pham duong khu xanh
sach dep khong binh yen clb ho gia dinh tuyen tuyen cong dong dn cp phong chong bao moi truong
"""
_SINGLING = (
    "thon ap ban lang buon khom khoi xom hem ngo ngach khu km kp tdp plei bon tuyen so cum doan toa"
)
_LETTERS = frozenset("abcd")  # house A, house B
_OF_TIME = frozenset({"gio", "h", "phut"})  # an hour singles nothing out
_OF_AREAS = "xa phuong thi tran dac khu tinh thanh pho tp"
_SAYS_NOTHING = frozenset(_NOTHING.split())
# Words that many names share weigh less than those that tell one from another.
_COMMON = frozenset(_SHARED.split())
_UNITS = frozenset(_SINGLING.split())
_PLACES = "|".join(sorted(_OF_AREAS.split()))
_WORD = re.compile(r"[^\W_]+")
# Words of organisations are written with capitals and name no place.
_OF_ORGANISATIONS = """
hoi lien hiep phu nu nong cuu chien binh doan thanh nien mat tran quoc uy ban nhan viet nam truong
tieu hoc trung so don bien phong doanh nghiep cong ty chi khu kcn facebook zalo internet
"""
_ORGANISATIONS = frozenset(_OF_ORGANISATIONS.split())
_TITLE_CASE = 0.6  # a name with more capitals than this is written so throughout
_VOWEL = re.compile("[aeiouy]")
_SHORTS = frozenset({"antt", "antq", "atgt", "attp"})
_QUOTED = re.compile("[“\"']([^”\"']+)[”\"']")
_TYPED_ALIKE = 0.74


class Name(NamedTuple):
    """What a name says: its words; the numbers, and the proper names, that single it out.

    `shorts` are the words that were written in capitals as short forms.
    """

    words: tuple[str, ...]
    marks: frozenset[str]
    proper: frozenset[str]
    shorts: frozenset[str]


@lru_cache(maxsize=50_000)
def read_name(text: str, places: tuple[str, ...] = ()) -> Name:
    """The words of a name without those of the areas it stands in."""
    written = _WORD.findall(text)
    shouted = bool(written) and all(word.isupper() for word in written if word.isalpha())
    shorts = frozenset(
        fold(w) for w in written if _is_short(fold(w)) or (_is_capital(w) and not shouted)
    )
    capitals = [
        fold(_MARKED.get(word.lower()) or word)
        for place, word in enumerate(written)
        if place and word[0].isupper() and not word.isupper() and not shouted
    ]
    if len(capitals) >= _TITLE_CASE * len(written):
        capitals = []
    plain = " ".join(fold(_MARKED.get(w.lower()) or _NUMBERS.get(w.lower(), w)) for w in written)
    for place in sorted(places, key=len, reverse=True):
        plain = _without_place(plain, place)
    for long, short in _SAME_WORDS:
        plain = re.sub(rf"\b{long}\b", short, plain)
    words, marks = _without_marks(plain.split())
    kept = tuple(w for w in words if w not in _SAYS_NOTHING or w in capitals) or tuple(words)
    proper = frozenset(capitals) & frozenset(kept) - shorts - _ORGANISATIONS
    return Name(kept, frozenset(marks), proper, shorts & frozenset(kept))


def met(first: Name, second: Name) -> tuple[Name, Name]:
    """Both names with the long forms of the other one's short forms written short."""
    return _shortened(first, second.shorts), _shortened(second, first.shorts)


def similarity(first: Sequence[str], second: Sequence[str]) -> float:
    """0–1: how much two names say the same, whatever the order; a slip of the pen is forgiven."""
    if not first or not second:
        return 0.0
    both, _rest, _left = _paired(first, second)
    whole = sum(map(_weight, first)) + sum(map(_weight, second))
    least = min(sum(map(_weight, first)), sum(map(_weight, second)))
    letters = SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio()
    return 0.5 * both / whole + 0.3 * both / (2 * least) + 0.2 * letters


def unmet(first: Name, second: Name) -> tuple[frozenset[str], frozenset[str]]:
    """The words of each name that the other one has nothing for."""
    _both, rest, left = _paired(first.words, second.words)
    return frozenset(left), frozenset(rest)


def telling(words: Iterable[str]) -> bool:
    """Whether one of the words is not shared by many names."""
    return not is_general(words)


def shared(first: str, second: str) -> float | None:
    """0–1: how many words two longer texts share; None where one of them says nothing."""
    one, other = (
        {word for word in _WORD.findall(fold(text)) if word not in _SAYS_NOTHING}
        for text in (first, second)
    )
    if not one or not other:
        return None
    return len(one & other) / min(len(one), len(other))


def is_general(words: Iterable[str]) -> bool:
    """Whether a name holds only words that many names share ("Tổ tự quản")."""
    return all(word in _COMMON for word in words)


def quoted(text: str) -> str:
    """The name that stands in quotation marks within a longer one; empty where there is none."""
    found = _QUOTED.search(text)
    return found[1] if found and len(found[1].split()) > 1 else ""


def _is_capital(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


def _is_short(folded: str) -> bool:
    """Whether a word is no syllable of Vietnamese but the letters of several."""
    return folded in _SHORTS or (len(folded) > 1 and folded.isalpha() and not _VOWEL.search(folded))


def _without_place(plain: str, place: str) -> str:
    """The text without an area's name: with its type first, then its bare name."""
    bare = " ".join(_WORD.findall(fold(place)))
    name = re.sub(rf"^(?:(?:{_PLACES}) )+", "", bare)
    if not name:
        return plain
    return re.sub(rf"\b(?:(?:ca |cong an )?(?:{_PLACES}) |(?:ca|cong an|p|x|tt) )*{name}\b", " ",
                  plain)  # fmt: skip


def _without_marks(words: list[str]) -> tuple[list[str], set[str]]:
    kept: list[str] = []
    marks: set[str] = set()
    for place, word in enumerate(words):
        before = words[place - 1] if place else ""
        after = words[place + 1] if place + 1 < len(words) else ""
        is_time = after in _OF_TIME
        if word.isdecimal() and not is_time and (before in _UNITS or not after or len(word) > 1):
            marks.add(word.lstrip("0") or "0")
        elif word in _LETTERS and before in _UNITS:
            marks.add(word)
        elif word not in _UNITS or not after.isdecimal():
            kept.append(word)
    return kept, marks


def _shortened(name: Name, shorts: frozenset[str]) -> Name:
    """The name with runs of words that begin with the letters of a short form made one."""
    words = list(name.words)
    for short in sorted(shorts - set(words), key=len, reverse=True):
        for place in range(len(words) - len(short) + 1):
            run = words[place : place + len(short)]
            if "".join(word[0] for word in run) == short:
                words[place : place + len(short)] = [short]
                break
    return Name(tuple(words), name.marks, name.proper, name.shorts)


def _paired(first: Sequence[str], second: Sequence[str]) -> tuple[float, list[str], list[str]]:
    """The weight of the words that both have; what is left of the second, and of the first."""
    rest, left, both = list(second), [], 0.0
    for word in first:
        found = max(rest, key=lambda other: _alike(word, other), default="")
        sureness = _alike(word, found)
        if sureness >= _TYPED_ALIKE:
            rest.remove(found)
            both += sureness * (_weight(word) + _weight(found))
        else:
            left.append(word)
    return both, rest, left


def _weight(word: str) -> float:
    return 0.5 if word in _COMMON else 1.0


@lru_cache(maxsize=100_000)
def _alike(first: str, second: str) -> float:
    if first == second:
        return 1.0
    if min(len(first), len(second)) < 4 or first.isdecimal() or second.isdecimal():
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
