"""Whether two entries tell of one model: by name, field, kind, day, and kin areas. Pure.

Every rule is one line with its weight, and the answer says which of them spoke; nothing is learned
from data and nobody is named. Entries of areas that are not kin are never one model: the same name
elsewhere is a replication, which has a word of its own.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from phongtrao.core.errors import N_
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.exemplars.rules.naming import is_general, read_name, shared, similarity
from phongtrao.org.gazetteer.resolve import resolve

ENOUGH = 0.75
_NAME_AT_LEAST = 0.62


@dataclass(frozen=True, slots=True)
class Described:
    """An entry as the rules read it; `place` is the code of its area today where it is known."""

    name: str
    field: str = ""
    kind: str = ""
    area: str = ""
    province: str = ""
    lead: str = ""
    launched_on: date | str | None = None
    purpose: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two entries are (0–1 and a little beyond), and the rules that spoke."""

    score: float
    reasons: tuple[str, ...]
    same: bool


def likeness(a: Described, b: Described) -> Likeness:
    """Whether two entries tell of one model, with the reasons in words."""
    if not _are_kin(a, b):
        return Likeness(0.0, (N_("Khác địa bàn, không kế thừa nhau"),), same=False)
    places = tuple(sorted({a.area, b.area, a.province, b.province}))
    first, second = read_name(a.name, places), read_name(b.name, places)
    if _singled_out_apart(first.marks, second.marks) or _led_apart(a, b, places):
        return Likeness(0.0, (N_("Khác thôn, tổ hoặc số thứ tự"),), same=False)
    by_name = similarity(first.words, second.words)
    score, reasons = by_name, [_name_said(by_name), _area_said(a, b)]
    if first.marks != second.marks:
        score -= 0.1
    if a.field != b.field and is_general(first.words):
        score -= 0.25  # "Tổ tự quản" of two fields of work
    for weight, said in (_by_field(a, b), _by_day(a, b), _by_purpose(a, b), _by_lead(a, b)):
        score += weight
        if said:
            reasons.append(said)
    same = score >= ENOUGH and by_name >= _NAME_AT_LEAST
    return Likeness(round(score, 4), tuple(reasons), same)


@lru_cache(maxsize=20_000)
def place_of(area: str, province: str) -> str:
    """What stands for an area today: the code of its heir, else its folded name.

    Areas that became one today are one place, whatever they were called.
    """
    text = ", ".join(part for part in (tidy_line(area), tidy_line(province)) if part)
    found = resolve(text)
    codes = {match.current_code for match in found[:1] if match.confidence >= 0.8}
    return codes.pop() or fold(text) if codes else fold(text)


def _are_kin(a: Described, b: Described) -> bool:
    if a.place and b.place:
        return a.place == b.place
    if fold(tidy_line(a.area)) == fold(tidy_line(b.area)) and fold(a.province) == fold(b.province):
        return True
    return place_of(a.area, a.province) == place_of(b.area, b.province)


def _singled_out_apart(first: frozenset[str], second: frozenset[str]) -> bool:
    return bool(first and second) and first.isdisjoint(second)


def _led_apart(a: Described, b: Described, places: tuple[str, ...]) -> bool:
    """Whether two hamlets or quarters run them."""
    first, second = (read_name(each.lead, places).marks for each in (a, b))
    return _singled_out_apart(first, second)


def _name_said(by_name: float) -> str:
    if by_name >= 0.97:
        return N_("Tên như nhau")
    return N_("Tên gần giống") if by_name >= _NAME_AT_LEAST else N_("Tên khác nhau")


def _area_said(a: Described, b: Described) -> str:
    if fold(tidy_line(a.area)) == fold(tidy_line(b.area)):
        return N_("Cùng địa bàn")
    return N_("Địa bàn kế thừa nhau sau sáp nhập")


def _by_field(a: Described, b: Described) -> tuple[float, str]:
    fields = bool(a.field and b.field)
    kinds = bool(a.kind and b.kind)
    if fields and a.field != b.field:
        is_other_kind = kinds and a.kind != b.kind
        return (-0.2 if is_other_kind else -0.08), N_("Khác lĩnh vực")
    if kinds and a.kind != b.kind:
        return -0.1, N_("Khác loại")
    return (0.04, N_("Cùng lĩnh vực, cùng loại")) if fields and kinds else (0.0, "")


def _by_day(a: Described, b: Described) -> tuple[float, str]:
    first, second = _day(a.launched_on), _day(b.launched_on)
    if first is None or second is None:
        return 0.0, ""
    apart = abs((first - second).days)
    if apart == 0:
        return 0.12, N_("Cùng ngày ra mắt")
    if apart <= 45:
        return 0.05, N_("Ngày ra mắt gần nhau")
    return (-0.08, N_("Ngày ra mắt xa nhau")) if apart > 270 else (0.0, "")


def _by_purpose(a: Described, b: Described) -> tuple[float, str]:
    both = shared(a.purpose, b.purpose)
    if both is None:
        return 0.0, ""
    if both >= 0.6:
        return 0.08, N_("Mục đích gần giống")
    return (-0.06, N_("Mục đích khác nhau")) if both < 0.25 else (0.0, "")


def _by_lead(a: Described, b: Described) -> tuple[float, str]:
    both = shared(a.lead, b.lead)
    if both is None:
        return 0.0, ""
    return (0.05, N_("Cùng đơn vị thực hiện")) if both >= 0.8 else (0.0, "")


def _day(value: date | str | None) -> date | None:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value
